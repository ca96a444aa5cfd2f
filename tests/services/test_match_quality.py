"""What may be said of a search result, from what was measured of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.services.match_quality import MatchQuality, Signals, match_quality


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (Signals(answer=0.8, gap=0.1, asked=3.0), MatchQuality.ANSWER),
        (Signals(answer=0.3, gap=0.8, asked=3.0), MatchQuality.GAP),
        (Signals(answer=0.9, gap=0.8, asked=3.0), MatchQuality.ANSWER),
        (Signals(answer=0.2, gap=0.2, asked=3.0), MatchQuality.CANDIDATES),
        (Signals(answer=0.2, gap=0.2, asked=0.1), MatchQuality.TOO_LITTLE),
        (Signals(answer=0.9, gap=0.0, asked=0.1), MatchQuality.ANSWER),
        (Signals(), MatchQuality.TOO_LITTLE),
    ],
)
def test_the_first_rule_that_holds_decides(signals, expected):
    assert match_quality(signals) is expected


shares = st.floats(0, 1)
signals = st.builds(Signals, answer=shares, gap=shares, asked=st.floats(0, 50))


@given(signals, shares)
def test_a_gap_is_never_said_where_an_answer_is_more_likely(found, more):
    quality = match_quality(found)
    if quality is MatchQuality.GAP:
        assert found.gap > found.answer
    if quality is MatchQuality.ANSWER:
        better = Signals(max(found.answer, more), found.gap, found.asked)
        assert match_quality(better) is MatchQuality.ANSWER
