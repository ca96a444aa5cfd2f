"""Whether the current catalogue answers a request that it did not answer when it was made."""

from workshop_app.domain.request_news import RequestState
from workshop_app.domain.solution import Solution
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.request_board import BoardRequest

_LOOKED_AT = 3


def answered_by(answers: Answers, each: BoardRequest) -> Solution | None:
    """Return the catalogue entry that may answer a request, or None.

    It is an answer to the texts of the request, without a known gap, that was checked against the
    help after the request was made. The nearest answer named by the request itself is excluded.
    """
    if each.state is RequestState.RELEASED:
        return None
    said = (each.request.title, *(voice.words for voice in each.said.voices))
    phrasings = tuple(dict.fromkeys(text for text in said if text))
    judgement = judge(answers, phrasings, each.workshop.language, _LOOKED_AT)
    if judgement.quality is not MatchQuality.ANSWER or not judgement.answers:
        return None
    entry = judgement.answers[0].solution
    made = each.workshop.date or each.workshop.created_at[:10]
    is_new = entry.checked > made
    return entry if is_new and entry.id != each.request.nearest_id else None
