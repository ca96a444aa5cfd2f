"""The changes proposed by a file of answers: the record and the file side by side, per field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.text_stack import TextStack
from ui.theme.theme import theme
from ui.widgets.continuation import continuation_height
from ui.widgets.paged_list import PagedList
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_ground, paint_tick
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.commands.request_news import NewsOf
from workshop_app.services.request_answers import Proposal, Proposals

_SIDE = 16
_GAP = 18
_PADDING = 8
_NAME_LETTERS = 7
_BOX = 20


@dataclass(frozen=True)
class DifferenceRow(Row):
    """One field (``text`` is its name) in both versions; a heading with a box has neither."""

    ours: str = ""
    theirs: str = ""
    heading: bool = False


class DifferenceLayout:
    """The three columns of a row, or its heading, in a list of ``width`` px."""

    def __init__(self, row: DifferenceRow, width: int) -> None:
        self.row = row
        name = _NAME_LETTERS * theme().text_size("body")
        self.lefts = columns(width)
        side = max(1, (width - 2 * _SIDE - name - 2 * _GAP) // 2)
        if row.heading:
            self.lefts = (_SIDE + _BOX + 10,)
            self.stacks = (TextStack(max(1, width - self.lefts[0] - _SIDE)),)
            self.stacks[0].add(row.text, "body-bold")
            return
        self.stacks = (TextStack(name), TextStack(side), TextStack(side))
        texts = (row.text, row.ours or tr("requests.answers.empty"), row.theirs)
        for stack, text, role in zip(self.stacks, texts, _ROLES, strict=True):
            stack.add(text, role)

    @property
    def lines(self) -> int:
        """Number of lines of the longest column."""
        return max(len(stack) for stack in self.stacks)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        tallest = max(stack.height(first, last) for stack in self.stacks)
        parts = (first > 0) + (last < self.lines)
        return 2 * _PADDING + tallest + parts * continuation_height()


_ROLES = ("meta", "body-quiet", "body")


def columns(width: int) -> tuple[int, int, int]:
    """Return the left edges of the three columns in px."""
    name = _NAME_LETTERS * theme().text_size("body")
    side = max(1, (width - 2 * _SIDE - name - 2 * _GAP) // 2)
    second = _SIDE + name + _GAP
    return _SIDE, second, second + side + _GAP


class DifferencesView(RowNames, SheetView[DifferenceRow, DifferenceLayout]):
    """Paints ``DifferenceRow``; the box of a heading selects whether its answer is accepted."""

    def __init__(self) -> None:
        super().__init__("body")

    def lay_out(self, row: DifferenceRow, current: bool) -> DifferenceLayout:
        return DifferenceLayout(row, self.width())

    def row_name(self, row: Row) -> str:
        if not isinstance(row, DifferenceRow) or row.heading:
            return super().row_name(row)
        return tr("requests.answers.spoken", name=row.text, ours=row.ours, theirs=row.theirs)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return "tick" if self._tick_box(slot).adjusted(-6, -6, 6, 6).contains(point) else ""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        paint_ground(painter, box, state)
        y = box.top() + _PADDING + (0 if slot.begins else continuation_height())
        for stack, left in zip(layout.stacks, layout.lefts, strict=True):
            stack.draw(painter, box.left() + left, y, slot.first, min(slot.last, len(stack)))
        tick = self.rows[slot.row].tick
        if tick is not None:
            paint_tick(painter, self._tick_box(slot), tick)

    def _tick_box(self, slot: Slot) -> QRectF:
        if self.rows[slot.row].tick is None or not slot.begins:
            return QRectF()
        box = self._box(slot)
        top = box.top() + _PADDING + (theme().line_height("body") - _BOX) / 2
        return QRectF(box.left() + _SIDE, top, _BOX, _BOX)


class Differences(QWidget):
    """The answers of a file; nothing is recorded until the page uses what is ticked.

    ``changed``: an answer was ticked or unticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposals: dict[str, Proposal] = {}
        self._left_out: set[str] = set()
        self._remarks = Text("body-quiet", "")
        self.rows = PagedList(tr("requests.answers.title"), view=DifferencesView(), role="body")
        self._heads = (
            Text("meta", ""),
            Text("meta-bold", tr("requests.answers.ours")),
            Text("meta-bold", tr("requests.answers.theirs")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text("title", tr("requests.answers.title")))
        column.addWidget(Text("body-quiet", tr("requests.answers.lead")))
        column.addWidget(self._remarks)
        heads = QHBoxLayout()
        heads.setContentsMargins(_SIDE, 0, _SIDE, 0)
        heads.setSpacing(_GAP)
        self._heads[0].setFixedWidth(_NAME_LETTERS * theme().text_size("body"))
        heads.addWidget(self._heads[0])
        for head in self._heads[1:]:
            heads.addWidget(head, 1)
        column.addLayout(heads)
        column.addWidget(self.rows, 1)
        self.rows.ticked.connect(self._toggle)
        self.rows.activated.connect(self._toggle)

    def show_proposals(self, found: Proposals) -> None:
        """Show what a file proposes; every answer is ticked initially."""
        self._proposals = {each.code: each for each in found.proposals}
        self._left_out = set()
        self._remarks.setText("\n".join(found.remarks))
        self._remarks.setVisible(bool(found.remarks))
        self.rows.set_rows(self._rows(), next(iter(self._proposals), None))

    def agreed(self) -> tuple[NewsOf, ...]:
        """Return what is ticked."""
        return tuple(
            each.change for code, each in self._proposals.items() if code not in self._left_out
        )

    def _rows(self) -> Sequence[DifferenceRow]:
        rows = []
        for code, each in self._proposals.items():
            title = f"{code}  {each.found.request.title}  {each.found.customer.name}"
            rows.append(DifferenceRow(code, title, tick=code not in self._left_out, heading=True))
            rows += [
                DifferenceRow(
                    f"{code}\n{one.name}",
                    tr(f"request_news.{one.name}"),
                    ours=one.ours,
                    theirs=one.theirs,
                )
                for one in each.differences
            ]
        return rows

    def _toggle(self, row_id: str) -> None:
        code = row_id.partition("\n")[0]
        self._left_out ^= {code}
        self.rows.set_rows(self._rows())
        self.changed.emit()
