"""Private mode: desk sizes, and at the side the next problem, who said it, and the private note."""

from functools import partial

import pytest

from tests.helpers.fitting import faults
from tests.helpers.painted import painted_texts
from tests.helpers.solve_page import HOSTILE, problems_in, view
from ui.components.side_panel import SidePanel
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.solving import DecideNotOurs

SIZES = [(1366, 768), (1920, 1080)]


@pytest.fixture
def room(desk):
    return partial(problems_in, desk, private=True)


def test_the_side_tells_the_next_problem_until_none_is_open(room):
    desk = room("監視ができない", "通知が来ない", "証明書が切れる")
    assert desk.details[0] == "通知が来ない"
    desk.press("Alt+Down")
    assert desk.details[0] == "証明書が切れる"
    for problem in desk.ids[1:]:
        desk.do(DecideNotOurs(problem, "ほかの役目"))
    desk.press("Alt+Up")
    assert desk.details[0] == tr("solve.side.none")


def test_the_side_tells_who_said_the_problem(room):
    desk = room("監視ができない", until=Step.PREPARE)
    person = desk.state.participants[0]
    desk.do(EditProblem(desk.ids[0], "speaker_id", person.id))
    number = desk.state.problem(desk.ids[0]).number
    assert tr("widgets.problem_side.speakers_of", number=number) in desk.details
    assert person.name in desk.details[-1]


def test_projected_mode_has_none(desk):
    desk = desk("ja", until=Step.SOLVE, page="solve")
    assert not desk.page.findChildren(SidePanel)


@pytest.mark.parametrize("size", [(1024, 768), (1024, 700)])
def test_in_a_narrow_window_it_is_a_sheet_that_is_opened_and_closed(desk, size, by_mouse):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True, size=size)
    side = desk.page.side
    assert not side.isVisible()

    def act():
        if by_mouse:
            desk.click(tr("widgets.problem_side.way"))
        else:
            desk.press("Ctrl+I")

    act()
    assert desk.focus is side.note.field
    assert side.geometry().right() == desk.page.rect().right()
    desk.write("あとで聞く")
    act()
    assert not side.isVisible()
    assert desk.state.problem(desk.page.audience_focus().record_id).private_note == "あとで聞く"
    assert desk.focus is desk.page.search.entry.field
    act()
    desk.press("Escape")
    assert not side.isVisible()
    assert desk.window.private
    desk.resize(1366, 768)
    assert side.details.isVisible()
    assert faults(desk.window) == []


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_with_large_text_the_page_comes_to_rest_in_a_window_that_becomes_low(room, qtlog):
    desk = room(*HOSTILE[:2], percent=200)
    for size in ((1920, 1080), (1024, 660), (2560, 1440), (1024, 660)):
        desk.resize(*size)
        assert desk.page.side.note.isVisible()
    assert not any("does not come to rest" in record.message for record in qtlog.records)


def test_with_nothing_to_do_it_is_not_shown(desk):
    desk = desk(page="solve", private=True)
    assert not desk.page.side.isVisible()


def test_the_answer_that_the_audience_sees_says_so_and_no_other_one(stage):
    one = stage()
    one.window.set_private(True)
    one.go("solve")
    desk = one.desk
    assert view(desk).current_row.chosen
    said = [text.words for text in painted_texts(view(desk))]
    assert said.count(tr("solve.list.on_wall")) == 1
    view(desk).set_current(next(n for n, row in enumerate(view(desk).rows) if not row.chosen))
    desk.settle()
    said = [text.words for text in painted_texts(view(desk))]
    assert tr("solve.list.on_wall") not in said


@pytest.mark.parametrize("size", SIZES)
def test_each_candidate_says_what_it_does_and_the_open_one_why_it_fits(desk, size):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True, size=size)
    desk.write("スイッチ 通信量")
    candidates = [row for row in view(desk).rows if row.checked is False]
    assert all(row.lines for row in candidates)
    why = tr("solve.list.why", words=tr("solve.list.and").join(("スイッチ", "通信量")))
    current = view(desk).current_row
    assert current in candidates
    assert any(line.text == why for line in current.opened)
    assert faults(desk.window) == []
