import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.confidence import (
    EntryFeatures,
    GapFeatures,
    confidence,
    fit_of,
    gap_confidence,
    lead,
)

GOOD = EntryFeatures(best_sentence=0.8, own_limit=0.2, score=0.9, gap_score=0.4, lead=0.3)
NOTHING = EntryFeatures(best_sentence=0.1, own_limit=0.0, score=0.1, gap_score=0.3, lead=0.0)
MEANT = GapFeatures(contained=0.8, score=0.9, entry_score=0.4, lead=0.3)


def test_a_sentence_that_says_it_is_believed_and_none_is_not():
    assert confidence(GOOD) > 0.75
    assert confidence(NOTHING) < 0.1


@pytest.mark.parametrize(
    "worse",
    [
        GOOD._replace(best_sentence=0.5),
        GOOD._replace(own_limit=0.7),
        GOOD._replace(score=0.4),
        GOOD._replace(gap_score=0.9),
        GOOD._replace(lead=0.0),
    ],
)
def test_each_feature_of_an_entry_counts(worse):
    assert confidence(worse) < confidence(GOOD)


@pytest.mark.parametrize(
    "worse",
    [
        MEANT._replace(contained=0.3),
        MEANT._replace(score=0.4),
        MEANT._replace(entry_score=0.9),
        MEANT._replace(lead=0.0),
    ],
)
def test_each_feature_of_a_gap_counts(worse):
    assert gap_confidence(worse) < gap_confidence(MEANT)


def test_a_gap_is_hardly_believed_beside_an_entry_that_matches_twice_as_well():
    assert gap_confidence(MEANT._replace(score=0.4, entry_score=0.9)) < 0.15
    assert gap_confidence(MEANT) > 0.75


def test_who_matches_better_leads_and_the_other_is_behind_by_as_much():
    assert lead(2.0, 1.0) > 0
    assert lead(1.0, 2.0) == pytest.approx(-lead(2.0, 1.0))


shares = st.floats(0, 1)
scores = st.floats(0, 50)
entries = st.builds(
    EntryFeatures,
    best_sentence=shares,
    own_limit=shares,
    score=scores,
    gap_score=scores,
    lead=st.floats(-5, 5),
)
gaps = st.builds(
    GapFeatures,
    contained=shares,
    score=scores,
    entry_score=scores,
    lead=st.floats(-5, 5),
)


@given(entries, gaps)
def test_both_are_probabilities(entry, gap):
    assert 0 <= confidence(entry) <= 1
    assert 0 <= gap_confidence(gap) <= 1
    assert 1 <= fit_of(confidence(entry)) <= 4
