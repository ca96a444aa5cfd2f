"""How the round of choosing stands, told at the right in private mode."""

from __future__ import annotations

from ui.components.pieces import Piece
from workshop_app.domain.ranking import near_ties, rank_rows
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def round_told(state: WorkshopState) -> list[Piece]:
    """What was counted so far; the order and near ties only once the round is closed."""
    closed = state.workshop.vote_closed
    icon, words = ("lock", "closed") if closed else ("pen", "open")
    pieces = [Piece(tr(f"choose.told.{words}"), "body-quiet", icon=icon)]
    pieces += _dots(state) if state.workshop.dots else _hands(state)
    return [*pieces, *_ties(state)] if closed else pieces


def _hands(state: WorkshopState) -> list[Piece]:
    """Of how many problems the hands were counted; how many went up is told after closing."""
    about, votes = state.candidates_of(state.workshop.round), state.votes_in(state.workshop.round)
    counted = sum(problem.id in votes for problem in about)
    pieces = [_figure("counted", f"{counted} / {len(about)}")]
    if state.workshop.vote_closed:
        pieces.append(_figure("hands", str(sum(votes.values()))))
    pieces.append(_figure("people", str(state.present_count)))
    if counted < len(about):
        pieces.append(Piece(tr("choose.told.uncounted", n=len(about) - counted),
                            icon="circle-dashed"))  # fmt: skip
    else:
        pieces.append(Piece(tr("choose.told.all_counted"), icon="circle-check",
                            icon_colour="solution"))  # fmt: skip
    return pieces


def _dots(state: WorkshopState) -> list[Piece]:
    """The sheets typed in beside the people; after closing the dots beside what they may give."""
    people, dots = state.present_count, state.workshop.dots
    sheets, given = len(state.voters), sum(state.votes_in(state.workshop.round).values())
    limit = people * dots
    pieces = [_figure("sheets", f"{sheets} / {people}")]
    if not state.workshop.vote_closed:
        return pieces
    pieces.append(_figure("given", str(given)))
    limited = tr("choose.told.limit", people=people, dots=dots)
    pieces.append(Piece(limited, "body-quiet", figure=str(limit)))
    if given == limit:
        pieces.append(Piece(tr("choose.told.fits"), icon="circle-check", icon_colour="solution"))
    else:
        words = tr(f"choose.told.{'fewer' if given < limit else 'more'}", n=abs(limit - given))
        pieces.append(Piece(words, icon="circle-alert"))
    return pieces


def _figure(name: str, figure: str) -> Piece:
    return Piece(tr(f"choose.told.{name}"), "body-quiet", figure=figure)


def _ties(state: WorkshopState) -> list[Piece]:
    """Which problems are too close to be told apart, each group with its votes."""
    pieces = [Piece(tr("choose.told.ties"), "section", line=True)]
    groups = near_ties(rank_rows(state))
    comma = tr("choose.rank.comma")
    hint = "talk" if groups else "no_ties"
    pieces.append(Piece(tr(f"choose.told.{hint}"), "body-quiet"))
    for group in groups:
        numbers = comma.join(row.number for row in group)
        votes = comma.join(tr("choose.told.votes", n=row.votes or 0) for row in group)
        words = tr("choose.told.tie", rank=group[0].rank, numbers=numbers)
        pieces += [Piece(words, "body-bold", line=True), Piece(votes, "meta")]
    return pieces
