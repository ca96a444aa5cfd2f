"""Places after a show of hands."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.voting import Placing, is_near, places


def test_thirty_nine_against_thirty_seven_is_a_near_tie() -> None:
    assert is_near(39, 37)
    assert not is_near(39, 34)


def test_neighbours_one_vote_apart_share_a_place() -> None:
    assert places([7, 5, 4, 2]) == (
        Placing(1, False),
        Placing(2, True),
        Placing(2, True),
        Placing(4, False),
    )


def test_a_chain_breaks_at_the_first_that_is_far_from_the_top() -> None:
    assert [placing.place for placing in places([5, 4, 3, 2])] == [1, 1, 3, 3]


def test_no_hand_shares_no_place_with_one_hand() -> None:
    assert [placing.place for placing in places([1, 0, 0])] == [1, 2, 2]


@given(st.lists(st.integers(0, 60)).map(lambda counts: sorted(counts, reverse=True)))
def test_places_never_fall_and_count_everybody(counts: list[int]) -> None:
    found = places(counts)
    assert len(found) == len(counts)
    assert [p.place for p in found] == sorted(p.place for p in found)
    assert all(p.place <= index + 1 for index, p in enumerate(found))
