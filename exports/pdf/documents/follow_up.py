"""The follow-up sheet: actions and requests with their status, to be reviewed at the next visit."""

from exports.pdf.blocks.block import Block, RuledLines
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.closing import ending, owner_and_day, text_with_answer
from exports.pdf.documents.document_head import head
from exports.pdf.documents.parking_lot import parking_lot
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, lead, para, table, tick_box
from exports.pdf.styles import DENSE, PART
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import no_guarantee, promise_words, request_words

_WIDTHS = (None, 120, 122)
_REPLY_LINES = 1
_LOOKED_AT_AGAIN = (Promise.OPEN, Promise.ASK_AGAIN, Promise.LATER)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the follow-up sheet."""
    actions = by_day(paper.state.actions)
    todo = [action for action in actions if action.is_open]
    done = [action for action in actions if not action.is_open]
    return [
        *head(paper, paper.words("papers.name.follow_up"), people=False),
        para(paper, paper.words("papers.follow_up.lead")),
        _actions(paper, "todo", todo),
        *([_actions(paper, "done", done)] if done else []),
        *_requests(paper),
        *_still_open(paper),
        *parking_lot(paper),
        *ending(paper),
        *replaced_note(paper),
    ]


def _actions(paper: Paper, key: str, actions: list[Action]) -> Block:
    words = paper.words
    title = heading(paper, words(f"papers.follow_up.{key}"), PART)
    if not actions:
        return Stack(title, para(paper, words("papers.follow_up.nothing")))
    header = tuple(words(f"papers.actions.{column}") for column in ("what", "who", "due"))
    return Stack(title, table(paper, header, (_action(paper, each) for each in actions), _WIDTHS))


def _action(paper: Paper, action: Action) -> tuple[Block, ...]:
    problem = paper.state.problem(action.problem_id)
    lines = [action.text if action.done else text_with_answer(paper.words, action)]
    if problem is not None:
        lines.append(paper.words("papers.follow_up.for", number=problem.number))
    text = para(paper, "\n".join(lines), style=DENSE)
    over = Gutter(text, GutterMark(icon="check" if action.done else "minus"), indent=20)
    who, due = owner_and_day(paper, action)
    begin = tick_box(text) if action.is_open else over
    return begin, para(paper, who, style=DENSE), para(paper, due, style=DENSE)


def _requests(paper: Paper) -> list[Block]:
    if not paper.state.requests:
        return []
    words = paper.words
    ordered = sorted(paper.state.requests, key=lambda request: request.number)
    title = heading(paper, words("promises.heading.requests"), PART)
    first, *rest = (_request(paper, each) for each in ordered)
    reservation = no_guarantee(words, paper.state)
    begin = [title, lead(paper, reservation)] if reservation else [title]
    return [Stack(*begin, first), *rest]


def _request(paper: Paper, request: Request) -> Block:
    """Return a request with its promise and a line for the reply."""
    problem = paper.state.problem(request.problem_id)
    name = paper.words("papers.problem.heading", number=problem.number) if problem else ""
    title = Bold(paper.gap.join(part for part in (name, request.title) if part))
    line = request_words(paper.words, paper.state, request, Reader.CUSTOMER)
    said = Stack(para(paper, title), para(paper, line), RuledLines(_REPLY_LINES))
    box = tick_box(said)
    box.above = 8
    return box


def _still_open(paper: Paper) -> list[Block]:
    """Return the problems without an outcome that are to be reviewed."""
    promises = ((each, paper.state.promises_of(each)) for each in paper.state.listed)
    found = [
        _still_open_line(paper, problem, promise)
        for problem, said in promises
        for kind, promise in said.items()
        if kind is OutcomeKind.OPEN and promise in _LOOKED_AT_AGAIN
    ]
    if not found:
        return []
    title = heading(paper, paper.words("papers.follow_up.open"), PART)
    return [Stack(title, *found)]


def _still_open_line(paper: Paper, problem: Problem, promise: Promise) -> Block:
    text = paper.words("papers.votes.name", number=problem.number, text=problem.title)
    line = para(paper, text)
    if promise is Promise.OPEN:
        return tick_box(Stack(line))
    said = promise_words(paper.words, paper.state, promise, Reader.CUSTOMER, problem)
    return tick_box(Stack(line, para(paper, said)))
