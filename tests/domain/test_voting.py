"""Places after a show of hands."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.voting import RoundCount, placings


def after(*votes: list[int], about: str = "") -> list[tuple[str, int, bool]]:
    """Places of problems a, b, c … after rounds with these votes; the last is about `about`."""
    ids = "abcdefgh"[: len(votes[0])]
    counts = [RoundCount(frozenset(ids), dict(zip(ids, votes[0], strict=True)))]
    if about:
        counts.append(RoundCount(frozenset(about), dict(zip(about, votes[1], strict=True))))
    return [(p.id, p.place, p.shared) for p in placings(ids, counts)]


def test_only_equal_votes_share_a_place() -> None:
    assert after([11, 10, 10, 9, 8]) == [
        ("a", 1, False),
        ("b", 2, True),
        ("c", 2, True),
        ("d", 4, False),
        ("e", 5, False),
    ]
    assert [place for _, place, _ in after([39, 37, 37, 36])] == [1, 2, 2, 4]


def test_a_round_about_a_tie_decides_only_within_it() -> None:
    assert after([2, 9, 5, 5], [1, 6], about="cd") == [
        ("b", 1, False),
        ("d", 2, False),
        ("c", 3, False),
        ("a", 4, False),
    ]


def test_no_vote_of_a_later_round_passes_a_place_won_before() -> None:
    assert [one for one, _, _ in after([9, 9, 3, 3], [1, 4, 2, 9], about="abcd")] == list("badc")


def test_problems_that_a_round_was_not_about_stay_behind_their_group() -> None:
    assert after([5, 5, 5], [1, 4], about="ab") == [
        ("b", 1, False),
        ("a", 2, False),
        ("c", 3, False),
    ]


@given(st.lists(st.integers(0, 60), max_size=8))
def test_places_never_fall_and_count_everybody(counts: list[int]) -> None:
    ids = [str(number) for number in range(len(counts))]
    found = placings(ids, [RoundCount(frozenset(ids), dict(zip(ids, counts, strict=True)))])
    assert sorted(p.id for p in found) == sorted(ids)
    assert [p.place for p in found] == sorted(p.place for p in found)
    assert all(p.place <= index + 1 for index, p in enumerate(found))
