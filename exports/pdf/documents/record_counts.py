"""Votes of several rounds, and the minutes of each step, in the record."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.stack import Stack
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
from exports.pdf.styles import DENSE_NUMBER, NOTE, PART
from workshop_app.domain.agenda import step_times, whole_time
from workshop_app.domain.facts.ranking import RankRow, rank_rows
from workshop_app.domain.state import WorkshopState

_PLACE = 44
_COUNT = 44


def vote_table(paper: Paper) -> list[Block]:
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
    columns.append(NumberHeading(words("papers.votes.votes")))
    widths = (_PLACE, None, *[_COUNT + 10] * len(earlier), _COUNT)
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
    )


def _vote_count(paper: Paper, votes: int | None) -> Block:
    return EmptyBlock() if votes is None else para(paper, str(votes), style=DENSE_NUMBER)


def times(paper: Paper) -> list[Block]:
    """Return the minutes of each step in a line; empty if none were planned or measured."""
    words = paper.words
    steps = step_times(paper.state.agenda)
    if not steps:
        return []
    measured = any(each.seconds for each in steps)
    said = [(words(f"steps.name.{each.step}"), each.planned, each.minutes, bool(each.seconds))
            for each in steps]  # fmt: skip
    said.append((words("papers.time.sum"), *whole_time(paper.state.agenda), measured))
    parts = [
        words(f"papers.time.{'spent' if is_known else 'planned'}_step", name=name, minutes=planned,
              spent=spent)
        for name, planned, spent, is_known in said
    ]  # fmt: skip
    stop = paper.list(["", ""])
    spaced = [part for each in parts for part in (stop, Whole(each))][1:]
    note = [] if measured else [para(paper, words("papers.time.unmeasured"), style=NOTE)]
    title = heading(paper, words(f"papers.time.title{'' if measured else '_planned'}"), PART)
    return [Stack(title, para(paper, *spaced), *note)]
