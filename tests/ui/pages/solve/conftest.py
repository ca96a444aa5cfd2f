"""The page Solve with problems of given texts."""

from functools import partial

import pytest

from tests.helpers.solve_page import problems_in


@pytest.fixture
def room(desk):
    """Makes a desk at Solve with these problems chosen."""
    return partial(problems_in, desk)
