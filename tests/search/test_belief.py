from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.belief import Evidence, belief

GOOD = Evidence(said=0.8, limited=0.2, strength=0.6, lifting=False)


def test_a_sentence_that_says_it_is_believed_and_none_is_not():
    assert belief(GOOD) > 0.75
    assert belief(Evidence(0.1, 0.0, 0.1, lifting=False)) < 0.1


@pytest.mark.parametrize(
    "worse",
    [
        replace(GOOD, said=0.5),
        replace(GOOD, limited=1.0),
        replace(GOOD, strength=0.2),
        replace(GOOD, lifting=True),
    ],
)
def test_each_sign_counts(worse):
    assert belief(worse) < belief(GOOD)


shares = st.floats(0, 1)


@given(shares, shares, st.floats(0, 50), st.booleans())
def test_it_is_a_chance(said, limited, strength, lifting):
    assert 0 <= belief(Evidence(said, limited, strength, lifting=lifting)) <= 1
