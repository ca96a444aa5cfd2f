"""A field for a time of day."""

from __future__ import annotations

from ui.widgets.parsed_field import ParsedField
from ui.widgets.plain_field import PlainField
from workshop_app.domain.clock_time import parse_time
from workshop_app.i18n import tr


class TimeField(ParsedField):
    """A time of day as ``HH:MM``, typed in any form that `parse_time` accepts."""

    def __init__(self, label: str, *, role: str = "body", name: str = "") -> None:
        field = PlainField(role, most_lines=1)
        super().__init__(label, field, name=name)

    def parse(self, text: str) -> str:
        return parse_time(text)

    def wrong(self) -> str:
        return tr("widgets.time.wrong")
