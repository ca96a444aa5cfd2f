"""The rules of the verdict: every combination of answers is decided by exactly one of them."""

from collections import Counter
from itertools import product

import pytest

from tests.helpers.builders import ALL_ANSWERED, a_problem, an_appraisal
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.verdict_rules import RULES, decide, decide_answers

COMBINATIONS = [
    dict(zip(Criterion, answers, strict=True))
    for answers in product(*(("", *ANSWERS[criterion]) for criterion in Criterion))
]


def test_there_are_4096_combinations():
    assert len(COMBINATIONS) == 4096


@pytest.mark.parametrize("solved", [False, True])
def test_each_combination_has_exactly_one_deciding_rule(solved):
    for answers in COMBINATIONS:
        decision = decide_answers(answers, solved=solved)
        first = next(rule for rule in RULES if rule.holds(answers, solved))
        assert decision.rule is first, answers
        assert decision.verdict is first.verdict, answers


def test_every_rule_decides_at_least_one_combination():
    deciding = Counter(
        decide_answers(answers, solved=solved).rule.id
        for answers in COMBINATIONS
        for solved in (False, True)
    )
    assert [rule.id for rule in RULES if not deciding[rule.id]] == []


def test_every_verdict_can_come_out():
    verdicts = {
        decide_answers(answers, solved=solved).verdict
        for answers in COMBINATIONS
        for solved in (False, True)
    }
    assert verdicts == set(Verdict)


def test_rule_ids_are_unique():
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_rules_ask_only_for_answers_that_exist():
    for rule in RULES:
        for criterion, allowed in rule.when.items():
            assert allowed <= {"", *ANSWERS[criterion]}, rule.id


def test_the_last_rule_holds_always():
    assert RULES[-1].when == {}
    assert RULES[-1].solved is None


def test_an_unanswered_appraisal_is_open():
    assert decide(an_appraisal(a_problem(), {}), solved=False).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("changed", "solved", "verdict", "rule"),
    [
        ({}, False, Verdict.REQUEST, "request"),
        ({Criterion.CONCRETE: "no"}, True, Verdict.ASK_AGAIN, "not_concrete"),
        ({Criterion.OURS: "no"}, True, Verdict.NOT_OURS, "not_our_role"),
        ({Criterion.ALTERNATIVE: "enough"}, False, Verdict.SOLUTION, "alternative_enough"),
        ({Criterion.ALTERNATIVE: "enough"}, True, Verdict.SOLUTION, "solved_in_workshop"),
        ({Criterion.ALTERNATIVE: "partly"}, True, Verdict.REQUEST, "request"),
        ({Criterion.WHO: "unknown"}, False, Verdict.ASK_AGAIN, "who_unknown"),
        ({Criterion.NOW: "some_day"}, False, Verdict.LATER, "some_day"),
        (
            {Criterion.GENERAL: "individual"},
            False,
            Verdict.REQUEST_INDIVIDUAL,
            "individual_request",
        ),
    ],
)
def test_a_changed_answer_changes_the_verdict(changed, solved, verdict, rule):
    decision = decide(an_appraisal(a_problem(), ALL_ANSWERED | changed), solved=solved)
    assert (decision.verdict, decision.rule.id) == (verdict, rule)


@pytest.mark.parametrize("criterion", list(Criterion))
def test_one_missing_answer_keeps_an_unsolved_problem_open(criterion):
    answers = ALL_ANSWERED | {criterion: ""}
    assert decide(an_appraisal(a_problem(), answers), solved=False).verdict is Verdict.OPEN


def test_a_rule_names_its_criteria_in_the_order_of_asking():
    order = list(Criterion)
    for rule in RULES:
        assert sorted(rule.criteria, key=order.index) == list(rule.criteria)
        assert set(rule.criteria) == set(rule.when)
