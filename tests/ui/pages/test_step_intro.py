"""The introductions of the steps: one sentence, one button, and missing items as links."""

import pytest

from tests.helpers.builders import ALL_ANSWERED
from tests.helpers.fitting import faults
from ui.actions.table import find
from ui.components.step_intro import StepIntro
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.steps import DEFAULT_MINUTES, Step, missing, missing_before
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda
from workshop_app.services.commands.appraising import AnswerCriterion, EditRequest, Overrule
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest

OPENINGS = [step for step in Step if step is not Step.PREPARE]
"""The steps that show it automatically in a workshop with only a customer."""


def intro(desk):
    return desk.page.findChild(StepIntro)


def sentence(step, minutes=None):
    """The words of the introduction; 0 minutes are those beside content, or without a plan."""
    n = DEFAULT_MINUTES[step] if minutes is None else minutes
    return tr(f"guide.{step.value}.{'timed' if n else 'untimed'}", n=n)


@pytest.mark.parametrize(("words", "size"), [("ja", (1366, 768)), ("en", (1024, 700))])
def test_each_step_says_what_to_do_and_for_how_long(desk, words, size, private):
    desk = desk(words, size=size, private=private)
    for step in OPENINGS:
        desk.go(step.value)
        beside = step is Step.WRAP_UP and private and size[0] > 1024  # the table of promises
        assert sentence(step, 0 if beside else None) in desk.seen(), step
        assert sentence(step, None if beside else 0) not in desk.seen(), step
        assert faults(desk.window) == [], step


def test_without_minutes_it_names_none(desk):
    desk = desk(page="list")
    desk.do(ApplyAgenda((0,) * 8))
    assert sentence(Step.LIST, 0) in desk.seen()


def test_a_new_workshop_opens_with_what_is_asked_for(desk):
    desk = desk(page="start", empty=True)
    desk.window.new_workshop()
    assert tr("steps.missing.customer") in desk.seen()
    desk.press("F4")
    assert sentence(Step.PREPARE) in desk.seen()


def test_the_intro_disappears_with_the_first_entry_and_returns_by_a_key(desk):
    desk = desk(page="list")
    assert intro(desk).isVisible()
    desk.write("夜に鳴る")
    desk.press("Return")
    assert not intro(desk).isVisible()
    desk.press("F4")
    assert sentence(Step.LIST) in desk.seen()
    assert tr("script.say.list") in desk.seen()
    desk.press("F4")
    assert not intro(desk).isVisible()
    desk.press("F4")
    desk.write("二つ目")
    desk.press("Return")
    assert not intro(desk).isVisible()


def test_a_mouse_begins_silent_writing(desk):
    desk = desk(page="list")
    intro(desk).begin_button.click()
    desk.settle()
    assert desk.page.mode == "writing"


def test_a_mouse_starts_the_clock_of_context(desk):
    desk = desk(page="context")
    desk.click(tr("guide.context.begin"))
    assert desk.window.timer.running
    assert desk.focus is desk.page.entry.field
    assert tr("guide.context.begin") not in desk.seen()


@pytest.mark.parametrize("start_on", ["context", "list"])
def test_context_does_not_offer_to_start_a_running_timer(desk, language, start_on):
    desk = desk(language, page="context")
    assert tr("guide.context.begin") in desk.seen()
    desk.go(start_on)
    desk.press(find("everywhere.timer").keys[0])
    desk.go("context")
    assert desk.window.timer.running
    assert tr("guide.context.begin") not in desk.seen()
    assert intro(desk).isVisible()


def test_what_is_missing_leads_there_by_mouse(desk):
    desk = desk(page="list")
    desk.click(tr("guide.link", what=tr("steps.missing.participant")))
    assert desk.window.page_name == "prepare"
    assert desk.focus is desk.page.lines.people.entry.field
    desk.go("list")
    desk.click(tr("guide.link", what=tr("steps.missing.answer")))
    assert desk.window.page_name == "context"


def test_nothing_missing_shows_no_line(desk):
    desk = desk(page="list")
    desk.do(AddParticipant("青木"))
    desk.do(AnswerQuestion(QUESTIONS[0], "答え"))
    assert missing_before(desk.state, Step.LIST) == ()
    assert tr("guide.missing") not in desk.seen()


