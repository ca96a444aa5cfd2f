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
    candidate_id,
    is_statement,
    solution_id,
    statement_id,
)
from ui.pages.solve.rows import SearchResult, candidate_rows, search
from ui.rows.cells import Link, Tick
from ui.rows.layout import RowLayout
from ui.rows.pager import Position, Slot
from ui.rows.row import Row
from ui.rows.style import paper
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.labelled_field import LabelledField
from ui.widgets.line import Line
from ui.widgets.ruled_line import RuledLine
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import Judgement
from workshop_app.services.match_quality import MatchQuality
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
    """Rows of which none moves under the pointer, and that keep their order while keys are used.

    After a click on a box they look as before but for the boxes, until the pointer has left the
    list, or somebody goes to a row. Their order stays until the pointer has left, and while a key
    moved the focus to the list. Answers are numbered over all pages, texts of the statement are
    passed over.

    ``order_released``: rows that kept their order may be reordered.
    """

    order_released = Signal()

    def __init__(self) -> None:
        super().__init__("list" if theme().metrics.desk else "room", paper)
        self._open: int | None = None
        """The row that stays open while none may move; None if they may."""
        self._actual: tuple[Row, ...] = ()
        """What the rows are while they look as before."""
        self._held = False
        self.current_changed.connect(self._unfold)
        self.clicked.connect(self._unfold)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._actual or self._rows

    @property
    def holds_order(self) -> bool:
        """Whether rows must keep their positions."""
        return self._open is not None or self.ringed

    def freeze(self) -> None:
        """Let no row move until the pointer has left the rows."""
        if self._open is None:
            self._open = self.current

    def hold_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Show other content of the same rows."""
        self._held = True
        if self._open is None:
            self.set_rows(rows, current)
            return
        before = self._rows
        self._actual = tuple(rows)
        self._layouts.clear()  # another row may be the current one
        self.set_rows([_marked(*each) for each in zip(before, rows, strict=True)], current)

    def show_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Show rows in their own order, from the first page if the current one fits there."""
        self._held, self._open, self._actual = False, None, ()
        self.set_rows(rows, current)

    def _unfold(self) -> None:
        """Show what the rows are, at their positions."""
        if self._open is not None:
            rows, current = self.rows, self.current_row
            self._open, self._actual = None, ()
            self.set_rows(rows, current.id if current is not None else None)

    def _opens(self, index: int) -> bool:
        return super()._opens(index) if self._open is None else index == self._open

    def lay_out(self, row: Row, current: bool, leads: bool = False) -> RowLayout:
        """Measure a row; while none may move, the one ticked last has the words of the current."""
        layout = super().lay_out(row, current, leads)
        if self._open is not None and self.current_row is not None:
            layout.mark(row.id == self.current_row.id)
        return layout

    @property
    def _answers(self) -> list[int]:
        """The answers that have a number."""
        return [index for index, row in enumerate(self.rows) if is_answer(row)][:_KEYS]

    def answer(self, number: int) -> int | None:
        """Return the index of the answer with this number, or None."""
        return dict(enumerate(self._answers, 1)).get(number)

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return the keys of the answers on the page, and the centres of their caps."""
        metrics = theme().metrics
        boxes = {slot.row: self._box(slot) for slot in self.slots if slot.begins}
        x = metrics.edge - metrics.hang - _BOX / 2
        return tuple(
            (f"Alt+{number}", QPointF(x, boxes[index].top() + metrics.row - _BOX / 2))
            for number, index in enumerate(self._answers, 1)
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
        if self._open is not None:
            self._refill()
            return
        if self._held:
            super().position_page(fill_up=fill_up)
            return
        before, self._start = self._start, Position()
        self._refill()
        statement_first = not any(map(is_answer, self.rows[: max(0, self.current)]))
        if statement_first or any(s.row == self.current and s.ends for s in self._slots):
            return
        self._start = before
        super().position_page(fill_up=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._slot_at(event.position()) is None:
            self._leave_rows()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave_rows()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._release_order()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and row is not None:
            self._by_key = True
            self._unfold()
            self.activated.emit(row.id)
        else:
            super().keyPressEvent(event)

    def _leave_rows(self) -> None:
        if self._open is not None:
            self._open, self._by_key = None, False
        self._release_order()

    def _release_order(self) -> None:
        if self._held and not self.holds_order:
            self._held = False
            self.order_released.emit()


def _marked(before: Row, now: Row) -> Row:
    """Return a row that looks as before but for its box, or for the words in the statement."""
    after = now.after if now.checked is None else before.after
    return before._replace(id=now.id, before=now.before, after=after)


class SearchArea(QWidget):
    """Searches after each key press; text that is still being composed is not searched for.

    Signals:
        acted: An answer is to be chosen, an outcome taken back, or what a row offers done; carries
            the row id.
        activated: The current answer was pressed again; carries its id.
        details_requested: The details of the current answer are to be shown.
        results_changed: Other rows or another page are shown; emitted after the event.
    """

    acted = Signal(str)
    activated = Signal(str)
    details_requested = Signal()
    results_changed = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._problem_phrasings: tuple[str, ...] = ()
        self._chosen: dict[str, str] = {}
        self._outcomes: list[Row] = []
        self._searched_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._settled: set[tuple[tuple[str, ...], str]] = set()
        """The questions that are asked no more, by phrasings; empty if all that was found is shown,
        near or not.
        """
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
        self,
        phrasings: tuple[str, ...],
        rows: Sequence[Row],
        chosen: Mapping[str, str],
        current: str = "",
    ) -> None:
        """Show the outcomes of the problem, and the candidates that are not chosen.

        ``chosen`` maps row ids of outcomes to the catalogue ids of their answers. A new outcome
        becomes the current row, else ``current`` if the page is new, and a new wording is searched
        for in place of typed words.
        """
        known = {row.id for row in self._outcomes}
        added = [row for row in rows if row.id not in known] if self._searched_for else []
        searched_for = self._searched_for
        before = {self._key(row): row for row in self.view.rows}
        reworded = searched_for is not None and phrasings != self._problem_phrasings
        self._problem_phrasings = phrasings
        if reworded:
            self._settled |= {(phrasings, self.judgement.question)} - {(phrasings, "")}
            self.entry.set_text("")  # the new wording is searched for at once
        self._outcomes = list(rows)
        self._chosen = dict(chosen)
        self._find()
        same_words = searched_for is not None and searched_for[0] == self.phrasings()
        held = self._held_rows(before) if same_words and self.view.holds_order else ()
        if held:
            now = held[self.view.current].id if self.view.current >= 0 else None
            self.view.hold_rows(held, _newest(added) or now)
            return
        self._show(keep_open=True, open_id=_newest(added) or (current if not before else ""))

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
        """Show another possible gap, ``by`` positions on, or what is not near.

        Return False if there is none.
        """
        other = self.judgement.gap_beside(by)
        if self.judgement.quality is MatchQuality.NOTHING_NEAR:
            self._settled.add((self.phrasings(), ""))
            self._searched_for = None
            self._find()
        elif other is None or other is self.judgement.gap:
            return False
        else:
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
        self.view.ticked.connect(self._tick)
        self.view.activated.connect(self._activate)
        self.view.clicked.connect(self._correct)
        self.view.order_released.connect(self._release_order)
        self.view.page_changed.connect(self.results_changed)
        self.view.current_changed.connect(self._go_to)

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
        if row.checked is None and row.outcome is None:
            self._tick(row_id)
        elif row.checked is None:
            self.acted.emit(row_id)
        else:
            self.details_requested.emit()

    def _tick(self, row_id: str) -> None:
        self.view.freeze()
        self.acted.emit(row_id)

    def _activate(self, row_id: str) -> None:
        """Press an answer, or edit another outcome, which is taken back by the words in its row.

        A request has its text in Appraise.
        """
        row = self.view.current_row
        if (
            row is not None
            and row.id == row_id
            and row.outcome is not OutcomeKind.REQUEST
            and self.view.takes_clicks(row)
        ):
            self.activated.emit(row_id)

    def _correct(self, row_id: str) -> None:
        """Edit another outcome whose words were clicked."""
        row = self.view.current_row
        if row is not None and row.outcome is not None:
            self._activate(row_id)

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
            self.result = search(self._answers, *wanted, anyway=(wanted[0], "") in self._settled)
            if shown is not None and shown in self.judgement.gaps:
                self._use(self.judgement.with_gap(shown))
            if (wanted[0], self.judgement.question) in self._settled:
                self._use(self.judgement._replace(question=""))
            self._searched_for = wanted

    def _show(self, keep_open: bool, open_id: str = "") -> None:
        """Show all rows in their own order."""
        rows = self._all_rows()
        self._show_count()
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

    def _held_rows(self, before: Mapping[str, Row]) -> Sequence[Row]:
        """Return the rows at their current positions; none if an outcome came or has no box."""
        rows = {self._key(row): row for row in self._all_rows()}
        if any(is_outcome(row) and key not in before for key, row in rows.items()):
            return ()
        if any(row.outcome is not None and key not in rows for key, row in before.items()):
            return ()
        return [self._held_row(key, former, rows.get(key)) for key, former in before.items()]

    def _held_row(self, key: str, former: Row, now: Row | None) -> Row:
        """Return a row at its current position, also if it would not be shown.

        What was chosen from the statement keeps its label, and is taken back by the same words.
        """
        if now is None and former.chosen:
            known = self._answers.solution(key) is not None
            row_id = candidate_id(key) if known else statement_id(key)
            return former._replace(id=row_id, before=(Tick(False),), opened=(), chosen=False)
        if now is not None and now.chosen and former.checked is None:
            back = (Link(tr("solve.list.take_back")),)
            return now._replace(before=former.before, after=back, outcome=None)
        return now or former

    def _release_order(self) -> None:
        """Show the rows in their own order, after pointer and focus have left them."""
        if self.isVisible() and self._searched_for is not None:
            self._show(keep_open=True)

    def _key(self, row: Row) -> str:
        """Return what a row is about, independent of whether it is chosen."""
        gap = self.judgement.gap
        if row.chosen and gap is not None and row.text == gap.way_round:
            return WAY_ROUND
        return self._chosen.get(row.id) or solution_id(row.id) or row.id

    def _row_to_open(self, rows: Sequence[Row], keep_open: bool) -> str | None:
        """Return the id of the row to open.

        That is the one open before (``keep_open``), else what was found for words typed. For
        the problem's own words it is the last outcome, or the best candidate if there is none.
        """
        now = self.view.current_row
        ids = [row.id for row in rows if is_answer(row)]
        if keep_open and now is not None and now.id in ids:
            return now.id
        found = [row.id for row in rows if is_candidate(row)]
        found += [row.id for row in rows if row.id in (NEXT_GAP, WORDING)]
        if found and self.entry.text().strip():
            return found[0]
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
        nothing = self.judgement.quality is MatchQuality.NOTHING_NEAR
        self.entry.set_note("" if self._excluded or nothing else words)


def _newest(outcomes: Sequence[Row]) -> str:
    """Return the id of the newest outcome, empty if there is none; ids of cards sort by time."""
    ids = [row.id for row in outcomes if is_answer(row)]
    return max(ids, key=lambda each: (each != NOT_OURS, each), default="")
