"""The view of all lists: rows on the page itself, with heads of groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.rows.background import RowState, paint_background
from ui.rows.continuation import continued
from ui.rows.layout import Columns, RowLayout, columns_of
from ui.rows.paged_view import PagedView
from ui.rows.pager import Slot
from ui.rows.row import Row
from ui.rows.style import Style, plain
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.widgets.painted import Painted
from ui.widgets.painting import fill

_INSET, _WIDE_INSET = 4, 10  # px between the scroll bar and the right edge, also on paper


class Head(NamedTuple):
    """The head of a group on the page, above the row in ``slot``, which is its first one there."""

    row: Row
    slot: Slot
    box: QRectF


class RowsView(PagedView):
    """Paints rows (``ui.rows.row.Row``) in the measures that ``style`` returns.

    ``style`` is called with the text role and the width.
    """

    def __init__(self, role: str, style: Callable[[str, int], Style] = plain) -> None:
        super().__init__(role)
        self._style_of = style
        self._style = style(role, 0)
        self._columns = Columns()
        self.names: Row | None = None
        """The names of the columns, if a ``RowNames`` shows them above the list."""
        self._edited = ""
        self._editor: QWidget | None = None
        self._beside: QWidget | None = None
        self._heads: dict[Row, RowLayout] = {}
        self.page_changed.connect(self._place_editor)
        self.page_changed.connect(self._place_beside)

    def set_beside(self, widget: QWidget) -> None:
        """Show a widget at the right end of the current row; its cell there leaves the space.

        It keeps the keyboard while wheel and scroll bar show other rows.
        """
        self._beside, self.keeps_current = widget, True
        widget.setParent(self)

    def _place_beside(self) -> None:
        if self._beside is None:
            return
        slot = next((one for one in self.slots if one.row == self.current and one.begins), None)
        if slot is None:
            self._beside.move(0, self.height())
        else:
            size = self._beside.sizeHint().boundedTo(self._beside.maximumSize())
            line = self._text_top(slot) + self._style.pad + self._style.line / 2
            left, top = self._style.right - size.width(), round(line - size.height() / 2)
            self._beside.setGeometry(left, top, size.width(), size.height())

    def set_rows(self, rows: Sequence[Row], current: str | None) -> None:
        super().set_rows(rows, current)
        if theme().stacked:
            self.updateGeometry()  # for the heads

    def minimumSizeHint(self) -> QSize:
        """Have room for a line below the highest head of a group, where text is large."""
        least = super().minimumSizeHint()
        if not theme().stacked:
            return least
        heads = {row.head for row in self.rows if row.head is not None}
        continued = [self._head(self._continued(head)) for head in heads]
        highest = max((head.whole_height for head in continued), default=0)
        return QSize(least.width(), least.height() + highest)

    def open_editor(self, row_id: str, editor: QWidget) -> None:
        """Show a widget instead of the texts of a row or a head; only the rows below it move.

        The caller gives it the focus and ends editing by ``close_editor``.
        """
        self.close_editor()
        for slot in self.slots[:1]:
            above = self._layout(slot.row).above if slot.begins else 0
            self._held_top = slot.top - above
        self._held_start = self._start
        self._edited, self._editor = row_id, editor
        editor.setParent(self)
        editor.installEventFilter(self)
        self._measure_again()
        self._slide_below(row_id)
        ids = [row.id for row in self._rows]
        if row_id in ids:
            self.set_current(ids.index(row_id), tell=False)
        elif all(head.row.id != row_id for head in self.heads):
            heads = [row.head.id if row.head is not None else "" for row in self._rows]
            self.set_current(heads.index(row_id) if row_id in heads else -1)
        self.updateGeometry()
        self._invalidate_page(fill_up=False)

    def close_editor(self) -> None:
        """Show the texts of the row again, and remove the editor."""
        if self._editor is not None:
            discard(self._editor)
            self._slide_below(self._edited)
        self._edited, self._editor, self._held_top = "", None, None
        self._measure_again()
        self.updateGeometry()
        self._invalidate_page(fill_up=False)

    def _slide_below(self, row_id: str) -> None:
        """Let the rows below a row or a head slide, which gets or had an editor."""
        for index, row in enumerate(self._rows):
            if row.id == row_id or (row.head is not None and row.head.id == row_id):
                self.slide(index + (row.id == row_id), row_id)
                break

    def _measure_again(self) -> None:
        self._layouts.clear()
        self._heads.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and event.type() == QEvent.Type.LayoutRequest:
            self._measure_again()  # the text that is typed has more or fewer lines
            self.updateGeometry()
            self._invalidate_page(fill_up=False)
        return super().eventFilter(watched, event)

    def _place_editor(self) -> None:
        """Put the editor into its row, or hide it while that is not on the page."""
        if self._editor is None:
            return
        boxes = [(head.box, self._head(head.row)) for head in self.heads
                  if head.row.id == self._edited]  # fmt: skip
        boxes += [(self._row_box(slot), self._layout(slot.row)) for slot in self.slots
                   if self._rows[slot.row].id == self._edited]  # fmt: skip
        self._editor.setVisible(bool(boxes))
        for box, layout in boxes:
            top, pad = round(box.top()), layout.style.pad
            width, height = layout.right - layout.text_left, round(box.bottom()) - top - 2 * pad
            self._editor.setGeometry(layout.text_left, top + pad, width, height)

    def lay_out(self, row: Row, current: bool, leads: bool = False) -> RowLayout:
        """Measure a row; one that ``leads`` its group has the head of that above it."""
        if self._style.width != self.width():
            self.measure_all()
        head = row.head if leads or row.head is None else self._continued(row.head)
        above = self._head(head).whole_height if head is not None else 0
        if self._editor is None or row.id != self._edited:
            return RowLayout(row, self._columns, self._style, current, leads, above)
        return self._with_editor(row, self._editor, self._style, current, leads, above)

    def _with_editor(
        self,
        row: Row,
        editor: QWidget,
        style: Style,
        current: bool = False,
        leads: bool = False,
        head: int = 0,
    ) -> RowLayout:
        """Measure a row, or the head of a group, whose texts an editor replaces."""
        bare = Row(row.id, "", row.before, depth=row.depth, head=row.head)
        least = max(style.least, editor.sizeHint().height() + 2 * style.pad)
        layout = RowLayout(bare, self._columns, style._replace(least=least), current, leads, head)
        layout.begin_at_top()
        return layout

    def _head(self, head: Row) -> RowLayout:
        """Measure the head of a group."""
        style = self._style.head
        found = self._heads.get(head)
        if found is None and self._editor is not None and head.id and head.id == self._edited:
            found = self._with_editor(head, self._editor, style)
        elif found is None:
            columns = self._columns if self._style.banded else Columns()
            found = RowLayout(head, columns, style, False)
        self._heads[head] = found
        return found

    @property
    def heads(self) -> list[Head]:
        """The heads of groups on the page, from the top."""
        found = (self._head_of(slot) for slot in self.slots)
        return [head for head in found if head is not None]

    def _head_of(self, slot: Slot) -> Head | None:
        """Return the head above a row on the page, if there is one."""
        row, layout = self._rows[slot.row], self._layout(slot.row)
        first = slot is self._slots[0]
        if row.head is None or not slot.begins or not (layout.led or first):
            return None
        height = layout.led or layout.above
        top = slot.top + layout.led - height
        head = row.head if layout.led else self._continued(row.head)
        return Head(head, slot, QRectF(0, top, self.width(), height))

    def _continued(self, head: Row) -> Row:
        """Return the head as it is on a further page: in a band it says that it continues."""
        return continued(head) if self._style.banded else head

    def lay_out_names(self, names: Row) -> RowLayout:
        """Measure the names of the columns, in their own size."""
        size, line = theme().text_size("meta"), theme().line_height("meta")
        style = self._style._replace(size=size, line=line, pad=0, least=0)
        return RowLayout(names, self._columns, style, current=False)

    def least_below(self) -> int:
        if self._editor is None:
            return 0
        edited = (self._layout(n) for n, row in enumerate(self._rows) if row.id == self._edited)
        return next((layout.whole_height for layout in edited), 0)

    def measure_all(self) -> None:
        self._style = self._style_of(self.role, self.width())
        names = (self.names,) if self.names is not None else ()
        self._columns = columns_of((*self._rows, *names), self._style)
        self._common = (self._style, self._columns)
        self._heads.clear()
        if self._style.edge:
            self.bar_inset = _WIDE_INSET
            self.sides = (self._style.edge, self.width() - self._style.right)
        else:
            self.bar_inset = _INSET

    def extent_under(self) -> tuple[int, int]:
        """Return the left edge in px of what is under the cells of the first row, and its width."""
        under = self._layout(0).under if self._rows else None
        return (under.left, under.width) if under is not None else (0, 0)

    def accessible_box(self, index: int) -> QRectF:
        slot = next((slot for slot in self.slots if slot.row == index), None)
        return self._row_box(slot) if slot is not None else QRectF()

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        boxes = self._layout(slot.row).cell_boxes(self._text_top(slot), slot)
        return tuple(box for cell, box in boxes if cell.part)

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return the keys of boxes and buttons, and the centres of their caps."""
        boxes = [
            each
            for slot in self.slots
            for each in self._layout(slot.row).cell_boxes(self._text_top(slot), slot)
        ]
        return tuple(
            (cell.key, QPointF(box.center().x(), box.bottom())) for cell, box in boxes if cell.key
        )

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return self._layout(slot.row).part_at(self._text_top(slot), slot, point)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        head = self._head_of(slot)
        layout = self._layout(slot.row)
        box = self._row_box(slot)
        slot = slot._replace(height=round(box.height()))
        if self._style.selects:
            row, right = layout.row, self._style.right
            if self._style.banded and self._ends_group(slot.row):
                state = replace(state, last_on_page=True)
            result = self.role.startswith("room") and (row.chosen or row.outcome is not None)
            paint_background(
                painter,
                box,
                state,
                chosen=self.is_tinted(row),
                outcome=row.outcome,
                tinted=layout.titled(slot) if result else None,
                line=(self._style.left, right if row.share is None else layout.words_right),
                share=row.share,
            )
        layout.paint(painter, box.top(), slot, state.part)
        if head is not None:
            kept = self.shift if head.row.id == self._slide.kept else 0
            painter.translate(0, -kept)
            self.paint_head(painter, head)
            painter.translate(0, kept)

    def paint_head(self, painter: QPainter, head: Head) -> None:
        """Paint the head of a group."""
        if self._style.banded:
            fill(painter, head.box, self.head_colour(head))
        layout = self._head(head.row)
        whole = Slot(0, 0, layout.lines, 0, layout.whole_height, True, True)
        layout.paint(painter, head.box.top(), whole)
        if self._style.banded and head.box.top() > 0:
            pen = QPen(theme().colour("edge"), 1)
            pen.setStyle(Qt.PenStyle.DashLine if head.row.quiet else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            y = head.box.top() + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def head_colour(self, head: Head) -> str:
        """Return the colour of the band of a head."""
        return "sunken"

    def is_tinted(self, row: Row) -> bool:
        """Return whether a row is tinted although it is not the current one."""
        return row.chosen

    def _ends_group(self, index: int) -> bool:
        following = self._rows[index + 1 : index + 2]
        return not following or following[0].head != self._rows[index].head

    def _row_box(self, slot: Slot) -> QRectF:
        """Return the box of a row below the head of its group."""
        top = self._text_top(slot)
        return QRectF(0, top, self.width(), slot.top + slot.height - top)

    def _text_top(self, slot: Slot) -> float:
        """Return where a row begins below the head of its group."""
        return slot.top + (self._layout(slot.row).led if slot.begins else 0)


class RowNames(Painted):
    """The names of the columns of a list, above it: the row ``names`` of its view, without pad."""

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, view: RowsView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.page_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        names = self._view.names
        if names is None or not self._view.rows:
            return
        layout = self._view.lay_out_names(names)
        height = layout.whole_height
        slot = Slot(0, 0, layout.lines, 0, height, True, True)
        layout.paint(painter, (self.height() - height) / 2, slot)