def test_where_there_is_work_already_it_is_one_line(desk):
    desk = desk(page="list")
    desk.do(AddProblem("夜に鳴る"))
    for step in (Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE):
        desk.go(step.value)
        assert sentence(step, 0) in desk.seen(), step
        assert intro(desk).height() <= 2 * 36 + 8, step
        assert faults(desk.window) == [], step
        desk.press("F4")
        assert tr(f"script.say.{step.value}") in desk.seen(), step
        assert faults(desk.window) == [], step


def test_the_line_is_put_away_by_mouse_and_comes_back_by_a_key(desk):
    desk = desk(page="list")
    desk.do(AddProblem("夜に鳴る"))
    desk.go("choose")
    desk.click(tr("guide.close"))
    desk.go("list")
    desk.go("choose")
    assert not intro(desk).isVisible()
    desk.press("F4")
    assert sentence(Step.CHOOSE, 0) in desk.seen()


def test_wrap_up_shows_no_row_of_zeros(desk):
    desk = desk(page="wrap_up")
    assert tr("wrap_up.outcomes.count", n=0) not in desk.seen()
    desk.click(tr("guide.wrap_up.begin"))
    assert desk.page.section.NAME == "actions"
    desk.do(AddProblem("夜に鳴る"))
    desk.show_section("outcomes")
    assert tr("wrap_up.outcomes.rest", n=1) in desk.seen()


def test_a_missing_item_is_named_once(desk):
    desk = desk(page="list")
    lacks = [lack.key for _, lack in missing_before(desk.state, Step.WRAP_UP)]
    assert len(lacks) == len(set(lacks))
    assert [one.key for one in missing(desk.state, Step.SORT)] == ["problem"]
    steps = {lack.key: step for step, lack in missing_before(desk.state, Step.WRAP_UP)}
    assert steps["problem"] is Step.LIST
    desk.do(AnswerQuestion(QUESTIONS[0], "答え"))
    assert "answer" not in [lack.key for _, lack in missing_before(desk.state, Step.LIST)]


def test_what_a_request_lacks_leads_to_its_first_empty_field_by_mouse(desk, language):
    one = desk(language, page="appraise")
    problem, other = (one.do(AddProblem(words)) for words in ("夜に鳴る", "二つ目"))
    one.do(MakeRequest(other))
    request = one.state.request_of(other)
    assert request is not None
    for criterion, answer in ALL_ANSWERED.items():
        one.do(AnswerCriterion(other, criterion, answer))
    one.do(EditRequest(request.id, request.unsaid[0], "書いた"))
    one.page.show_record(problem)
    one.go("wrap_up")
    one.click(tr("guide.link", what=tr("steps.missing.unsaid", n=2)))
    assert one.window.page_name == "appraise"
    empty = one.state.request_of(other).unsaid[0]
    assert tr(f"appraise.request.{empty}") in one.seen()


def test_only_a_request_that_is_sent_leads_to_its_empty_fields(desk, language):
    one = desk(language, page="appraise")
    dropped, sent = (one.do(AddProblem(words)) for words in ("夜に鳴る", "二つ目"))
    for problem in (dropped, sent):
        one.do(MakeRequest(problem))
        for criterion in Criterion:
            one.do(AnswerCriterion(problem, criterion, ANSWERS[criterion][-1]))
        one.do(Overrule(problem, Verdict.LATER, "来期に"))
    one.go("wrap_up")
    assert "unsaid" not in [lack.key for _, lack in missing_before(one.state, Step.WRAP_UP)]
    one.do(Overrule(sent, Verdict.REQUEST, "当日に決めた"))
    one.click(tr("guide.link", what=tr("steps.missing.unsaid", n=3)))
    assert "二つ目" in one.seen()
    assert tr(f"appraise.request.{one.state.request_of(sent).unsaid[0]}") in one.seen()
    one.do(Overrule(sent, Verdict.LATER, "来期に"))
    one.press("Escape")
    assert tr("appraise.foot.request") in one.seen().splitlines()


def test_a_context_without_an_answer_is_named_by_the_following_step_alone(desk):
    desk = desk(page="list")
    lacks = {step: [one.key for _, one in missing_before(desk.state, step)] for step in Step}
    assert [step for step in Step if "answer" in lacks[step]] == [Step.LIST]
