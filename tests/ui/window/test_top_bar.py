"""The top bar: step, saved state, timer and room, from the edge of the page's texts on."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.visible import visible_widgets
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import EditWorkshop

SIZES = [(1024, 700), (1366, 768), (1920, 1080)]


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
def test_the_name_is_at_the_edge_of_texts_and_the_digits_are_in_the_middle(
    desk, words, size, private
):
    one = desk(words, until=Step.SOLVE, page="solve", size=size, private=private)
    bar = one.window.bar
    assert bar.step.x() == theme().metrics.rail + theme().metrics.edge
    digits = digits_of(bar.timer)
    middle = digits.mapTo(one.window, QPoint(digits.display.middle(), 0)).x()
    beside = digits.parent().geometry().left() - bar.step.geometry().right()
    kept = bar.saved.least_width() + 48
    assert private or abs(middle - size[0] / 2) <= 2 or (theme().metrics.narrow and beside <= kept)
    assert faults(one.window) == []


def test_workshop_and_time_of_saving_are_in_tool_tips(desk, private):
    one = desk(until=Step.SOLVE, page="solve", private=private)
    one.do(EditWorkshop(one.state.workshop.id, "title", "監視を整える会"))
    bar = one.window.bar
    assert "監視を整える会" not in one.seen()
    assert "監視を整える会" in bar.step.toolTip()
    assert (one.state.customer.name in bar.step.toolTip()) == private
    assert bar.saved.whole == bar.saved.toolTip() != ""


def digits_of(block):
    """The button with the time left."""
    return next(each for each in block.children() if hasattr(each, "display"))


def more_time(window):
    """The visible buttons that add minutes."""
    buttons = visible_widgets(window.bar, ActionButton)
    return [button.text() for button in buttons if button.text().startswith("+")]


def test_more_time_is_offered_under_the_pointer_and_in_the_last_fifth_in_its_own_space(
    window, moment
):
    window.time_recorder.read()
    QApplication.processEvents()
    block = window.bar.timer
    before = block.geometry()
    assert more_time(window) == []
    enter = QEnterEvent(QPointF(), QPointF(), QPointF())
    QApplication.sendEvent(block, enter)
    assert more_time(window) == [], "their space is empty, and a click there does nothing"
    QApplication.sendEvent(digits_of(block), enter)
    assert more_time(window) == ["+1", "+5"]
    QApplication.processEvents()
    assert block.geometry() == before
    QApplication.sendEvent(block, QEvent(QEvent.Type.Leave))
    assert more_time(window) == []
    window.timer.toggle()
    moment.seconds = 17 * 60
    window.timer.tick()
    QApplication.processEvents()
    assert more_time(window) == ["+1", "+5"]


def test_nothing_beside_the_digits_moves_as_the_time_runs_out_or_stops(window, moment):
    block = window.bar.timer
    places = set()

    def look():
        window.timer.tick()
        QApplication.processEvents()
        places.add(tuple(each.mapTo(window, QPoint()).x() for each in block._add))

    window.timer.toggle()
    for left in (601, 599, 1, -1, -601):
        moment.seconds = window.timer.planned * 60 - left
        look()
        assert window.timer.seconds_left() == left
    window.timer.toggle()
    look()
    assert len(places) == 1


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_chip_with_the_pace_opens_the_menu_of_the_clock(desk, by):
    one = desk(until=Step.LIST, page="list", private=True)
    chip = one.window.bar.timer._pace
    if by == "mouse":
        one.click(chip.text())
    else:
        chip.setFocus()
        one.press("Return")
    assert tr("frame.timer.add", n=5) in [item.text() for item in one.window.menus.menu.items]


def test_the_line_along_the_page_is_as_long_as_the_time_used(window, moment):
    window.time_recorder.read()
    QApplication.processEvents()
    assert line(window) == (0, "")
    window.timer.toggle()
    for minutes, token in ((10, "accent"), (17, "warn"), (20, "warn")):
        moment.seconds = minutes * 60
        window.timer.tick()
        length, colour = line(window)
        rest = window.width() - theme().metrics.rail
        assert abs(length - rest * minutes / 20) <= 2
        assert colour == token


def line(window):
    """The length of the line in px, and the token of its colour."""
    picture = window.grab().toImage()
    y = window.bar.height() - 3
    left = theme().metrics.rail
    first = picture.pixelColor(left, y)
    token = next((each for each in ("accent", "warn") if first == theme().colour(each)), "")
    row = range(left, picture.width())
    return (sum(picture.pixelColor(x, y) == first for x in row) if token else 0), token


def test_before_the_start_a_word_starts_the_time(desk):
    one = desk(until=Step.LIST, page="list", size=(1366, 768))
    one.click(tr("frame.timer.begin"))
    assert one.window.timer.running
    assert tr("frame.timer.begin") not in one.seen()


@pytest.mark.every_pair
@pytest.mark.parametrize("size", SIZES[:2])
def test_nothing_moves_while_one_types_saves_pauses_and_freezes(desk, words, size):
    one = desk(words, until=Step.SOLVE, page="list", size=size)
    bar = one.window.bar
    black = bar.audience_status.black

    def places():
        QApplication.processEvents()
        assert faults(one.window) == []
        digits = digits_of(bar.timer)
        shown = [(each.mapTo(one.window, QPoint()).x(), each.width())
                 for each in (bar.timer._pause, digits, black)]  # fmt: skip
        chip = bar.audience_status.chip
        return shown, bar.saved.x(), black.text(), chip.mapTo(bar, chip.rect().topRight()).x()

    at_rest = places()
    one.write("困っていること")
    assert bar.saved.names_unentered
    assert places() == at_rest
    for change in (
        lambda: one.press("Return"),
        one.window.timer.toggle,
        one.window.timer.toggle,
        lambda: one.press("F11"),
        bar.saved.show_failed,
    ):
        change()
        assert places() == at_rest


@pytest.mark.every_value
def test_at_two_hundred_percent_the_parts_stand_beside_each_other_on_every_page(desk, words):
    one = desk(words, until=Step.WRAP_UP, page="wrap_up", size=(1024, 700))
    one.window.set_text_size(200)
    bar = one.window.bar
    parts = (bar.step, bar.saved, bar.timer, bar.audience_status)
    for place in ("wrap_up", "hand_outs", "catalogue", "settings", "setup", "keys", "prepare"):
        one.go(place)
        shown = sorted((each.geometry() for each in parts if each.isVisible()), key=QRect.left)
        gaps = [after.left() - before.right() for before, after in pairwise(shown)]
        assert min(gaps) > 0, (place, gaps)
