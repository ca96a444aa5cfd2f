"""What may be said of problems and requests, as blocks for the customer's papers."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, lead, para, table
from exports.pdf.styles import PART
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SENT, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import (
    no_guarantee,
    promise_words,
    reason_of,
    request_words,
)

_CODE = 56


def promise_blocks(
    paper: Paper, problem: Problem, promise: Promise, badge: str = ""
) -> list[Block]:
    """Return what is said of a problem, and below it why a request is passed on."""
    said = promise_words(paper.words, paper.state, promise, Reader.CUSTOMER, problem)
    return [para(paper, said, badge=badge), *reason_blocks(paper, problem, promise)]


def reason_blocks(paper: Paper, problem: Problem, promise: Promise) -> list[Block]:
    """Return why a request is passed on or another card helps; empty if nothing tells."""
    if promise not in (*SENT, Promise.HELPED):
        return []
    reason = reason_of(paper.words, paper.state, problem, promise)
    return [para(paper, paper.words("promises.reason", reason=reason))] if reason else []


def told_requests(paper: Paper) -> list[Block]:
    """Return all requests, each with what may be said of it, and that nothing is guaranteed."""
    requests = sorted(paper.state.requests, key=lambda request: request.number)
    if not requests:
        return []
    title = heading(paper, paper.words("promises.heading.requests"), PART)
    header = paper.words("papers.dossier.code"), paper.words("papers.dossier.request")
    grid = table(paper, header, (_row(paper, each) for each in requests), (_CODE, None))
    return [Stack(title, *guarantee(paper), grid)]


def guarantee(paper: Paper) -> list[Block]:
    """Return that nothing is guaranteed of the requests that are passed on; empty without any."""
    said = no_guarantee(paper.words, paper.state)
    return [lead(paper, said)] if said else []


def _row(paper: Paper, request: Request) -> tuple[Block, ...]:
    said = request_words(paper.words, paper.state, request, Reader.CUSTOMER)
    return (
        para(paper, Bold(paper.short_code(request))),
        Stack(para(paper, request.title), para(paper, said)),
    )
