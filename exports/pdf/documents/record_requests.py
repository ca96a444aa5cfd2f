"""The requests in the record."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import facts, heading, para
from exports.pdf.styles import HEADING, PART
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import request_words

_FIELDS = {
    "own_words": "own_words",
    "why": "why",
    "how": "wished_how",
    "situation": "situation",
    "impact": "impact",
    "workaround": "workaround",
    "good_enough": "good_enough",
    "shortfall": "shortfall",
}


def requests(paper: Paper) -> list[Block]:
    """Return each request with the fields that are filled in."""
    if not paper.state.requests:
        return []
    title = heading(paper, paper.words("papers.record.requests"), PART)
    ordered = sorted(paper.state.requests, key=lambda request: request.number)
    first, *rest = (_request(paper, each) for each in ordered)
    return [Stack(title, first), *rest]


def _request(paper: Paper, request: Request) -> Block:
    words = paper.words
    name = f"{paper.short_code(request)}{paper.gap}{request.title}"
    nearest = paper.solutions.get(request.nearest_id)
    texts = {key: str(getattr(request, field)) for key, field in _FIELDS.items()}
    texts["nearest"] = nearest.text(paper.language).name if nearest else ""
    if texts["situation"] == paper.state.customer.architecture:
        texts["situation"] = words("papers.record.same_situation")
    pairs = [
        (words(f"papers.dossier.{key}"), para(paper, text)) for key, text in texts.items() if text
    ]
    said = para(paper, request_words(words, paper.state, request, Reader.FACILITATOR))
    return Stack(heading(paper, name, HEADING, level=2), said, facts(paper, pairs))
