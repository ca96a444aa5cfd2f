"""The match quality of a search result, by its measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.services.match_quality import MatchQuality, Signals, match_quality

ANSWER = Signals(answer=0.7, gap=0.1, answer_covers=0.8, gap_covers=0.3, asked=3.0)
GAP = Signals(answer=0.1, gap=0.6, answer_covers=0.5, gap_covers=0.8, gap_mentioned=True, asked=3.0)


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (ANSWER, MatchQuality.ANSWER),
        (GAP, MatchQuality.GAP),
        (ANSWER._replace(gap=0.6, gap_covers=0.8), MatchQuality.ANSWER),
        (ANSWER._replace(answer=0.3), MatchQuality.CANDIDATES),
        (ANSWER._replace(gap_mentioned=True), MatchQuality.CANDIDATES),
        (ANSWER._replace(gap_mentioned=True, answer=0.85), MatchQuality.ANSWER),
        (GAP._replace(gap_mentioned=False, gap_has_subject=False), MatchQuality.GAP),
        (ANSWER._replace(answer_covers=0.25), MatchQuality.CANDIDATES),
        (ANSWER._replace(answer_covers=0.1, gap_covers=0.1), MatchQuality.TOO_LITTLE),
        (ANSWER._replace(asked=0.2, answer=0.3), MatchQuality.TOO_LITTLE),
        (ANSWER._replace(asked=0.2), MatchQuality.ANSWER),
        (GAP._replace(gap_covers=0.25), MatchQuality.CANDIDATES),
        (GAP._replace(gap_covers=0.35), MatchQuality.GAP),
        (GAP._replace(gap=0.25, answer=0.0), MatchQuality.CANDIDATES),
        (GAP._replace(gap_mentioned=False), MatchQuality.CANDIDATES),
        (GAP._replace(answer=0.25), MatchQuality.CANDIDATES),
        (GAP._replace(answer=0.55), MatchQuality.CANDIDATES),
        (GAP._replace(answer=0.7), MatchQuality.CANDIDATES),
        (GAP._replace(answer=0.9), MatchQuality.ANSWER),
        (Signals(), MatchQuality.TOO_LITTLE),
        (ANSWER._replace(elsewhere=True), MatchQuality.NOTHING_NEAR),
    ],
)
def test_the_first_rule_that_holds_decides(signals, expected):
    assert match_quality(signals) is expected


shares = st.floats(0, 1)
signals = st.builds(
    Signals, shares, shares, shares, shares, st.booleans(), st.booleans(), st.floats(0, 50)
)


@given(signals)
def test_a_gap_is_never_said_where_an_answer_is_more_likely(found):
    if match_quality(found) is MatchQuality.GAP:
        assert found.gap > found.answer


@given(signals, shares)
def test_an_answer_that_is_more_likely_stays_an_answer(found, more):
    if match_quality(found) is MatchQuality.ANSWER:
        better = found._replace(answer=max(found.answer, more))
        assert match_quality(better) is MatchQuality.ANSWER


@given(signals)
def test_a_gap_whose_subject_was_not_mentioned_is_not_stated(found):
    unsaid = found._replace(gap_mentioned=False, gap_has_subject=True)
    assert match_quality(unsaid) is not MatchQuality.GAP
