"""The base class of fields of a record: label, box, and saving while the user types."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.error_line import ErrorLine
from ui.widgets.field_box import FieldBox
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import fill
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from ui.widgets.timers import call_after
from workshop_app.domain.text import LINE_LIMIT, NOTE_LIMIT
from workshop_app.i18n import tr

SAVE_AFTER_MS = 1500  # after the last key press
SAVE_WITHIN_MS = 1900  # after the first unsaved key press, even while typing continues
_BAR = 5
_LOCK = 16
_HEAD_GAP = 6


class LabelledField(QWidget):
    """A text of a record, of up to ``limit`` letters: one line, of which a long one wraps.

    With ``lines``, the least and the greatest number of visible lines, it may have several.
    ``edited`` is emitted with the text when the field loses the focus, on Enter in a single line,
    1.5 s after the last key press, and at most 1.9 s after the first; never while an input method
    converts, and never if nothing changed. With ``private`` a lock and a bar are painted. A text
    that is refused, such as one that is too long, is kept under ``name``: a field without one, such
    as that for a password, is never kept outside of the widget.
    """

    edited = Signal(str)
    refused = Signal(str)
    """What is wrong with the text; empty once it is right."""

    error = ""
    """What is wrong with the text."""

    says_errors = True
    """Whether it shows them below the field; else the page does, in a line that is always there."""

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        *,
        role: str = "body",
        lines: tuple[int, int] | None = None,
        limit: int | None = None,
        private: bool = False,
        name: str = "",
        field: PlainField | None = None,
    ) -> None:
        super().__init__()
        self.is_area = lines is not None
        if field is None:
            least, most = lines or (1, 3)
            field = PlainField(role, one_line=lines is None, least_lines=least, most_lines=most)
        self.setObjectName(name)
        self.field = field
        self._limit = limit or (LINE_LIMIT if lines is None else NOTE_LIMIT)
        self.private = private
        self._saved_text = ""
        self._pending_update: str | None = None
        self._record_id = ""
        self._shows_record = False
        refused: dict[str, Mapping[str, str]] = {}
        self.keep_in(lambda record_id: refused.get(record_id, {}), refused.__setitem__)
        self._label = Text("meta", label)
        self.box = FieldBox(field)
        self._error = ErrorLine()
        self._overdue = False
        self._timer = call_after(self, SAVE_AFTER_MS, self._save_unless_composing)
        self._bound = call_after(self, SAVE_WITHIN_MS, self._save_unless_composing)
        self._arrange()
        self._label.setBuddy(field)
        self.setFocusProxy(field)
        self.set_label(label)
        self.set_placeholder(placeholder)
        field.textChanged.connect(self._typed)
        field.returned.connect(self.flush)
        field.focus_left.connect(self._left)

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str, record_id: str = "") -> None:
        """Show the recorded text, unless the user is typing another one.

        ``record_id`` names the record if one field is used for several. Another record is shown
        immediately; a refused text stays, and is shown again with its own record.
        """
        if self._is_another(record_id):
            self._change_record(text, record_id)
            return
        self._shows_record = True
        if self._is_too_long():
            self._saved_text = text
            return
        if self.field.composing or (self.field.hasFocus() and self._typing_other(text)):
            self._pending_update = text
            return
        self._saved_text = text
        self._pending_update = None
        if text != self.field.text():
            self.field.set_text(text)
        self._timer.stop()
        self._bound.stop()

    def show_value(self, value: str, record_id: str = "") -> None:
        """Show the recorded value; see ``set_text``."""
        self.set_text(value, record_id)

    def typed(self) -> str:
        """Return what is in the field, for ``show_typed``."""
        return self.text()

    def show_typed(self, typed: str) -> None:
        """Show what ``typed`` returned, of the same record."""
        self.set_text(typed, self._record_id)

    def set_label_beside(self, width: int = 0) -> None:
        """Show the label at the left, in ``width`` px, or in those that it needs."""
        lock = _LOCK + _HEAD_GAP if self.private else 0
        self._label.set_role("body-quiet")
        self._label.set_wrap(False)
        needed = text_width(self.label, "body-quiet") + lock + _HEAD_GAP
        self._label.setFixedWidth((width or needed) - lock)
        self._label.setMinimumHeight(self.box.sizeHint().height())
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(12)
        self._parts.setAlignment(self._head, Qt.AlignmentFlag.AlignTop)
        self._parts.setStretch(1, 1)
        self._parts.setStretch(2, 0)

    def hide_frame(self) -> None:
        """Leave out label and box: the text is a word of the page."""
        self._label.hide()
        self.box.set_bare()

    @property
    def label(self) -> str:
        """What it says in front of the field, and to screen readers."""
        return self._label.text()

    def set_label(self, label: str) -> None:
        """Change label and accessible name."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def set_placeholder(self, words: str) -> None:
        self.field.set_placeholder(words)

    def show_error(self, sentence: str) -> None:
        """Show below the field what is wrong with it; an empty sentence removes that."""
        changed = sentence != self.error
        self.error = sentence
        if self.says_errors:
            self._error.show_sentence(sentence)
        self.box.set_wrong(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if changed:
            self.refused.emit(sentence)

    def flush(self) -> None:
        """Save the typed text immediately; does nothing if nothing changed."""
        self._timer.stop()
        self._bound.stop()
        self.field.commit_composed()
        text = self.field.text()
        if len(text) > self._limit:
            over = len(text) - self._limit
            self.show_error(tr("widgets.field.too_long", n=over, limit=self._limit))
            return
        if text != self._saved_text:
            self._saved_text = text
            self.show_error("")
            self._take_text(text)

    def give_up(self, saved: str) -> None:
        """Show the saved text instead of what is typed or refused."""
        self._timer.stop()
        self._bound.stop()
        self._pending_update = None
        self._write(self._record_id, {})
        self._saved_text = saved
        self.show_error("")
        self.field.set_text(saved)

    def keep_in(
        self,
        read: Callable[[str], Mapping[str, str]],
        write: Callable[[str, Mapping[str, str]], object],
    ) -> None:
        """Keep refused content where it survives the field.

        ``read`` returns the parts of that of a record, by its id, and ``write`` replaces them; none
        if there is none. The part "" is the text.
        """
        self._read = read
        self._write = write
        if self._shows_record:
            self._show_refused(self._record_id)

    def keep(self) -> None:
        """Keep the text if it is refused or not saved yet; otherwise nothing is unsaved."""
        if not self._shows_record:
            return
        unsaved = self.error or self.field.text() != self._saved_text
        self._write(self._record_id, self._content() if unsaved else {})

    def _content(self) -> dict[str, str]:
        """Return the content to be kept by part."""
        return {"": self.field.text()}

    def _is_too_long(self) -> bool:
        return len(self.field.text()) > self._limit and self.field.text() != self._saved_text

    def _is_another(self, record_id: str) -> bool:
        """Return whether a record is another one, or the first one and has refused content."""
        first = not self._shows_record and bool(self._read(record_id))
        return first or record_id != self._record_id

    def _change_record(self, text: str, record_id: str) -> None:
        self._leave_record()
        self._enter_record(text, record_id)

    def _leave_record(self) -> None:
        self.keep()

    def _enter_record(self, text: str, record_id: str) -> None:
        self._record_id = record_id
        self._shows_record = True
        self._saved_text = text
        self._pending_update = None
        self.show_error("")
        self.field.set_text(text)
        self._show_refused(record_id)

    def _show_refused(self, record_id: str) -> None:
        """Show the refused text of a record again, with the reason."""
        if kept := self._read(record_id):
            self.field.set_text(kept.get("", ""))
            self.flush()

    def _take_text(self, text: str) -> None:
        """Save a text that differs from the recorded one, or show why it is refused."""
        self.edited.emit(text)

    def _typing_other(self, text: str) -> bool:
        typed = self.field.text()
        return typed != self._saved_text or typed.strip() == text.strip()

    def _typed(self) -> None:
        if self.field.text() != self._saved_text and not self.field.composing:
            self._timer.start()
            if not self._bound.isActive():
                self._bound.start(0 if self._overdue else SAVE_WITHIN_MS)
            self._overdue = False

    def _save_unless_composing(self) -> None:
        if self.field.composing:
            self._overdue = True  # saved as soon as the conversion ends
            self._timer.start()
        else:
            self.flush()

    def _left(self) -> None:
        self.flush()
        if (
            self._pending_update is not None
            and self.field.text().strip() == self._pending_update.strip()
        ):
            self.set_text(self._pending_update)
        self._pending_update = None

    def _arrange(self) -> None:
        around = (_BAR + 10 if self.private else 0, 0, 0, 0)
        lock = IconLabel("lock", "ink", _LOCK) if self.private else None
        self._head = row(None, lock, (self._label, 1), gap=_HEAD_GAP)
        self._column = column(None, self.box, self._error, gap=2)
        self._parts = column(self, self._head, self._column, STRETCH, gap=4, around=around)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.private:
            bar = QRectF(0, 0, _BAR, self._column.geometry().bottom() + 1)
            fill(QPainter(self), bar, "ink")
