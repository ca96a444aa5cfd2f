"""The primary button records the outcome that the verdict names, and moves on."""

import pytest

from tests.helpers.fitting import faults
from ui.pages.appraise.request_panel import RequestPanel
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion, GiveGround, Overrule
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import DecideNotOurs, MakeRequest, PlayCard

REQUEST = {"who": "known", "concrete": "yes", "ours": "yes", "now": "urgent",
           "alternative": "none", "general": "general"}  # fmt: skip


@pytest.fixture(params=["ja", "en"])
def language(request):
    return request.param


@pytest.fixture
def room(desk, language):
    """A desk at Appraise with chosen problems."""

    def make(count=2, size=(1024, 700)):
        one = desk(language, page="", size=size)
        one.ids = [one.do(AddProblem(f"監視が足りない {n}")) for n in range(count)]
        one.do(Choose(tuple(one.ids)))
        one.go("appraise")
        return one

    return make


def answer(desk, number, answers):
    for name, given in answers.items():
        desk.do(AnswerCriterion(desk.ids[number], Criterion(name), given))


def outcomes(desk, number=0):
    return desk.state.outcomes_of(desk.state.problem(desk.ids[number]))


def words(key, **values):
    return tr(f"appraise.foot.{key}", step=tr("steps.name.wrap_up"), **values)


def test_a_request_is_made_by_the_primary_button_and_undone_at_once(room, size):
    desk = room(size=size)
    answer(desk, 0, REQUEST)
    assert faults(desk.window) == []
    desk.click(tr("appraise.foot.request_next"))
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert desk.page._problem.id == desk.ids[1]
    assert tr("appraise.recorded.request", number=1) in desk.seen()
    desk.press("Ctrl+Z")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    assert desk.page._problem.id == desk.ids[0]
    assert verdict_of(desk.state, desk.state.problem(desk.ids[0])) is Verdict.REQUEST


def test_not_ours_is_recorded_with_the_ground_as_its_reason(room):
    desk = room()
    desk.do(GiveGround(desk.ids[0], Criterion.OURS, "勤怠の仕事"))
    answer(desk, 0, {"ours": "no"})
    desk.click(tr("appraise.foot.not_ours_next"))
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)
    assert desk.state.problem(desk.ids[0]).not_ours_reason == "勤怠の仕事"
    answer(desk, 1, {"ours": "no"})
    desk.click(words("not_ours_step"))
    assert outcomes(desk, 1) == (OutcomeKind.NOT_OURS,)
    assert desk.state.problem(desk.ids[1]).not_ours_reason == tr("appraisal.rule.not_our_role")
    assert desk.window.page_name == "wrap_up"


def test_the_reason_of_an_overruled_verdict_is_that_of_the_person(room):
    desk = room()
    desk.do(Overrule(desk.ids[0], Verdict.NOT_OURS, "社内の作業", "青木"))
    desk.click(tr("appraise.foot.not_ours_next"))
    assert desk.state.problem(desk.ids[0]).not_ours_reason == "社内の作業"


def test_the_way_to_wrap_up_says_how_many_stay_undecided(room):
    desk = room(count=3)
    desk.press("Ctrl+Return", "Ctrl+Return")
    assert words("open_step", n=3) in desk.seen()
    answer(desk, 2, REQUEST)
    assert faults(desk.window) == []
    desk.click(tr("appraise.foot.request_text"))
    assert desk.window.page_name == "appraise"
    desk.press("Escape")
    desk.click(words("open_step", n=2))
    assert desk.window.page_name == "wrap_up"
    assert outcomes(desk, 2) == (OutcomeKind.REQUEST,)
    assert [outcomes(desk, n) for n in (0, 1)] == [(OutcomeKind.OPEN,)] * 2


def test_a_verdict_without_an_outcome_of_its_own_is_kept_and_counts_as_undecided(room):
    desk = room(count=1)
    answer(desk, 0, {"concrete": "no"})
    desk.click(words("kept_step"))
    assert desk.window.page_name == "wrap_up"
    assert outcomes(desk) == (OutcomeKind.OPEN,)


