"""The map of all problems: by theme, with their outcomes in words."""

from collections.abc import Iterable, Sequence
from itertools import chain

from exports.key_message import headline
from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.outcome_lines import outcome_lines
from exports.pdf.documents.section import section, wide_section
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, Whole, para
from exports.pdf.styles import HAIRLINE, SMALL, SMALL_BOLD, SMALL_NUMBER, Style
from exports.pdf.tagging import Tag
from exports.registry import has_many_problems
from workshop_app.domain.facts.outcomes import promises_of, unsolved
from workshop_app.domain.grouped import grouped
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION, Promise
from workshop_app.domain.steps import chooses

_FEW = 5
"""Of how many problems the words are printed if none was worked on."""
_MOST_MERGED = 2
"""Maximum number of merged problems that are listed with their targets."""
_NUMBER = 17.0
_VOTES = 34.0
_OUTCOME = {"ja": 106.0, "en": 126.0}
_THEME = 112.0
_GAP = 4.0
CHOSEN = Style(12, 17, bold=True)


def outcome_map(
    paper: Paper,
    others: str,
    shown: Sequence[Problem] = (),
    chosen: Style = SMALL_BOLD,
    *,
    answers: bool = False,
) -> list[Block]:
    """Return the section of the map; empty without a problem.

    It has all problems by theme, or those `shown`, and says on which page the others are, that of
    the anchor `others`; the `chosen` ones have that style, and their `answers`. The heading has the
    counts if the message above is a written one.
    """
    state = paper.state
    if not state.listed:
        return []
    words = paper.words
    table = Tag("Table")
    voted = chooses(paper.state.workshop.kind)
    chosen_of = len(state.chosen) if voted else 0
    some = 0 < chosen_of < len(state.listed)
    present = state.votes.present_then
    key = ("ranked" if shown and present else "bold") if some else "all_words"
    head = _cells(
        paper,
        para(paper, words(f"papers.map.{key}", n=chosen_of, present=present), style=SMALL),
        para(paper, words("papers.votes.votes") if voted else "", style=SMALL_NUMBER),
        para(paper, words("papers.others.outcome"), style=SMALL),
    )
    head.join(table, header=True)
    rows: list[Block] = [head]
    for name, problems in [("", [*shown])] if shown else _by_theme(paper):
        lines: list[CellRow] = []
        if name:
            theme = para(paper, _theme_name(paper, name), style=SMALL)
            lines = [CellRow((theme,), (None,))]
            lines[0].join(table, named=True, span=3)
        for each in problems:
            is_chosen = each.chosen and voted
            style = chosen if is_chosen else SMALL
            line = _line(paper, each, style, answers=is_chosen and answers)
            line.join(table, named=True)
            lines.append(line)
        rows.append(Ruled(Stack(*lines), HAIRLINE, over=2, under=2))
    rest = len(state.listed) - len(shown) if shown else 0
    rows += _notes(paper, _merged(paper, shown or state.listed), rest, others)
    title = headline(paper) if state.workshop.key_message else words("papers.map.title")
    return wide_section(paper, title, [Stack(*rows)])


def in_brief(paper: Paper, *, left: bool) -> list[Problem]:
    """Return the problems that were worked on, and those `left` without a solution."""
    shown = [*paper.worked_on] or [*paper.state.votes.ranked[:_FEW]]
    others = unsolved(paper.state) if left else []
    return [*shown, *(each for each in others if each not in shown)]


def own_map(paper: Paper, own: list[Problem]) -> list[Block]:
    """Return the section of all problems by theme, the reader's `own` in bold.

    Many of them, or those of a shorter paper, have numbers alone, and those that were worked on
    have their words below.
    """
    words = paper.words
    table = Tag("Table")
    many = has_many_problems(paper.state) or paper.shorter > 0
    rows: list[Block] = []
    for name, problems in _by_theme(paper):
        theme = para(paper, name, style=SMALL)
        said = _said(paper, problems, own, many=many)
        line = CellRow((theme, para(paper, *said, style=SMALL)), (_THEME, None))
        line.join(table, named=True)
        rows.append(Ruled(line, HAIRLINE, over=3, under=3))
    notes = [words("papers.map.own")] if own else []
    rows = [*rows, *_chosen_lines(paper, notes, many=many)]
    if Stack(*rows).height(page_size().width) <= page_size().height / 2:
        rows = [Together(*rows)]
    return section(paper, words("papers.map.name"), headline(paper), rows)


