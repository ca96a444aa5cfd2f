"""The work area of Solve: the search field, the list of answers, and the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.outcome_commands import NOT_OURS, solution_id
from ui.pages.solve.answer_list_view import AnswerListView
from ui.pages.solve.answer_row import AnswerRow
from ui.pages.solve.reasons import with_setup_lines
from ui.pages.solve.row_builder import SearchResult, candidate_rows, grouped, search
from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from ui.widgets.entry_line import EntryLine
from ui.widgets.key_hint import KeyHint
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.search_advice import search_advice


class SearchArea(QWidget):
    """Searches after each key; text that an input method still composes is not searched for.

    Signals:
        acted: A row's button or key was pressed; carries the row id.
        notes_edited: The notes of the discussion were edited; carries their text.
        results_changed: Other rows or another page are shown; emitted after the event.
    """

    acted = Signal(str)
    notes_edited = Signal(str)
    results_changed = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._problem_phrasings: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._outcomes: list[AnswerRow] = []
        self._searched_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._result = SearchResult()
        self.usages: Mapping[str, Usage] = {}
        self.entry = EntryLine(
            tr("solve.search.label"), tr("solve.search.placeholder"), icon="search"
        )
        self.view = AnswerListView(tr("solve.list.label"))
        self.notes = EditArea(
            tr("solve.notes.label"), tr("solve.notes.placeholder"), lines=2, most_lines=4
        )
        self.notes.hide()
        self.setFocusProxy(self.entry)
        self._arrange()
        self._connect()

    def begin(self, phrasings: tuple[str, ...], typed: str) -> None:
        """Begin with another problem.

        ``typed`` is put into the search field; while that is empty, the ``phrasings`` of the
        problem are searched for.
        """
        self._problem_phrasings = phrasings
        self._searched_for = None
        self.view.begin()
        if typed != self.entry.text():
            self.entry.set_text(typed)

    def show_outcomes(
        self, phrasings: tuple[str, ...], rows: Sequence[AnswerRow], chosen: Sequence[str]
    ) -> None:
        """Show the outcomes of the problem, and candidates except the answers ``chosen`` (ids).

        The newest outcome is opened if it was not there before.
        """
        known = {row.id for row in self._outcomes}
        added = [row for row in rows if row.id not in known] if self._searched_for else []
        self._problem_phrasings = phrasings
        self._outcomes = list(rows)
        self._chosen = tuple(chosen)
        self._search(keep_open=True, open_id=_newest(added))

    def open_newest(self) -> None:
        """Open the row of the newest outcome."""
        newest = _newest(self._outcomes)
        if newest is not None:
            self.view.show_rows(self.view.rows, newest)

    def phrasings(self) -> tuple[str, ...]:
        """Return what is searched for: the words typed, else the problem's own phrasings."""
        typed = self.entry.text().strip()
        return (typed,) if typed else self._problem_phrasings

    def search_words(self, row_id: str) -> str:
        """Return the words that find a candidate: those typed, else whole ones of the problem."""
        typed = self.entry.text().strip()
        wanted = solution_id(row_id)
        hit = next((hit for hit in self._result.candidates if hit.solution.id == wanted), None)
        if typed or hit is None:
            return typed
        return search_advice(hit, self._problem_phrasings, language())

    def open_solution(self, state: WorkshopState) -> Solution | None:
        """Return the catalogue answer of the open row, chosen or not; None if it has none."""
        row = self.view.current_row
        if row is None:
            return None
        card = next((card for card in state.cards if card.id == row.id), None)
        found = card.catalogue_id if card else solution_id(row.id)
        return self._answers.solution(found) if found else None

    def clear_text_undo(self) -> None:
        """Forget the undo steps of the search field, so that Ctrl+Z undoes the last action."""
        self.entry.field.document().clearUndoRedoStacks()

    def _arrange(self) -> None:
        self.entry.set_note("")
        self.entry.add_trailing(KeyHint("/"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.gap + 2)
        column.addWidget(self.entry)
        column.addWidget(self.view, 1)
        column.addWidget(self.notes)

    def _connect(self) -> None:
        self.entry.changed.connect(self._text_changed)
        self.entry.entered.connect(lambda _text: self.view.setFocus())
        self.view.take_keys_from(self.entry.field)
        self.view.acted.connect(self.acted)
        self.view.activated.connect(self._activate)
        self.view.page_changed.connect(self.results_changed)
        self.view.current_changed.connect(lambda _id: self.results_changed.emit())
        self.notes.edited.connect(self.notes_edited)

    def _activate(self, row_id: str) -> None:
        row = self.view.current_row
        if row is not None and row.id == row_id and row.has_check_box:
            self.acted.emit(row_id)

    def _text_changed(self, _text: str) -> None:
        if self._searched_for is not None and self._searched_for[0] != self.phrasings():
            self._search(keep_open=False)

    def _search(self, keep_open: bool, open_id: str | None = None) -> None:
        wanted = (self.phrasings(), self._chosen)
        if wanted != self._searched_for:
            self._result = search(self._answers, *wanted)
            self._searched_for = wanted
            self._show_count(self._result)
        rows = grouped(self._outcomes, self._candidate_rows())
        self.view.show_rows(rows, open_id or self._row_to_open(rows, keep_open))

    def _candidate_rows(self) -> list[AnswerRow]:
        requested = any(row.outcome is OutcomeKind.REQUEST for row in self._outcomes)
        rows = candidate_rows(self._result, can_request=not requested)
        return with_setup_lines(rows, self.usages)

    def _row_to_open(self, rows: Sequence[AnswerRow], keep_open: bool) -> str | None:
        """Return the id of the row to open.

        That is the one open before (``keep_open``), else the best candidate for words typed.
        For the problem's own words it is the last outcome, or the best candidate if there is none.
        """
        now = self.view.current_row
        ids = [row.id for row in rows if not row.note]
        if keep_open and now is not None and now.id in ids:
            return now.id
        candidates = [row.id for row in rows if row.outcome is None and not row.note]
        if candidates and self.entry.text().strip():
            return candidates[0]
        solutions = [row.id for row in rows if row.chosen]
        outcomes = [row.id for row in rows if row.outcome is not None]
        first = solutions[-1:] or outcomes[-1:] or ids[:1]
        return first[0] if first else None

    def _show_count(self, result: SearchResult) -> None:
        count = result.count
        if result.judgement.quality is MatchQuality.TOO_LITTLE:
            words = tr("solve.search.says_little")
        elif self.entry.text().strip():
            words = tr("solve.search.count", total=self._answers.count, n=count)
        else:
            words = tr("solve.search.from_problem", n=count)
        self.entry.set_note(words)


def _newest(outcomes: Sequence[AnswerRow]) -> str | None:
    """Return the id of the newest outcome: ids of cards are in order of time."""
    ids = [row.id for row in outcomes]
    return max(ids, key=lambda each: (each != NOT_OURS, each), default=None)
