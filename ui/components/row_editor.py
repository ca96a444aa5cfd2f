"""Edits the text of one record in its row of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Slot
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.editor_buttons import editor_buttons
from ui.widgets.entry_line import LIMIT
from ui.widgets.error_line import ErrorLine
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from ui.widgets.typing_guard import follow_focus
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.components.page import Page
    from ui.rows.paged_list import PagedList

_FROM_LIST = "from list"
_GAP = 12


class EditorTexts(NamedTuple):
    """The accessible name of the field, and a remark at the right of the buttons."""

    label: str
    note: str = ""
    line_breaks: bool = False
    """Whether Shift+Enter begins a new line of the text."""


class RowEditor(QObject):
    """Edits one record of one workshop at a time, where its row is.

    The words become a field; under it are the buttons to save (Enter) and to cancel (Esc), and
    what ``beside`` returns for the record. ``save(record, words)`` saves the text and returns
    whether that succeeded; a refused or too long text stays in the field. A click elsewhere on the
    page saves as Enter does, and emits ``left``. What is unsaved survives the page: call ``resume``
    in ``Page.refresh``. ``name`` separates editors of one page that must not mix.

    Signals:
        ended: It was saved or cancelled.
        left: The changed text of a record was saved by a click elsewhere; carries the record's id.
    """

    ended = Signal()
    left = Signal(str)

    def __init__(
        self,
        page: Page,
        rows: PagedList,
        texts: EditorTexts,
        save: Callable[[str, str], object],
        *,
        name: str = "",
        role: str = "",
        limit: int = LIMIT,
        beside: Callable[[str], Sequence[QWidget]] = lambda _record: (),
    ) -> None:
        super().__init__(rows)
        self._page = page
        self._unsent = page.api.unsent
        self._view = rows.view
        self._texts = texts
        self._save = save
        self._role = role
        self._limit = limit
        self._beside = beside
        self._slot = Slot("", page.NAME, f"correction {name}")
        self._words = ""
        self._open: _Editor | None = None
        self.from_list = False
        """Whether the keyboard goes back to the list afterwards."""
        self._unsent.attach(self)
        follow_focus(self._follow_focus)

    @property
    def record(self) -> str:
        """The id of the record that is edited; empty for none."""
        return self._slot.record if self._open is not None else ""

    @property
    def field(self) -> PlainField | None:
        """The field, while a record is edited."""
        return self._open.field if self._open is not None else None

    def start(self, record_id: str, words: str, *, from_list: bool = False) -> bool:
        """Edit the text of a record; another one that is edited is saved first.

        Returns False if that was refused.
        """
        if self._open is not None and self._slot.record == record_id:
            self._open.field.setFocus()
            return True
        if not self.save_begun():
            return False
        workshop = self._page.session.workshop_id or ""
        self._slot = self._slot._replace(workshop=workshop, record=record_id)
        self._words = words
        self.from_list = from_list
        role = self._role or self._view.role
        field = PlainField(role, line_breaks=self._texts.line_breaks, most_lines=6)
        editor = _Editor(field, self._texts, self._beside(record_id))
        editor.field.set_text(words)
        editor.field.returned.connect(self.submit)
        editor.save.clicked.connect(self.submit)
        editor.cancel.clicked.connect(self.end)
        self._open = editor
        self._view.open_editor(record_id, editor)
        editor.field.setFocus()
        return True

    def submit(self) -> None:
        """Save the text, as Enter does; without any text the record stays as it is."""
        editor = self._open
        if editor is None:
            return
        editor.field.commit_composed()
        words = editor.field.text().strip()
        if len(words) > self._limit:
            editor.say(tr("errors.too_long", length=len(words), limit=self._limit))
        elif not words or words == self._words or self._save(self._slot.record, words):
            self.end()

    def save_begun(self) -> bool:
        """Save the text of a record that is edited; return False if that was refused."""
        self.submit()
        return self._open is None

    def end(self) -> None:
        """Show the row again; what was typed is dropped."""
        if self._open is None:
            return
        self._unsent.drop(self._slot)
        self._close()
        self._slot = self._slot._replace(record="")
        self.ended.emit()

    def show_workshop(self, workshop_id: str) -> None:
        """Hide the edit of a record of another workshop; it is kept there."""
        if self._open is not None and self._slot.workshop != workshop_id:
            self.keep()
            self._close()
            self._slot = self._slot._replace(record="")

    def keep(self) -> None:
        if self._open is not None:
            words = self._open.field.text()
            parts = {"": words, _FROM_LIST: "yes" if self.from_list else ""}
            self._unsent.put(self._slot, parts, begun=words.strip() != self._words.strip())

    def field_of(self, slot: Slot) -> QWidget | None:
        return self.field if slot == self._slot else None

    def resume(self, start: Callable[[str], object]) -> None:
        """Continue an edit that was not ended, if there is any.

        ``start(record_id)`` starts it as the user would, unless the record was deleted.
        """
        workshop = self._page.session.workshop_id or ""
        slot = self._slot._replace(workshop=workshop)
        records = self._unsent.records(*slot[:3])
        if not records or self._open is not None:
            return
        slot = slot._replace(record=records[0])
        parts = self._unsent.parts(slot)
        start(slot.record)
        if self._open is not None:
            self.from_list = bool(parts.get(_FROM_LIST))
            self._open.field.set_text(parts.get("", ""))
        else:
            self._unsent.drop(slot)

    def _close(self) -> None:
        self._open = None
        self._view.close_editor()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Save when the keyboard goes elsewhere on the page."""
        editor = self._open
        if editor is None or now is None or editor.isAncestorOf(now):
            return
        if not editor.isVisible() or not self._page.isAncestorOf(now):
            return  # the page is being left, which keeps what is typed
        record, changed = self._slot.record, editor.field.text().strip() != self._words.strip()
        self.from_list = False
        if self.save_begun() and changed:
            self.left.emit(record)


class _Editor(Refitted, QWidget):
    """The field, and the line under it."""

    def __init__(
        self,
        field: PlainField,
        texts: EditorTexts,
        beside: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.field = field
        self.field.setAccessibleName(texts.label)
        self.save, self.cancel = editor_buttons()
        self._error = ErrorLine()
        self._note = Text("meta", texts.note, wrap=False)
        self._parts = (self.save, self.cancel, *beside)
        line = row(None, *self._parts, STRETCH, self._note, gap=_GAP, around=(0, 4, 0, 4))
        self.lines = column(self, self.field, self._error, line, gap=0)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda: self.say(""))

    def fit_parts(self) -> None:
        """Leave out the remark if it does not fit beside the buttons."""
        needed = sum(one.sizeHint().width() + _GAP for one in (*self._parts, self._note))
        self._note.setVisible(needed <= self.width())

    def say(self, sentence: str) -> None:
        """Show why the text was not saved."""
        self._error.show_sentence(sentence)
