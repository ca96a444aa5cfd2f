"""The map of all problems: theme, votes and outcomes as patterns that do not rely on colour."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.marks import Icon, NumberChip, NumberChips, Pattern
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.fonts import typeface
from exports.pdf.ink import Fill
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, para
from exports.pdf.styles import HAIRLINE, SMALL
from exports.pdf.tagging import Tag
from workshop_app.domain.facts.outcomes import outcomes, promises_of, shown_outcomes
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import chooses
from workshop_app.services.promise_words import part_words

FILLS = {
    OutcomeKind.SOLUTION: Fill.HATCHED,
    OutcomeKind.CARD: Fill.LINED,
    OutcomeKind.REQUEST: Fill.DARK,
    OutcomeKind.NOT_OURS: Fill.DIAGONAL,
    OutcomeKind.OPEN: Fill.DASHED,
}
"""The pattern of each outcome."""
_MOST_COLUMNS = 6
_LEGEND_GAP = 5.0
_MOST_MERGED = 2
"""Maximum number of merged problems that are listed with their targets."""
_NUMBER = 22.0
_THEME = 112.0
_MORE_THEME = 30.0
"""The space for names of themes; columns become wider only if more is left."""
_LEAST = 44.0
"""Width of a column with a number of votes in words."""


def by_theme(paper: Paper) -> list[tuple[str, list[Problem]]]:
    """Return the listed problems by theme, most votes first; those without one come last."""
    state = paper.state
    themes = [(theme.name, theme.id) for theme in state.themes]
    known = {key for _, key in themes}
    ranked = state.votes.ranked
    groups = [(name, [each for each in ranked if each.theme_id == key]) for name, key in themes]
    rest = [each for each in ranked if each.theme_id not in known]
    nameless = paper.words("papers.map.no_theme" if state.themes else "papers.map.all")
    return [(name, found) for name, found in (*groups, (nameless, rest)) if found]


def chip(paper: Paper, problem: Problem, own: frozenset[str] = frozenset()) -> NumberChip:
    """Return the number of a problem with the patterns of its outcomes."""
    mine = problem.id in own
    return paper.once(("chip", problem.id, mine), lambda: _chip(paper, problem, own=mine))


def _chip(paper: Paper, problem: Problem, *, own: bool) -> NumberChip:
    fills = tuple(FILLS[kind] for kind in shown_outcomes(paper.state, problem))
    said = _in_words(paper, problem)
    if own:
        said = f"{said}{paper.gap}{paper.words('papers.map.own')}"
    return NumberChip(str(problem.number), fills, own=own, alt=paper.printable(said))


def kind_name(paper: Paper, kind: OutcomeKind) -> str:
    """Return the name under which an outcome is counted."""
    return outcome_name(paper.words, kind, outcomes(paper.state).left)


def _in_words(paper: Paper, problem: Problem) -> str:
    promises = promises_of(paper.state, problem).values()
    names = (paper.words(f"promises.room.{promise}") for promise in promises)
    said = paper.words("papers.map.join").join(names)
    return paper.words("papers.map.in_words", number=problem.number, outcome=said)


def title(paper: Paper) -> str:
    """Return the outcomes of all problems as a sentence."""
    return paper.once(("title of map",), lambda: _title(paper))


def _title(paper: Paper) -> str:
    listed = paper.state.listed
    found = outcomes(paper.state)
    solved = found.solved
    words = paper.words
    if not solved:
        return words("papers.map.none_solved", n=len(listed))
    part = part_words(words, solved, found.in_part, brief=True)
    if solved == len(listed):
        return words("papers.map.all_solved", n=len(listed)) + part
    return words("papers.map.solved", n=solved, all=len(listed)) + part


def chip_map(paper: Paper, own: frozenset[str]) -> list[Block]:
    """Return a row for each theme with the numbers of its problems below their votes."""
    groups = by_theme(paper)
    columns = _columns(paper, groups)
    found = [
        [[each for each in problems if _is_in(paper, each, n)] for n in columns]
        for _, problems in groups
    ]
    chips = [[_chips(paper, each, own) for each in cells] for cells in found]
    widths = _widths(chips)
    theme_width = page_size().width - sum(widths)
    words = paper.words
    counts = [] if columns == [None] else [words("papers.map.column", n=n or 0) for n in columns]
    themes = words("papers.map.themes" if counts else "papers.others.theme")
    voted = chooses(paper.state.workshop.kind)
    head = counts or [words(f"papers.map.{'by_votes' if voted else 'by_number'}")]
    cells = (
        para(paper, themes, style=SMALL),
        *(para(paper, count, style=SMALL) for count in head),
    )
    table = Tag("Table")
    header = CellRow(cells, (theme_width, *widths), gap=0)
    header.join(table, header=True)
    rows: list[Block] = [header]
    for (name, _), row in zip(groups, chips, strict=True):
        theme = para(paper, name, style=SMALL)
        line = CellRow((theme, *row), (theme_width, *widths), gap=0)
        line.join(table, named=True)
        rows.append(Ruled(line, HAIRLINE, over=3, under=3))
    return rows


def _chips(paper: Paper, problems: list[Problem], own: frozenset[str]) -> NumberChips:
    chips = tuple(chip(paper, each, own) for each in problems)
    return NumberChips(chips)


def _columns(paper: Paper, groups: list[tuple[str, list[Problem]]]) -> list[int | None]:
    """Return the numbers of votes that have a column; a single None for one column of all."""
    votes = {paper.state.votes.of(each.id) for _, problems in groups for each in problems}
    counted = sorted({n or 0 for n in votes}, reverse=True)
    return [*counted] if 1 < len(counted) <= _MOST_COLUMNS else [None]


def _is_in(paper: Paper, problem: Problem, column: int | None) -> bool:
    return column is None or (paper.state.votes.of(problem.id) or 0) == column


def _widths(rows: list[list[NumberChips]]) -> list[float]:
    needed = [
        max(_LEAST, *(each.whole_width for each in column)) for column in zip(*rows, strict=True)
    ]
    room = page_size().width - _THEME
    rest = room - sum(needed)
    if rest < 0:
        widest = needed.index(max(needed))
        needed[widest] += rest
        return needed if needed[widest] >= _LEAST else [room / len(needed)] * len(needed)
    more = max(0.0, rest - _MORE_THEME) / len(needed)
    return [each + more for each in needed]


def legend(
    paper: Paper,
    own: str = "",
    *,
    icons: bool = False,
    merged: bool = True,
    counted: bool = False,
) -> Block:
    """Return the patterns with their words, and if `merged` which problems were merged.

    `own` is the number of one of the reader's problems. With `counted`, a note is added if the
    counts of outcomes add up to more than the problems.
    """
    lines: list[list[tuple[Block, float]]] = [[]]
    for kind in (kind for kind in OutcomeKind if outcomes(paper.state).counts[kind]):
        marks: list[tuple[Block, float]] = [(Pattern(FILLS[kind], SMALL.leading), Pattern.WIDTH)]
        if icons:
            marks.append((Icon(ICONS[kind], SMALL.leading), Icon.SIZE))
        _add_to(lines, [*marks, _word(paper, kind_name(paper, kind))])
    if own:
        sample = NumberChips((NumberChip(own, (), own=True),), leading=SMALL.leading)
        _add_to(lines, [(sample, sample.whole_width), _word(paper, paper.words("papers.map.own"))])
    said = _merged(paper) if merged else ""
    if counted and outcomes(paper.state).several:
        said = f"{said}{paper.stop if said else ''}{paper.words('papers.map.counted')}"
    note = para(paper, said, style=SMALL)
    left = page_size().width - _taken(lines[-1])
    beside = left > 0 and note.height(left) <= SMALL.leading
    rest = [EmptyBlock()] * (len(lines) - 1) + [note if beside else EmptyBlock()]
    rows: list[Block] = [
        CellRow(
            (*(each for each, _ in line), last), (*(each for _, each in line), None), _LEGEND_GAP
        )
        for line, last in zip(lines, rest, strict=True)
    ]
    note.above = 2
    whole = Together(*rows, *([] if beside else [note]))
    whole.above = 6
    return whole


def _word(paper: Paper, word: str) -> tuple[Block, float]:
    width = typeface().width(paper.fit(word), SMALL.size) + 8
    return para(paper, word, style=SMALL), width


def _taken(line: list[tuple[Block, float]]) -> float:
    return sum(width + _LEGEND_GAP for _, width in line)


def _add_to(lines: list[list[tuple[Block, float]]], cells: list[tuple[Block, float]]) -> None:
    """Add cells to the last line, or to another one if that has no room for them."""
    if lines[-1] and _taken(lines[-1]) + _taken(cells) > page_size().width:
        lines.append([])
    lines[-1] += cells


def _merged(paper: Paper) -> str:
    """Return which numbers are missing in the map because their problems were merged."""
    words = paper.words
    pairs = [(one.number, each.number) for each in paper.state.listed
             for one in paper.state.merged_into(each.id)]  # fmt: skip
    pairs.sort()
    if len(pairs) > _MOST_MERGED:
        numbers = paper.list([str(number) for number, _ in pairs])
        return words("papers.map.merged_several", numbers=numbers)
    said = [words("papers.map.merged", number=number, into=into) for number, into in pairs]
    return paper.list(said)


def chosen_lines(paper: Paper) -> list[Block]:
    """Return which problems were merged, and those worked on by number, one line each."""
    if not paper.worked_on:
        return []
    words = paper.words
    merged = _merged(paper)
    said = [
        f"{merged}{paper.stop}" if merged else "",
        words(
            "papers.map.numbers" if paper.is_choice else "papers.map.heard", n=len(paper.worked_on)
        ),
    ]
    lead = para(paper, "".join(said), style=SMALL)
    lead.above = 6
    lead.below = 3
    lines: list[Block] = [lead]
    for problem in paper.worked_on:
        number = para(paper, Bold(str(problem.number)), style=SMALL)
        cells = number, para(paper, problem.title, style=SMALL)
        lines.append(CellRow(cells, (_NUMBER, None), gap=4))
    return [Stack(*lines)]
