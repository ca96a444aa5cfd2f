"""A search for the catalogue answer that comes closest to a request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.rows.cells import Tick
from ui.rows.paged_list import PagedList
from ui.rows.row import Line, Row
from ui.widgets.boxes import column
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.solution import Solution
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_OFFERED = 8


class NearestSearch(QWidget):
    """A search field and the answers found; the selected one is ticked, the first if not found.

    Signals:
        picked: An answer was selected by a click or Enter; carries its id, or an empty string when
            the selection was removed.
    """

    picked = Signal(str)

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._own_words = ""
        self._picked = ""
        self._words: str | None = None
        self._found: list[Solution] = []
        label = tr("appraise.request.search")
        self.entry = EntryLine(label, label, icon="search")
        self.list = PagedList(tr("appraise.request.answers"), paging_keys=False)
        column(self, self.entry, (self.list, 1), gap=10)
        self.setFocusProxy(self.entry)
        self.list.view.take_keys_from(self.entry.field)
        self.entry.changed.connect(lambda _text: self._search())
        self.entry.field.returned.connect(lambda: self.picked.emit(self.list.current_id() or ""))
        self.list.clicked.connect(self.picked)
        self.list.activated.connect(self.picked)
        self.list.ticked.connect(lambda it: self.picked.emit("" if it == self._picked else it))

    def show_picked(self, own_words: str, picked: str) -> None:
        """Show the selected answer; while nothing is typed, ``own_words`` are searched for."""
        self._own_words = own_words
        self._picked = picked
        self._search()

    def _search(self) -> None:
        words = self.entry.text().strip() or self._own_words
        anew = words != self._words
        if anew:
            self._words = words
            hits = self._answers.search(words, language(), _OFFERED)
            self._found = [hit.solution for hit in hits]
        picked = self._answers.solution(self._picked) if self._picked else None
        if picked is not None and all(one.id != picked.id for one in self._found):
            self._found.insert(0, picked)
        rows = [self._row(solution) for solution in self._found]
        first = rows[0].id if rows and anew else None
        self.list.set_rows(rows, self._picked or first)

    def _row(self, solution: Solution) -> Row:
        """Return an answer with what it is, so that a click opens and moves nothing."""
        words, on = solution.text(language()), solution.id == self._picked
        lines = (Line(words.what, "body-quiet"),)
        return Row(solution.id, words.name, (Tick(on),), lines, chosen=on)
