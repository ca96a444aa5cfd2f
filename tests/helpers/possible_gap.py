"""A labelled problem with several candidates that may also be a known gap."""

from benchmarks.requests import sets
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality


def possible_gap(answers: Answers) -> str:
    """Return the Japanese text of the first one."""
    for request in sets()["tuning"]:
        if request.language == "ja":
            judgement = judge(answers, (request.text,), "ja")
            if judgement.quality is MatchQuality.CANDIDATES and judgement.gaps:
                return request.text
    raise LookupError("no labelled problem is in doubt between candidates and a gap")
