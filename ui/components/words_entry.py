"""Lines in which a record's words are typed: entering new words, and correcting those noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ui.components.page import Done, Page
from ui.components.page_memory import memory
from ui.widgets.entry_line import EntryLine
from ui.widgets.words_line import WordsLine


def enter(line: EntryLine, execute: Callable[[], Done | None]) -> Done | None:
    """Empty a line and execute the command made of its words; refused words come back.

    The line is emptied first, so that the refresh during the command shows all of its result.
    """
    typed = line.text()
    done = None
    line.clear()
    try:
        done = execute()
    finally:
        if done is None:
            line.bring_back(typed)
    return done


@dataclass(frozen=True)
class UnfinishedCorrection:
    """The words typed so far; ``from_list`` when it was begun on a row of the list."""

    record_id: str
    words: str
    from_list: bool


class Correction(QObject):
    """Corrects one record of one workshop at a time; ``ended`` when it was saved or given up.

    ``save(record_id, words)`` writes the words and tells whether that was done. An unfinished
    correction outlasts the page: ``keep`` it in ``Page.settle`` and ``resume`` it in
    ``Page.refresh``. ``name`` tells corrections of one page apart that must not meet, such as
    those of private mode.
    """

    ended = Signal()

    def __init__(
        self, page: Page, line: WordsLine, save: Callable[[str, str], object], name: str = ""
    ) -> None:
        super().__init__(line)
        self._page = page
        self._line = line
        self._save = save
        self._key = f"correction {name}"
        self._record_id = ""
        self._workshop_id = ""
        self.from_list = False
        """Whether the keyboard goes back to the list afterwards."""
        line.corrected.connect(self._save_words)
        line.closed.connect(self._end)

    def start(self, record_id: str, words: str, note: str = "", *, from_list: bool = False) -> None:
        """Offer the words of a record; ``note`` says beside them which record it is."""
        self._record_id = record_id
        self.from_list = from_list
        self._line.start_correction(note, words)

    def show_workshop(self, workshop_id: str) -> None:
        """Put away what was begun in another workshop; it waits there."""
        if self._workshop_id not in ("", workshop_id) and self._line.correcting:
            self._record_id = ""
            self._line.end_correction()
        self._workshop_id = workshop_id

    def keep(self) -> None:
        """Remember an unfinished correction."""
        if self._line.correcting:
            words = self._line.correction.text()
            kept = UnfinishedCorrection(self._record_id, words, self.from_list)
            memory(self._page)[self._key] = kept

    def resume(self, start: Callable[[str], object]) -> None:
        """Go on with what was kept, if there is any.

        ``start(record_id)`` starts a correction as the user would, unless the record is gone.
        """
        kept = memory(self._page).pop(self._key, None)
        if not isinstance(kept, UnfinishedCorrection) or self._line.correcting:
            return
        start(kept.record_id)
        if self._line.correcting:
            self.from_list = kept.from_list
            self._line.correction.bring_back(kept.words)

    def _save_words(self, words: str) -> None:
        if self._save(self._record_id, words):
            self._line.end_correction()

    def _end(self) -> None:
        if self._record_id:
            self._record_id = ""
            memory(self._page).pop(self._key, None)
            self.ended.emit()
