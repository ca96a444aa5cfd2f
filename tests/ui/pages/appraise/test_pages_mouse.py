"""The pages of the criteria used with the mouse, in a low window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from ui.widgets.segments import Segments
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.steps import Step
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
def room(desk, words, private):
    """A desk at Appraise with one problem, in either language, projected and private."""
    one = desk(words, page="", size=SIZE, private=private)
    one.do(AddProblem(LONG[words]))
    one.go("appraise")
    return one


def shown(desk):
    return [row.criterion for row in desk.page.criteria._rows if row.isVisible()]


def wheel(desk, notches):
    """Turn the wheel over the answers of the last row with some, as Qt passes it to parents."""
    row = [each for each in desk.page.criteria._rows if each.choice.isVisible()][-1]
    widget = row.childAt(row.choice.geometry().center())
    while widget is not None:
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle, widget.mapToGlobal(middle), QPoint(0, 0), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
        widget = None if event.isAccepted() else widget.parentWidget()
    desk.settle()


def click_through(desk, turn, back):
    """Turn all pages forward and back; return the criteria seen."""
    first = shown(desk)
    assert len(first) < len(Criterion)
    seen = list(first)
    for _ in Criterion:
        if seen[-1] is list(Criterion)[-1]:
            break
        turn()
        assert f"{len(Criterion)}" in desk.page.criteria._range.text()
        seen += shown(desk)
        assert faults(desk.window) == []
    for _ in Criterion:
        if shown(desk)[0] is first[0]:
            break
        back()
    assert shown(desk) == first
    return set(seen)


def test_the_mouse_reaches_every_question_by_buttons(room):
    after = tr("widgets.list.after")
    before = tr("widgets.list.before")
    assert click_through(room, lambda: room.click(after), lambda: room.click(before)) == set(
        Criterion
    )


def test_the_mouse_wheel_reaches_every_question(room):
    assert click_through(room, lambda: wheel(room, -1), lambda: wheel(room, 1)) == set(Criterion)


def test_the_mouse_wheel_stays_at_the_ends(room):
    first = shown(room)
    wheel(room, 1)
    assert shown(room) == first


def test_the_primary_button_leads_the_mouse_to_open_questions_first(room):
    onward = tr("appraise.foot.next_question")
    for _ in Criterion:
        if onward not in room.seen():
            break
        assert room.page.foot().primary.kind == "secondary"
        last = shown(room)[-1]
        room.click(onward)
        assert room.window.page_name == "appraise"
        place = list(Criterion).index(last)
        assert room.page.criteria.current is list(Criterion)[place + 1]
    assert shown(room)[-1] is list(Criterion)[-1]
    room.click(tr("appraise.foot.open_step", n=1, step=tr("steps.name.wrap_up")))
    assert room.window.page_name == "wrap_up"


def test_the_mouse_is_enough_for_a_verdict(room):
    problem = room.state.listed[0]
    for criterion in Criterion:
        if room.state.verdict_of(problem) is not Verdict.OPEN:
            break  # what is left cannot change it
        if criterion not in shown(room):
            room.click(tr("appraise.foot.next_question"))
        row = room.page.criteria._rows[list(Criterion).index(criterion)]
        row.choice.choose_number(1)
        room.settle()
    assert room.state.verdict_of(problem) is not Verdict.OPEN
    assert tr("appraise.foot.next_question") not in room.seen()


def test_no_row_moves_under_the_mouse_until_it_leaves(desk):
    """The deciding answer collapses other questions, except under the pointer."""
    one = desk("ja", page="list", size=(1366, 768), private=True)
    one.do(AddProblem("監視が足りない"))
    one.go("appraise")
    sheet = one.page.criteria
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    rows = {row.criterion: row for row in sheet._rows}
    before = [row.geometry() for row in sheet._rows]
    for criterion in (Criterion.CONCRETE, Criterion.OURS, Criterion.ALTERNATIVE):
        choice = rows[criterion].choice
        middle = QPoint(choice.width() // 6, choice.height() // 2)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=middle)
        one.settle()
        assert [row.geometry() for row in sheet._rows] == before
        assert choice.value() is not None
        assert sheet.current is criterion
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.Leave))
    one.settle()
    assert [row.geometry() for row in sheet._rows] != before
    assert faults(one.window) == []


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
@pytest.mark.parametrize("words", LONG)
def test_six_clicks_answer_all_and_the_pointer_never_rests_on_another_answer(desk, words, size):
    one = desk(words, page="list", size=size)
    one.do(AddProblem("監視が足りない"))
    one.go("appraise")
    sheet = one.page.criteria
    (problem,) = one.state.listed
    for _ in Criterion:
        criterion = sheet.current
        choice = sheet._rows[list(Criterion).index(criterion)].choice
        place = QPoint(choice.width() // 2, choice.height() // 2)
        pointer = choice.mapTo(sheet, place)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=place)
        one.settle()
        assert faults(one.window) == []
        if sheet.current is not criterion:
            under = sheet.childAt(pointer)
            assert not isinstance(under, Segments)
        if one.state.verdict_of(problem) is not Verdict.OPEN:
            break
    assert one.state.verdict_of(problem) is not Verdict.OPEN


def test_a_double_click_answers_once(desk):
    one = desk("ja", page="list", size=(1366, 768))
    one.do(AddProblem("監視が足りない"))
    one.go("appraise")
    choice = one.page.criteria._rows[0].choice
    place = QPoint(20, choice.height() // 2)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(choice, Qt.MouseButton.LeftButton, pos=place)
    one.settle()
    (problem,) = one.state.listed
    assert one.state.appraisal_of(problem.id).who == "known"


def test_a_press_opens_an_answered_question_with_its_ground(desk):
    one = desk("ja", until=Step.SOLVE, page="appraise", size=(1366, 768))
    sheet = one.page.criteria
    row = sheet._rows[list(Criterion).index(Criterion.ALTERNATIVE)]
    assert row.reason.text()
    assert not row.reason.isVisible()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    one.settle()
    assert row.reason.isVisible()
    assert row.choice.isVisible()
    assert not sheet.editing


def test_an_answer_by_mouse_while_a_ground_is_written_saves_it(room):
    sheet = room.page.criteria
    room.press("Return")
    room.write("情報システムの佐藤さん")
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    choice = sheet._rows[0].choice
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(20, choice.height() // 2))
    room.settle()
    (problem,) = room.state.listed
    assert room.state.appraisal_of(problem.id).ground(Criterion.WHO) == "情報システムの佐藤さん"
    assert room.state.appraisal_of(problem.id).who == "known"
    assert not sheet.editing


def test_another_problem_is_shown_whole_while_the_mouse_is_on_the_rows(desk):
    one = desk("ja", page="list", size=(1366, 768))
    for words in ("監視が足りない", "通知が多い"):
        one.do(AddProblem(words))
    one.go("appraise")
    sheet = one.page.criteria
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    choice = sheet._rows[0].choice
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(20, choice.height() // 2))
    one.settle()
    one.press("Alt+Down")
    assert [row.choice.value() for row in sheet._rows] == [None] * len(Criterion)


def test_a_mouse_that_rests_on_the_rows_does_not_keep_them_from_closing(room):
    sheet = room.page.criteria
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    room.press("Down", "3")
    open_rows = [row.criterion for row in sheet._rows if not row.is_quiet]
    assert open_rows == [Criterion.CONCRETE]
    assert tr("appraisal.verdict.ask_again") in room.seen()


def test_an_answer_by_key_leaves_the_ground_open_wherever_the_mouse_rests(room):
    sheet = room.page.criteria
    sheet.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    room.press("Down", "Return")
    room.write("12")
    room.press("Alt+2")
    assert sheet.editing
    (problem,) = room.state.listed
    appraisal = room.state.appraisal_of(problem.id)
    assert (appraisal.concrete, appraisal.concrete_ground) == ("nearly", "")
    room.press("Return")
    assert room.state.appraisal_of(problem.id).concrete_ground == "12"
    assert room.focus is sheet
