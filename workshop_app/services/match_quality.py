"""Whether what was found may be offered as an answer, or whether one says that nothing fits."""

from collections.abc import Sequence
from enum import StrEnum

from workshop_app.services.answers import Suggestion

_FITS = 0.7
_MAY_FIT = 0.35
_SAYS_ENOUGH = 0.6


class MatchQuality(StrEnum):
    """How far the best suggestion may be trusted.

    The bounds are chosen on the tuning half of ``benchmarks/labelled`` (88 requests that Mackerel
    answers, 62 that it does not):

    - from 0.7 of confidence on, nearly nine of ten requests have an answer: nothing need be said;
    - from 0.35 to 0.7 one of two has one: worth a look, and worth saying so;
    - below 0.35 six of seven have none. That catches six of ten requests that nothing
      answers, for one in fourteen of those that something does. With a bound of 0.45 it would be
      two of three, for one in nine: to be told wrongly, before the customer, that Mackerel has
      nothing costs more than a word of caution too many.

    A query that weighs less than 0.6 says too little for the last: of the labelled sentences one
    in a hundred weighs less, but a word such as "monitoring", which hundreds of sentences hold,
    does, and nobody could say that nothing fits it.
    """

    FITS = "fits"
    MAY_FIT = "may_fit"
    NOTHING = "nothing"
    SAYS_LITTLE = "says_little"


def match_quality(found: Sequence[Suggestion]) -> MatchQuality:
    """Return how far the best of `found` may be trusted; finding none is `NOTHING`."""
    best = max((each.confidence for each in found), default=0.0)
    if best >= _FITS:
        return MatchQuality.FITS
    if best >= _MAY_FIT:
        return MatchQuality.MAY_FIT
    if found and found[0].asked < _SAYS_ENOUGH:
        return MatchQuality.SAYS_LITTLE
    return MatchQuality.NOTHING
