"""The entry line of a list of records: for a new one, or for one of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal

from ui.forms.unsent import Unsent
from ui.forms.unsent_line import Choice, UnsentLine
from ui.widgets.entry_line import EntryLine
from ui.widgets.ruled_line import RuledLine
from workshop_app.i18n import tr


class EntryTexts(NamedTuple):
    """The labels for a new record and for another one, the placeholder, and the buttons.

    Those for another one are empty if records are changed elsewhere.
    """

    new: str
    hint: str
    add: str
    change: str = ""
    save: str = ""

    @classmethod
    def of(cls, page: str, section: str) -> EntryTexts:
        """Return the texts of a section whose records are added and changed in the same line."""
        new, hint, change = (tr(f"{page}.{section}.{key}") for key in ("new", "hint", "change"))
        return cls(new, hint, tr("widgets.editor.add"), change, tr("widgets.editor.save"))


class RecordEntry(EntryLine):
    """Enter adds a record (``added``), or saves the one being edited (``corrected``: id, text).

    ``saved`` returns the saved text (the part "") and choices of a record by its id, or None if it
    is gone. Without it records are only added. What is unsaved is kept by workshop and record
    (`UnsentLine`). Call ``end`` after the action succeeded.
    """

    added = Signal(str)
    corrected = Signal(str, str)
    editing_changed = Signal()

    def __init__(
        self,
        unsent: Unsent,
        page: str,
        editor: str,
        texts: EntryTexts,
        saved: Callable[[str], Mapping[str, str] | None] | None = None,
        choices: Mapping[str, Choice] | None = None,
        *,
        icon: str | None = None,
        role: str = "room",
    ) -> None:
        super().__init__(texts.new, texts.hint, button=texts.add, icon=icon, role=role)
        self._texts = texts
        self._saved_record = saved
        self._unsent = UnsentLine(unsent, self, page, editor=editor, choices=choices)
        self.entered.connect(self._save)

    @property
    def editing(self) -> str:
        """The id of the record being edited; empty while a new one is typed."""
        return self._unsent.record

    @property
    def is_changed(self) -> bool:
        """Whether text or choices differ from those that are saved."""
        return self._unsent.is_changed

    def show_workshop(self, workshop: str) -> bool:
        """Show what is unsaved in a workshop; return True if the record being edited is gone."""
        if self._unsent.workshop != workshop:
            edited = self._unsent.edited(workshop, lambda record: self._saved(record) is not None)
            self._begin(workshop, edited)
        gone = bool(self.editing) and self._saved(self.editing) is None
        if gone:
            self.end()
        return gone

    def _saved(self, record: str) -> Mapping[str, str] | None:
        """Return what is saved of a record, nothing of a new one; None if it is gone."""
        if not record:
            return {}
        return self._saved_record(record) if self._saved_record is not None else None

    def edit(self, record: str) -> bool:
        """Edit a record, after saving what is in the line; return False if that was refused."""
        if record != self.editing:
            if not self.save_begun() or self._saved(record) is None:
                return False
            self._begin(self._unsent.workshop, record)
        self.setFocus()
        return True

    def save_begun(self) -> bool:
        """Save what is being edited or typed; return False if that was refused."""
        if self.editing and not self.text().strip():
            self.end()  # a record without text stays as it is
        if self.editing or self.begun:
            self.submit()
        return not self.editing and not self.begun

    def end(self) -> None:
        """Begin a new record; what was unsaved of this one is dropped."""
        self._unsent.end()
        self._show_texts()

    def _begin(self, workshop: str, record: str) -> None:
        self._unsent.begin(workshop, record, self._saved(record) or {})
        self._show_texts()

    def _save(self, text: str) -> None:
        if self.editing:
            self.corrected.emit(self.editing, text)
        else:
            self.added.emit(text)

    def _show_texts(self) -> None:
        label = self._texts.change if self.editing else self._texts.new
        self.set_words(label, self._texts.hint)
        self.button.setText(self._texts.save if self.editing else self._texts.add)
        self.editing_changed.emit()


class RecordLine(RecordEntry, RuledLine):
    """The last line of the page, below the records; its icon says whether one is edited."""

    def _show_texts(self) -> None:
        super()._show_texts()
        self.set_icon("pen" if self.editing else "plus")
