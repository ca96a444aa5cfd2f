"""A panel of fields is data: its texts, what they begin with, and what is done with them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.components.field_panel import FieldPanel, FieldTask, PanelField
from workshop_app.domain.problem import Problem

PROBLEM = Problem(id="a", workshop_id="w", position=1, number=1, first_wording="slow")


class Window:
    """Notes commands, and refuses them if told so."""

    def __init__(self):
        self.commands = []
        self.said = []
        self.refuses = False

    def execute(self, command, *, done=""):
        self.commands.append(command)
        if done and not self.refuses:
            self.said.append(done)
        return None if self.refuses else command


def task(**changed):
    fields = {
        "title": PanelField("Title", needed="A title is needed.", icon="pen"),
        "text": PanelField("Text", "What it is about", icon="pen"),
    }
    given = {
        "command": lambda problem, values: (problem.id, dict(values)),
        "done": lambda problem: f"{problem.number} done",
        "refusal": lambda values: "Both are equal." * (values["title"] == values["text"]),
    } | changed
    return FieldTask(fields, "Do", **given)


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def make(qtbot, window):
    def made(**changed):
        panel = FieldPanel(window, task(**changed))
        panel.finishes = 0
        panel.finished.connect(lambda: setattr(panel, "finishes", panel.finishes + 1))
        qtbot.addWidget(panel)
        panel.open(None, PROBLEM, {})
        panel.show()
        qtbot.waitExposed(panel)
        panel.focus_start()
        return panel

    return made


def enter(panel, name):
    QTest.keyClick(panel.entries[name].field, Qt.Key.Key_Return)


def test_enter_leads_from_a_filled_field_to_the_next_and_does_the_task(make, window):
    panel = make()
    enter(panel, "title")
    assert panel.focusWidget() is panel.entries["title"].field
    panel.entries["title"].set_text(" one ")
    enter(panel, "title")
    assert panel.focusWidget() is panel.entries["text"].field
    enter(panel, "text")
    assert window.commands == [("a", {"title": "one", "text": ""})]
    assert window.said == ["1 done"]
    assert panel.finishes == 1


def test_typing_in_the_first_field_moves_no_field_under_the_mouse(make, qtbot):
    panel = make()
    field = panel.entries["text"].field
    place = field.mapTo(panel, QPoint(0, 0))
    QTest.keyClicks(panel.entries["title"].field, "more than one line has room for " * 6)
    for _ in range(4):
        QApplication.processEvents()
    assert field.mapTo(panel, QPoint(0, 0)) == place
    QTest.mouseClick(panel.window().windowHandle(), Qt.MouseButton.LeftButton,
                     pos=field.mapTo(panel.window(), field.rect().center()))  # fmt: skip
    assert panel.focusWidget() is field


def test_what_is_missing_or_refused_is_said_and_nothing_is_done(make, window):
    panel = make()
    panel.do()
    assert panel.error.sentence == "A title is needed."
    for entry in panel.entries.values():
        entry.set_text("same")
    assert panel.error.sentence == ""
    panel.do()
    assert panel.error.sentence == "Both are equal."
    panel.entries["text"].set_text("other")
    window.refuses = True
    panel.do()
    assert panel.finishes == 0
    assert window.said == []


def test_without_anything_to_do_the_panel_is_finished(make, window):
    panel = make(command=lambda _problem, _values: None)
    panel.entries["title"].set_text("one")
    panel.do()
    assert panel.finishes == 1
    assert window.commands == window.said == []


def test_fields_begin_with_what_is_saved_and_keep_what_differs(make):
    saved = {"title": "one"}
    panel = make(saved=lambda _problem: dict(saved))
    assert panel.entries["title"].text() == "one"
    assert panel.typed() == {}
    saved["title"] = "another"
    panel.show_problem(None, PROBLEM)
    assert panel.entries["title"].text() == "another"
    panel.entries["title"].set_text("a third")
    saved["title"] = "one"
    panel.show_problem(None, PROBLEM)
    assert panel.typed() == {"title": "a third", "text": ""}
    panel.open(None, PROBLEM, {})
    assert panel.typed() == {}
    panel.open(None, PROBLEM, {"title": "a draft"})
    assert panel.entries["title"].text() == "a draft"


def test_a_question_stands_between_the_first_wording_and_the_fields(make):
    asked = [""]
    panel = make(first_lines=4, question=lambda: asked[0], hint=lambda _state, _problem: asked[0])
    assert panel.hides_wording
    assert panel.first.text() == "slow"
    assert not panel.question.isVisible()
    assert not panel.hint.isVisible()
    asked[0] = "How slow?"
    panel.show_problem(None, PROBLEM)
    assert panel.question.isVisible()
    assert panel.hint.text() == "How slow?"
