"""Entry lines for a record's text: adding new text, and correcting existing text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.forms.unsent import Slot

if TYPE_CHECKING:
    from ui.components.page import Done, Page
    from ui.widgets.entry_line import EntryLine
    from ui.widgets.words_line import WordsLine

_FROM_LIST = "from list"


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


class Correction(QObject):
    """Corrects one record of one workshop at a time; ``ended`` is emitted when saved or cancelled.

    ``save(record_id, words)`` saves the text and returns whether that succeeded. An unfinished
    correction survives the page: call ``resume`` in ``Page.refresh``. ``name`` separates
    corrections of one page that must not mix, such as those of private mode.
    """

    ended = Signal()

    def __init__(
        self, page: Page, line: WordsLine, save: Callable[[str, str], object], name: str = ""
    ) -> None:
        super().__init__(line)
        self._page = page
        self._unsent = page.api.unsent
        self._line = line
        self._save = save
        self._slot = Slot("", page.NAME, f"correction {name}")
        self._words = ""
        self.from_list = False
        """Whether the keyboard goes back to the list afterwards."""
        line.corrected.connect(self._save_words)
        line.closed.connect(self._end)
        self._unsent.attach(self)

    def start(self, record_id: str, words: str, note: str = "", *, from_list: bool = False) -> None:
        """Edit the text of a record; ``note`` next to it says which record it is.

        A correction of another record is saved first; if that is refused, it goes on.
        """
        if self._line.correcting and self._slot.record == record_id:
            self._line.focus_line()
            return
        if self._line.correcting and self._line.correction.text().strip():
            self._line.correction.submit()
            if self._line.correcting:
                return
        workshop = self._page.session.workshop_id or ""
        self._slot = self._slot._replace(workshop=workshop, record=record_id)
        self._words = words
        self.from_list = from_list
        self._line.start_correction(note, words)

    def show_workshop(self, workshop_id: str) -> None:
        """Hide a correction started in another workshop; it is kept there."""
        if self._slot.workshop not in ("", workshop_id) and self._line.correcting:
            self.keep()
            self._slot = self._slot._replace(record="")
            self._line.end_correction()

    def keep(self) -> None:
        if self._line.correcting:
            words = self._line.correction.text()
            parts = {"": words, _FROM_LIST: "yes" if self.from_list else ""}
            self._unsent.put(self._slot, parts, begun=words != self._words)

    def resume(self, start: Callable[[str], object]) -> None:
        """Continue an unfinished correction, if there is any.

        ``start(record_id)`` starts a correction as the user would, unless the record was deleted.
        """
        workshop = self._page.session.workshop_id or ""
        slot = self._slot._replace(workshop=workshop)
        records = self._unsent.records(*slot[:3])
        if not records or self._line.correcting:
            return
        slot = slot._replace(record=records[0])
        parts = self._unsent.parts(slot)
        start(slot.record)
        if self._line.correcting:
            self.from_list = bool(parts.get(_FROM_LIST))
            self._line.correction.bring_back(parts.get("", ""))
        else:
            self._unsent.drop(slot)

    def _save_words(self, words: str) -> None:
        if self._save(self._slot.record, words):
            self._line.end_correction()

    def _end(self) -> None:
        if self._slot.record:
            self._unsent.drop(self._slot)
            self._slot = self._slot._replace(record="")
            self.ended.emit()
