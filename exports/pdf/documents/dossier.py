"""The dossier for the product team: a chapter per request, each with both backgrounds."""

from exports.pdf.blocks.block import Anchor, Block, EmptyBlock, NewPage, PageNumber
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.request import chapter, customer, workshop_line
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, head_line, heading, para, table
from exports.pdf.styles import BODY, HEADING, NUMBER, TITLE
from workshop_app.domain.ids import request_code
from workshop_app.domain.promises import MAY_BE_HANDED_OVER, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import request_words

_WIDTHS = (40, None, 132, 44, 52)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the dossier."""
    ordered = sorted(paper.state.requests, key=lambda request: request.number)
    promises = {request.id: paper.state.promise_of(request) for request in ordered}
    requests = [each for each in ordered if promises[each.id] in MAY_BE_HANDED_OVER]
    others = [each for each in ordered if each not in requests]
    blocks: list[Block] = []
    if len(requests) != 1 or others:
        blocks += _index_page(paper, requests, others)
    for request in requests:
        blocks += [NewPage(), Anchor(request.id), *chapter(paper, request)]
    return [*blocks, *replaced_note(paper)]


def _index_page(paper: Paper, requests: list[Request], others: list[Request]) -> list[Block]:
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
        return [*head, none, *_not_sent(paper, others)]
    columns = ("code", "request", "state", "votes", "page")
    code, request, state, *numbers = (words(f"papers.dossier.{each}") for each in columns)
    header = code, request, state, *map(NumberHeading, numbers)
    rows = (_row(paper, request) for request in requests)
    title = heading(paper, words("papers.dossier.index"), HEADING)
    grid = table(paper, header, rows, _WIDTHS)
    return [*head, Stack(title, grid), *_not_sent(paper, others)]


def _not_sent(paper: Paper, requests: list[Request]) -> list[Block]:
    """Return the requests that are not sent, and why."""
    if not requests:
        return []
    rows = (
        (
            para(paper, Bold(request_code(each.number))),
            Stack(para(paper, each.title), para(paper, _team_words(paper, each))),
        )
        for each in requests
    )
    title = heading(paper, paper.words("papers.dossier.not_sent"), HEADING)
    return [Stack(title, Grid(None, tuple(CellRow(cells, (40, None)) for cells in rows)))]


def _team_words(paper: Paper, request: Request) -> str:
    return request_words(paper.words, paper.state, request, Reader.TEAM)


def _row(paper: Paper, request: Request) -> tuple[Block, ...]:
    votes = paper.state.votes_of(request.problem_id)
    return (
        para(paper, Bold(request_code(request.number))),
        para(paper, request.title),
        para(paper, request_words(paper.words, paper.state, request, Reader.FACILITATOR)),
        EmptyBlock() if votes is None else para(paper, str(votes), style=NUMBER),
        PageNumber(request.id, BODY.size, BODY.leading),
    )
