"""The requests in the record."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, facts, heading, lead
from exports.pdf.styles import HEADING, PART
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import TEAM_TEXTS, RequestNews
from workshop_app.services.promise_words import news_words, request_words

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
        (words(f"papers.dossier.{key}"), dense(paper, text)) for key, text in texts.items() if text
    ]
    said = lead(paper, request_words(words, paper.state, request, Reader.FACILITATOR))
    news = (_news(paper, each) for each in paper.state.news_of(request))
    return Stack(heading(paper, name, HEADING, level=2), said, facts(paper, pairs), *news)


def _news(paper: Paper, news: RequestNews) -> Block:
    """Return a news record with all texts of the product team, and when people were informed."""
    words = paper.words
    solution = paper.solutions.get(news.catalogue_id)
    texts = {name: str(getattr(news, name)) for name in (*TEAM_TEXTS, "may_be_told")}
    texts |= {
        "same_as": news.same_as,
        "catalogue_id": solution.text(paper.language).name if solution else "",
        "address": news.address,
        "told_on": words.date(news.told_on),
    }
    pairs = [
        (words(f"request_news.{key}"), dense(paper, text)) for key, text in texts.items() if text
    ]
    head = lead(paper, Bold(news_words(words, news, Reader.FACILITATOR)))
    return Stack(head, facts(paper, pairs))
