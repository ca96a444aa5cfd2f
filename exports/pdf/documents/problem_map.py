"""The map of all problems: by theme, with their outcomes in words."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from exports.key_message import headline
from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.outcome_lines import outcome_lines
from exports.pdf.documents.section import section, wide_section
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from exports.pdf.styles import HAIRLINE, SMALL, SMALL_BOLD, SMALL_NUMBER, Style
from exports.pdf.tagging import Tag
from exports.registry import has_many_problems
from workshop_app.domain.facts.outcomes import promises_of, unsolved
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SENT, WITH_SOLUTION, Promise
from workshop_app.domain.steps import chooses

_FEW = 5
"""Of how many problems the words are printed if none was worked on."""
_MOST_MERGED = 2
"""Maximum number of merged problems that are listed with their targets."""
_NUMBER = 17.0
_VOTES = 34.0
_OUTCOME = {"ja": 106.0, "en": 126.0}
_GAP = 4.0


def outcome_map(
    paper: Paper,
    others: str,
    shown: Sequence[Problem] = (),
    *,
    answers: bool = False,
) -> list[Block]:
    """Return the section of the map; empty without a problem.

    It has all problems by theme, or those `shown`, and says on which page the others are, that of
    the anchor `others`; chosen ones are bold, and have their `answers`. The heading has the
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
    ranked = "ranked" if any(not each.chosen for each in shown) else "worked"
    key = (ranked if shown and present else "bold") if some else "all_words"
    head = _cells(
        paper,
        para(paper, words(f"papers.map.{key}", n=chosen_of, present=present), style=SMALL),
        para(paper, words("papers.votes.votes") if voted else "", style=SMALL_NUMBER),
        para(paper, words("papers.others.outcome"), style=SMALL),
    )
    head.join(table, header=True)
    rows: list[Block] = [head]
    for name, problems in [("", [*shown])] if shown else _by_theme(paper, state.votes.ranked):
        lines = _theme(paper, name, table, 3)
        for each in problems:
            is_chosen = each.chosen and voted
            style = SMALL_BOLD if is_chosen else SMALL
            line = _line(paper, each, style, answers=is_chosen and answers)
            line.join(table, named=True)
            lines.append(line)
        rows.append(Ruled(Stack(*lines), HAIRLINE, over=2, under=2))
    rest = len(state.listed) - len(shown) if shown else 0
    rows += _notes(paper, _merged(paper), rest, others)
    title = headline(paper) if state.workshop.key_message else words("papers.map.title")
    return wide_section(paper, title, [Stack(*rows)])


def in_brief(paper: Paper, *, left: bool) -> list[Problem]:
    """Return the problems that were worked on, and those `left` without a solution."""
    shown = [*paper.worked_on] or [*paper.state.votes.ranked[:_FEW]]
    others = unsolved(paper.state) if left else []
    return [*shown, *(each for each in others if each not in shown)]


def own_map(paper: Paper, own: list[Problem]) -> list[Block]:
    """Return the section of all problems by theme, the reader's `own` in bold.

    Of many, or in a shorter paper, it has these and those that were worked on.
    """
    words, listed = paper.words, paper.state.listed
    is_brief = has_many_problems(paper.state) or paper.shorter > 0
    shown = [each for each in listed if not is_brief or each in paper.worked_on or each in own]
    solved = words(f"promises.room.{Promise.SOLVED}")
    said = {each.id: each.title if (told := _outcome(paper, each)) == solved else
            words("papers.map.said", text=each.title, outcome=told) for each in shown}  # fmt: skip
    rows = rows_by_theme(paper, said, frozenset(each.id for each in own))
    rest = len(listed) - len(shown)
    notes = [
        words("papers.map.own") if own else "",
        words("papers.map.plain") if any(said[each.id] == each.title for each in shown) else "",
        _merged(paper),
        words("papers.map.elsewhere", n=rest, summary=paper.summary_name) if rest else "",
    ]
    if any(notes):
        rows.append(para(paper, paper.stop.join(filter(None, notes)), style=SMALL))
    return section(paper, words("papers.map.name"), headline(paper), rows)


