from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.confidence import Evidence, confidence

GOOD = Evidence(
    best_sentence=0.8,
    best_limit=0.2,
    own_limit=0.2,
    contained=0.9,
    unknown=0.0,
    score=0.6,
    asks_to_raise=False,
)
NOTHING = Evidence(0.1, 0.0, 0.0, 0.1, 0.8, 0.1, asks_to_raise=False)


def test_a_sentence_that_says_it_is_believed_and_none_is_not():
    assert confidence(GOOD) > 0.75
    assert confidence(NOTHING) < 0.1


@pytest.mark.parametrize(
    "worse",
    [
        replace(GOOD, best_sentence=0.5),
        replace(GOOD, best_limit=1.0),
        replace(GOOD, own_limit=0.7),
        replace(GOOD, contained=0.5),
        replace(GOOD, unknown=0.5),
        replace(GOOD, score=0.2),
        replace(GOOD, asks_to_raise=True),
    ],
)
def test_each_sign_counts(worse):
    assert confidence(worse) < confidence(GOOD)


shares = st.floats(0, 1)


signs = st.builds(
    Evidence,
    best_sentence=shares,
    best_limit=shares,
    own_limit=shares,
    contained=shares,
    unknown=shares,
    score=st.floats(0, 50),
    asks_to_raise=st.booleans(),
)


@given(signs)
def test_it_is_a_chance(evidence):
    assert 0 <= confidence(evidence) <= 1
