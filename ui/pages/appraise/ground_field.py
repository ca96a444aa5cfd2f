"""The field in which the ground of a criterion is written, in place."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.field_box import FieldBox
from ui.widgets.plain_field import PlainField
from workshop_app.i18n import tr


class GroundField(FieldBox):
    """``kept(text)`` on Enter that ends no conversion; an empty text takes the ground away."""

    kept = Signal(str)

    def __init__(self) -> None:
        field = PlainField("room", line_breaks=True, most_lines=2)
        super().__init__(field, "note")
        field.setAccessibleName(tr("appraise.ground.label"))
        field.set_placeholder(tr("appraise.ground.placeholder"))
        field.returned.connect(lambda: self.kept.emit(self.text()))

    def text(self) -> str:
        """The trimmed text, text still in conversion included."""
        self.field.settle()
        return self.field.text().strip()
