"""Which problem to solve next when the chosen ones are done before the time is over."""

import pytest

from tests.helpers.builders import a_card, a_problem, a_state, a_tally, a_workshop
from workshop_app.domain.facts.spare_time import is_at_work, problem_for_spare_time, spare_minutes
from workshop_app.domain.shortening import LEAST_FOR_A_PROBLEM

CHOSEN, LAST, SECOND = a_problem(1, chosen=True), a_problem(2), a_problem(3)
VOTED = {
    "workshop": a_workshop(vote_closed=True),
    "problems": (CHOSEN, LAST, SECOND),
    "tallies": (a_tally(CHOSEN, 5), a_tally(LAST, 1), a_tally(SECOND, 3)),
}


@pytest.mark.parametrize(
    ("seconds", "behind", "minutes"),
    [
        (17 * 60 + 30, 0, 17),
        (17 * 60, -5, 17),
        (17 * 60, 1, 0),
        (LEAST_FOR_A_PROBLEM * 60, 0, LEAST_FOR_A_PROBLEM),
        (LEAST_FOR_A_PROBLEM * 60 - 1, 0, 0),
        (-60, 0, 0),
    ],
)
def test_time_is_left_if_it_is_enough_for_a_problem_and_the_agenda_is_not_late(
    seconds, behind, minutes
):
    assert spare_minutes(seconds, behind) == minutes


def test_time_for_another_problem_is_left_after_that_for_the_one_being_worked_on():
    enough = 2 * LEAST_FOR_A_PROBLEM
    assert spare_minutes(enough * 60, 0, problems=2) == enough
    assert spare_minutes(enough * 60 - 1, 0, problems=2) == 0


def test_the_next_one_of_the_ranking_follows_when_all_chosen_ones_have_an_outcome():
    assert problem_for_spare_time(a_state(**VOTED)) is None
    done = VOTED | {"cards": (a_card(CHOSEN),)}
    assert problem_for_spare_time(a_state(**done)) == SECOND


def test_problems_with_an_outcome_are_passed_over():
    done = VOTED | {"cards": (a_card(CHOSEN), a_card(SECOND, id="card-second"))}
    assert problem_for_spare_time(a_state(**done)) == LAST
    done |= {"problems": (CHOSEN, a_problem(2, not_ours_reason="社内の手順"), SECOND)}
    assert problem_for_spare_time(a_state(**done)) is None


def test_without_a_chosen_problem_nothing_follows():
    assert problem_for_spare_time(a_state(problems=(LAST, SECOND))) is None


def test_the_problem_in_front_is_not_offered_and_may_be_the_last_open_one():
    assert problem_for_spare_time(a_state(**VOTED), CHOSEN.id) == SECOND
    done = a_state(**VOTED, cards=(a_card(CHOSEN),))
    assert problem_for_spare_time(done, SECOND.id) == LAST
    assert is_at_work(done, SECOND.id)
    assert not is_at_work(done, CHOSEN.id)
