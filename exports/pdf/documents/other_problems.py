"""The problems that were not chosen, in one table, and the solutions found for them."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.promise import promise_blocks, reason_blocks
from exports.pdf.documents.solution import catalogue_line, with_help
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, outcome_words, para, table
from exports.pdf.styles import PART
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise
from workshop_app.domain.solution import Solution

_WIDTHS = (30, None, 84, 42, 86)


def other_problems(paper: Paper) -> list[Block]:
    """Return the table of the listed problems that were not chosen, in order of their votes."""
    problems = [problem for problem in paper.state.ranked if not problem.chosen]
    if not problems:
        return []
    words = paper.words
    columns = ("number", "words", "theme", "votes", "outcome")
    header = tuple(words(f"papers.others.{column}") for column in columns)
    rows = (_row(paper, problem) for problem in problems)
    title = heading(paper, words("papers.others.title"), PART)
    return [Stack(title, table(paper, header, rows, _WIDTHS))]


def _row(paper: Paper, problem: Problem) -> tuple[Block, ...]:
    state = paper.state
    votes = state.votes_of(problem.id)
    themes = [theme.name for theme in state.themes if theme.id == problem.theme_id]
    return (
        para(paper, Bold(str(problem.number))),
        _words(paper, problem),
        para(paper, *(themes or [paper.words("papers.others.no_theme")])),
        EmptyBlock() if votes is None else para(paper, str(votes)),
        Stack(*outcome_words(paper, problem)),
    )


def _words(paper: Paper, problem: Problem) -> Block:
    words = paper.words
    lines: list[Block] = [para(paper, Bold(problem.title))]
    if problem.wording:
        lines.append(para(paper, words("papers.others.first", text=problem.first_wording)))
    for merged in paper.state.merged_into(problem.id):
        said = words("papers.others.merged", number=merged.number, text=merged.first_wording)
        lines.append(para(paper, said))
    if problem.not_ours_reason:
        lines.append(para(paper, problem.not_ours_reason))
    promises = paper.state.promises_of(problem)
    still_open = promises.get(OutcomeKind.OPEN, Promise.OPEN)
    if still_open is not Promise.OPEN:
        lines += promise_blocks(paper, problem, still_open)
    for card in paper.state.cards_of(problem.id):
        if card.outcome in promises:
            lines += _card(paper, problem, card, promises[card.outcome])
    return Stack(*lines)


def _card(paper: Paper, problem: Problem, card: PlayedCard, promise: Promise) -> list[Block]:
    if card.kind is CardKind.UPDATE:
        request = paper.state.request_of(card.problem_id)
        differs = request is not None and request.title != problem.title
        title = [para(paper, request.title)] if request and differs else []
        return [*title, *promise_blocks(paper, problem, promise)]
    if card.kind is CardKind.SOLUTION:
        return [para(paper, f"→ {paper.title_of(card)}")]
    kind = paper.words(f"cards.kind.{card.kind}")
    lines = [paper.words("papers.others.card", kind=kind, title=card.title), card.text]
    said = [para(paper, line) for line in lines if line]
    return [*said, *reason_blocks(paper, problem, promise)]


def other_solutions(paper: Paper) -> list[Block]:
    """Return the solutions of those problems, except those of chosen problems."""
    state = paper.state
    shown = {card.catalogue_id for problem in state.chosen for card in state.cards_of(problem.id)}
    found: dict[str, list[Problem]] = {}
    for problem in state.listed:
        for card in state.cards_of(problem.id):
            if card.catalogue_id in paper.solutions and card.catalogue_id not in shown:
                found.setdefault(card.catalogue_id, []).append(problem)
    if not found:
        return []
    title = heading(paper, paper.words("papers.others.solutions"), PART)
    first, *rest = (_solution(paper, paper.solutions[key], found[key]) for key in found)
    return [Stack(title, first), *rest]


def _solution(paper: Paper, solution: Solution, problems: list[Problem]) -> Block:
    text = solution.text(paper.language)
    separator = paper.words("papers.others.number_separator")
    numbers = separator.join(str(problem.number) for problem in problems)
    solves = paper.words("papers.others.for_problems", numbers=numbers)
    name = para(paper, Bold(text.name), paper.gap + solves)
    said = (para(paper, text.what), *catalogue_line(paper, solution))
    stack = Stack(*with_help(paper, text.help_url, name, *said))
    stack.below = 14
    return stack