def _by_theme(paper: Paper) -> list[tuple[str, list[Problem]]]:
    """Return the listed problems by theme, most votes first; those without one come last."""
    state = paper.state
    themes = [(theme.name, theme.id) for theme in state.themes]
    known = {key for _, key in themes}
    ranked = state.votes.ranked
    groups = [(name, [each for each in ranked if each.theme_id == key]) for name, key in themes]
    rest = [each for each in ranked if each.theme_id not in known]
    nameless = paper.words("papers.map.no_theme" if state.themes else "papers.map.all")
    return [(name, found) for name, found in (*groups, (nameless, rest)) if found]


def _theme_name(paper: Paper, name: str) -> str:
    named = name in {each.name for each in paper.state.themes}
    return paper.words("papers.record.theme", name=name) if named else name


def _outcome(paper: Paper, problem: Problem) -> str:
    words, promises = paper.words, promises_of(paper.state, problem).values()
    cards = paper.state.cards_of(problem.id)
    kinds = [f"cards.kind.{each.kind}" for each in cards if each.outcome is OutcomeKind.CARD]
    said = [[f"promises.room.{each}"] if each is not Promise.HELPED else kinds for each in promises]
    return words("papers.map.join").join(map(words, dict.fromkeys(chain(*said))))


def _said(paper: Paper, problems: list[Problem], own: list[Problem], *, many: bool) -> list[str]:
    """Return problems with what is said of them, of `many` by number; `own` ones are bold."""
    words = paper.words
    groups = grouped(problems, lambda each: (_outcome(paper, each), each in own))
    parts: list[str] = []
    for (outcome, is_own), found in groups.items():
        if many:
            numbers = paper.list([str(each.number) for each in found])
            said = words("papers.map.numbered", n=len(found), numbers=numbers, outcome=outcome)
        else:
            named = (words("papers.map.problem", number=p.number, text=p.title) for p in found)
            said = words("papers.map.named", problems=paper.gap.join(named), outcome=outcome)
        parts += [paper.gap, Bold(said) if is_own else Whole(said) if many else said]
    return parts[1:]


def _notes(paper: Paper, merged: str, rest: int, others: str) -> list[Block]:
    """Return which problems were merged, and where the `rest` is; empty if there is nothing."""

    def note(*more: str) -> Block:
        said = para(paper, paper.stop.join(filter(None, (merged, *more))), style=SMALL)
        said.above = 2
        return said

    if not rest:
        return [note()] if merged else []
    words = paper.words
    here = note(words("papers.map.rest_here", n=rest))
    more = "papers.map.rest"
    return [PageText(others, lambda page: note(words(more, n=rest, page=page)), here=here)]


def _line(paper: Paper, problem: Problem, style: Style, *, answers: bool) -> CellRow:
    votes = paper.state.votes.of(problem.id)
    number = para(paper, Bold(str(problem.number)), style=SMALL_NUMBER)
    said = [para(paper, problem.title, style=style)]
    first = outcome_lines(paper, problem)[0]
    if answers and first.promise in WITH_SOLUTION:
        said.append(para(paper, f"→ {first.text}", style=SMALL))
    words = CellRow((number, Stack(*said)), (_NUMBER, None), gap=_GAP)
    return _cells(
        paper,
        words,
        para(paper, "" if votes is None else str(votes), style=SMALL_NUMBER),
        para(paper, _outcome(paper, problem), style=SMALL),
    )


def _cells(paper: Paper, *cells: Block) -> CellRow:
    return CellRow(cells, (None, _VOTES, _OUTCOME[paper.language]), gap=6)


def _merged(paper: Paper, shown: Iterable[Problem]) -> str:
    """Return which numbers are missing in the map because they were merged into those `shown`."""
    words = paper.words
    pairs = [(one.number, each.number) for each in shown
             for one in paper.state.merged_into(each.id)]  # fmt: skip
    pairs.sort()
    if len(pairs) > _MOST_MERGED:
        numbers = paper.list([str(number) for number, _ in pairs])
        return words("papers.map.merged_several", numbers=numbers)
    said = [words("papers.map.merged", number=number, into=into) for number, into in pairs]
    return paper.list(said)


def _chosen_lines(paper: Paper, notes: list[str], *, many: bool) -> list[Block]:
    """Return `notes`, which problems were merged, and of many those worked on, one line each."""
    words = paper.words
    notes = [*notes, _merged(paper, paper.state.listed)]
    if many and paper.worked_on:
        key = "numbers" if paper.is_choice else "heard"
        notes.append(words(f"papers.map.{key}", n=len(paper.worked_on)))
    lead = para(paper, paper.stop.join(each for each in notes if each), style=SMALL)
    lead.above = 6
    lead.below = 3
    lines: list[Block] = [lead]
    for problem in paper.worked_on if many else ():
        number = para(paper, Bold(str(problem.number)), style=SMALL)
        cells = number, para(paper, problem.title, style=SMALL)
        lines.append(CellRow(cells, (_NUMBER, None), gap=_GAP))
    return [Stack(*lines)]
