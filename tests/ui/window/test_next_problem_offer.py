"""If the chosen problems are solved and time is left, a line offers the next problem."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest

from tests.helpers.fitting import faults
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.shortening import LEAST_FOR_A_PROBLEM
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda, BookTime
from workshop_app.services.commands.choosing import Choose, CountHands, EditVote
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.solving import PlayCard

LONG = "とても長い課題のことば" * 30


def press(desk):
    QTest.keySequence(desk.window, "Ctrl+Alt+N")
    desk.settle()


def offered(desk):
    banner = desk.window.next_problem
    return banner.isVisible() and all(button.isVisible() for button in banner.buttons)


def decide(desk):
    for problem in desk.state.chosen:
        if desk.state.is_open(problem):
            desk.do(PlayCard(problem.id, CardKind.ANSWER, "その場で決めた"))
    desk.settle()


def use(desk, minutes):
    """Spend more minutes in Solve."""
    item = next(item for item in desk.state.agenda if item.step == Step.SOLVE)
    desk.do(BookTime(item.id, minutes * 60))
    desk.window.time_recorder.read()
    desk.window.timer.ticked.emit()
    desk.settle()


@pytest.fixture
def early(desk):
    """Three of twenty minutes of Solve are over; of four problems the first is chosen."""

    def make(words="ja", said=("一つ目", "二つ目", "三つ目", "四つ目"), **options):
        one = desk(words, page="solve", **options)
        one.do(AddProblems(said))
        for problem, hands in zip(one.state.listed, (5, 1, 3, 2), strict=True):
            one.do(CountHands(problem.id, hands))
        one.do(EditVote(one.state.workshop.id, "vote_closed", value=True))
        one.do(Choose((one.state.listed[0].id,)))
        one.do(ApplyAgenda((0, 10, 10, 10, 10, 20, 10, 10)))
        use(one, 3)
        one.go("list")
        one.go("solve")
        return one

    return make


@pytest.mark.parametrize(("words", "size"), [("ja", (1366, 768)), ("en", (1024, 700))])
def test_one_line_names_the_next_problem_and_the_minutes(early, words, size, private):
    desk = early(words, size=size, private=private)
    assert tr("time.spare.after", n=17) in desk.seen()
    assert not offered(desk)
    assert faults(desk.window) == []
    banner, page = desk.window.next_problem, desk.window.page_stack
    assert banner.geometry().top() > page.geometry().bottom(), "it moves nothing down"
    decide(desk)
    assert tr("time.spare.ranked", n=17, title="三つ目") in desk.seen()
    assert faults(desk.window) == []


@pytest.mark.every_value
def test_one_click_chooses_and_opens_it_and_one_undo_takes_it_back(early, by_mouse):
    desk = early()
    decide(desk)
    if by_mouse:
        desk.click(tr("time.spare.do"))
    else:
        press(desk)
    assert [one.title for one in desk.state.chosen] == ["一つ目", "三つ目"]
    assert desk.window.page_name == "solve"
    assert desk.page.head.problem.text() == "三つ目"
    assert not offered(desk), "it has to be solved first"
    desk.press("Ctrl+Z")
    assert [one.title for one in desk.state.chosen] == ["一つ目"]


@pytest.mark.parametrize(("words", "size"), [("ja", (1024, 700)), ("en", (1366, 768))])
def test_nothing_moves_when_it_is_offered(early, words, size):
    desk = early(words, size=size)
    page = desk.window.page_stack.geometry()
    foot = QRect(desk.window.foot.mapTo(desk.window, QPoint()), desk.window.foot.size())
    desk.page.search.setFocus()
    desk.press("Alt+1")
    assert offered(desk)
    assert desk.window.page_stack.geometry() == page
    assert QRect(desk.window.foot.mapTo(desk.window, QPoint()), foot.size()) == foot
    assert desk.window.childAt(foot.center()) is not None
    desk.window.timer.ticked.emit()
    desk.settle()
    assert desk.window.page_stack.geometry() == page


@pytest.mark.parametrize("page", ["keys", "hand_outs", "preview", "list"])
def test_it_is_on_no_other_page_though_the_time_of_solve_runs(early, page):
    desk = early()
    decide(desk)
    assert offered(desk)
    desk.go(page)
    assert not desk.window.next_problem.isVisible()
    desk.go("solve")
    assert offered(desk)


def test_it_does_not_appear_while_a_problem_stays_in_front(early):
    desk = early()
    desk.go("list")
    decide(desk)
    desk.do(Choose(tuple(one.id for one in desk.state.listed)))
    desk.go("solve")
    banner = desk.window.next_problem
    assert not banner.isVisible()
    decide(desk)
    desk.window.timer.ticked.emit()
    desk.settle()
    assert not banner.isVisible()


def test_a_problem_solved_without_the_offer_counts_as_chosen(early):
    desk = early()
    decide(desk)
    second = desk.state.listed[1]
    desk.show_record(second.id)
    assert not offered(desk), "another one is being solved"
    desk.page.search.setFocus()
    desk.press("Alt+1")
    assert [one.title for one in desk.state.chosen] == ["一つ目", "二つ目"]
    assert tr("time.spare.ranked", n=17, title="三つ目") in desk.seen()
    desk.window.undo()
    desk.settle()
    assert [one.title for one in desk.state.chosen] == ["一つ目"]


def test_the_one_after_it_is_offered_when_it_is_solved_too(early):
    desk = early()
    decide(desk)
    press(desk)
    decide(desk)
    assert tr("time.spare.ranked", n=17, title="四つ目") in desk.seen()


def test_after_the_problem_in_front_there_must_be_time_for_it_and_another_one(early):
    desk = early()
    banner = desk.window.next_problem
    use(desk, 17 - 2 * LEAST_FOR_A_PROBLEM)
    assert tr("time.spare.after", n=2 * LEAST_FOR_A_PROBLEM) in desk.seen()
    place = banner.geometry()
    use(desk, 1)
    assert banner.sentence == ""
    assert banner.geometry() == place
    decide(desk)
    assert offered(desk)
    use(desk, LEAST_FOR_A_PROBLEM)
    assert (banner.sentence, offered(desk)) == ("", False)
    assert banner.geometry() == place


def test_nothing_is_said_where_no_problem_is_left(early):
    desk = early()
    for problem in desk.state.listed[1:]:
        desk.do(PlayCard(problem.id, CardKind.ANSWER, "その場で決めた"))
    desk.window.timer.ticked.emit()
    assert desk.window.next_problem.sentence == ""
    desk.go("list")
    desk.go("solve")
    assert not desk.window.next_problem.isVisible()
    decide(desk)
    assert not desk.window.next_problem.isVisible()


def test_it_can_be_declined(early):
    desk = early()
    decide(desk)
    desk.click(tr("time.spare.close"))
    assert not desk.window.next_problem.isVisible()
    press(desk)
    assert len(desk.state.chosen) == 1


def test_a_long_problem_is_shortened(early):
    desk = early(said=("一つ目", "二つ目", LONG, "四つ目"), size=(1024, 700))
    decide(desk)
    sentence = desk.window.next_problem.sentence
    assert "…" in sentence
    assert LONG not in sentence
    assert faults(desk.window) == []


def test_it_is_not_offered_in_other_steps_nor_without_measured_time(early, desk):
    one = early()
    decide(one)
    one.go("appraise")
    assert not one.window.next_problem.isVisible()
    other = desk(sample=True, page="solve")
    assert not any(other.state.is_open(problem) for problem in other.state.chosen)
    assert not other.window.next_problem.isVisible()