def rows_by_theme(
    paper: Paper, said: Mapping[str, str], bold: Container[str] = (), style: Style = SMALL
) -> list[Block]:
    """Return what is said of problems by theme, a line each; both arguments have their ids."""
    table = Tag("Table")
    rows: list[Block] = []
    found = [each for each in paper.state.votes.ranked if each.id in said]
    width = _number_width(paper, style)
    for name, problems in _by_theme(paper, found):
        lines = _theme(paper, name, table, 2)
        for each in problems:
            number = para(paper, Bold(str(each.number)), style=replace(style, right=True))
            text = para(paper, said[each.id], style=replace(style, bold=each.id in bold))
            lines.append(CellRow((number, text), (width, None), gap=_GAP))
            lines[-1].join(table, named=True)
        rows.append(Ruled(Together(*lines), HAIRLINE, over=2, under=2))
    return rows


def _number_width(paper: Paper, style: Style) -> float:
    """Return the width of a column that holds the number of each problem."""
    most = max(len(str(each.number)) for each in paper.state.problems)
    return max(_NUMBER, typeface().width("0" * most, style.size, bold=True) + 0.1)


def _by_theme(paper: Paper, ranked: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """Return problems by the names of their themes; those without one come last."""
    state = paper.state
    themes = [(paper.words("papers.record.theme", name=t.name), t.id) for t in state.themes]
    known = {key for _, key in themes}
    groups = [(name, [each for each in ranked if each.theme_id == key]) for name, key in themes]
    rest = [each for each in ranked if each.theme_id not in known]
    nameless = paper.words("papers.map.no_theme") if state.themes else ""
    return [(name, found) for name, found in (*groups, (nameless, rest)) if found]


def _theme(paper: Paper, name: str, table: Tag, span: int) -> list[CellRow]:
    """Return the row with the name of a theme; empty without one."""
    row = CellRow((para(paper, name, style=SMALL),), (None,))
    row.join(table, named=True, span=span)
    return [row] if name else []


def _outcome(paper: Paper, problem: Problem) -> str:
    """Return what is said of a problem; the kinds of help only if that is all."""
    promises, cards = promises_of(paper.state, problem).values(), paper.state.cards_of(problem.id)
    said = [f"promises.room.{each}" for each in promises if each is not Promise.HELPED]
    kinds = [f"cards.kind.{each.kind}" for each in cards if each.outcome is OutcomeKind.CARD]
    return paper.words("papers.map.join").join(map(paper.words, dict.fromkeys(said or kinds)))


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
    told = first.text if first.promise in WITH_SOLUTION else ""
    told = first.typed if first.promise in SENT else told
    if answers and told:
        said.append(para(paper, f"→ {told}", style=SMALL))
    width = _number_width(paper, SMALL_NUMBER)
    words = CellRow((number, Stack(*said)), (width, None), gap=_GAP)
    return _cells(
        paper,
        words,
        para(paper, "" if votes is None else str(votes), style=SMALL_NUMBER),
        para(paper, _outcome(paper, problem), style=SMALL),
    )


def _cells(paper: Paper, *cells: Block) -> CellRow:
    return CellRow(cells, (None, _VOTES, _OUTCOME[paper.language]), gap=6)


def _merged(paper: Paper) -> str:
    """Return which numbers no listed problem has because they were merged."""
    words = paper.words
    pairs = [(one.number, each.number) for each in paper.state.listed
             for one in paper.state.merged_into(each.id)]  # fmt: skip
    pairs.sort()
    if len(pairs) > _MOST_MERGED:
        numbers = paper.list([str(number) for number, _ in pairs])
        return words("papers.map.merged_several", numbers=numbers)
    said = [words("papers.map.merged", number=number, into=into) for number, into in pairs]
    return paper.stop.join(said)
