"""Every control of every page, section and panel: name, role, target size, keyboard access.

The keyboard focus is visible everywhere.
"""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.helpers.controls import controls, wrong
from tests.helpers.focus import unseen
from tests.helpers.rounds import a_round
from tests.helpers.visible import visible_widgets
from ui.app import application
from ui.audience.window import AudienceWindow
from ui.widgets.painted_button import PaintedButton
from workshop_app.domain.steps import Step

TEXT = QAccessible.Text


@pytest.mark.every_value
def test_every_control_has_a_name_a_role_a_large_target_a_key_and_visible_focus(
    finished, words, private
):
    at = finished(words, private=private)
    found = {}
    for place in a_round(at):
        if faults := [*wrong(at.window), *filter(None, [unseen(at.window)])]:
            found[place] = faults
    assert found == {}


@pytest.mark.parametrize("step", Step)
def test_what_is_read_out_has_no_markup_and_no_name_twice(desk, step, private):
    one = desk(sample=True, page=str(step), private=private)
    read = [QAccessible.queryAccessibleInterface(each) for each in visible_widgets(one.window)]
    said = [[each.text(kind) for kind in (TEXT.Name, TEXT.Description)] for each in read]
    assert [words for words in said if "</" in "".join(words)] == []
    buttons = visible_widgets(one.window, PaintedButton)
    buttons = [each for each in buttons if each.isEnabled()]
    described = [(each.text(), each.accessibleDescription()) for each in buttons]
    assert [words for words in described if words[1] and words[0] in words[1]] == []


def test_the_audience_display_has_an_accessible_name(qtbot):
    wall = AudienceWindow()
    qtbot.addWidget(wall)
    wall.show()
    spoken = QAccessible.queryAccessibleInterface(wall)
    assert spoken.text(QAccessible.Text.Name).strip()
    assert spoken.role() == QAccessible.Role.Window
    assert controls(wall) == []


def test_the_tour_finds_its_controls(qtbot):
    application()
    window = QWidget()
    qtbot.addWidget(window)

    class Bad(QWidget):
        def mousePressEvent(self, event: QEvent) -> None: ...

    Bad.__module__ = "ui.widgets.bad"
    bad = Bad(window)
    bad.resize(20, 40)
    window.show()
    kinds = {fault.partition(":")[0].split(" ")[0] for fault in wrong(window)}
    assert kinds == {"nameless", "no", "small", "by"}
