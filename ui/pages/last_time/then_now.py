"""The previous visit and now side by side: problems, actions, and the can-do check."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.components.asked_list import AskedListSection
from ui.components.earlier_words import words_of_day
from ui.pages.last_time.actions import LOOKS, answer_word
from ui.pages.last_time.problems import standing
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.continuation import continuation_height
from ui.widgets.lettering import lettered
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.then_now import (
    AskedLine,
    asked_lines,
    last_actions,
    left_problems,
    taken_over,
)
from workshop_app.i18n import tr

_THEN_SHARE = 0.6
"""Share of the width for the texts of the previous visit."""


class ThenNowSection(AskedListSection):
    """Two columns, paged and read-only."""

    NAME = "then_now"

    def build(self) -> None:
        view = PairView("list" if self.private else "room")
        self.build_list(tr("last_time.then_now.rows"), tr("last_time.then_now.none"), view=view)

    def refresh(self, state: WorkshopState) -> None:
        before = state.before
        rows: list[PairRow] = []
        if before is not None:
            rows = [_problem(state, before, each) for each in left_problems(state)]
        for action in last_actions(state):
            icon, colour = LOOKS[action.answer]
            text = words_of_day(state, action, action.text)
            said = "  ".join(part for part in (answer_word(action), action.answer_note) if part)
            known = action.answer is not None
            row = PairRow(action.id, text, icon=icon, icon_colour=colour, now=said, known=known)
            rows.append(row)
        for line in asked_lines(state):
            known = line.hands_now is not None
            rows.append(PairRow(_id(line), line.text, now=_hands(line), known=known))
        self.show_rows(rows, tr("last_time.then_now.lead"))


def _problem(state: WorkshopState, before: WorkshopState, problem: Problem) -> PairRow:
    promise = next(iter(before.promises_of(problem).values()))
    look = OUTCOMES[SHAPE[promise]]
    new = taken_over(state, problem)
    now = problem.became
    if not now and new is not None:
        now = tr("last_time.problems.now_number", number=new.number)
    return PairRow(
        problem.id,
        problem.title,
        icon=look.icon,
        icon_colour=look.colour,
        now=now or standing(before, problem),
        known=bool(now),
    )


def _id(line: AskedLine) -> str:
    return line.origin_id or line.text


def _hands(line: AskedLine) -> str:
    then = tr("last_time.alone.uncounted") if line.hands_then is None else str(line.hands_then)
    if line.hands_now is None:
        return tr("last_time.then_now.hands_then", then=then)
    return tr("last_time.then_now.hands", then=then, n=line.hands_now)


@dataclass(frozen=True)
class PairRow(Row):
    """The earlier state, and the state ``now``, in bold if it is ``known``."""

    now: str = ""
    known: bool = False


class PairLayout:
    """Two texts side by side, each wrapped in its column."""

    def __init__(self, row: PairRow, width: int, role: str) -> None:
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad = max(14, round(self.size * 0.6))
        self.mark = round(self.size * 1.3)
        room = width - 2 * self.pad - 2 * self.mark
        then = round(room * _THEN_SHARE)
        font = theme().font(role)
        self.then = lettered(row.text, font, self.line_height, then)
        self.now_left = self.pad + self.mark + then + self.mark
        now = theme().sized_font(self.size, True) if row.known else font
        self.now = lettered(row.now, now, self.line_height, room - then)

    @property
    def lines(self) -> int:
        """Number of lines of the longer column."""
        return max(len(self.then.lines), len(self.now.lines))

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        parts = (first > 0) + (last < self.lines)
        gap = max(6, theme().metrics.gap // 2)
        return 2 * gap + (last - first) * self.line_height + parts * continuation_height()


class PairView(RowNames, SheetView[PairRow, PairLayout]):
    """Draws ``PairRow`` for a ``PagedList``."""

    def lay_out(self, row: PairRow, current: bool) -> PairLayout:
        return PairLayout(row, self.width(), self._role)

    def row_name(self, row: Row) -> str:
        now = row.now if isinstance(row, PairRow) else ""
        return f"{super().row_name(row)} → {now}"

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        row = self.rows[slot.row]
        paint_ground(painter, box, state)
        gap = max(6, theme().metrics.gap // 2)
        y = box.top() + gap + (0 if slot.begins else continuation_height())
        x = box.left() + layout.pad
        line = layout.line_height
        if slot.begins:
            side = round(layout.size * 0.8)
            if row.icon:
                paint_icon(painter, row.icon, row.icon_colour, _middle(x, y, line, side))
            arrow = _middle(box.left() + layout.now_left - layout.mark, y, line, side)
            paint_icon(painter, "arrow-right", "ink2", arrow)
        ink = theme().colour("ink" if row.known else "ink2")
        left = x + layout.mark
        layout.then.draw(painter, left, y, theme().colour("ink2"), slot.first, slot.last)
        layout.now.draw(painter, box.left() + layout.now_left, y, ink, slot.first, slot.last)


def _middle(x: float, y: float, line: int, side: int) -> QRectF:
    return QRectF(x, y + (line - side) / 2, side, side)
