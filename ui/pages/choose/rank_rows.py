"""The ranking of a closed round as rows: rank, wording, votes, and a tick for chosen problems."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from ui.rows.cells import Number, Tick, Words
from ui.rows.row import Aside, Row
from ui.rows.style import Style, paper_table
from ui.theme.theme import theme
from workshop_app.domain.facts.ranking import RankRow
from workshop_app.i18n import texts, tr

_BETWEEN = 40  # px between the columns at the right
_BAR = 6


def rank_style(role: str, width: int) -> Style:
    """Return the measures of the ranking, with space for the bar at the foot of a row."""
    style = paper_table(role, width)
    least = max(theme().metrics.row, style.line + 2 * _BAR)
    between = min(_BETWEEN, style.size)
    return style._replace(between=between, pad=_BAR, least=least, inside=1)


def ranked(
    rows: Sequence[RankRow],
    undecided: Collection[str] = (),
    asides: Mapping[str, tuple[Aside, ...]] = MappingProxyType({}),
) -> list[Row]:
    """Return a row for each problem; the boxes of those that are ``undecided`` are dashed.

    ``asides`` are beside the wordings of problems, by id.
    """
    return [_row(row, row.id in undecided)._replace(asides=asides.get(row.id, ())) for row in rows]


def column_names(rows: Sequence[RankRow], note: str) -> Row:
    """Return the names of the columns, with a note beside that of the wordings."""
    place = tr("choose.rank.place") if any(row.rank for row in rows) else ""
    return Row(
        "names",
        f"{tr('choose.rank.problem')}　{note}",
        before=(Words(place), Words(tr("choose.rank.number"))),
        after=(Words(tr("choose.rank.votes_head"), right=True), Words(tr("choose.rank.pick"))),
        role="meta",
    )


def _row(row: RankRow, undecided: bool) -> Row:
    rank = texts().rank(row.rank.rstrip("="))
    votes = tr("choose.rank.uncounted") if row.votes is None else str(row.votes)
    return Row(
        row.id,
        row.text,
        before=(Number(rank, colour="ink"), Number(row.number)),
        after=(Number(votes, colour="ink" if row.votes else "ink2"), Tick(row.chosen, undecided)),
        share=row.share,
        spoken=_spoken(row),
    )


def _spoken(row: RankRow) -> str:
    votes = tr("choose.rank.no_votes")
    if row.votes is not None:
        votes = tr("choose.rank.votes", n=row.votes)
    return tr(
        "choose.rank.spoken",
        rank=texts().rank(row.rank) or tr("choose.rank.unranked"),
        number=row.number,
        text=row.text,
        votes=votes,
        state=tr("choose.rank.is_chosen" if row.chosen else "choose.rank.not_chosen"),
    )
