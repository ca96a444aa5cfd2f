"""Details of a round in private mode: counts, and ties."""

from __future__ import annotations

from ui.components.paragraph_view import text_row
from ui.rows.row import Row
from workshop_app.domain.facts.ranking import rank_rows, ties
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def round_details(state: WorkshopState) -> list[Row]:
    """Return what was counted so far; sums and ties only after the round is closed."""
    closed = state.workshop.vote_closed
    words = tr(f"choose.details.{'closed' if closed else 'open'}")
    pieces = [text_row(words, "body-quiet", icon="lock" if closed else "pen")]
    pieces += _dots(state) if state.workshop.dots else _hands(state)
    return [*pieces, *_ties(state)] if closed else pieces


def _hands(state: WorkshopState) -> list[Row]:
    """Return for how many problems hands were counted; their sum only after closing."""
    votes = state.votes
    total, missing = len(votes.candidates), votes.uncounted
    pieces = [_figure("counted", f"{total - missing} / {total}")]
    if state.workshop.vote_closed:
        pieces.append(_figure("hands", str(votes.given)))
    pieces.append(_figure("people", str(votes.present)))
    if missing:
        words = tr("choose.details.uncounted", n=missing)
        pieces.append(text_row(words, icon="circle-dashed"))
    else:
        pieces.append(text_row(tr("choose.details.all_counted"), icon="circle-check",
                            colour="solution"))  # fmt: skip
    return pieces


def _dots(state: WorkshopState) -> list[Row]:
    """Return the number of ballots; after closing also the dots and their limit."""
    people = state.votes.present
    dots = state.workshop.dots
    sheets = len(state.votes.voters)
    given = state.votes.given
    limit = people * dots
    pieces = [_figure("sheets", f"{sheets} / {people}")]
    if not state.workshop.vote_closed:
        return pieces
    pieces.append(_figure("given", str(given)))
    limited = tr("choose.details.limit", people=people, dots=dots)
    pieces.append(text_row(limited, "body-quiet", figure=str(limit)))
    if given == limit:
        pieces.append(text_row(tr("choose.details.fits"), icon="circle-check", colour="solution"))
    else:
        words = tr(f"choose.details.{'fewer' if given < limit else 'more'}", n=abs(limit - given))
        pieces.append(text_row(words, icon="circle-alert"))
    return pieces


def _figure(name: str, figure: str) -> Row:
    return text_row(tr(f"choose.details.{name}"), "body-quiet", figure=figure)


def _ties(state: WorkshopState) -> list[Row]:
    """Return the ties, each with its problems and votes."""
    pieces = [text_row(tr("choose.details.ties"), "section", ruled=True)]
    groups = ties(rank_rows(state))
    comma = tr("choose.rank.comma")
    hint = "talk" if groups else "no_ties"
    pieces.append(text_row(tr(f"choose.details.{hint}"), "body-quiet"))
    for group in groups:
        numbers = comma.join(row.number for row in group)
        votes = comma.join(tr("choose.details.votes", n=row.votes or 0) for row in group)
        words = tr("choose.details.tie", rank=texts().rank(group[0].rank), numbers=numbers)
        pieces += [text_row(words, "body-bold", ruled=True), text_row(votes, "meta")]
    return pieces
