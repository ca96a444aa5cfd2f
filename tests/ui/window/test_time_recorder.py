"""Measured time in the store: when it is written, and that it survives a crash."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.sessions import create_workshop, new_session
from ui.window.main_window import MainWindow
from ui.window.presenter import PresenterWindow
from workshop_app.domain.agenda import spent_of
from workshop_app.domain.errors import StoreError
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import AgendaItem
from workshop_app.services.commands.agenda import ClearTime
from workshop_app.services.commands.problems import AddProblem
from workshop_app.settings import Settings


def spent(window, step=Step.LIST):
    """Seconds in the store, read from the file itself."""
    session = window.session
    return spent_of(session.store.all(AgendaItem, session.workshop_id))[step]


def pass_time(window, moment, seconds):
    """Advance time in quarters of a minute, with the timer's own ticks."""
    for _ in range(seconds // 15):
        moment.seconds += 15
        window.timer.tick()


@pytest.fixture
def running(window):
    window.timer.toggle()
    return window


def test_time_is_written_once_a_minute(running, moment):
    pass_time(running, moment, 45)
    assert spent(running) == 0
    pass_time(running, moment, 30)
    assert spent(running) == 60
    pass_time(running, moment, 60)
    assert spent(running) == 120


def test_it_is_written_when_a_step_is_left_and_when_time_stops(running, moment):
    moment.seconds += 20
    running.go("sort")
    assert spent(running) == 20
    moment.seconds += 10.9
    running.timer.toggle()
    assert spent(running, Step.SORT) == 10
    running.timer.toggle()
    moment.seconds += 0.2
    running.timer.toggle()
    assert spent(running, Step.SORT) == 11


def test_time_is_written_when_the_window_closes(running, moment):
    moment.seconds += 33
    running.close()
    assert spent(running) == 33


def test_after_a_crash_at_most_a_minute_is_missing(running, moment, tmp_path):
    pass_time(running, moment, 150)
    place = running.session.store.path
    workshop_id = running.session.workshop_id
    running.session.store.close()  # the process is gone: nothing is saved or paused
    session = new_session(place)
    session.open(workshop_id)
    running.use_session(session)
    running.go("list")
    assert 150 - 60 <= running.timer.seconds_used() <= 150
    assert not running.timer.running
    running.close()


def test_writing_time_waits_while_the_disk_is_full(running, moment, monkeypatch):
    def full(command):
        raise StoreError("errors.store_full")

    monkeypatch.setattr(running.session, "execute", full)
    pass_time(running, moment, 120)
    assert running.timer.seconds_used() == 120
    monkeypatch.undo()
    pass_time(running, moment, 60)
    assert spent(running) == 180


def test_recording_time_does_not_disturb_typing(running, moment):
    entry = running.page_stack.page.entry
    QTest.keyClicks(entry.field, "half a")
    shown = list(running.page_stack.page.shown)
    running.set_frozen(True)
    pass_time(running, moment, 60)
    assert running.bar.audience_status.chip.words == "画面を止めています"
    assert running.page_stack.page.shown == shown
    running.set_frozen(False)
    QTest.keyClicks(entry.field, " sentence")
    assert entry.text() == "half a sentence"


def test_undo_skips_recorded_time(running, moment):
    running.execute(AddProblem("ディスクがあふれる"))
    pass_time(running, moment, 60)
    running.undo()
    assert running.session.state.problems == ()
    assert spent(running) == 60
    assert running.timer.seconds_used() == 60


def test_a_rehearsal_forgotten_gives_the_step_its_time_back(running, moment):
    pass_time(running, moment, 300)
    running.timer.toggle()
    running.execute(ClearTime())
    assert running.timer.seconds_left() == 1200
    running.undo()
    running.go("list")
    assert running.timer.seconds_left() == 900


def test_another_workshop_begins_with_its_own_time(running, moment):
    pass_time(running, moment, 60)
    first = running.session.workshop_id
    running.go("start")
    create_workshop(running.session)
    running.go("list")
    assert (running.timer.seconds_used(), running.timer.running) == (0, False)
    running.session.open(first)
    running.go("list")
    assert running.timer.seconds_used() == 60


def test_time_continues_in_the_settings_and_stops_on_the_start_page(running, moment):
    running.go("settings")
    moment.seconds += 60
    running.timer.tick()
    assert running.timer.seconds_used() == 60
    assert running.bar.timer.isVisible()
    running.go("start")
    moment.seconds += 600
    running.go("list")
    assert running.timer.seconds_used() == 60


# -- sleep -----------------------------------------------------------------------------


def sleep(window, moment, seconds):
    moment.slept += seconds
    window.timer.tick()
    QApplication.processEvents()


def test_a_sleep_is_said_in_one_sentence_and_can_be_counted(running, moment):
    sleep(running, moment, 720)
    assert running.sleep_banner.isVisible()
    assert (
        running.sleep_banner.sentence
        == "パソコンが 12 分スリープしていました。この時間は数えていません。"
    )
    assert faults(running) == []
    QTest.keySequence(running, "Ctrl+Alt+C")
    assert not running.sleep_banner.isVisible()
    assert (running.timer.seconds_used(), spent(running)) == (720, 720)


def test_a_sleep_can_be_left_out(running, moment):
    sleep(running, moment, 720)
    QTest.mouseClick(running.sleep_banner.buttons[1], Qt.MouseButton.LeftButton)
    assert not running.sleep_banner.isVisible()
    QTest.keySequence(running, "Ctrl+Alt+C")
    assert running.timer.seconds_used() == 0


# -- the end of a step -----------------------------------------------------------------


def test_time_up_is_said_in_words_and_the_step_stays(running, moment):
    pass_time(running, moment, 1215)
    assert running.page_name == "list"
    assert running.bar.timer._planned.text() == "時間です"
    assert faults(running) == []
    QTest.keySequence(running, "Ctrl+Alt+5")
    QTest.keySequence(running, "Ctrl+Alt+1")
    assert running.timer.seconds_left() == 6 * 60 - 15
    assert running.bar.timer._planned.text() == "/ 26 分"


@pytest.mark.parametrize(("chosen", "signalled"), [("off", False), ("on", True)])
def test_the_signal_at_the_end_is_off_until_switched_on(qtbot, tmp_path, moment, chosen, signalled):
    session = new_session(tmp_path / "w.db")
    create_workshop(session)
    window = MainWindow(session, Settings(timer_signal=chosen), clock=moment)
    qtbot.addWidget(window)
    window.show()
    window.go("list")
    window.timer.toggle()
    pass_time(window, moment, 1230)
    assert window.bar.timer.flashing == signalled
    window.close()


def test_the_frame_of_the_signal_can_be_seen(window: PresenterWindow):
    window.time_recorder.read()
    QApplication.processEvents()
    before = window.bar.timer.grab().toImage()
    window.bar.timer.flash()
    assert window.bar.timer.grab().toImage() != before
