"""The work area of Solve: the search field, the list of answers, and the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.components.outcome_commands import NOT_OURS, WAY_ROUND, WORDING, solution_id, statement_id
from ui.pages.solve.answer_list_view import AnswerListView
from ui.pages.solve.answer_row import AnswerRow
from ui.pages.solve.gap_outcomes import GapOutcomes
from ui.pages.solve.reasons import with_setup_lines
from ui.pages.solve.row_builder import SearchResult, candidate_rows, grouped, search
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.edit_area import EditArea
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import Judgement
from workshop_app.services.search_advice import search_advice
from workshop_app.services.where_to_look import where_to_look


class SearchArea(QWidget):
    """Searches after each key press; text that is still being composed is not searched for.

    While a known gap is shown and nothing is decided, ``gap_outcomes`` are shown below.
    ``let_find`` has its button in the search field.

    Signals:
        acted: A row's button or key was pressed; carries the row id.
        notes_edited: The notes of the discussion were edited; carries their text.
        results_changed: Other rows or another page are shown; emitted after the event.
    """

    acted = Signal(str)
    notes_edited = Signal(str)
    results_changed = Signal()

    def __init__(self, answers: Answers, gap_outcomes: GapOutcomes, let_find: BoundAction) -> None:
        super().__init__()
        self._answers = answers
        self._gap_outcomes = gap_outcomes
        self._let_find = ActionButton(action=let_find, kind="quiet", size="small")
        self._problem_phrasings: tuple[str, ...] = ()
        self._chosen: dict[str, str] = {}
        self._outcomes: list[AnswerRow] = []
        self._searched_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._result = SearchResult()
        self.usages: Mapping[str, Usage] = {}
        self.entry = EntryLine(
            tr("solve.search.label"), tr("solve.search.placeholder"), icon="search"
        )
        self.view = AnswerListView(tr("solve.list.label"))
        self.notes = EditArea(
            tr("solve.notes.label"),
            tr("solve.notes.placeholder"),
            lines=2,
            most_lines=4,
            name="notes",
        )
        self.notes.hide()
        self.setFocusProxy(self.entry)
        self._arrange()
        self._connect()

    def begin(self, phrasings: tuple[str, ...], typed: str) -> None:
        """Start with another problem.

        ``typed`` is put into the search field; if it is empty, the ``phrasings`` of the problem are
        searched for.
        """
        self._problem_phrasings = phrasings
        self._searched_for = None
        self.view.begin()
        if typed != self.entry.text():
            self.entry.set_text(typed)

    def show_outcomes(
        self, phrasings: tuple[str, ...], rows: Sequence[AnswerRow], chosen: Mapping[str, str]
    ) -> None:
        """Show the outcomes of the problem, and the candidates that are not chosen.

        ``chosen`` maps row ids of outcomes to the catalogue ids of their answers. A new outcome is
        opened, and a new wording is searched for in place of typed words. While the pointer or the
        focus is in the list, its rows keep their order.
        """
        known = {row.id for row in self._outcomes}
        added = [row for row in rows if row.id not in known] if self._searched_for else []
        searched_for = self._searched_for
        keys_before = [self._key(row) for row in self.view.rows]
        reworded = searched_for is not None and phrasings != self._problem_phrasings
        self._problem_phrasings = phrasings
        if reworded:
            self.entry.set_text("")  # the new wording is searched for at once
        self._outcomes = list(rows)
        self._chosen = dict(chosen)
        self._find()
        same_words = searched_for is not None and searched_for[0] == self.phrasings()
        if same_words and self.view.holds_order and self._show_in_place(keys_before):
            return
        self._show(keep_open=True, open_id=_newest(added))

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

    @property
    def question(self) -> str:
        """The question to the room that the words searched for leave open; empty if none."""
        asking = next((row for row in self.view.rows if row.id == WORDING), None)
        return asking.title if asking is not None else ""

    @property
    def judgement(self) -> Judgement:
        """The judgement on the words searched for."""
        return self._result.judgement

    @property
    def judges_problem(self) -> bool:
        """Whether `judgement` is on the problem's own words instead of typed ones."""
        return self._searched_for is not None and not self.entry.text().strip()

    @property
    def offers_gap_outcomes(self) -> bool:
        """Whether the outcomes for a known gap are shown."""
        return not self._gap_outcomes.isHidden()

    def show_gap(self, by: int) -> bool:
        """Show another possible gap, ``by`` positions on; return False if there is none."""
        other = self.judgement.gap_beside(by)
        if other is None or other is self.judgement.gap:
            return False
        self._use(self.judgement.with_gap(other))
        self._show(keep_open=False)
        self.results_changed.emit()
        return True

    def _use(self, judgement: Judgement) -> None:
        self._result = replace(self._result, judgement=judgement)

    def open_solution(self, state: WorkshopState) -> Solution | None:
        """Return the catalogue answer of the open row, chosen or not; None if it has none."""
        row = self.view.current_row
        if row is None:
            return None
        card = next((card for card in state.cards if card.id == row.id), None)
        if card is not None:
            return self._answers.chosen(card)
        found = solution_id(row.id)
        return self._answers.solution(found) if found else None

    def solution_to_find(self, state: WorkshopState) -> Solution | None:
        """Return the answer that the room may search for: the open one, else the best candidate."""
        best = self._result.candidates[0].solution if self._result.candidates else None
        return self.open_solution(state) or best

    def where_to_look(self, solution: Solution, searched: str) -> WhereToLook:
        """Return where the room can find an answer, without its name.

        ``searched`` are the words that found it if it is chosen already.
        """
        typed = self.entry.text().strip()
        hits = (hit for hit in self.judgement.answers if hit.solution.id == solution.id)
        return where_to_look(
            solution,
            language(),
            typed=typed or searched,
            hit=next(hits, None),
            texts=self._problem_phrasings,
        )

    def show_let_find(self, possible: bool) -> None:
        """Show or hide the button that lets the room search."""
        self._let_find.set_brief(theme().metrics.narrow or theme().stacked)
        self._let_find.setVisible(possible)

    def clear_text_undo(self) -> None:
        """Clear the undo steps of the search field, so that Ctrl+Z undoes the last action."""
        self.entry.field.document().clearUndoRedoStacks()

    def _arrange(self) -> None:
        self.entry.set_note("")
        self.entry.add_trailing(self._let_find)
        column(
            self,
            self.entry,
            (self.view, 1),
            self._gap_outcomes,
            self.notes,
            gap=theme().metrics.gap + 2,
            around=NO_MARGINS,
        )

    def _connect(self) -> None:
        self.entry.changed.connect(self._text_changed)
        self.entry.entered.connect(lambda _text: self.view.setFocus())
        self.view.take_keys_from(self.entry.field)
        self.view.acted.connect(self.acted)
        self.view.activated.connect(self._activate)
        self.view.order_released.connect(self._release_order)
        self.view.page_changed.connect(self.results_changed)
        self.view.current_changed.connect(lambda _id: self.results_changed.emit())
        self.notes.edited.connect(self.notes_edited)

    def _activate(self, row_id: str) -> None:
        row = self.view.current_row
        if row is not None and row.id == row_id and row.chosen_by_enter:
            self.acted.emit(row_id)

    def _text_changed(self, _text: str) -> None:
        if self._searched_for is not None and self._searched_for[0] != self.phrasings():
            self._find()
            self._show(keep_open=False)

    def _find(self) -> None:
        """Search, unless the search is unchanged."""
        wanted = (self.phrasings(), tuple(self._chosen.values()))
        if wanted != self._searched_for:
            same_words = self._searched_for is not None and self._searched_for[0] == wanted[0]
            shown = self.judgement.gap if same_words else None
            self._result = search(self._answers, *wanted)
            if shown is not None and shown in self.judgement.gaps:
                self._use(self.judgement.with_gap(shown))
            self._searched_for = wanted
            self._show_count(self._result)

    def _show(self, keep_open: bool, open_id: str | None = None) -> None:
        """Show all rows in their own order."""
        rows = self._all_rows()
        self._show_gap_outcomes(self.judgement.gap is not None and not self._outcomes)
        self.view.show_rows(rows, open_id or self._row_to_open(rows, keep_open))

    def _all_rows(self) -> list[AnswerRow]:
        titles = [row.title for row in self._outcomes]
        candidates = candidate_rows(self._result, tuple(self._chosen.values()), titles)
        return grouped(self._outcomes, with_setup_lines(candidates, self.usages))

    def _show_gap_outcomes(self, shown: bool) -> None:
        if shown != self.offers_gap_outcomes:
            self._gap_outcomes.setVisible(shown)
            self.results_changed.emit()

    def _show_in_place(self, keys_before: Sequence[str]) -> bool:
        """Show all rows in their current order; return False if there is a new outcome."""
        before = dict(zip(keys_before, self.view.rows, strict=True))
        rows = {self._key(row): row for row in self._all_rows()}
        if any(row.outcome is not None and key not in before for key, row in rows.items()):
            return False
        for key, row in rows.items():
            former = before.get(key)
            if former is not None and row.chosen and (former.outcome is None or former.kept):
                rows[key] = _with_kept(former, row)
        for key, part in ((self._nearest_key(), "nearest"), (WAY_ROUND, "way")):
            if key in rows and rows[key].statement:
                rows.pop(statement_id(part), None)  # the row at its position shows it
        order = {key: index for index, key in enumerate(keys_before)}
        keys = sorted(rows, key=lambda key: order.get(key, len(order)))
        open_row = self.view.current_row
        open_key = next((key for key, row in before.items() if row is open_row), "")
        current = rows[open_key].id if open_key in rows else None
        self.view.keep_rows(grouped((), [rows[key] for key in keys]), current)
        return True

    def _release_order(self) -> None:
        """Show the rows in their own order, after pointer and focus have left them."""
        if self.isVisible() and self._searched_for is not None:
            kept = [row for row in self.view.rows if row.kept]
            self._show(keep_open=True, open_id=kept[-1].id if kept else None)

    def _key(self, row: AnswerRow) -> str:
        """Return what a row is about, independent of whether it is chosen."""
        gap = self.judgement.gap
        if row.chosen and gap is not None and row.title == gap.way_round:
            return WAY_ROUND
        return self._chosen.get(row.id) or solution_id(row.id) or row.id

    def _nearest_key(self) -> str:
        gap = self.judgement.gap
        return gap.nearest[0].solution.id if gap is not None and gap.nearest else ""

    def _row_to_open(self, rows: Sequence[AnswerRow], keep_open: bool) -> str | None:
        """Return the id of the row to open.

        That is the one open before (``keep_open``), else the best candidate for words typed. For
        the problem's own words it is the last outcome, or the best candidate if there is none.
        """
        now = self.view.current_row
        answers = [row for row in rows if row.is_answer]
        ids = [row.id for row in answers]
        if keep_open and now is not None and now.id in ids:
            return now.id
        candidates = [row.id for row in answers if row.outcome is None]
        if candidates and self.entry.text().strip():
            return candidates[0]
        solutions = [row.id for row in rows if row.chosen]
        outcomes = [row.id for row in rows if row.outcome is not None]
        first = solutions[-1:] or outcomes[-1:] or ids[:1]
        return first[0] if first else None

    def _show_count(self, result: SearchResult) -> None:
        count = result.count
        if self.entry.text().strip() or theme().stacked:  # large text leaves no more space
            words = tr("solve.search.count", total=self._answers.count, n=count)
        else:
            words = tr("solve.search.from_problem", n=count)
        self.entry.set_note(words)


def _with_kept(former: AnswerRow, row: AnswerRow) -> AnswerRow:
    """Return a row that was chosen at the position of its candidate ``former``."""
    return replace(
        former, id=row.id, outcome=row.outcome, remark=row.remark, details=row.details,
        badge=row.badge, note=False, kept=True,
    )  # fmt: skip


def _newest(outcomes: Sequence[AnswerRow]) -> str | None:
    """Return the id of the newest outcome; ids of cards sort by time."""
    ids = [row.id for row in outcomes]
    return max(ids, key=lambda each: (each != NOT_OURS, each), default=None)
