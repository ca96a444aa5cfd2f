"""Layouts are done once, after the event, and never nested."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.helpers.fitting import settle
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.scroll_bar import ScrollBar
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout, finish_layouts
from ui.widgets.discard import discard
from ui.widgets.key_action import KeyAction
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.problem_head import ProblemHead
from ui.widgets.text import Text

UI = Path(__file__).resolve().parents[3] / "ui"
HARMLESS = {"resizeEvent", "size", "width", "height", "invalidate", "update", "updateGeometry",
            "oldSize", "clear", "isVisible", "_invalidate_page",
            "verticalScrollBar"}  # fmt: skip
IN_NO_LAYOUT = {("PresenterWindow", "_follow_size"), ("RoomPicture", "start"),
                ("ManualBrowser", "setViewportMargins")}  # fmt: skip
"""Before the window is shown nothing is laid out that this could disturb; a timer fires later; the
viewport of a browser is in no layout and contains no widgets.
"""
LONG = "夜間のアラートが多く、当番の人が眠れない。" * 30
SIZES = st.tuples(st.integers(320, 2600), st.integers(240, 1500))


def calls_on_resize() -> Iterator[tuple[str, str]]:
    """Class and called name of each call in our ``resizeEvent`` methods."""
    for path in UI.rglob("*.py"):
        for kind in ast.walk(ast.parse(path.read_text("utf-8"))):
            methods = kind.body if isinstance(kind, ast.ClassDef) else []
            for method in methods:
                if isinstance(method, ast.FunctionDef) and method.name == "resizeEvent":
                    for call in ast.walk(method):
                        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                            yield kind.name, call.func.attr


def test_a_resize_event_changes_no_other_widget():
    calls = set(calls_on_resize())
    assert ("RowsView", "resizeEvent") in calls
    assert {call for call in calls if call[1] not in HARMLESS} == IN_NO_LAYOUT


def test_many_invalidations_are_one_layout(qapp):
    calls = []
    owner = QObject()
    layout = DeferredLayout(owner, lambda: calls.append(1))
    for _ in range(5):
        layout.invalidate()
    assert calls == []
    QApplication.processEvents()
    assert calls == [1]


def test_what_is_invalidated_by_a_layout_follows_in_the_same_event(qapp):
    owner = QObject()
    calls = []
    second = DeferredLayout(owner, lambda: calls.append("second"))

    def work():
        second.invalidate()
        finish_layouts()
        calls.append("first")

    DeferredLayout(owner, work).invalidate()
    finish_layouts()
    assert calls == ["first", "second"]


def test_a_deleted_widget_is_not_laid_out(qapp):
    owner = QWidget()
    calls = []
    DeferredLayout(owner, lambda: calls.append(1)).invalidate()
    discard(owner)
    QApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    finish_layouts()
    assert calls == []


def test_after_an_error_the_others_are_laid_out_nevertheless(qapp):
    owner = QObject()
    calls = []

    def fail():
        raise ValueError("no room")

    DeferredLayout(owner, fail).invalidate()
    DeferredLayout(owner, lambda: calls.append(1)).invalidate()
    with pytest.raises(ValueError, match="no room"):
        finish_layouts()
    QApplication.processEvents()
    assert calls == [1]


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_two_that_undo_each_other_do_not_hang_the_program(qapp, qtlog):
    owner = QObject()
    calls = []
    one = DeferredLayout(owner, lambda: (calls.append(1), other.invalidate()))
    other = DeferredLayout(owner, lambda: (calls.append(2), one.invalidate()))
    one.invalidate()
    QApplication.processEvents()
    assert len(calls) <= 100
    assert any("does not come to rest" in record.message for record in qtlog.records)


class Nest(QWidget):
    """A page like those of the program: lists whose buttons take space from other widgets.

    The list's handler of ``page_changed`` hides and shows a part of the page, which makes Qt lay
    out the whole page immediately.
    """

    def __init__(self):
        super().__init__()
        self.depth = 0
        self.deepest = 0
        self.changes = 0
        self.head = ProblemHead("課題", [KeyAction("Alt+W", lambda: None, self, text="言い方")])
        self.name = LongText("problem", most_lines=1)
        self.more = MoreButton(self.name)
        self.list = PagedList("一覧")
        self.other = PagedList("ほか", role="list")
        self.note = Text("body", "ほかのページにもあります")
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.more)
        lists = QHBoxLayout()
        lists.addWidget(self.list, 2)
        lists.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addLayout(row)
        column.addLayout(lists, 1)
        column.addWidget(self.note)
        self.list.view.page_changed.connect(self._page_changed)
        self.other.view.page_changed.connect(self._page_changed)

    def _page_changed(self):
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        self.changes += 1
        self.note.setVisible(self.list.view.rows_after() > 0)
        self.depth -= 1

    def fill(self, count):
        rows = [
            Row(f"p{n}", f"課題その {n}。" * (n % 7 + 1), before=(Number(str(n)),))
            for n in range(count)
        ]
        self.name.set_text(LONG)
        self.head.show_problem(3, "5 票", LONG)
        self.list.set_rows(rows, rows[-1].id if rows else None)
        self.other.set_rows(rows, rows[0].id if rows else None)

    def check(self):
        """Check that the widgets match the sizes."""
        assert self.deepest <= 1
        for listing in (self.list, self.other):
            slots = listing.view.slots
            assert bool(slots) == bool(listing.rows())
            height = listing.view.height()
            assert all(s.top + s.height <= height for s in slots) or len(slots) == 1
            whole = [s.row for s in slots if s.begins and s.ends]
            assert whole == list(range(whole[0], whole[0] + len(whole))) if whole else True
            others = listing.view.rows_before() + listing.view.rows_after()
            assert listing.findChild(ScrollBar).isHidden() == (not others)
        assert self.more.isHidden() == (self.name.pages == 1)
        assert str(self.name.pages) in self.more.text() or self.name.pages == 1


@pytest.fixture
def nest(qtbot):
    one = Nest()
    qtbot.addWidget(one)
    one.fill(40)
    one.resize(1200, 700)
    one.show()
    QApplication.processEvents()
    one.check()
    yield one
    one.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(SIZES, st.integers(0, 60), st.booleans()), min_size=1, max_size=4))
def test_lists_and_long_texts_are_right_at_any_sequence_of_sizes(nest, steps):
    for size, count, with_metrics in steps:
        nest.resize(*size)
        if with_metrics:
            theme().resize(*size)
        nest.fill(count)
        settle()
        nest.check()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from((1.0, 1.1, 1.25, 1.5, 2.0)), min_size=1, max_size=4), SIZES)
def test_text_may_grow_and_shrink_while_the_page_is_seen(nest, scales, size):
    nest.resize(*size)
    for scale in scales:
        theme().set_text_scale(scale)
        QApplication.processEvents()
        nest.check()


def test_a_resize_does_nothing_to_other_widgets_before_the_event_is_over(nest):
    theme().resize(1024, 660)
    shown = nest.list.findChild(ScrollBar).geometry()
    changes = nest.changes
    nest.resize(1000, 420)
    assert nest.list.findChild(ScrollBar).geometry() == shown
    assert nest.changes == changes
    last = nest.list.view.slots[-1]  # what is read is right at once
    assert last.top + last.height <= nest.list.view.height()
    QApplication.processEvents()
    assert nest.changes > changes
    nest.check()


def test_a_hundred_resizes_in_one_event_are_one_change_of_pages(nest):
    before = nest.changes
    for width in range(600, 1600, 10):
        nest.resize(width, 600)
    QApplication.processEvents()
    assert nest.changes - before <= 8  # two lists, and what their buttons and the note change
    nest.check()
