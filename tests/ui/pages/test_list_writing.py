"""Silent writing, the worksheets typed after it, and what the room does not see yet."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.fitting import faults
from tests.helpers.focus import unseen
from ui.widgets.focus_ring import FocusRing
from workshop_app.domain.audience_view import ProblemList, SilentWritingView
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant, SetAnonymous
from workshop_app.services.commands.problems import AddProblem, AddProblems

SIZES = [(1024, 720), (1366, 768), (1920, 1080)]
SHEETS = [f"用紙のことば {n}" for n in range(1, 10)]


def test_a_digit_starts_the_ring_and_two_keys_count_who_is_done(desk):
    desk = desk()
    for name in ("青木", "井上"):
        desk.do(AddParticipant(name))
    desk.press("Alt+T")
    assert tr("audience.list.leaves") in desk.seen()
    assert desk.picture == SilentWritingView(minutes=0, seconds_left=0, done=0, people=2)
    assert desk.page.writing.ring.words() == tr("list.writing.how_long")
    desk.press("2", "Plus", "Up", "Up", "Minus")
    assert desk.page.writing.ring.words() in ("5:00", "4:59", "4:58")
    assert tr("audience.list.done_of", n=1, people=2) in desk.seen()
    assert (desk.picture.minutes, desk.picture.done) == (5, 1)
    desk.press("Space")
    assert tr("list.writing.go_on") in desk.seen()
    assert not desk.page.memory.writing.running
    desk.press("M")
    assert desk.page.memory.writing.minutes == 6
    desk.press("Escape")
    assert desk.focus is desk.page.entry.field
    assert not desk.page.memory.writing.begun


@pytest.mark.parametrize("size", SIZES)
def test_the_ring_of_the_keyboard_goes_around_the_ring_of_the_time(desk, size):
    desk = desk(size=size)
    desk.press("Alt+T")
    writing = desk.page.writing
    around = desk.window.findChild(FocusRing)
    assert around.isVisible()
    middle = around.geometry().center() - writing.ring.mapTo(
        desk.window, writing.ring.rect().center()
    )
    assert middle.manhattanLength() <= 4
    assert around.width() < writing.width() * 0.7


def test_it_goes_on_in_another_step_and_in_the_other_mode(desk):
    desk = desk()
    desk.press("Alt+T", "1", "Plus")
    desk.go("sort")
    desk.go("list")
    desk.window.set_private(True)
    assert tr("audience.list.done", n=1, people=0) in desk.seen()
    assert desk.page.memory.writing.running


def test_nine_sheets_are_typed_without_the_mouse(desk):
    desk = desk()
    desk.press("Alt+T", "1", "Ctrl+Return")
    assert tr("list.worksheet", number=1) in desk.seen()
    for words in SHEETS:
        desk.convert("かんじ")
        desk.write(words)
        desk.press("Return", "Alt+Right")
    assert [(p.worksheet, p.first_wording) for p in desk.state.listed] == list(enumerate(SHEETS, 1))
    desk.press("Alt+Left")
    desk.write("同じ用紙の二つ目")
    desk.press("Return")
    assert desk.state.listed[-1].worksheet == 9
    desk.press("Alt+T", "1", "Ctrl+Return")
    assert desk.page.memory.worksheet == 10


def test_what_is_pasted_meanwhile_is_counted_only(desk, words):
    desk = desk(words)
    desk.press("Alt+R")
    QGuiApplication.clipboard().setText("・内緒の話\n・これも内緒\n・" + "鰯" * (LINE_LIMIT + 1))
    desk.press("Ctrl+V")
    assert tr("paste.head", n=3) in desk.seen()
    assert tr("paste.unseen") in desk.seen()
    assert "内緒" not in desk.everything()
    assert unseen(desk.window) == ""
    assert faults(desk.window) == []
    desk.press("Return", "Alt+S")
    assert "鰯" not in desk.everything()
    desk.press("Return")
    assert len(desk.state.listed) == 4
    assert desk.focus is desk.page.entry.field
    assert "内緒" not in desk.everything()
    desk.press("Alt+R")
    assert "これも内緒" in desk.everything()


def test_until_it_is_shown_the_audience_sees_only_a_count(desk):
    desk = desk()
    desk.do(AddProblem("前からある"))
    desk.press("Alt+R")
    desk.write("まだ見せない")
    desk.press("Return")
    assert tr("list.count", n=2) in desk.seen()
    assert "まだ見せない" not in desk.everything()
    assert desk.picture == ProblemList(count=2, hidden=True)
    assert desk.focus is desk.page.entry.field
    desk.press("Alt+R")
    assert "まだ見せない" in desk.everything()
    assert [note.words for note in desk.picture.problems] == ["前からある", "まだ見せない"]


def test_what_is_being_typed_outlasts_showing_later(desk):
    desk = desk()
    desk.write("書きかけ")
    desk.press("Alt+R", "Return")
    assert desk.state.listed[0].first_wording == "書きかけ"


def test_held_problems_come_out_one_by_one_or_all(desk):
    desk = desk(private=True)
    desk.press("Alt+H")
    desk.page.focus_start()
    for words in ("一つ目", "二つ目", "三つ目"):
        desk.write(words)
        desk.press("Return")
    assert (desk.state.listed, len(desk.state.inbox)) == ((), 3)
    desk.press("Alt+Shift+L", "Down", "Return")
    assert [p.first_wording for p in desk.state.listed] == ["二つ目"]
    desk.press("Alt+Shift+R")
    assert (len(desk.state.listed), desk.state.inbox) == (3, ())
    desk.press("Ctrl+Z")
    assert len(desk.state.inbox) == 2


def test_a_row_goes_back_to_the_inbox_which_is_not_built_where_the_room_sees_it(desk):
    desk = desk(private=True)
    desk.do(AddProblems(("一つ目", "秘密の二つ目")))
    desk.press("Down", "Alt+Shift+H")
    assert [p.first_wording for p in desk.state.inbox] == ["秘密の二つ目"]
    desk.press("Alt+Shift+L")
    assert "秘密の二つ目" in desk.everything()
    desk.window.set_private(False)
    assert "秘密" not in desk.everything()
    assert desk.focus is desk.page.entry.field
    desk.write("投影中")
    desk.press("Return")
    assert desk.state.listed[-1].first_wording == "投影中"


def test_a_problem_is_parked_and_brought_back(desk):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.press("Up", "Up", "Alt+P")
    assert [p.first_wording for p in desk.state.parking_lot] == ["一つ目"]
    assert tr("list.parking.parked", number=1) in desk.seen()
    desk.press("Alt+L")
    assert tr("list.parking.hint") in desk.seen()
    desk.press("Return")
    assert [p.first_wording for p in desk.state.listed] == ["一つ目", "二つ目"]
    desk.press("Escape")
    assert desk.page.mode == "list"


def test_where_nobody_is_named_there_are_no_names_to_choose(desk):
    desk = desk()
    desk.do(AddParticipant("青木"))
    desk.press("Alt+1")
    desk.do(SetAnonymous(True))
    desk.press("Alt+1")
    desk.write("だれかの課題")
    desk.press("Return")
    assert desk.state.listed[0].speaker_id is None
    assert not desk.page.next.speakers.isVisible()
    assert tr("list.nameless", n=1) not in desk.seen()
    desk.press("Alt+T")
    assert tr("audience.list.leaves_nameless") in desk.seen()
