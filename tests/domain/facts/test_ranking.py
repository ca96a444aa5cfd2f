from dataclasses import replace

import pytest

from tests.helpers.builders import a_problem, a_state, a_tally
from workshop_app.domain.facts.ranking import cut_tie, rank_rows, suggested_count, ties
from workshop_app.i18n import Texts


def counted(*votes):
    problems = tuple(a_problem(number, f"課題 {number}") for number in range(1, len(votes) + 1))
    tallies = tuple(
        a_tally(problem, count)
        for problem, count in zip(problems, votes, strict=True)
        if count is not None
    )
    return a_state(problems=problems, tallies=tallies)


def test_equal_votes_share_a_place_and_the_next_group_counts_on():
    rows = rank_rows(counted(20, 18, 10, 10, 9, 2))
    assert [row.rank for row in rows] == ["1", "2", "3=", "3=", "5", "6"]
    assert [row.leads for row in rows] == [False, True, True, False, True, True]
    assert [[row.number for row in tie] for tie in ties(rows)] == [["3", "4"]]


def test_bars_are_parts_of_the_longest_one():
    assert [row.share for row in rank_rows(counted(4, 2, None))] == [1, 0.5, 0]


def test_nobody_has_a_place_before_hands_are_counted():
    rows = rank_rows(counted(None, None))
    assert [(row.rank, row.votes) for row in rows] == [("", None), ("", None)]
    assert not ties(rows)


def test_a_third_of_the_problems_is_proposed_within_three_and_five():
    assert [suggested_count(counted(*[1] * count)) for count in (0, 2, 6, 12, 40)] == [
        0,
        2,
        3,
        4,
        5,
    ]


def numbers_cut(rows, top):
    return [row.number for row in cut_tie(rows, top)]


def test_a_choice_that_cuts_through_a_tie_names_all_of_it():
    rows = rank_rows(counted(18, 9, 9, 0))
    assert [numbers_cut(rows, top) for top in (0, 1, 2, 3, 4)] == [[], [], ["2", "3"], [], []]
    rows = rank_rows(counted(8, 5, 2, 2, 2, 1))
    cut = [numbers_cut(rows, top) for top in (2, 3, 4, 5)]
    assert cut == [[], ["3", "4", "5"], ["3", "4", "5"], []]


def test_problems_without_votes_are_no_tie():
    rows = rank_rows(counted(3, 0, 0))
    assert numbers_cut(rows, 2) == []
    assert [row.rank for row in rows] == ["1", "", ""]


def test_votes_of_a_superseded_round_make_no_tie_of_problems_without_votes():
    first = counted(1, 1, 3)
    again = [replace(tally, round=2, votes=0) for tally in first.tallies]
    again[-1] = replace(again[-1], votes=5)
    state = replace(first, tallies=(*first.tallies, *again),
                    workshop=replace(first.workshop, round=2))  # fmt: skip
    rows = rank_rows(state)
    assert [(row.number, row.rank, row.tied) for row in rows] == [
        ("3", "1", False),
        ("1", "", False),
        ("2", "", False),
    ]
    assert not ties(rows)
    assert numbers_cut(rows, 2) == []


@pytest.mark.parametrize(
    ("language", "rank", "words"),
    [
        ("ja", "1=", "同1位"),
        ("ja", "12", "12位"),
        ("ja", "", ""),
        ("en", "1=", "1="),
        ("en", "12", "12"),
        ("en", "", ""),
    ],
)
def test_the_words_for_a_place_say_whether_it_is_shared(language, rank, words):
    assert Texts(language).rank(rank) == words
