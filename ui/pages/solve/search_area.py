"""The work area of Solve: the search field, the list of answers, and the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.components.outcome_commands import (
    NEXT_GAP,
    NOT_OURS,
    WAY_ROUND,
    WORDING,
    is_statement,
    solution_id,
)
from ui.pages.solve.rows import SearchResult, candidate_rows, search
from ui.rows.cells import Link
from ui.rows.pager import Position, Slot
from ui.rows.row import Row
from ui.rows.style import paper
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.labelled_field import LabelledField
from ui.widgets.line import Line
from ui.widgets.ruled_line import RuledLine
from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import Judgement
from workshop_app.services.search_advice import search_advice
from workshop_app.services.where_to_look import where_to_look

_BOX = 30  # px, about the side of a box to tick
_KEYS = 9
"""The number of answers that have a numbered key."""


def is_answer(row: Row) -> bool:
    """Return whether a row is an outcome or can become one; such rows are counted."""
    return not is_statement(row.id) and row.id not in (NEXT_GAP, WORDING)


def is_outcome(row: Row) -> bool:
    """Return whether a row is an outcome of the problem."""
    return row.chosen or row.outcome is not None


def is_candidate(row: Row) -> bool:
    """Return whether a row is an answer that is not chosen."""
    return is_answer(row) and not is_outcome(row)


class AnswersView(RowsView):
    """Rows that keep their order as long as the pointer or the focus is among them.

    They do after a click until the pointer has left the list, and while the list has the focus.
    Answers are numbered over all pages, texts of the statement are passed over.

    ``order_released``: rows that kept their order may be reordered.
    """

    order_released = Signal()

    def __init__(self) -> None:
        super().__init__("list" if theme().metrics.desk else "room", paper)
        self._clicked = False
        self._held = False

    @property
    def holds_order(self) -> bool:
        """Whether rows must keep their positions."""
        return self._clicked or self.hasFocus()

    def hold_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Show other content on the same page; what is opened only if it fits there."""
        self._held = True
        self.set_rows(rows, current)
        if not any(slot.row == self._current and slot.ends for slot in self.slots):
            self.set_rows([row._replace(opened=()) for row in rows], current)

    def show_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Show rows in their own order, from the first page if the current one fits there."""
        self._held = False
        self.set_rows(rows, current)

    def answer(self, number: int) -> int | None:
        """Return the index of the answer with this number, or None."""
        answers = [index for index, row in enumerate(self.rows) if is_answer(row)][:_KEYS]
        return answers[number - 1] if 1 <= number <= len(answers) else None

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return the keys of the answers on the page, and the centres of their caps."""
        metrics = theme().metrics
        answers = [index for index, row in enumerate(self.rows) if is_answer(row)][:_KEYS]
        boxes = {slot.row: self._box(slot) for slot in self.slots if slot.begins}
        x = metrics.edge - metrics.hang - _BOX / 2
        return tuple(
            (f"Alt+{number}", QPointF(x, boxes[index].top() + metrics.row - _BOX / 2))
            for number, index in enumerate(answers, 1)
            if index in boxes
        )

    def is_on_page(self, index: int) -> bool:
        """Return whether a row begins on this page."""
        return any(slot.row == index and slot.begins for slot in self.slots)

    def turn_to(self, index: int) -> None:
        """Select a row and show its beginning."""
        self.set_current(index)
        if not self.is_on_page(index):
            self._start = Position(index)
            self._refill()

    def step(self, by: int) -> None:
        super().step(by)
        row = self.current_row
        beyond = self.rows[self.current + 1 :] if by > 0 else self.rows[: self.current]
        if row is not None and is_statement(row.id) and any(map(is_answer, beyond)):
            super().step(by)

    def span(self) -> tuple[int, int, int]:
        first, last, _rows = super().span()
        before, shown, after = (
            sum(map(is_answer, part))
            for part in (self.rows[: max(0, first - 1)], self.rows[max(0, first - 1) : last],
                         self.rows[last:])
        )  # fmt: skip
        return before + min(1, shown), before + shown, before + shown + after

    def part_at(self, slot: Slot, point: QPointF) -> str:
        whole = self.rows[slot.row].id in (NEXT_GAP, WORDING)  # they do nothing else
        return super().part_at(slot, point) or ("action" if whole else "")

    def takes_clicks(self, row: Row) -> bool:
        return not is_statement(row.id)

    def position_page(self, *, fill_up: bool) -> None:
        if self._held:
            self._refill()
            return
        before, self._start = self._start, Position()
        self._refill()
        statement_first = not any(map(is_answer, self.rows[: max(0, self._current)]))
        if statement_first or any(s.row == self._current and s.ends for s in self._slots):
            return
        self._start = before
        super().position_page(fill_up=fill_up)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._clicked = True
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._clicked = False
        self._release_order()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._release_order()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and row is not None:
            self.activated.emit(row.id)
        else:
            super().keyPressEvent(event)

    def _release_order(self) -> None:
        if self._held and not self.holds_order:
            self._held = False
            self.order_released.emit()


