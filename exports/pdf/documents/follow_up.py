"""The checklist for the next visit: actions, requests and open problems with their status."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import actions_of_all, passing_on
from exports.pdf.documents.closing_sections import (
    closing_words,
    kept_for_later,
    next_meeting,
    notes,
    requests_of_earlier_visits,
    requests_title,
)
from exports.pdf.documents.document_head import asked_of_customer, head, message
from exports.pdf.documents.other_problems import is_silent, silent_rows
from exports.pdf.documents.outcome_lines import how_they_stand, not_discussed_words
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import row, section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, para
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.requests import promise_of, requests_with
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import TOLD_LATER, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import (
    no_guarantee,
    promise_words,
    reason_of,
    request_words,
)

_FEW = 6
"""The most problems that nobody took up of which the words are printed, too."""
_LOOKED_AT_AGAIN = (Promise.ASK_AGAIN, Promise.OPEN, Promise.NOT_DISCUSSED, Promise.LATER)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the checklist."""
    lead = dense(paper, paper.words("papers.follow_up.lead"))
    return [
        *head(paper, paper.words("papers.name.follow_up")),
        message(paper, [], asked=[lead, *asked_of_customer(paper)]),
        *next_meeting(paper),
        *actions_of_all(paper, apart=True),
        *_requests(paper),
        *requests_of_earlier_visits(paper),
        *_still_open(paper),
        *kept_for_later(paper),
        *closing_words(paper),
        *replaced_note(paper),
        *notes(paper),
    ]


def _requests(paper: Paper) -> list[Block]:
    """Return the requests: first those the customer waits to hear of and who tells, then others."""
    state = paper.state
    if not state.requests:
        return []
    words = paper.words
    ordered = sorted(state.requests, key=lambda request: request.number)
    title, _ = requests_title(paper, ordered)
    waiting = requests_with(state, *TOLD_LATER)
    rows = [_request(paper, each) for each in waiting]
    guarantee = no_guarantee(words, (promise_of(state, each) for each in ordered))
    if said := [text for text in (passing_on(paper), guarantee) if text]:
        rows.append(row(para(paper, ""), Stack(*(para(paper, text) for text in said)), pad=0))
    rows += [_request(paper, each) for each in ordered if each not in waiting]
    return section(paper, words("papers.requests.name"), title, rows)


def _request(paper: Paper, request: Request) -> Block:
    problem = paper.state.problem(request.problem_id)
    said = request_words(paper.words, paper.state, request, Reader.CUSTOMER)
    text = Stack(para(paper, Bold(request.title)), para(paper, said))
    return row(_label(paper, problem), Gutter(text, GutterMark(box=True)))


def _label(paper: Paper, problem: Problem | None) -> Block:
    name = paper.words("papers.problem.heading", number=problem.number) if problem else ""
    return para(paper, name)


def _still_open(paper: Paper) -> list[Block]:
    promises = ((each, promises_of(paper.state, each)) for each in paper.state.listed)
    found = [
        (problem, promise)
        for problem, said in promises
        for kind, promise in said.items()
        if kind is OutcomeKind.OPEN and promise in _LOOKED_AT_AGAIN
    ]
    if not found:
        return []
    found.sort(key=lambda pair: _LOOKED_AT_AGAIN.index(pair[1]))
    silent = [problem for problem, _ in found if is_silent(paper, problem)]
    rows: list[Block] = []
    for problem, promise in found:
        if problem not in silent:
            said = _open_line(paper, problem, promise)
            rows.append(row(_label(paper, problem), said, line=bool(rows)))
    if silent:
        rows += silent_rows(paper, silent, line=bool(rows), in_words=len(silent) <= _FEW)
    title = how_they_stand(paper, [problem for problem, _ in found])
    return section(paper, paper.words("papers.others.name"), title, rows)


def _open_line(paper: Paper, problem: Problem, promise: Promise) -> Block:
    words = paper.words
    said = [problem.title, promise_words(words, paper.state, promise, Reader.CUSTOMER)]
    reason = reason_of(words, paper.state, problem, promise)
    if reason:
        said.append(words("promises.reason", reason=reason))
    if promise is Promise.NOT_DISCUSSED:
        said.append(not_discussed_words(paper, problem))
    return Gutter(Stack(*(para(paper, text) for text in said)), GutterMark(box=True))
