"""The votes of the current round as bars, with near ties, and those of earlier rounds."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.chart import Bar, BarPiece
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, dense, heading, para, table
from exports.pdf.styles import DENSE_NUMBER, NOTE, PART
from workshop_app.domain.ranking import RankRow, has_near_ties, rank_rows
from workshop_app.domain.state import WorkshopState

_PLACE = 44
_COUNT = 44
_BAR = 110


def vote_chart(paper: Paper) -> list[Block]:
    """Return the ranking of the problems with votes in any round, and their votes in each."""
    words = paper.words
    earlier = _earlier(paper.state)
    before = set().union(*(paper.state.votes_in(number) for number in earlier))
    rows = [row for row in rank_rows(paper.state) if row.votes or row.id in before]
    if not rows:
        return []
    columns = [words("papers.votes.place"), words("papers.votes.problem")]
    columns += [NumberHeading(words("papers.votes.round", n=number)) for number in earlier]
    columns += [NumberHeading(words("papers.votes.votes")), ""]
    widths = (_PLACE, None, *[_COUNT + 10] * len(earlier), _COUNT, _BAR)
    cells = (_row(paper, row, earlier) for row in rows)
    notes = [words("papers.votes.near")] if has_near_ties(rows) else []
    title = heading(paper, words("papers.charts.votes"), PART)
    said = (para(paper, note, style=NOTE) for note in notes)
    return [Stack(title, table(paper, tuple(columns), cells, widths), *said)]


def _earlier(state: WorkshopState) -> tuple[int, ...]:
    return tuple(number for number in state.rounds if number != state.workshop.round)


def _row(paper: Paper, row: RankRow, earlier: tuple[int, ...]) -> tuple[Block, ...]:
    before = [paper.state.votes_in(number).get(row.id) for number in earlier]
    name = paper.words("papers.votes.name", number=row.number, text=row.text)
    return (
        dense(paper, Bold(paper.words.place(row.rank))),
        dense(paper, name),
        *(_number(paper, votes) for votes in before),
        para(paper, Bold(str(row.votes or 0)), style=DENSE_NUMBER),
        Bar(BarPiece(row.share)),
    )


def _number(paper: Paper, votes: int | None) -> Block:
    return EmptyBlock() if votes is None else para(paper, str(votes), style=DENSE_NUMBER)
