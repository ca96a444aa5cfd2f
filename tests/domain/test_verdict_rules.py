"""The verdict rules: every combination of answers is decided by exactly one of them."""

import pickle
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.builders import ALL_ANSWERED, a_problem, an_appraisal
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.verdict_rules import (
    RULES,
    decide,
    decide_answers,
    not_needed,
    open_criteria,
    prospects,
    rule_text,
)
from workshop_app.i18n import Texts

COMBINATIONS = [
    dict(zip(Criterion, answers, strict=True))
    for answers in product(*(("", *ANSWERS[criterion]) for criterion in Criterion))
]


def first_rule(answers, solved):
    """The first matching rule of the table, by a simple search."""
    return next(rule for rule in RULES if rule.holds(answers, solved))


def completions(answers, criteria):
    """The answers with every combination of answers to these criteria."""
    for chosen in product(*(ANSWERS[criterion] for criterion in criteria)):
        yield answers | dict(zip(criteria, chosen, strict=True))


def unanswered(answers):
    return [criterion for criterion in Criterion if not answers[criterion]]


@pytest.mark.parametrize("solved", [False, True])
def test_with_all_needed_answers_the_first_rule_that_holds_decides(solved):
    for answers in COMBINATIONS:
        if not not_needed(answers, solved=solved):
            decision = decide_answers(answers, solved=solved)
            assert decision.rule is first_rule(answers, solved), answers
            assert decision.verdict is decision.rule.verdict, answers


@pytest.mark.parametrize("solved", [False, True])
def test_exactly_the_criteria_that_cannot_change_the_verdict_are_not_needed(solved):
    """Brute force: a criterion is needed if two of its answers lead to different verdicts."""
    for answers in COMBINATIONS:
        can_change = []
        for criterion in unanswered(answers):
            others = [one for one in unanswered(answers) if one is not criterion]
            if any(
                len({first_rule(each, solved).verdict for each in completions(whole, [criterion])})
                > 1
                for whole in completions(answers, others)
            ):
                can_change.append(criterion)
        left_out = [one for one in unanswered(answers) if one not in can_change]
        assert list(open_criteria(answers, solved=solved)) == can_change, answers
        assert list(not_needed(answers, solved=solved)) == left_out, answers


@given(st.sampled_from(COMBINATIONS), st.booleans(), st.data())
def test_an_answer_that_is_not_needed_changes_nothing(answers, solved, data):
    before = decide_answers(answers, solved=solved)
    still_open = open_criteria(answers, solved=solved)
    for criterion in not_needed(answers, solved=solved):
        answer = data.draw(st.sampled_from(ANSWERS[criterion]))
        answers = answers | {criterion: answer}
        assert decide_answers(answers, solved=solved).verdict is before.verdict
        assert open_criteria(answers, solved=solved) == still_open
        assert criterion not in before.rule.criteria


@pytest.mark.parametrize("solved", [False, True])
def test_a_verdict_is_open_only_while_a_question_can_change_it(solved):
    for answers in COMBINATIONS:
        if decide_answers(answers, solved=solved).verdict is Verdict.OPEN:
            assert open_criteria(answers, solved=solved), answers


def test_an_answer_leads_to_a_verdict_or_to_more_questions():
    answers = ALL_ANSWERED | {Criterion.ALTERNATIVE: "", Criterion.GENERAL: ""}
    found = prospects(answers, Criterion.ALTERNATIVE, solved=False)
    assert [(one.answers, one.verdict, one.to_go) for one in found] == [
        (("enough",), Verdict.SOLUTION, 0),
        (("partly", "none"), Verdict.OPEN, 1),
    ]
    nothing = dict.fromkeys(Criterion, "")
    assert prospects(nothing, Criterion.WHO, solved=False) == ()


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


def test_a_rule_names_its_criteria_in_the_order_of_asking():
    order = list(Criterion)
    for rule in RULES:
        assert sorted(rule.criteria, key=order.index) == list(rule.criteria)
        assert set(rule.criteria) == set(rule.when)


def test_each_combination_of_answers_has_a_text_for_its_rule(language):
    needed = [answers for answers in COMBINATIONS if not unanswered(answers)]
    used = {
        rule_text(decide_answers(one, solved=s).rule, one) for one in needed for s in (False, True)
    }
    assert "rule.request" not in used
    words = Texts(language)
    assert all(words(f"appraisal.{key}") for key in used)


def test_a_rule_from_another_process_has_the_same_text():
    answers = {
        Criterion.WHO: "known", Criterion.CONCRETE: "yes", Criterion.OURS: "yes",
        Criterion.NOW: "urgent", Criterion.ALTERNATIVE: "partly", Criterion.GENERAL: "general",
    }  # fmt: skip
    rule = decide_answers(answers, solved=False).rule
    copy = pickle.loads(pickle.dumps(rule))
    assert copy is not rule
    assert rule_text(copy, answers) == rule_text(rule, answers) == "request.yes_partly_general"
