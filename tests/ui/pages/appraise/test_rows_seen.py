"""What is in sight at once, and how large."""

import pytest

from tests.helpers.fitting import faults
from tests.helpers.list_rows import read
from ui.theme.theme import theme
from workshop_app.domain.appraisal import ANSWERS, Criterion
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion, GiveGround
from workshop_app.services.commands.problems import AddProblem, EditProblem

TWO_LINES = {
    "ja": "本番にサーバーを追加したときに監視を入れ忘れてしまい、しばらく気づかない",
    "en": "When we add a server to the fleet we forget to add monitoring for it",
}
REASON = {
    "ja": "一人ずつなら消せるが、毎年三月に四十人が辞めるので、半日かかる",
    "en": "They can be removed one by one, but 40 people leave each March",
}
REQUEST = {
    Criterion.WHO: "known",
    Criterion.CONCRETE: "yes",
    Criterion.OURS: "yes",
    Criterion.NOW: "half_year",
    Criterion.ALTERNATIVE: "partly",
    Criterion.GENERAL: "general",
}
GROUND = "夜間当番の担当者が、春に拠点が増えるまで手で数えています。" * 8


@pytest.fixture
def room(desk):
    """A desk at Appraise with one problem of two lines."""

    def make(words="ja", **options):
        one = desk(words, page="", **options)
        one.id = one.do(AddProblem(TWO_LINES[words]))
        one.go("appraise")
        return one

    return make


@pytest.mark.every_value
@pytest.mark.parametrize("words", TWO_LINES)
def test_all_questions_and_answers_are_in_sight_whichever_is_current(room, words, private, size):
    one = room(words, size=size, private=private)
    view = one.page.criteria
    before = view.slots
    assert len(before) == len(Criterion)
    for criterion in Criterion:
        view.select(criterion)
        one.settle()
        seen = read(one)
        for each in Criterion:
            assert tr(f"appraisal.short.{each}") in seen
            assert all(tr(f"appraisal.answer.{each}.{answer}") in seen for answer in ANSWERS[each])
        assert tr(f"appraisal.criterion.{criterion}") in one.seen()
        assert view.slots == before
        assert faults(one.window) == []


@pytest.mark.parametrize("words", TWO_LINES)
def test_a_reason_of_two_lines_and_its_field_take_no_question_away(room, words):
    one = room(words, size=(1366, 768))
    view, ground = one.page.criteria, one.page.ground
    one.do(EditProblem(one.id, "wording", TWO_LINES[words][:20]))
    one.do(GiveGround(one.id, Criterion.ALTERNATIVE, REASON[words]))
    view.select(Criterion.ALTERNATIVE)
    one.settle()
    before = view.slots
    assert one.page.intro.isVisible()
    assert len(before) == len(Criterion)
    assert ground.text.pages == 1
    assert not ground.has_more
    ground.edit()
    one.settle()
    assert ground.editing
    assert view.slots == before
    assert faults(one.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize("words", TWO_LINES)
def test_nothing_moves_while_all_questions_are_answered(room, words):
    """The verdict has its room from the start, whichever it becomes."""
    one = room(words, size=(1024, 700))
    view = one.page.criteria
    before = view.slots, one.page.area.verdict.geometry(), one.page.ground.geometry()
    for criterion in Criterion:
        for answer in reversed(ANSWERS[criterion]):
            one.do(AnswerCriterion(one.id, criterion, answer))
            now = view.slots, one.page.area.verdict.geometry(), one.page.ground.geometry()
            assert now == before, answer
            assert faults(one.window) == []


def test_nothing_moves_while_grounds_are_read_and_a_long_one_is_read_to_its_end(room, private):
    one = room(size=(1366, 768), private=private)
    view = one.page.criteria
    before = view.slots
    one.do(GiveGround(one.id, Criterion.NOW, GROUND))
    for criterion in Criterion:
        view.select(criterion)
        one.settle()
        assert view.slots == before
    view.select(Criterion.NOW)
    one.settle()
    more = tr("appraise.foot.more_ground")
    text = one.page.ground.text
    assert text.text() == GROUND
    assert text.pages > 1
    for page in range(1, text.pages):
        assert more in [each.text() for each in one.page.foot().left]
        one.press("PageDown")
        assert text.page == page
    assert more not in [each.text() for each in one.page.foot().left]


def test_the_verdict_says_what_decided_it_and_its_name_is_larger(room):
    one = room(size=(1366, 768))
    one.do(AnswerCriterion(one.id, Criterion.OURS, "no"))
    rows = one.page.area.verdict.rows.rows
    texts = [row.text.strip() for row in rows]
    assert texts == [tr("appraisal.verdict.not_ours"), tr("appraisal.rule.not_our_role")]
    assert theme().text_size(rows[0].role) > theme().text_size("room")


@pytest.mark.every_value
def test_why_a_request_is_sent_fits_the_box_below_the_introduction(room, words):
    one = room(words, size=(1366, 768))
    for criterion, answer in REQUEST.items():
        one.do(AnswerCriterion(one.id, criterion, answer))
    assert one.page.intro.isVisible()
    assert one.page.area.verdict.rows.rows_after() == 0
