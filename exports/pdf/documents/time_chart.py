"""Planned and spent minutes of each step."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.chart import Bar, BarPiece, Swatch
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.ink import Fill
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, Whole, heading, para, table
from exports.pdf.styles import NOTE, NUMBER, PART
from workshop_app.domain.agenda import StepTime, step_times

_NUMBER = 64.0
_BAR = 180.0
_LEGEND = (Swatch.WIDTH, 110, Swatch.WIDTH, None)


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
    rows = [_row(paper, each, most) for each in steps]
    rows.append(_sum(paper, steps))
    grid = table(paper, (*columns, ""), rows, (None, *[_NUMBER] * len(names), _BAR))
    return [Stack(heading(paper, words("papers.time.title"), PART), grid, _legend(paper))]


def _planned(paper: Paper, steps: tuple[StepTime, ...]) -> Block:
    """Return the planned minutes of all steps and their sum in a line."""
    said = [(paper.words(f"steps.name.{each.step}"), each.planned) for each in steps]
    said.append((paper.words("papers.time.sum"), sum(each.planned for each in steps)))
    parts = [
        paper.words("papers.time.planned_step", name=name, minutes=minutes)
        for name, minutes in said
    ]
    stop = paper.list(["", ""])
    spaced = [part for each in parts for part in (stop, Whole(each))][1:]
    return para(paper, *spaced)


def _row(paper: Paper, step: StepTime, most: int) -> tuple[Block, ...]:
    bars = Bar(BarPiece(step.planned / most, Fill.WHITE)), Bar(BarPiece(step.minutes / most))
    name = para(paper, paper.words(f"steps.name.{step.step}"))
    over = _signed(step.over) if step.seconds else ""
    said = [str(step.planned), str(step.minutes) if step.seconds else "", over]
    return name, *_numbers(paper, said), (Stack(*bars) if step.seconds else bars[0])


def _sum(paper: Paper, steps: tuple[StepTime, ...]) -> tuple[Block, ...]:
    planned = sum(each.planned for each in steps)
    spent = sum(each.minutes for each in steps)
    said = [str(planned), str(spent), _signed(spent - planned)]
    name = para(paper, Bold(paper.words("papers.time.sum")))
    return name, *_numbers(paper, said), EmptyBlock()


def _numbers(paper: Paper, said: list[str]) -> tuple[Block, ...]:
    return tuple(para(paper, each, style=NUMBER) if each else EmptyBlock() for each in said)


def _legend(paper: Paper) -> Block:
    planned, spent = (para(paper, paper.words(f"papers.time.{k}")) for k in ("planned", "spent"))
    row = CellRow((Swatch(Fill.WHITE), planned, Swatch(Fill.DARK), spent), _LEGEND)
    row.above = 6
    return row


def _signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}" if minutes else "0"
