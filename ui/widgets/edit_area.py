"""A labelled field of several lines."""

from __future__ import annotations

from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.domain.text import NOTE_LIMIT


class EditArea(LabelledField):
    """Several lines of a record: at least ``lines`` high, growing up to ``most_lines``."""

    def __init__(  # noqa: PLR0913 - independent options
        self,
        label: str,
        placeholder: str = "",
        *,
        role: str = "body",
        lines: int = 2,
        most_lines: int = 8,
        limit: int = NOTE_LIMIT,
        private: bool = False,
        label_width: int = 0,
        name: str = "",
    ) -> None:
        super().__init__(
            label,
            PlainField(role, one_line=False, least_lines=lines, most_lines=most_lines),
            placeholder=placeholder,
            limit=limit,
            private=private,
            label_width=label_width,
            name=name,
        )
