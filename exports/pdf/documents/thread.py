"""The thread of a problem: first wording, concrete wording, and each outcome in full.

Its steps have icons that are joined by a line.
"""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.promise import promise_blocks, reason_blocks
from exports.pdf.documents.solution import solution_parts
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, heading, lead, para
from exports.pdf.styles import HEADING
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE, Promise

_PAD = 8.0

ThreadStep = tuple[str, Block]
"""The name of an icon, and the block beside it."""


def thread(paper: Paper, problem: Problem) -> list[Block]:
    """Return the thread of a problem for the customer's papers."""
    return joined([*wordings(paper, problem), *_outcomes(paper, problem)])


def problem_thread(paper: Paper, problem: Problem) -> Block:
    """Return the thread of a problem below a heading with its number and votes."""
    name = problem_name(paper, problem)
    entry = f"{name} {problem.title}"
    return Stack(heading(paper, name, HEADING, level=2, outline=entry), *thread(paper, problem))


def problem_name(paper: Paper, problem: Problem) -> str:
    """Return the name of a problem: its number, and its votes if they were counted."""
    votes = paper.state.votes_of(problem.id)
    if votes is None:
        return paper.words("papers.problem.heading", number=problem.number)
    return paper.words("papers.problem.with_votes", number=problem.number, n=votes)


def joined(steps: list[ThreadStep]) -> list[Block]:
    """Return the steps one below the other, joined by a line."""
    last = len(steps) - 1
    return [
        Gutter(block, GutterMark(icon=icon), thread=number < last, pad=_PAD if number < last else 0)
        for number, (icon, block) in enumerate(steps)
    ]


def wordings(paper: Paper, problem: Problem, said_by: str = "") -> list[ThreadStep]:
    """Return the first wording, those of the problems merged into it, and the concrete wording."""
    words = paper.words
    steps = [_quote(paper, words("papers.problem.first"), problem.first_wording, said_by)]
    for merged in paper.state.merged_into(problem.id):
        name = words("papers.problem.merged", number=merged.number)
        steps.append(_quote(paper, name, merged.first_wording))
    if problem.wording:
        name = lead(paper, Bold(words("papers.problem.concrete")))
        steps.append(("pen", _kept_with_next(name, para(paper, problem.wording))))
    return steps


def _kept_with_next(*blocks: Block) -> Block:
    """Return blocks that are kept on the same page as the next step."""
    words = Stack(*blocks)
    words.keep_next = True
    return words


def _quote(paper: Paper, name: str, text: str, said_by: str = "") -> ThreadStep:
    head = lead(paper, Bold(name), f"{paper.gap}{said_by}" if said_by else "")
    return "speech", _kept_with_next(
        head, para(paper, paper.words("papers.problem.quote", text=text))
    )


def _outcomes(paper: Paper, problem: Problem) -> list[ThreadStep]:
    words = paper.words
    promises = paper.state.promises_of(problem)
    if problem.not_ours_reason:
        badge = words("cards.outcome.not_ours")
        return [(ICONS["not_ours"], para(paper, problem.not_ours_reason, badge=badge))]
    if OutcomeKind.OPEN in promises:
        promise = promises[OutcomeKind.OPEN]
        badge = words(f"promises.room.{promise}")
        said = promise_blocks(paper, problem, promise, badge)
        return [(ICONS[SHAPE[promise]], Stack(*said))]
    order = list(OutcomeKind)
    cards = (card for card in paper.state.cards_of(problem.id) if card.outcome in promises)
    ordered = sorted(cards, key=lambda card: order.index(card.outcome))
    return [
        (ICONS[SHAPE[promises[card.outcome]]], _card(paper, problem, card, promises[card.outcome]))
        for card in ordered
    ]


def _card(paper: Paper, problem: Problem, card: PlayedCard, promise: Promise) -> Block:
    badge = paper.words(f"cards.kind.{card.kind}")
    if card.kind is CardKind.UPDATE:
        return _request(paper, problem, card, promise)
    title = lead(paper, Bold(paper.title_of(card)), badge=badge)
    if card.kind is CardKind.SOLUTION:
        return Stack(title, *solution_parts(paper, card))
    said = [para(paper, card.text)] if card.text else []
    return Stack(title, *said, *reason_blocks(paper, problem, promise))


def _request(paper: Paper, problem: Problem, card: PlayedCard, promise: Promise) -> Block:
    request = paper.state.request_of(card.problem_id)
    badge = paper.words("cards.outcome.request")
    if request is None or request.title == problem.title:
        return Stack(*promise_blocks(paper, problem, promise, badge))
    title = lead(paper, Bold(request.title), badge=badge)
    return Stack(title, *promise_blocks(paper, problem, promise))
