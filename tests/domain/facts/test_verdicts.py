"""What the rules and people decide about problems."""

from tests.helpers.builders import ALL_ANSWERED, a_card, a_problem, a_state, an_appraisal
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.verdicts import decision_of, verdict_of

ONE = a_problem(1)


def test_the_verdict_of_the_rules_stays_beside_the_one_that_overruled_it():
    later = ALL_ANSWERED | {Criterion.NOW: "some_day"}
    appraisal = an_appraisal(ONE, later, override=Verdict.REQUEST, override_reason="声が多い")
    state = a_state(problems=(ONE,), appraisals=(appraisal,))
    assert decision_of(state, ONE).verdict is Verdict.LATER
    assert verdict_of(state, ONE) is Verdict.REQUEST


def test_what_solve_recorded_decides_with_the_answers():
    state = a_state(problems=(ONE,), cards=(a_card(ONE),))
    assert verdict_of(state, ONE) is Verdict.SOLUTION
    assert decision_of(state, ONE).rule.id == "solved_in_workshop"
    assert verdict_of(a_state(problems=(ONE,)), ONE) is Verdict.OPEN
