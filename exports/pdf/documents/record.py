"""The facilitator's own record: everything including private notes; marked on every page."""

from exports.key_message import key_message
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import actions_of_all
from exports.pdf.documents.closing_sections import next_meeting
from exports.pdf.documents.document_head import head, message, when_and_where, whom_to_ask
from exports.pdf.documents.record_counts import times, vote_table
from exports.pdf.documents.record_people import answers, background, people
from exports.pdf.documents.record_problems import problem_chapters
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, facts, heading, lead, para
from exports.pdf.styles import HEADING, PART
from workshop_app.domain.facts.requests import nearest_of
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import TEAM_TEXTS, RequestNews
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import setup_of
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


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the record."""
    large, rest = key_message(paper)
    return [
        *head(paper, paper.words("papers.name.record"), _told(paper), "private"),
        para(paper, paper.words("papers.record.warning")),
        message(paper, [large], [rest]),
        *background(paper),
        *people(paper),
        *times(paper),
        *vote_table(paper),
        *answers(paper),
        *problem_chapters(paper),
        *_requests(paper),
        *actions_of_all(paper),
        *next_meeting(paper),
        *_setup(paper),
        *replaced_note(paper),
    ]


def _told(paper: Paper) -> tuple[str, ...]:
    return paper.state.workshop.title, when_and_where(paper), whom_to_ask(paper)[0]


def _requests(paper: Paper) -> list[Block]:
    if not paper.state.requests:
        return []
    title = heading(paper, paper.words("papers.record.requests"), PART)
    ordered = sorted(paper.state.requests, key=lambda request: request.number)
    first, *rest = (_request_of(paper, each) for each in ordered)
    return [Stack(title, first), *rest]


def _request_of(paper: Paper, request: Request) -> Block:
    words = paper.words
    name = f"{paper.short_code(request)}{paper.gap}{request.title}"
    nearest = paper.solutions.get(nearest_of(paper.state, request))
    texts = {key: str(getattr(request, field)) for key, field in _FIELDS.items()}
    texts["nearest"] = nearest.text(paper.language).name if nearest else ""
    if texts["situation"] == paper.state.customer.architecture:
        texts["situation"] = ""  # it is in the background
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


def _setup(paper: Paper) -> list[Block]:
    """Return the number of items of each kind by the day of their files; empty without files."""
    if not paper.state.setup:
        return []
    words = paper.words
    setup = setup_of(paper.state.setup)
    counts: dict[str, list[str]] = {}
    for kind in filter(setup.knows, SetupKind):
        name = words(f"imports.setup.kind.{kind}")
        said = words("papers.setup.kind", name=name, n=len(setup.facts(kind)))
        counts.setdefault(setup.taken_at(kind)[:10], []).append(said)
    lines = (
        words("papers.setup.read", day=words.date(day), kinds=paper.list(kinds))
        for day, kinds in counts.items()
    )
    title = heading(paper, words("papers.setup.title"), PART)
    return [Stack(title, *(para(paper, line) for line in lines))]
