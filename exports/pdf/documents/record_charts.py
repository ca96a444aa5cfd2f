"""The charts of the record: votes, and the minutes of each step."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.chart import Bar, BarPiece, Swatch
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.ink import Fill
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    Bold,
    NumberHeading,
    Whole,
    dense,
    heading,
    para,
    table,
)
from exports.pdf.styles import DENSE_NUMBER, NOTE, NUMBER, PART
from workshop_app.domain.agenda import StepTime, step_times, whole_time
from workshop_app.domain.facts.ranking import RankRow, rank_rows
from workshop_app.domain.state import WorkshopState

_NAMES = 150
_NUMBERS = 32
_PLACE = 44
_COUNT = 44
_VOTE_BAR = 110
_MINUTES = 64.0
_TIME_BAR = 180.0
_LEGEND = (Swatch.WIDTH, 110, Swatch.WIDTH, None)


def vote_chart(paper: Paper) -> list[Block]:
    """Return the ranking of the problems with votes in any round, and their votes in each.

    It is empty after a single round, whose votes are in the names of the problems.
    """
    words = paper.words
    earlier = _earlier(paper.state)
    if not earlier:
        return []
    before = set().union(*(paper.state.votes.in_round(number) for number in earlier))
    rows = [row for row in rank_rows(paper.state) if row.votes or row.id in before]
    if not rows:
        return []
    columns = [words("papers.votes.place"), words("papers.votes.problem")]
    columns += [NumberHeading(words("papers.votes.round", n=number)) for number in earlier]
    columns += [NumberHeading(words("papers.votes.votes")), ""]
    widths = (_PLACE, None, *[_COUNT + 10] * len(earlier), _COUNT, _VOTE_BAR)
    cells = (_vote_row(paper, row, earlier) for row in rows)
    notes = [words("papers.votes.tied")] if any(row.tied for row in rows) else []
    title = heading(paper, words("papers.charts.votes"), PART)
    said = (para(paper, note, style=NOTE) for note in notes)
    return [Stack(title, table(paper, tuple(columns), cells, widths), *said)]


def _earlier(state: WorkshopState) -> tuple[int, ...]:
    return tuple(number for number in state.votes.rounds if number != state.workshop.round)


def _vote_row(paper: Paper, row: RankRow, earlier: tuple[int, ...]) -> tuple[Block, ...]:
    before = [paper.state.votes.in_round(number).get(row.id) for number in earlier]
    name = paper.words("papers.votes.name", number=row.number, text=row.text)
    return (
        dense(paper, Bold(paper.words.rank(row.rank))),
        dense(paper, name),
        *(_vote_count(paper, votes) for votes in before),
        para(paper, Bold(str(row.votes or 0)), style=DENSE_NUMBER),
        Bar(BarPiece(row.share)),
    )


def _vote_count(paper: Paper, votes: int | None) -> Block:
    return EmptyBlock() if votes is None else para(paper, str(votes), style=DENSE_NUMBER)


def time_chart(paper: Paper) -> list[Block]:
    """Return a table with bars; empty if no minutes were planned or measured.

    If no time was measured, the planned minutes are printed as a sentence instead.
    """
    words = paper.words
    steps = step_times(paper.state.agenda)
    if not steps:
        return []
    if not any(each.seconds for each in steps):
        title = heading(paper, words("papers.time.title_planned"), PART)
        note = para(paper, words("papers.time.unmeasured"), style=NOTE)
        return [Stack(title, _planned(paper, steps), note)]
    most = max(max(each.planned, each.minutes) for each in steps) or 1
    names = ("planned", "spent", "over")
    columns = [words("papers.time.step")]
    columns += [NumberHeading(words(f"papers.time.{name}")) for name in names]
    rows = [_time_row(paper, each, most) for each in steps]
    rows.append(_sum(paper))
    grid = table(paper, (*columns, ""), rows, (None, *[_MINUTES] * len(names), _TIME_BAR))
    return [Stack(heading(paper, words("papers.time.title"), PART), grid, _legend(paper))]


def _planned(paper: Paper, steps: tuple[StepTime, ...]) -> Block:
    """Return the planned minutes of all steps and their sum in a line."""
    said = [(paper.words(f"steps.name.{each.step}"), each.planned) for each in steps]
    said.append((paper.words("papers.time.sum"), whole_time(paper.state.agenda)[0]))
    parts = [
        paper.words("papers.time.planned_step", name=name, minutes=minutes)
        for name, minutes in said
    ]
    stop = paper.list(["", ""])
    spaced = [part for each in parts for part in (stop, Whole(each))][1:]
    return para(paper, *spaced)


def _time_row(paper: Paper, step: StepTime, most: int) -> tuple[Block, ...]:
    bars = Bar(BarPiece(step.planned / most, Fill.WHITE)), Bar(BarPiece(step.minutes / most))
    name = para(paper, paper.words(f"steps.name.{step.step}"))
    over = _signed(step.over) if step.seconds else ""
    said = [str(step.planned), str(step.minutes) if step.seconds else "", over]
    return name, *_minutes(paper, said), (Stack(*bars) if step.seconds else bars[0])


def _sum(paper: Paper) -> tuple[Block, ...]:
    planned, spent = whole_time(paper.state.agenda)
    said = [str(planned), str(spent), _signed(spent - planned)]
    name = para(paper, Bold(paper.words("papers.time.sum")))
    return name, *_minutes(paper, said), EmptyBlock()


def _minutes(paper: Paper, said: list[str]) -> tuple[Block, ...]:
    return tuple(para(paper, each, style=NUMBER) if each else EmptyBlock() for each in said)


def _legend(paper: Paper) -> Block:
    planned, spent = (para(paper, paper.words(f"papers.time.{k}")) for k in ("planned", "spent"))
    row = CellRow((Swatch(Fill.WHITE), planned, Swatch(Fill.DARK), spent), _LEGEND)
    row.above = 6
    return row


def _signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}" if minutes else "0"