class SearchArea(QWidget):
    """Searches after each key press; text that is still being composed is not searched for.

    Signals:
        acted: An answer is to be chosen, an outcome taken back, or what a row offers done; carries
            the row id.
        activated: The current answer was pressed again; carries its id.
        details_requested: The details of the current answer are to be shown.
        notes_edited: The notes of the discussion were edited; carries their text.
        results_changed: Other rows or another page are shown; emitted after the event.
    """

    acted = Signal(str)
    activated = Signal(str)
    details_requested = Signal()
    notes_edited = Signal(str)
    results_changed = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._problem_phrasings: tuple[str, ...] = ()
        self._chosen: dict[str, str] = {}
        self._outcomes: list[Row] = []
        self._searched_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._newest = ""
        """The id of the outcome that was chosen last while the order was held."""
        self._left_open: set[str] = set()
        """The keys of the rows that stay open while the order is held."""
        self._went = False
        """Whether somebody went to the current row since the rows are shown."""
        self.result = SearchResult()
        self.usages: Mapping[str, Usage] = {}
        self.entry = RuledLine(
            tr("solve.search.label"), tr("solve.search.placeholder"), icon="search"
        )
        self.view = AnswersView()
        self.view.setAccessibleName(tr("solve.list.label"))
        self.notes = LabelledField(
            tr("solve.notes.label"), tr("solve.notes.placeholder"), lines=(2, 4), name="notes"
        )
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
        self.view.show_rows((), None)
        if typed != self.entry.text():
            self.entry.set_text(typed)

    def show_outcomes(
        self, phrasings: tuple[str, ...], rows: Sequence[Row], chosen: Mapping[str, str]
    ) -> None:
        """Show the outcomes of the problem, and the candidates that are not chosen.

        ``chosen`` maps row ids of outcomes to the catalogue ids of their answers. A new outcome is
        opened, and a new wording is searched for in place of typed words. While the pointer or the
        focus is in the list, its rows keep their order.
        """
        known = {row.id for row in self._outcomes}
        added = [row for row in rows if row.id not in known] if self._searched_for else []
        searched_for = self._searched_for
        before = {self._key(row): row for row in self.view.rows}
        reworded = searched_for is not None and phrasings != self._problem_phrasings
        self._problem_phrasings = phrasings
        if reworded:
            self.entry.set_text("")  # the new wording is searched for at once
        self._outcomes = list(rows)
        self._chosen = dict(chosen)
        self._find()
        same_words = searched_for is not None and searched_for[0] == self.phrasings()
        if same_words and self.view.holds_order:
            held = self._held_rows(before)
            if held is not None:
                self._newest = _newest(added) or self._newest
                open_row = self.view.current_row
                key = next((key for key, row in before.items() if row is open_row), "")
                current = next((row.id for row in held if self._key(row) == key), None)
                self._hold(held, _newest(added) or current, key)
                return
        self._show(keep_open=True, open_id=_newest(added))

    def open_newest(self) -> None:
        """Open the row of the newest outcome."""
        newest = _newest(self._outcomes)
        if newest:
            self.view.show_rows(self.view.rows, newest)

    def phrasings(self) -> tuple[str, ...]:
        """Return what is searched for: the words typed, else the problem's own phrasings."""
        typed = self.entry.text().strip()
        return (typed,) if typed else self._problem_phrasings

    def search_words(self, row_id: str) -> str:
        """Return the words that find a candidate: those typed, else whole ones of the problem."""
        typed = self.entry.text().strip()
        hit = self.result.hit(solution_id(row_id))
        if typed or hit is None:
            return typed
        return search_advice(hit, self._problem_phrasings, language())

    @property
    def question(self) -> str:
        """The question to the room that the words searched for leave open; empty if none."""
        asking = next((row for row in self.view.rows if row.id == WORDING), None)
        return asking.text if asking is not None else ""

    @property
    def judgement(self) -> Judgement:
        """The judgement on the words searched for."""
        return self.result.judgement

    @property
    def judges_problem(self) -> bool:
        """Whether `judgement` is on the problem's own words instead of typed ones."""
        return self._searched_for is not None and not self.entry.text().strip()

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
        self.result = replace(self.result, judgement=judgement)

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
        best = self.result.candidates[0].solution if self.result.candidates else None
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

    def show_notes(self, shown: bool) -> None:
        """Show or hide the notes, below the answers."""
        self.notes.flush()
        self._notes_line.setVisible(shown)

    @property
    def notes_shown(self) -> bool:
        """Whether the notes are shown."""
        return not self._notes_line.isHidden()

    def clear_text_undo(self) -> None:
        """Clear the undo steps of the search field, so that Ctrl+Z undoes the last action."""
        self.entry.field.document().clearUndoRedoStacks()

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._notes_line = QWidget()
        around = (metrics.edge, metrics.gap, metrics.margin, metrics.gap)
        column(self._notes_line, self.notes, around=around)
        self._notes_line.hide()
        self.entry.set_note("")
        parts = (Line(), self.entry, (self.view, 1), self._notes_line)
        column(self, *parts, gap=0)

    def _connect(self) -> None:
        self.entry.changed.connect(self._text_changed)
        self.entry.field.returned.connect(self._enter)
        self.view.take_keys_from(self.entry.field)
        self.view.take_paging_keys()
        self.view.acted.connect(self._press)
        self.view.ticked.connect(self.acted)
        self.view.activated.connect(self._activate)
        self.view.order_released.connect(self._release_order)
        self.view.page_changed.connect(self.results_changed)
        self.view.current_changed.connect(self._go_to)
        self.notes.edited.connect(self.notes_edited)

    def _go_to(self, _row_id: str) -> None:
        self._went = True
        self.results_changed.emit()

    def _enter(self) -> None:
        """Press the answer to which the arrow keys led from the field, else go to the list."""
        row = self.view.current_row
        if self._went and row is not None:
            self._activate(row.id)
        else:
            self.view.setFocus()

    def _press(self, row_id: str) -> None:
        """Do what the words at the right of a row offer."""
        row = next(row for row in self.view.rows if row.id == row_id)
        if row.checked is None:
            self.acted.emit(row_id)
        else:
            self.details_requested.emit()

    def _activate(self, row_id: str) -> None:
        """Press an answer; another outcome is only taken back by the words in its row."""
        row = self.view.current_row
        if (
            row is not None
            and row.id == row_id
            and row.outcome is None
            and self.view.takes_clicks(row)
        ):
            self.activated.emit(row_id)

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
            self.result = search(self._answers, *wanted)
            if shown is not None and shown in self.judgement.gaps:
                self._use(self.judgement.with_gap(shown))
            self._searched_for = wanted

    def _show(self, keep_open: bool, open_id: str = "") -> None:
        """Show all rows in their own order."""
        rows = self._all_rows()
        self._show_count()
        self._newest = ""
        self._left_open.clear()
        self._went = False
        self.view.show_rows(rows, open_id or self._row_to_open(rows, keep_open))

    @property
    def _excluded(self) -> bool:
        """Whether nothing is offered, since the problem is not ours and no words are typed."""
        return self.judges_problem and any(row.id == NOT_OURS for row in self._outcomes)

    def _all_rows(self) -> list[Row]:
        if self._excluded:
            return self._outcomes
        chosen = tuple(self._chosen.values())
        return [
            *self._outcomes,
            *candidate_rows(self.result, self._outcomes, chosen, self.usages),
        ]

    def _held_rows(self, before: Mapping[str, Row]) -> list[Row] | None:
        """Return all rows at their current positions; None if there is a new outcome.

        What was chosen from the statement keeps its label, and is taken back by the same words.
        """
        rows = {self._key(row): row for row in self._all_rows()}
        if any(is_outcome(row) and key not in before for key, row in rows.items()):
            return None
        for key, row in rows.items():
            former = before.get(key)
            if row.chosen and former is not None and former.checked is None:
                back = (Link(tr("solve.list.take_back")),)
                rows[key] = row._replace(before=former.before, after=back, outcome=None)
        order = {key: index for index, key in enumerate(before)}
        return [rows[key] for key in sorted(rows, key=lambda key: order.get(key, len(order)))]

    def _hold(self, rows: list[Row], current: str | None, before: str) -> None:
        """Show rows at their current positions.

        `before` is the key of the row that was open. What is above the new one stays open, so that
        this one stays under the pointer.
        """
        self._left_open.add(before)
        place = next((index for index, row in enumerate(rows) if row.id == current), 0)
        above = [
            row._replace(lines=(*row.lines, *row.opened), opened=())
            if self._key(row) in self._left_open
            else row
            for row in rows[:place]
        ]
        self.view.hold_rows([*above, *rows[place:]], current)

    def _release_order(self) -> None:
        """Show the rows in their own order, after pointer and focus have left them."""
        if self.isVisible() and self._searched_for is not None:
            self._show(keep_open=True, open_id=self._newest)

    def _key(self, row: Row) -> str:
        """Return what a row is about, independent of whether it is chosen."""
        gap = self.judgement.gap
        if row.chosen and gap is not None and row.text == gap.way_round:
            return WAY_ROUND
        return self._chosen.get(row.id) or solution_id(row.id) or row.id

    def _row_to_open(self, rows: Sequence[Row], keep_open: bool) -> str | None:
        """Return the id of the row to open.

        That is the one open before (``keep_open``), else the best candidate for words typed. For
        the problem's own words it is the last outcome, or the best candidate if there is none.
        """
        now = self.view.current_row
        ids = [row.id for row in rows if is_answer(row)]
        if keep_open and now is not None and now.id in ids:
            return now.id
        candidates = [row.id for row in rows if is_candidate(row)]
        if candidates and self.entry.text().strip():
            return candidates[0]
        solutions = [row.id for row in rows if row.chosen]
        outcomes = [row.id for row in rows if is_outcome(row)]
        first = solutions[-1:] or outcomes[-1:] or ids[:1]
        return first[0] if first else None

    def _show_count(self) -> None:
        count = self.result.count
        if self.entry.text().strip() or theme().stacked:  # large text leaves no more space
            words = tr("solve.search.count", total=self._answers.count, n=count)
        else:
            words = tr("solve.search.from_problem", n=count)
        self.entry.set_note("" if self._excluded else words)


def _newest(outcomes: Sequence[Row]) -> str:
    """Return the id of the newest outcome, empty if there is none; ids of cards sort by time."""
    ids = [row.id for row in outcomes if is_answer(row)]
    return max(ids, key=lambda each: (each != NOT_OURS, each), default="")
