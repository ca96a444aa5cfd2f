"""The base class of fields for a value that can be typed in several forms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTextOption

from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField

_RECORDED = "recorded"
"""The recorded value beside which a text was refused; that text is dropped when it changes."""


class ClickedLine(PlainField):
    """A field that says that it was clicked, unless text was selected by dragging.

    ``clicked`` is emitted when the mouse button is released, since pressing and releasing it moves
    the cursor; ``clicked_into``, too, if the click gave it the focus.
    """

    clicked = Signal()
    clicked_into = Signal()

    def __init__(self, role: str, *, most_lines: int) -> None:
        super().__init__(role, most_lines=most_lines)
        self._entered_by_mouse = False
        self.ringed = False
        """Whether it has a focus ring, since it has no box that shows the focus."""

    def focus_shape(self) -> tuple[QRectF, float] | None:
        return (QRectF(self.rect()), 4) if self.ringed else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        entered, self._entered_by_mouse = self._entered_by_mouse, False
        if not self.textCursor().hasSelection():
            if entered:
                self.clicked_into.emit()
            self.clicked.emit()


class ParsedField(LabelledField):
    """``edited`` carries the value in its normal form, or empty, whenever that changes.

    Without the focus it shows ``words`` of the value, with it its ``edited_form``, selected. An
    invalid text stays in the field, with an error.
    """

    def __init__(
        self,
        label: str,
        field: PlainField,
        *,
        placeholder: str = "",
        name: str = "",
    ) -> None:
        self._value = ""
        super().__init__(label, placeholder, field=field, limit=40, name=name)
        field.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        field.focus_entered.connect(self._show_value)

    def parse(self, text: str) -> str:
        """Return the value of a text that is not empty; raise ValueError if it has none."""
        raise NotImplementedError

    def words(self, value: str) -> str:
        """Return how a value that is not empty is shown without the focus."""
        return value

    def edited_form(self, value: str) -> str:
        """Return how a value that is not empty is edited, by default as it is."""
        return value

    def wrong(self) -> str:
        """Return the sentence about an invalid text."""
        raise NotImplementedError

    def value(self) -> str:
        """The value, or empty."""
        return self._value

    def show_value(self, value: str, record_id: str = "") -> None:
        """Show a value, or nothing if it is empty. Text being typed is kept.

        With the id of the record of the value, an invalid text is also kept until the value
        changes, and is shown again with its record.
        """
        another = value != self._value
        if self._is_another(record_id):
            self._change_record(value, record_id)
            return
        if self.error and record_id and not another:
            return
        self._value = value
        if not self.field.hasFocus():
            self.show_error("")
            self.set_text(self._shown(value), record_id)
        elif another and self.field.text() == self._saved_text and not self.field.composing:
            self.show_error("")
            self.show_silently(value and self.edited_form(value))

    def typed(self) -> str:
        """The value, or the text that is refused as one."""
        return self.field.text() if self.error else self._value

    def show_typed(self, typed: str) -> None:
        try:
            self.show_value(self.parse(typed) if typed else "")
        except ValueError:
            self.show_value("")
            self.field.set_text(typed)
            self.flush()

    def give_up(self, saved: str) -> None:
        self._value = saved
        super().give_up(saved if self.field.hasFocus() else self._shown(saved))

    def show_silently(self, text: str) -> None:
        """Show a text that does not count as typed."""
        self._saved_text = text
        self.field.set_text(text)

    def take(self, value: str) -> None:
        """Make this the value, as if it was typed."""
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _shown(self, value: str) -> str:
        return self.words(value) if value else ""

    def _content(self) -> dict[str, str]:
        return {**super()._content(), _RECORDED: self._value}

    def _change_record(self, text: str, record_id: str) -> None:
        """Show the value ``text`` of another record."""
        self._leave_record()
        self._value = text
        self._enter_record(text if self.field.hasFocus() else self._shown(text), record_id)

    def _show_refused(self, record_id: str) -> None:
        if self._read(record_id).get(_RECORDED, "") == self._value:
            super()._show_refused(record_id)

    def _show_value(self) -> None:
        if self._value and not self.error:
            self.show_silently(self.edited_form(self._value))
            self.field.selectAll()

    def _left(self) -> None:
        super()._left()
        if self._value and not self.error:
            self.show_silently(self._shown(self._value))

    def _take_text(self, text: str) -> None:
        try:
            value = self.parse(text) if text.strip() else ""
        except ValueError:
            self.show_error(self.wrong())
        else:
            self.take(value)
