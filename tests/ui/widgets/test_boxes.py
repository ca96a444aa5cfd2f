"""Layouts in one call."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import invalidate

from ui.widgets.boxes import STRETCH, column, flow, row


def shown(qtbot, width=300, height=200):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(width, height)
    holder.show()
    return holder


def test_a_row_gives_the_space_left_over_to_stretches_and_stretched_parts(qtbot):
    holder = shown(qtbot)
    first, last = QLabel("a"), QLabel("b")
    row(holder, first, STRETCH, last, gap=10)
    qtbot.waitUntil(lambda: last.geometry().right() == 299)
    assert first.geometry().left() == 0
    assert first.width() == first.sizeHint().width()


def test_a_column_contains_layouts_between_its_margins(qtbot):
    holder = shown(qtbot)
    above, left, right = QLabel("a"), QLabel("b"), QLabel("c")
    column(holder, above, (row(None, left, (right, 1), gap=0), 1), gap=7, around=(3, 5, 11, 13))
    qtbot.waitUntil(lambda: right.geometry().right() == 300 - 11 - 1)
    assert (above.x(), above.y(), left.x()) == (3, 5, 3)
    assert left.geometry().bottom() == 200 - 13 - 1
    assert left.y() == above.geometry().bottom() + 1 + 7


def test_a_flow_whose_outer_layout_is_being_deleted_is_empty(qapp):
    holder, inner = QWidget(), flow(None, QLabel("a"), QLabel("b"))
    column(holder, inner)
    invalidate(holder)  # as PySide does before Qt deletes a widget
    assert inner.sizeHint() == inner.minimumSize() == QSize(0, 0)
    assert inner.heightForWidth(100) == 0
