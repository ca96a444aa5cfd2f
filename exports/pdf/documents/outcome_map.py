"""The map of the summary: each problem with its theme, votes and outcomes on one page."""

from exports.pdf.blocks.block import Block, EmptyBlock, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.marks import Icon, NumberChips, Pattern, VoteSquares
from exports.pdf.blocks.side import Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.problem_map import (
    FILLS,
    by_theme,
    chip,
    kind_name,
    legend,
    title,
)
from exports.pdf.documents.section import wide_section
from exports.pdf.fonts import typeface
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, para
from exports.pdf.styles import HAIRLINE, SMALL, SMALL_BOLD, SMALL_NUMBER, Style
from exports.pdf.tagging import Tag
from workshop_app.domain.facts.outcomes import outcomes, shown_outcomes
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import chooses

_MOST_ROWS = 16
"""With more problems, only the chosen ones are printed in words."""
_MANY = 100
"""From this number of problems on, their numbers have three digits."""
_NUMBER = 17.0
_WIDE_NUMBER = 22.5
_VOTES = 11.5
_SQUARES = 26.5
_CLEAR = 3.0
"""The gap between the wording and the votes."""
_OUTCOME = 15.0
_GAP = 5.0
_APART = 6.0
"""The least gap between two counts of outcomes."""
_ALSO = 200.0
_COLUMNS = 2 + len(OutcomeKind)
"""The columns that are read out: wording, votes, outcomes."""
_SILENT = (1, 3)
"""The cells of a row that are not: the gap before the votes, and their squares."""
CHOSEN = Style(12, 17, bold=True)


def outcome_map(
    paper: Paper, others: str, *, brief: bool | None = None, chosen: Style = CHOSEN
) -> list[Block]:
    """Return the section of the map; empty without a problem.

    It is `brief` with many or long problems: those that were not chosen are then listed by number,
    except the first one of a theme without any that was, and their wordings are on the page of the
    anchor `others`; the `chosen` ones have that style.
    """
    if not paper.state.listed:
        return []
    few = not needs_brief(paper) if brief is None else not brief
    table = Tag("Table")
    header = _header(paper, others, brief=not few)
    header.join(table, header=True)
    rows: list[Block] = [header]
    widths = (None, _CLEAR, _votes(paper), _SQUARES, *_outcomes(paper))
    for name, problems in by_theme(paper):
        in_words = problems if few else [each for each in problems if each.chosen]
        in_words = in_words or problems[:1]
        also = [each for each in problems if each not in in_words]
        head = _theme(paper, name, also)
        head.join(table, named=True, span=_COLUMNS - 1 if also else _COLUMNS)
        lines = [
            _line(paper, each, SMALL if few or not each.chosen else chosen, widths)
            for each in in_words
        ]
        for line in lines:
            line.join(table, _SILENT, named=True)
        rows.append(Ruled(Stack(head, *lines), HAIRLINE, over=2, under=2))
    mark = legend(paper, icons=True, counted=True)
    return wide_section(paper, title(paper), [Stack(mark, *rows)])


def needs_brief(paper: Paper) -> bool:
    """Return whether the wordings of all problems do not fit on one line each."""
    if len(paper.state.listed) > _MOST_ROWS:
        return True
    taken = _NUMBER + _CLEAR + _VOTES + _SQUARES + _GAP + sum(_outcomes(paper))
    room = page_size().width - taken
    return any(
        "\n" in each.title
        or typeface().width(paper.fit(each.title), SMALL.size, bold=each.chosen) > room
        for each in paper.state.listed
    )


def _header(paper: Paper, others: str, *, brief: bool) -> CellRow:
    words = paper.words
    voted = chooses(paper.state.workshop.kind)
    chosen = len(paper.state.chosen) if voted else 0
    if brief and others:
        said: Block = PageText(
            others,
            lambda page: para(paper, words("papers.map.brief", page=page), style=SMALL),
            here=para(paper, words("papers.map.brief_here"), style=SMALL),
        )
    elif 0 < chosen < len(paper.state.listed):
        said = para(paper, words("papers.map.bold", n=chosen), style=SMALL)
    else:
        said = para(paper, words("papers.map.all_words"), style=SMALL)
    said = Stack(para(paper, "", style=SMALL), said)
    counted_as = words("papers.votes.votes") if voted else ""
    votes = Stack(para(paper, "", style=SMALL), para(paper, counted_as, style=SMALL))
    counted = outcomes(paper.state).counts
    columns = [
        Stack(
            Icon(ICONS[kind], SMALL.leading, kind_name(paper, kind)),
            para(paper, str(counted[kind]), style=SMALL_NUMBER),
        )
        for kind in OutcomeKind
    ]
    widths = (None, _CLEAR + _votes(paper) + _SQUARES, *_outcomes(paper))
    return CellRow((said, votes, *columns), widths, gap=0)


def _outcomes(paper: Paper) -> list[float]:
    """Return the widths of the columns of outcomes, whose heads are their counts."""
    counted = outcomes(paper.state).counts
    return [max(_OUTCOME, _width(counted[kind]) + _APART) for kind in OutcomeKind]


def _votes(paper: Paper) -> float:
    votes = (paper.state.votes.of(each.id) or 0 for each in paper.state.listed)
    return max([_VOTES, *(_width(count) + _GAP / 2 for count in votes)])


def _width(number: int) -> float:
    return typeface().width(str(number), SMALL.size)


def _theme(paper: Paper, name: str, others: list[Problem]) -> CellRow:
    """Return the theme with the numbers of problems that were not chosen, if there are any."""
    if name in {each.name for each in paper.state.themes}:
        name = paper.words("papers.record.theme", name=name)
    theme = para(paper, name, style=SMALL)
    if not others:
        return CellRow((theme,), (None,))
    chips = NumberChips(tuple(chip(paper, each) for each in others), right=True)
    also = paper.words("papers.map.also")
    width = min(chips.whole_width, page_size().width - _ALSO)
    said = typeface().width(paper.fit(also), SMALL.size) + 1
    beside = CellRow((para(paper, also, style=SMALL), chips), (said, width), gap=6)
    return CellRow((theme, beside), (None, said + 6 + width), gap=6)


def _line(
    paper: Paper, problem: Problem, style: Style, widths: tuple[float | None, ...]
) -> CellRow:
    state = paper.state
    votes = state.votes.of(problem.id)
    most = state.votes.most
    voted = chooses(state.workshop.kind)
    weight = SMALL_BOLD if style is SMALL and problem.chosen and voted else style
    number = para(paper, Bold(str(problem.number)), style=SMALL_NUMBER)
    counted: Block = EmptyBlock() if votes is None else para(paper, str(votes), style=SMALL)
    squares: Block = EmptyBlock() if votes is None else VoteSquares(votes, most, SMALL.leading)
    kinds = shown_outcomes(paper.state, problem)
    patterns = (
        Pattern(FILLS[kind], SMALL.leading, kind_name(paper, kind))
        if kind in kinds
        else EmptyBlock()
        for kind in OutcomeKind
    )
    wide = _WIDE_NUMBER if problem.number >= _MANY else _NUMBER
    words = CellRow((number, para(paper, problem.title, style=weight)), (wide, None), gap=_GAP)
    return CellRow((words, EmptyBlock(), counted, squares, *patterns), widths, gap=0)
