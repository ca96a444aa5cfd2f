"""What is not sent to the product team, and why."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.named_lines import named_lines
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from exports.pdf.styles import DENSE
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION, Promise, Reader
from workshop_app.services.promise_words import part_words, promise_words, reason_of

NAMED = (Promise.LATER, Promise.NOT_SENT, Promise.ASK_AGAIN, Promise.NOT_OURS, Promise.ENOUGH)
"""The promises that are listed with a reason."""
_MOST = 8
_WORD = 66.0


def not_sent(paper: Paper) -> list[Block]:
    """Return the number of solved problems, and what is not sent with its reason.

    Problems with another card, and open ones, are not listed. Requests that are not sent come
    first; if there are many, only some are listed.
    """
    state = paper.state
    words = paper.words
    said = [(each, one) for each in state.listed for one in state.promises_of(each).values()]
    said.sort(key=lambda pair: state.request_of(pair[0].id) is None)
    solved = sum(promise in WITH_SOLUTION for _, promise in said)
    part = sum(promise is Promise.SOLVED_IN_PART for _, promise in said)
    named = [(each, promise) for each, promise in said if promise in NAMED]
    if not named and not solved:
        return []
    key = "solved_elsewhere" if paper.solved_elsewhere(state.listed) else "solved"
    count = words(f"papers.dossier.{key}", n=solved, total=len(state.listed))
    in_part = part_words(words, solved, part)
    lines = [each for each in (count, in_part) if solved and each]
    rows: list[Block] = [_row(paper, *each) for each in named[:_MOST]]
    if len(named) > _MOST:
        rows.append(para(paper, words("papers.dossier.more", n=len(named) - _MOST), style=DENSE))
    return [named_lines(paper, words("papers.dossier.not_sent"), lines, rows)]


def _row(paper: Paper, problem: Problem, promise: Promise) -> Block:
    words = paper.words
    word = para(paper, Bold(words(f"promises.row.{promise}")), style=DENSE)
    quote = words("papers.problem.quote", text=problem.first_wording)
    request = paper.state.request_of(problem.id)
    if request is not None:
        quote = f"{paper.short_code(request)}{paper.gap}{quote}"
    reason = reason_of(words, paper.state, problem, promise)
    why = reason or promise_words(words, paper.state, promise, Reader.TEAM, problem)
    said = Stack(para(paper, quote, style=DENSE), para(paper, why, style=DENSE))
    row = CellRow((word, said), (_WORD, None), gap=8)
    row.above = 3
    return row
