"""Entry lines for a record's text: adding new text, and correcting existing text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.components.page_memory import memory

if TYPE_CHECKING:
    from ui.components.page import Done, Page
    from ui.widgets.entry_line import EntryLine
    from ui.widgets.words_line import WordsLine


def enter(line: EntryLine, execute: Callable[[], Done | None]) -> Done | None:
    """Clear a line and execute a command with its text; if it is refused, restore the text.

    The line is cleared first, so that the refresh during the command shows its complete result.
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


class UnfinishedCorrection(NamedTuple):
    """The text typed so far; ``from_list`` if it was started on a row of the list."""

    record_id: str
    words: str
    from_list: bool


class Correction(QObject):
    """Corrects one record of one workshop at a time; ``ended`` is emitted when saved or cancelled.

    ``save(record_id, words)`` saves the text and returns whether that succeeded. An unfinished
    correction survives the page: call ``keep`` in ``Page.commit_pending`` and ``resume`` in
    ``Page.refresh``. ``name`` separates corrections of one page that must not mix, such as those of
    private mode.
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
        """Edit the text of a record; ``note`` next to it says which record it is.

        A correction of another record is saved first; if that is refused, it goes on.
        """
        if self._line.correcting and self._record_id == record_id:
            self._line.focus_line()
            return
        if self._line.correcting and self._line.correction.text().strip():
            self._line.correction.submit()
            if self._line.correcting:
                return
        self._record_id = record_id
        self.from_list = from_list
        self._line.start_correction(note, words)

    def show_workshop(self, workshop_id: str) -> None:
        """Hide a correction started in another workshop; it is kept there."""
        if self._workshop_id not in ("", workshop_id) and self._line.correcting:
            self._record_id = ""
            self._line.end_correction()
        self._workshop_id = workshop_id

    def keep(self) -> None:
        """Store an unfinished correction."""
        if self._line.correcting:
            words = self._line.correction.text()
            kept = UnfinishedCorrection(self._record_id, words, self.from_list)
            memory(self._page)[self._key] = kept

    def resume(self, start: Callable[[str], object]) -> None:
        """Continue a stored correction, if there is any.

        ``start(record_id)`` starts a correction as the user would, unless the record was deleted.
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
