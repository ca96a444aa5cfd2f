"""The workshop snapshot: who said what, what was chosen, and the outcomes."""

from dataclasses import replace

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_theme,
    a_workshop,
)
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.state import MOST_PHRASINGS
from workshop_app.domain.workshop import Attendance

ONE = a_problem(1)
TWO = a_problem(2, chosen=True)
THREE = a_problem(3, chosen=True)


def numbers(problems):
    return [problem.number for problem in problems]


def test_problems_are_ranked_by_votes_then_by_entry():
    tallies = (a_tally(ONE, 2), a_tally(TWO, 2), a_tally(THREE, 5))
    closed = a_workshop(vote_closed=True)
    state = a_state(problems=(ONE, TWO, THREE, a_problem(4)), tallies=tallies, workshop=closed)
    assert numbers(state.votes.ranked) == [3, 1, 2, 4]
    assert numbers(state.chosen) == [3, 2]
    assert numbers(state.to_appraise) == [3, 2, 1, 4]
    assert state.votes.of(ONE.id) == 2
    assert state.votes.of("problem-4") is None


def test_a_round_still_open_does_not_change_the_order():
    tallies = (a_tally(ONE, 2), a_tally(THREE, 5), replace(a_tally(TWO, 9), round=2))
    problems = (ONE, TWO, THREE)
    for number, closed, order in (
        (1, False, [1, 2, 3]),
        (2, False, [3, 1, 2]),
        (2, True, [2, 1, 3]),
    ):
        workshop = a_workshop(round=number, vote_closed=closed)
        state = a_state(problems=problems, tallies=tallies, workshop=workshop)
        assert numbers(state.votes.ranked) == order
        assert numbers(state.chosen) == [n for n in order if n != 1]


def test_a_merged_problem_gives_up_its_place_but_not_its_speaker():
    people = (a_participant(1), a_participant(2), a_participant(3))
    into = a_problem(1, speaker_id="person-1")
    merged = a_problem(2, speaker_id="person-2", merged_into=into.id)
    again = a_problem(3, speaker_id="person-1", merged_into=into.id)
    state = a_state(participants=people, problems=(into, merged, again))
    assert numbers(state.listed) == [1]
    assert numbers(state.merged_into(into.id)) == [2, 3]
    assert [who.id for who in state.speakers_of(into)] == ["person-1", "person-2"]


def test_problems_of_a_theme():
    theme = a_theme()
    sorted_one = a_problem(1, theme_id=theme.id)
    loose = a_problem(2)
    state = a_state(problems=(sorted_one, loose), themes=(theme,))
    assert numbers(state.in_theme(theme.id)) == [1]
    assert numbers(state.in_theme(None)) == [2]


def test_the_number_present_is_counted_or_taken_from_attendance():
    people = (
        a_participant(1),
        a_participant(2, attendance=Attendance.LATE, arrived="2026-12-03T14:20"),
        a_participant(3, attendance=Attendance.LATE),
        a_participant(4, left="2026-12-03T15:00"),
        a_participant(5, attendance=Attendance.ABSENT),
    )
    assert a_state(participants=people).votes.present == 2
    counted = a_state(participants=people, workshop=a_workshop(present=7))
    assert counted.votes.present == 7


def test_who_left_and_nobody_who_never_came_counts_as_present_at_the_vote():
    people = (
        a_participant(1),
        a_participant(2, attendance=Attendance.LATE, arrived="2026-12-03T14:20"),
        a_participant(3, attendance=Attendance.LATE),
        a_participant(4, left="2026-12-03T15:00"),
        a_participant(5, attendance=Attendance.ABSENT, left="2026-12-03T15:00"),
    )
    assert a_state(participants=people).votes.present_then == 3
    after = a_state(participants=people, workshop=a_workshop(present=7))
    assert after.votes.present_then == 8


def test_records_are_found_by_id_or_not_at_all():
    state = a_state(problems=(ONE,), participants=(a_participant(1),))
    assert state.problem(ONE.id) == ONE
    assert state.problem("elsewhere") is None
    assert state.problem(None) is None
    assert state.participant("person-1") == a_participant(1)
    assert state.participant(None) is None


def test_cards_request_and_outcome_of_a_problem():
    update = a_card(ONE, CardKind.UPDATE)
    support = a_card(ONE, CardKind.SUPPORT)
    request = a_request(ONE)
    state = a_state(problems=(ONE, TWO), cards=(update, support), requests=(request,))
    assert state.cards_of(ONE.id) == (update, support)
    assert state.outcomes_of(ONE) == (OutcomeKind.CARD, OutcomeKind.REQUEST)
    assert state.outcomes_of(TWO) == (OutcomeKind.OPEN,)
    assert state.request_of(ONE.id) == request
    assert state.request_of(TWO.id) is None


def test_a_problem_is_open_while_its_group_has_no_outcome():
    root = a_problem(1)
    merged = a_problem(2, merged_into=root.id)
    refused = a_problem(3, not_ours_reason="社内で決める")
    waiting = a_problem(4)
    problems = (root, merged, refused, waiting)
    state = a_state(problems=problems, cards=(a_card(merged),))
    assert [state.is_open(one) for one in problems] == [False, False, False, True]
    assert all(
        state.is_open(one) == (OutcomeKind.OPEN in state.outcomes_of(one)) for one in problems
    )


def test_the_title_is_the_first_wording_until_there_is_a_concrete_one():
    assert a_problem(1, "鳴りすぎる").title == "鳴りすぎる"
    assert a_problem(1, "鳴りすぎる", wording="1日80通届く").title == "1日80通届く"


def test_a_problem_was_said_in_its_own_words_and_in_those_merged_into_it():
    one = a_problem(1, "アラートが多い", wording="眠れない")
    others = [a_problem(n, f"通知 {n % 10}", merged_into=one.id) for n in range(2, 30)]
    said = a_state(problems=(one, *others)).phrasings_of(one)
    assert said[:3] == ("眠れない", "アラートが多い", "通知 2")
    assert len(said) == len(set(said)) == MOST_PHRASINGS
