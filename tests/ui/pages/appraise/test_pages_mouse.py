"""The criteria used with the mouse, in a low window and in an ordinary one."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.list_rows import option_of
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem

SIZE = (1024, 600)
LONG = {
    "ja": "本番にサーバーを追加したときに監視を入れ忘れてしまい、しばらく気づかないので、"
    "夜になってからお客さまの連絡で知ることが月に二回ほどある",
    "en": "When we add a server to the fleet we forget to add monitoring for it, and it is a "
    "customer who tells us about it at night, about twice a month",
}
"""Problems that leave no room for all questions on one page."""


@pytest.fixture(params=["ja", "en"])
def words(request):
    return request.param


@pytest.fixture(params=[False, True], ids=["projected", "private"])
def private(request):
    return request.param


@pytest.fixture
def low(desk, words):
    """A low desk at Appraise in projected mode, with one long problem."""
    one = desk(words, page="", size=SIZE)
    one.do(AddProblem(LONG[words]))
    one.go("appraise")
    return one


@pytest.fixture
def room(desk, words, private):
    """An ordinary desk at Appraise with one problem, in either language, projected and private."""
    one = desk(words, page="", size=(1366, 768), private=private)
    one.do(AddProblem("監視が足りない"))
    one.go("appraise")
    return one


def shown(desk):
    view = desk.page.criteria
    return [Criterion(view.rows[slot.row].id) for slot in view.slots]


def press(desk, criterion, option):
    """Click an answer, from 1."""
    view = desk.page.criteria
    number = shown(desk).index(criterion)
    desk.tap(view, option_of(view, number, option))


def wheel(desk, notches):
    view = desk.page.criteria
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(0, 0), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    desk.settle()


def test_the_mouse_wheel_reaches_every_question(low):
    first = shown(low)
    assert len(first) < len(Criterion)
    seen = set(first)
    for _ in Criterion:
        wheel(low, -1)
        seen |= set(shown(low))
        assert faults(low.window) == []
    assert seen == set(Criterion)
    for _ in Criterion:
        wheel(low, 1)
    assert shown(low) == first


def test_the_primary_button_leads_the_mouse_to_open_questions_first(low):
    onward = tr("appraise.foot.next_question")
    for _ in Criterion:
        if onward not in low.seen():
            break
        assert low.page.foot().primary.kind == "secondary"
        last = shown(low)[-1]
        low.click(onward)
        assert low.window.page_name == "appraise"
        assert low.page.criteria.criterion is list(Criterion)[list(Criterion).index(last) + 1]
    assert shown(low)[-1] is list(Criterion)[-1]
    low.click(tr("appraise.foot.open_step", n=1, step=tr("steps.name.wrap_up")))
    assert low.window.page_name == "wrap_up"


def test_the_mouse_is_enough_for_a_verdict(low):
    (problem,) = low.state.listed
    for criterion in Criterion:
        if verdict_of(low.state, problem) is not Verdict.OPEN:
            break  # what is left cannot change it
        if criterion not in shown(low):
            low.click(tr("appraise.foot.next_question"))
        press(low, criterion, 1)
    assert verdict_of(low.state, problem) is not Verdict.OPEN
    assert tr("appraise.foot.next_question") not in low.seen()


def test_nothing_moves_under_the_mouse_whatever_is_answered(room):
    view, verdict = room.page.criteria, room.page.area.verdict
    before = view.slots, verdict.geometry()
    (problem,) = room.state.listed
    for criterion in Criterion:
        for option in (3, 2, 1):
            press(room, criterion, option)
            given = room.state.appraisal_of(problem.id).answer(criterion)
            assert given == ANSWERS[criterion][option - 1]
            assert view.criterion is criterion
            assert (view.slots, verdict.geometry()) == before
            assert faults(room.window) == []


def test_a_double_click_answers_once(room):
    view = room.page.criteria
    place = option_of(view, 0, 1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    room.settle()
    (problem,) = room.state.listed
    assert room.state.appraisal_of(problem.id).who == "known"
    assert not room.page.ground.editing


def test_an_answer_is_said_and_taken_back_by_the_same_click(room):
    (problem,) = room.state.listed
    press(room, Criterion.NOW, 2)
    word = tr("appraisal.answer.now.half_year")
    assert tr("appraise.criteria.answered", number=4, answer=word) in room.seen()
    press(room, Criterion.NOW, 2)
    assert tr("appraise.criteria.not_answered", number=4) in room.seen()
    assert room.state.appraisal_of(problem.id).now == ""


def test_an_answer_by_mouse_while_a_ground_is_written_saves_it(room):
    room.press("Return")
    room.write("情報システムの佐藤さん")
    press(room, Criterion.WHO, 1)
    (problem,) = room.state.listed
    appraisal = room.state.appraisal_of(problem.id)
    assert (appraisal.who, appraisal.who_ground) == ("known", "情報システムの佐藤さん")
    assert not room.page.ground.editing


def test_another_problem_is_shown_whole_while_the_mouse_is_on_the_rows(room):
    room.do(AddProblem("通知が多い"))
    press(room, Criterion.WHO, 1)
    room.press("Alt+Down")
    assert not any(cell.chosen for row in room.page.criteria.rows for cell in row.after)


def test_an_answer_by_key_leaves_the_ground_open(room):
    room.press("Down", "Return")
    room.write("12")
    room.press("Alt+2")
    assert room.page.ground.editing
    (problem,) = room.state.listed
    appraisal = room.state.appraisal_of(problem.id)
    assert (appraisal.concrete, appraisal.concrete_ground) == ("nearly", "")
    room.press("Return")
    assert room.state.appraisal_of(problem.id).concrete_ground == "12"
    assert room.focus is room.page.criteria
