"""If the time is too short for the chosen problems, a line suggests what to postpone."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from tests.helpers.desk import Desk
from tests.helpers.fitting import faults
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.visible import visible_widgets
from ui.widgets.text import Text
from ui.window.main_window import MainWindow
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.workshops import EditWorkshop
from workshop_app.settings import Settings

OFFER = {"left": 30, "n": 2, "parked": 3, "kept": 10}


def press(desk):
    QTest.keySequence(desk.window, "Ctrl+Alt+X")
    desk.settle()


@pytest.fixture
def late(desk):
    """Ninety of two hours are over, and none of the five chosen problems is solved."""

    def make(words="ja", **options):
        one = desk(words, page="list", **options)
        one.do(AddProblems(tuple(f"課題その {n}" for n in range(6))))
        one.do(Choose(tuple(problem.id for problem in one.state.listed[:5])))
        item = next(item for item in one.state.agenda if item.step == Step.LIST)
        one.do(BookTime(item.id, 90 * 60))
        one.window.time_recorder.read()
        one.go("solve")
        return one

    return make


@pytest.mark.every_value
@pytest.mark.parametrize(("words", "size"), [("ja", (1366, 768)), ("en", (1024, 700))])
def test_the_offer_names_in_one_line_what_fits(late, words, size, private):
    desk = late(words, size=size, private=private)
    assert tr("time.short.offer", **OFFER) in desk.seen()
    assert faults(desk.window) == []


def test_one_key_does_it_and_one_undo_takes_it_back(late):
    desk = late()
    before = desk.state
    press(desk)
    assert [one.number for one in desk.state.chosen] == [1, 2]
    assert [one.number for one in desk.state.parking_lot] == [3, 4, 5]
    assert plan_of(desk.state.agenda)[Step.WRAP_UP] == 10
    assert not desk.window.shortening.isVisible()
    desk.press("Ctrl+Z")
    assert desk.state.problems == before.problems
    assert plan_of(desk.state.agenda) == plan_of(before.agenda)
    assert desk.window.shortening.isVisible()


def test_the_mouse_can_accept_or_dismiss_the_offer(late):
    desk = late()
    desk.click(tr("time.short.close"))
    assert not desk.window.shortening.isVisible()
    assert desk.state.parking_lot == ()
    item = next(item for item in desk.state.agenda if item.step == Step.LIST)
    desk.do(BookTime(item.id, 8 * 60))
    desk.window.time_recorder.read()
    desk.go("choose")
    desk.click(tr("time.short.do"))
    assert [one.number for one in desk.state.chosen] == [1]


def test_declining_it_leaves_the_keyboard_to_the_field(late):
    desk = late()
    desk.page.search.show_notes(True)
    notes = desk.page.search.notes
    notes.field.setFocus()
    desk.click(tr("time.short.close"))
    desk.write("話の続き")
    assert notes.text() == "話の続き"


def test_it_is_not_offered_in_other_steps_nor_in_time(late, desk):
    one = late()
    one.go("appraise")
    assert not one.window.shortening.isVisible()
    other = desk(until=Step.SOLVE, page="solve")
    assert not other.window.shortening.isVisible()
    press(other)
    assert other.state.parking_lot == ()


def test_with_a_fixed_end_it_names_the_minutes_of_the_wall_clock(qtbot, tmp_path, moment):
    session = new_session(tmp_path / "w.db")
    create_workshop(session)
    window = MainWindow(session, Settings(), clock=moment)
    qtbot.addWidget(window)
    window.show()
    desk = Desk(window)
    day = {"date": moment.start.date().isoformat(), "start_time": "00:00", "end_time": "01:22"}
    for field, value in day.items():
        desk.do(EditWorkshop(session.workshop_id, field, value))
    desk.do(AddProblems(tuple(f"課題その {n}" for n in range(5))))
    desk.do(Choose(tuple(problem.id for problem in desk.state.listed)))
    moment.seconds += 62 * 60  # nothing is measured yet
    desk.go("list")
    window.timer.toggle()
    moment.seconds += 27
    desk.go("solve")
    assert window.shortening.sentence == tr(
        "time.short.offer", **OFFER | {"left": 19, "n": 1, "parked": 4}
    )
    desk.click(tr("frame.timer.menu"))
    shown = [one.text() for one in visible_widgets(window, Text)]
    end, late = window.timer.end, window.timer.pace()
    times = (texts().time(end), texts().time(end + timedelta(minutes=late)))
    assert late > 0
    assert tr("frame.timer.end_late", time=times[0], expected=times[1]) in shown
    window.close()