@pytest.mark.parametrize(
    ("given", "kind"),
    [({"alternative": "enough"}, "solution"),
     (REQUEST | {"alternative": "partly", "general": "individual"}, "card")],
)  # fmt: skip
def test_what_has_to_be_chosen_is_chosen_in_solve_and_asked_once(room, given, kind):
    desk = room()
    answer(desk, 0, given)
    desk.click(tr(f"appraise.foot.{kind}_solve", step=tr("steps.name.solve")))
    assert desk.window.page_name == "solve"
    assert desk.page._problem.id == desk.ids[0]
    desk.go("appraise")
    assert desk.page._problem.id == desk.ids[0]
    desk.click(tr("appraise.foot.kept_next"))
    assert desk.page._problem.id == desk.ids[1]


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["mouse", "key"])
def test_other_help_for_a_request_that_is_not_sent_is_chosen_at_once(room, by):
    desk = room()
    desk.do(MakeRequest(desk.ids[0]))
    answer(desk, 0, REQUEST | {"alternative": "partly", "general": "individual"})
    solve = tr("appraise.foot.card_solve", step=tr("steps.name.solve"))
    desk.click(solve) if by == "mouse" else desk.press("Ctrl+Return")
    assert desk.window.page_name == "solve"
    assert desk.page._problem.id == desk.ids[0]
    assert tr("solve.card.do") in desk.seen()
    assert desk.page.panels.isAncestorOf(desk.focus)
    assert faults(desk.window) == []
    desk.write("設定をいっしょに見直す")
    desk.click(tr("solve.card.do"))
    assert OutcomeKind.CARD in outcomes(desk)


def test_a_verdict_not_yet_recorded_is_gone_back_to(room):
    desk = room()
    answer(desk, 0, REQUEST)
    desk.press("Alt+Down")
    answer(desk, 1, REQUEST)
    desk.click(tr("appraise.foot.request_next"))
    assert desk.page._problem.id == desk.ids[0]
    desk.click(tr("appraise.foot.request_text"))
    assert [outcomes(desk, n) for n in (0, 1)] == [(OutcomeKind.REQUEST,)] * 2


@pytest.mark.parametrize("ends", ["request", "not_ours"])
def test_undo_in_wrap_up_returns_to_the_problem_and_says_where(room, ends):
    desk = room(count=1)
    answer(desk, 0, REQUEST if ends == "request" else {"ours": "no"})
    if ends == "request":
        desk.click(tr("appraise.foot.request_text"))
        desk.press("Escape")
        desk.click(words("plain_step"))
    else:
        desk.click(words(f"{ends}_step"))
    assert desk.window.page_name == "wrap_up"
    desk.press("Ctrl+Z")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    assert desk.window.page_name == "appraise"
    kind = "make_request" if ends == "request" else "decide_not_ours"
    what = tr("undo.of_problem", what=tr(f"undo.kind.{kind}"), number=1)
    done = tr("undo.undone", what=what)
    assert tr("undo.shown_at", done=done, page=tr("steps.name.appraise")) in desk.seen()


def test_the_way_to_wrap_up_leaves_out_problems_that_were_not_chosen(room):
    desk = room(count=2)
    for one in desk.ids:
        desk.do(DecideNotOurs(one, "社内の作業"))
    desk.do(AddProblem("取り上げなかった"))
    assert words("plain_step") in desk.seen()


def test_nothing_is_asked_of_a_problem_with_a_solution_until_somebody_answers(room):
    desk = room(count=1)
    desk.do(PlayCard(desk.ids[0], CardKind.SOLUTION, "電話で知らせる"))
    settled = tr("appraise.ground.settled")
    assert settled in desk.seen()
    assert {row.colour for row in desk.page.criteria.rows} == {"ink3"}
    answer(desk, 0, {"who": "partly"})
    assert settled not in desk.seen()
    assert "ink3" not in {row.colour for row in desk.page.criteria.rows}


def test_the_last_problem_leads_to_an_empty_text_of_a_request_once(room):
    desk = room(count=2)
    answer(desk, 0, REQUEST)
    desk.click(tr("appraise.foot.request_next"))
    desk.click(words("plain_step").replace(tr("steps.name.wrap_up"), tr("appraise.foot.request")))
    assert desk.page._problem.id == desk.ids[0]
    assert isinstance(desk.page.panels.current, RequestPanel)
    desk.press("Escape")
    desk.click(words("open_step", n=1))
    assert desk.window.page_name == "wrap_up"
