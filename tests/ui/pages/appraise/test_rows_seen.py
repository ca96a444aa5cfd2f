"""How many questions are in sight at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.fitting import faults
from workshop_app.domain.appraisal import ANSWERS, Criterion
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion, GiveGround
from workshop_app.services.commands.problems import AddProblem

TWO_LINES = {
    "ja": "本番にサーバーを追加したときに監視を入れ忘れてしまい、しばらく気づかない",
    "en": "When we add a server to the fleet we forget to add monitoring for it",
}


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
@pytest.mark.parametrize("words", TWO_LINES)
def test_the_room_sees_all_questions_in_full_and_answers_of_one(desk, words, size):
    one = desk(words, page="list", size=size)
    one.do(AddProblem(TWO_LINES[words]))
    one.go("appraise")
    rows = one.page.criteria._rows
    for row in rows:
        one.page.criteria.go(row.criterion)
        one.settle()
        assert [each for each in rows if each.choice.isVisible()] == [row]
        seen = one.seen()
        assert all(tr(f"appraisal.criterion.{each}") in seen for each in Criterion)
        assert faults(one.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
@pytest.mark.parametrize("words", TWO_LINES)
def test_letters_keep_their_size_whichever_question_is_open(desk, words, size):
    one = desk(words, page="list", size=size)
    one.do(AddProblem(TWO_LINES[words]))
    one.go("appraise")
    rows = one.page.criteria._rows
    sizes = set()
    for row in rows:
        one.page.criteria.go(row.criterion)
        one.settle()
        sizes |= {each._question.role for each in rows if each is not row}
        assert row._question.role == "room"
    assert len(sizes) == 1


@pytest.mark.every_value
@pytest.mark.parametrize("words", TWO_LINES)
def test_a_given_answer_stands_at_its_question(desk, words):
    one = desk(words, page="list", size=(1366, 768))
    one.do(AddProblem(TWO_LINES[words]))
    one.go("appraise")
    one.press("2")
    assert one.page.criteria.current is Criterion.CONCRETE
    assert tr("appraisal.answer.who.partly") in one.seen()
    assert tr("appraisal.answer.who.known") not in one.seen()


@pytest.mark.every_value
@pytest.mark.parametrize("words", TWO_LINES)
def test_nothing_moves_while_all_questions_are_answered(desk, words):
    """The verdict has its room from the start, whichever it becomes."""
    one = desk(words, page="list", size=(1024, 700))
    problem = one.do(AddProblem(TWO_LINES[words]))
    one.go("appraise")
    sheet = one.page.criteria
    before = [row.geometry() for row in sheet._rows], one.page.area.verdict.geometry()
    for criterion in Criterion:
        for answer in reversed(ANSWERS[criterion]):
            one.do(AnswerCriterion(problem, criterion, answer))
            if not any(row.is_quiet for row in sheet._rows):
                assert [row.geometry() for row in sheet._rows] == before[0], answer
            assert one.page.area.verdict.geometry() == before[1], answer
            assert faults(one.window) == []


def test_a_ground_that_leaves_no_room_for_all_questions_opens_on_demand(desk):
    one = desk("ja", page="list", size=(1024, 640))
    problem = one.do(AddProblem(TWO_LINES["ja"]))
    one.do(GiveGround(problem, Criterion.WHO, "夜間当番の担当者"))
    one.go("appraise")
    rows = one.page.criteria._rows
    assert all(row.isVisible() for row in rows)
    assert not rows[0].reason.isVisible()
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    one.settle()
    assert rows[0].reason.isVisible()
    assert faults(one.window) == []
    one.press("Down")
    assert all(row.isVisible() for row in rows)


def test_a_press_on_another_question_keeps_all_questions_in_sight(desk):
    one = desk("ja", page="list", size=(1024, 640))
    problem = one.do(AddProblem(TWO_LINES["ja"]))
    one.do(GiveGround(problem, Criterion.NOW, "春に拠点が増える"))
    one.go("appraise")
    rows = one.page.criteria._rows
    row = rows[list(Criterion).index(Criterion.NOW)]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    one.settle()
    assert row.choice.isVisible()
    assert all(each.isVisible() for each in rows)


@pytest.mark.every_value
@pytest.mark.parametrize("words", TWO_LINES)
def test_private_mode_has_room_for_all_questions_in_a_small_window(desk, words):
    one = desk(words, page="list", size=(1024, 700), private=True)
    problem = one.do(AddProblem(TWO_LINES[words]))
    *others, general = Criterion
    for criterion in others:
        one.do(GiveGround(problem, criterion, "夜間当番の担当者"))
        one.do(AnswerCriterion(problem, criterion, ANSWERS[criterion][0]))
    one.go("appraise")
    rows = one.page.criteria._rows
    for row in rows:
        one.page.criteria.go(row.criterion)
        one.settle()
        assert all(each.isVisible() for each in rows)
        assert row.choice.isVisible()
        assert row.voices.isVisible() if row.criterion is general else row.reason.isVisible()
        assert faults(one.window) == []
