"""What a panel keeps when it is closed, and when its page is rebuilt."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.components.field_panel import FieldPanel, FieldTask, PanelField
from ui.components.panel_stack import PanelStack
from ui.components.task_panel import TaskPanel
from ui.forms.unsent import Unsent
from workshop_app.domain.problem import Problem


def problem(name):
    return Problem(id=name, workshop_id="w", position=1, number=1, first_wording=name)


A = problem("a")
B = problem("b")


TASK = FieldTask({"words": PanelField("Words")}, "Write", lambda _problem, _values: None)


class Writing(FieldPanel):
    """A panel with one field."""

    def __init__(self, api):
        super().__init__(api, TASK)


class Reading(Writing):
    """A panel whose text is saved immediately, and which is not reopened."""

    KEEPS_DRAFT = False
    REOPENS = False


class Nothing(TaskPanel):
    """A panel that has nothing to show about any problem."""

    def show_problem(self, state, problem):
        super().show_problem(state, problem)
        self.cancelled.emit()


@pytest.fixture
def kept():
    """What survives the page: the name of the open panel, and what is unsaved."""
    return {}, Unsent(lambda: False, list)


@pytest.fixture
def stack(qtbot, kept):
    return make(qtbot, kept)


def make(qtbot, kept):
    memory, unsent = kept
    panels = {
        "writing": lambda: Writing(None),
        "reading": lambda: Reading(None),
        "nothing": lambda: Nothing(None),
    }
    one = PanelStack(QWidget(), panels, memory, unsent, "page")
    qtbot.addWidget(one)
    one.show()
    return one


def field(stack):
    return stack.current.entries["words"]


def test_words_that_were_used_are_gone(stack):
    stack.open("writing", None, A)
    field(stack).set_text("whole")
    stack.close_panel(done=True)
    stack.open("writing", None, A)
    assert field(stack).text() == ""


def test_a_panel_that_keeps_no_draft_begins_empty(stack):
    stack.open("reading", None, A)
    field(stack).set_text("saved already")
    stack.close_panel()
    stack.open("reading", None, A)
    assert field(stack).text() == ""


def test_the_open_panel_comes_back_with_its_words_on_a_page_built_again(qtbot, kept, stack):
    stack.open("writing", None, A)
    field(stack).set_text("half")
    stack.save()
    kept[1].detach_all()
    again = make(qtbot, kept)
    again.reopen(None, A)
    assert field(again).text() == "half"


def test_a_closed_panel_and_one_only_read_do_not_come_back(qtbot, kept, stack):
    stack.open("writing", None, A)
    stack.save()
    stack.close_panel()
    closed = make(qtbot, kept)
    closed.reopen(None, A)
    assert closed.current is None
    closed.open("reading", None, A)
    closed.save()
    read = make(qtbot, kept)
    read.reopen(None, A)
    assert read.current is None


def test_another_panel_takes_the_place_of_the_open_one_and_its_words_wait(stack):
    stack.open("writing", None, A)
    field(stack).set_text("half")
    writing = stack.current
    stack.open("reading", None, A)
    assert not writing.isVisible()
    assert stack.current.isVisible()
    stack.open("writing", None, A)
    assert field(stack).text() == "half"


def test_a_panel_with_nothing_to_show_leaves_the_work_area(stack):
    stack.open("nothing", None, A)
    assert stack.current is None
    assert stack._work_area.isVisible()
