"""How good the best search result is: whether to offer it, or to say that nothing fits."""

from collections.abc import Sequence
from enum import StrEnum

from workshop_app.services.answers import Suggestion

_FITS = 0.7
_MAY_FIT = 0.35
_SAYS_ENOUGH = 0.6


class MatchQuality(StrEnum):
    """How good the best suggestion is.

    The bounds were chosen on the tuning half of ``benchmarks/labelled`` (88 requests with an
    answer in the catalogue, 62 without):

    - from a confidence of 0.7 on, nearly nine of ten requests have an answer;
    - from 0.35 to 0.7 one of two has one;
    - below 0.35 one of seven has one. This finds six of ten requests without an answer, and one in
      fourteen of those with one. A bound of 0.45 would find two of three, and one in nine: to say
      wrongly in front of the customer that Mackerel has nothing is worse than a missing hint.

    A query with a weight below 0.6 says too little for `NOTHING`: one in a hundred of the labelled
    sentences, but also a word such as "monitoring", which hundreds of sentences contain.
    """

    FITS = "fits"
    MAY_FIT = "may_fit"
    NOTHING = "nothing"
    SAYS_LITTLE = "says_little"


def match_quality(found: Sequence[Suggestion]) -> MatchQuality:
    """Return the quality of the best of `found`; `NOTHING` if it is empty."""
    best = max((each.confidence for each in found), default=0.0)
    if best >= _FITS:
        return MatchQuality.FITS
    if best >= _MAY_FIT:
        return MatchQuality.MAY_FIT
    if found and found[0].asked < _SAYS_ENOUGH:
        return MatchQuality.SAYS_LITTLE
    return MatchQuality.NOTHING
