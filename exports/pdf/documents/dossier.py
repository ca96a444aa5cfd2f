"""The request dossier for the product team: one chapter a request, both backgrounds in each."""

from exports.pdf.blocks.block import Anchor, Block, NewPage, Nothing, PageOf
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.replaced_note import characters
from exports.pdf.documents.request import chapter, customer, workshop_line
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, Counted, head_line, heading, para, table
from exports.pdf.styles import BODY, HEADING, NUMBER, TITLE
from workshop_app.domain.ids import request_code
from workshop_app.domain.request import Request

_WIDTHS = (40, None, 132, 44, 52)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the dossier."""
    requests = sorted(paper.state.requests, key=lambda request: request.number)
    blocks: list[Block] = []
    if len(requests) != 1:
        blocks += _front(paper, requests)
    for request in requests:
        blocks += [NewPage(), Anchor(request.id), *chapter(paper, request)]
    return [*blocks, *characters(paper)]


def _front(paper: Paper, requests: list[Request]) -> list[Block]:
    """Return the first page: the index of the requests, or that there is none."""
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
    header = code, request, verdict, *map(Counted, numbers)
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
        Nothing() if votes is None else para(paper, str(votes), style=NUMBER),
        PageOf(request.id, BODY.size, BODY.leading),
    )
