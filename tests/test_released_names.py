"""Names that files of users hold stay, so that older files keep their meaning."""

import pytest

from tests.helpers.released_names import released_names, todays_names

RELEASED, REMOVED = released_names()
TODAY = todays_names()


@pytest.mark.parametrize("what", RELEASED)
def test_every_released_name_is_still_known(what):
    kept = set(RELEASED[what]).difference(REMOVED.get(what, ()))
    assert kept.difference(TODAY[what]) == set()


@pytest.mark.parametrize("what", REMOVED)
def test_a_removed_name_is_not_used_again(what):
    assert set(REMOVED[what]).intersection(TODAY[what]) == set()
    assert set(REMOVED[what]) <= set(RELEASED[what])
