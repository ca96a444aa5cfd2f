from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.confidence import Evidence, confidence

GOOD = Evidence(
    said=0.8, limited=0.2, own_limit=0.2, held=0.9, unknown=0.0, strength=0.6, lifting=False
)
NOTHING = Evidence(0.1, 0.0, 0.0, 0.1, 0.8, 0.1, lifting=False)


def test_a_sentence_that_says_it_is_believed_and_none_is_not():
    assert confidence(GOOD) > 0.75
    assert confidence(NOTHING) < 0.1


@pytest.mark.parametrize(
    "worse",
    [
        replace(GOOD, said=0.5),
        replace(GOOD, limited=1.0),
        replace(GOOD, own_limit=0.7),
        replace(GOOD, held=0.5),
        replace(GOOD, unknown=0.5),
        replace(GOOD, strength=0.2),
        replace(GOOD, lifting=True),
    ],
)
def test_each_sign_counts(worse):
    assert confidence(worse) < confidence(GOOD)


shares = st.floats(0, 1)


signs = st.builds(
    Evidence,
    said=shares,
    limited=shares,
    own_limit=shares,
    held=shares,
    unknown=shares,
    strength=st.floats(0, 50),
    lifting=st.booleans(),
)


@given(signs)
def test_it_is_a_chance(evidence):
    assert 0 <= confidence(evidence) <= 1
