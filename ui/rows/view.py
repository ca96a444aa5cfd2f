"""The view of all lists: rows on the page itself, with heads of groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.rows.background import RowState, paint_background
from ui.rows.layout import Columns, RowLayout, columns_of
from ui.rows.paged_view import PagedView
from ui.rows.pager import Pager, Slot
from ui.rows.row import Row
from ui.rows.style import Style, plain
from ui.theme.theme import theme
from ui.widgets.discard import discard

_INSET, _WIDE_INSET = 4, 10  # px between the scroll bar and the right edge, also on paper


class RowsView(PagedView[Row, RowLayout]):
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
        self.page_changed.connect(self._place_editor)
        self.page_changed.connect(self._place_beside)

    def set_beside(self, widget: QWidget) -> None:
        """Show a widget at the right end of the current row; its cell there leaves the space."""
        self._beside = widget
        widget.setParent(self)

    def _place_beside(self) -> None:
        if self._beside is None:
            return
        slot = next((one for one in self.slots if one.row == self._current and one.begins), None)
        self._beside.setVisible(slot is not None)
        if slot is not None:
            size = self._beside.sizeHint().boundedTo(self._beside.maximumSize())
            line = self._text_top(slot) + self._style.pad + self._style.line / 2
            left, top = self._style.right - size.width(), round(line - size.height() / 2)
            self._beside.setGeometry(left, top, size.width(), size.height())

    def open_editor(self, row_id: str, editor: QWidget) -> None:
        """Show a widget instead of the texts of a row; only the rows below it move.

        The caller gives it the focus and ends editing by ``close_editor``.
        """
        self.close_editor()
        self._held_top = self.slots[0].top if self.slots else None
        self._edited, self._editor = row_id, editor
        editor.setParent(self)
        editor.installEventFilter(self)
        self._layouts.clear()
        ids = [row.id for row in self._rows]
        if row_id in ids:
            self.set_current(ids.index(row_id), tell=False)
        self._invalidate_page(fill_up=False)

    def close_editor(self) -> None:
        """Show the texts of the row again, and remove the editor."""
        if self._editor is not None:
            discard(self._editor)
        self._edited, self._editor, self._held_top = "", None, None
        self._layouts.clear()
        self._invalidate_page(fill_up=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and event.type() == QEvent.Type.LayoutRequest:
            self._layouts.clear()  # the text that is typed has more or fewer lines
            self._invalidate_page(fill_up=False)
        return super().eventFilter(watched, event)

    def _place_editor(self) -> None:
        """Put the editor into its row, or hide it while that is not on the page."""
        if self._editor is None:
            return
        slot = next((s for s in self.slots if self._rows[s.row].id == self._edited), None)
        self._editor.setVisible(slot is not None)
        if slot is not None:
            layout = self._layout(slot.row)
            top = round(self._text_top(slot)) + self._style.pad
            height = slot.top + slot.height - self._style.pad - top
            self._editor.setGeometry(layout.text_left, top, layout.right - layout.text_left, height)

    def lay_out(self, row: Row, current: bool, leads: bool = False) -> RowLayout:
        """Measure a row; one that ``leads`` its group has the head of that above it."""
        if self._style.width != self.width():
            self.measure_all()
        if self._editor is not None and row.id == self._edited:
            bare = Row(row.id, "", row.before, depth=row.depth, head=row.head)
            least = max(self._style.least, self._editor.sizeHint().height() + 2 * self._style.pad)
            style = self._style._replace(least=least)
            layout = RowLayout(bare, self._columns, style, current, leads)
            layout.begin_at_top()
            return layout
        return RowLayout(row, self._columns, self._style, current, leads)

    def lay_out_names(self, names: Row) -> RowLayout:
        """Measure the names of the columns, in their own size."""
        size, line = theme().text_size("meta"), theme().line_height("meta")
        style = self._style._replace(size=size, line=line, pad=0, least=0)
        return RowLayout(names, self._columns, style, current=False)

    def measure_all(self) -> None:
        self._style = self._style_of(self._role, self.width())
        names = (self.names,) if self.names is not None else ()
        self._columns = columns_of((*self._rows, *names), self._style)
        self._common = (self._style, self._columns)
        if self._style.edge:
            self.bar_inset = _WIDE_INSET
            self.sides = (self._style.edge, self.width() - self._style.right)
        else:
            self.bar_inset = _INSET

    def row_name(self, row: Row) -> str:
        return row.name

    def row_description(self, row: Row) -> str:
        return row.description

    def row_checked(self, row: Row) -> bool | None:
        return row.checked

    def extent_under(self) -> tuple[int, int]:
        """Return the left edge in px of what is under the cells of the first row, and its width."""
        under = self._layout(0).under if self._rows else None
        return (under.left, under.width) if under is not None else (0, 0)

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        boxes = self._layout(slot.row).cell_boxes(self._text_top(slot), slot)
        return tuple(box for cell, box in boxes if cell.part)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return self._layout(slot.row).part_at(self._text_top(slot), slot, point)

    def _layout(self, index: int) -> RowLayout:
        row = self._rows[index]
        leads = row.head is not None and (index == 0 or self._rows[index - 1].head != row.head)
        return self._layout_of(row, self._shows_current(index), leads)

    def _pager(self) -> Pager:
        return Pager(
            len(self._rows), self.page_height, self._layout, lambda n: self._layout(n).above
        )

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        layout = self._layout(slot.row)
        top = slot.top + (layout.led if slot.begins else 0)
        head = layout.head
        if head is not None and slot.begins and (layout.led or slot is self.slots[0]):
            whole = Slot(0, 0, head.lines, 0, head.whole_height, True, True)
            head.paint(painter, top - head.whole_height, whole, False)
        if self._style.selects:
            box = QRectF(0, top, self.width(), slot.top + slot.height - top)
            row, right = layout.row, self._style.right
            for_room = self._role.startswith("room")
            paint_background(
                painter,
                box,
                state,
                chosen=row.chosen,
                outcome=row.outcome,
                tinted=layout.titled(slot) if for_room else None,
                line=(self._style.left, right if row.share is None else layout.words_right),
                share=row.share,
            )
        layout.paint(painter, top, slot, state.action_hovered)

    def _text_top(self, slot: Slot) -> float:
        """Return where a row begins below the head of its group."""
        return slot.top + (self._layout(slot.row).led if slot.begins else 0)


class RowNames(QWidget):
    """The names of the columns of a list, above it: the row ``names`` of its view, without pad."""

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, view: RowsView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.page_changed.connect(self.update)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        names = self._view.names
        if names is None or not self._view.rows:
            return
        layout = self._view.lay_out_names(names)
        height = layout.whole_height
        slot = Slot(0, 0, layout.lines, 0, height, True, True)
        layout.paint(QPainter(self), (self.height() - height) / 2, slot, False)
