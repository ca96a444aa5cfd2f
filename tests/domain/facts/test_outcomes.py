"""What became of problems, and how many have which outcome."""

from dataclasses import replace

import pytest

from tests.helpers.builders import ALL_ANSWERED, a_card, a_problem, a_request, a_state, an_appraisal
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.outcomes import outcomes, outcomes_among, promises_of, shown_outcomes
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import Promise, may_be_named
from workshop_app.domain.saved_search import SavedSearch

SEARCH = SavedSearch(id="s1", workshop_id="w", position=0, problem_id=a_problem(1).id, words="ping")


def test_a_problem_that_nobody_talked_about_has_nothing_to_state_and_an_answer_may_be_named():
    problem = a_problem(1)
    state = a_state(problems=(problem,))
    assert promises_of(state, problem) == {OutcomeKind.OPEN: Promise.NOT_DISCUSSED}
    assert [each for each in Promise if may_be_named(each)] == [Promise.NOT_DISCUSSED]


@pytest.mark.parametrize(
    ("problem", "records", "promise"),
    [
        (a_problem(1, chosen=True), {}, Promise.OPEN),
        (a_problem(1, discussion="長く話した"), {}, Promise.OPEN),
        (a_problem(1), {"searches": (SEARCH,)}, Promise.OPEN),
        (a_problem(1), {"cards": (a_card(a_problem(1)),)}, Promise.SOLVED),
        (a_problem(1, parked=True), {}, Promise.PARKED),
        (a_problem(1, not_ours_reason="ほかの係"), {}, Promise.NOT_OURS),
    ],
)
def test_no_answer_is_named_where_people_talked_about_a_problem(problem, records, promise):
    state = a_state(problems=(problem,), **records)
    assert list(promises_of(state, problem).values()) == [promise]
    assert not may_be_named(promise)


SOLVED = {OutcomeKind.SOLUTION: Promise.SOLVED}
IN_PART = {OutcomeKind.SOLUTION: Promise.SOLVED_IN_PART}


def solved(problem=None, *, merged=(), limit=0, **records):
    """What is promised for a problem with an answer."""
    problem = problem or a_problem(1)
    cards = (a_card(problem, limit_number=limit),)
    state = a_state(problems=(problem, *merged), cards=cards, **records)
    assert outcomes(state).in_part == (promises_of(state, problem) == IN_PART)
    return promises_of(state, problem)


def test_a_problem_whose_known_gap_was_stated_is_solved_in_part():
    assert solved() == SOLVED
    assert solved(a_problem(1, gap_id="alert-assignee")) == IN_PART
    merged = a_problem(2, gap_id="alert-assignee", merged_into=a_problem(1).id)
    assert solved(merged=(merged,)) == IN_PART


def test_a_limit_of_the_answer_alone_does_not_make_it_one_in_part():
    assert solved(limit=2) == SOLVED


def test_a_person_may_say_that_the_solution_is_enough():
    problem = a_problem(1, gap_id="alert-assignee")
    enough = an_appraisal(problem, override=Verdict.SOLUTION, override_reason="足りる")
    later = an_appraisal(problem, override=Verdict.LATER, override_reason="待てる")
    assert solved(problem, appraisals=(enough,)) == SOLVED
    assert solved(problem, appraisals=(later,)) == IN_PART


def test_a_gap_without_a_solution_promises_no_solution():
    problem = a_problem(1, gap_id="alert-assignee")
    state = a_state(problems=(problem,))
    assert promises_of(state, problem) == {OutcomeKind.OPEN: Promise.NOT_DISCUSSED}


def test_what_is_counted_follows_from_the_promises():
    held, open_one = a_problem(1, chosen=True), a_problem(2, chosen=True)
    state = a_state(
        problems=(held, open_one),
        cards=(a_card(held, CardKind.UPDATE),),
        requests=(a_request(held),),
        appraisals=(an_appraisal(held, override=Verdict.LATER, override_reason="来年でよい"),),
    )
    assert state.outcomes_of(held) == (OutcomeKind.REQUEST,)
    assert shown_outcomes(state, held) == (OutcomeKind.OPEN,)
    assert outcomes(state).counts[OutcomeKind.OPEN] == 2
    assert sum(outcomes(state).counts.values()) == 2
    assert outcomes(state).left == (Promise.LATER, Promise.OPEN)
    assert outcomes_among(state, [held]).left == (Promise.LATER,)
    sent = replace(state, appraisals=(an_appraisal(held, ALL_ANSWERED),))
    assert shown_outcomes(sent, held) == (OutcomeKind.REQUEST,)
