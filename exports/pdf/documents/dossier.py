"""The dossier for the product team: a chapter per request, each with both backgrounds."""

from exports.pdf.blocks.block import Anchor, Block, EmptyBlock, NewPage, PageNumber
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.request import chapter, customer, workshop_line
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, head_line, heading, para, table
from exports.pdf.styles import BODY, HEADING, NUMBER, TITLE
from workshop_app.domain.ids import request_code
from workshop_app.domain.request import Request

_WIDTHS = (40, None, 132, 44, 52)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the dossier."""
    requests = sorted(paper.state.requests, key=lambda request: request.number)
    blocks: list[Block] = []
    if len(requests) != 1:
        blocks += _index_page(paper, requests)
    for request in requests:
        blocks += [NewPage(), Anchor(request.id), *chapter(paper, request)]
    return [*blocks, *replaced_note(paper)]


def _index_page(paper: Paper, requests: list[Request]) -> list[Block]:
    """Return the first page: the index of the requests, or a text that there is none."""
    words = paper.words
    head: list[Block] = [
        head_line(paper, customer(paper), words("papers.mark.internal")),
        heading(paper, words("papers.name.dossier"), TITLE, level=0),
        para(paper, paper.state.workshop.title),
        para(paper, workshop_line(paper)),
    ]
    if not requests:
        none = para(paper, words("papers.dossier.none"))
        none.above = 18
        return [*head, none]
    columns = ("code", "request", "verdict", "votes", "page")
    code, request, verdict, *numbers = (words(f"papers.dossier.{each}") for each in columns)
    header = code, request, verdict, *map(NumberHeading, numbers)
    rows = (_row(paper, request) for request in requests)
    title = heading(paper, words("papers.dossier.index"), HEADING)
    return [*head, Stack(title, table(paper, header, rows, _WIDTHS))]


def _row(paper: Paper, request: Request) -> tuple[Block, ...]:
    problem = paper.state.problem(request.problem_id)
    verdict = paper.state.verdict_of(problem) if problem else "open"
    votes = paper.state.votes_of(request.problem_id)
    return (
        para(paper, Bold(request_code(request.number))),
        para(paper, request.title),
        para(paper, paper.words(f"appraisal.verdict.{verdict}")),
        EmptyBlock() if votes is None else para(paper, str(votes), style=NUMBER),
        PageNumber(request.id, BODY.size, BODY.leading),
    )
