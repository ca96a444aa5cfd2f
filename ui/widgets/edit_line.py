"""A labelled field of one line."""

from __future__ import annotations

from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.domain.text import LINE_LIMIT


class EditLine(LabelledField):
    """One line of a record; a long one wraps. See ``LabelledField`` for when it saves."""

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        *,
        role: str = "body",
        limit: int = LINE_LIMIT,
        private: bool = False,
        label_width: int = 0,
        name: str = "",
    ) -> None:
        super().__init__(
            label,
            PlainField(role, most_lines=3),
            placeholder=placeholder,
            limit=limit,
            private=private,
            label_width=label_width,
            name=name,
        )
