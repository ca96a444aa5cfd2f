"""What to know before papers are handed over, as sentences."""

from __future__ import annotations

from exports.progress import ExportResult
from ui.components.pieces import Piece
from ui.pages.wrap_up.overview_words import still_open
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def before_handing_over(state: WorkshopState, result: ExportResult | None) -> list[Piece]:
    """What is still open, whose paper has no problem of their own, and what an export found."""
    return [*still_open(state), *_without_problem(state), *_found(result)]


def _without_problem(state: WorkshopState) -> list[Piece]:
    """Participants who said no problem: their take-home paper tells those of all."""
    if state.workshop.anonymous:
        return []
    said = {who.id for problem in state.listed for who in state.speakers_of(problem)}
    names = [texts().person(who.name, who.honorific)
             for who in state.participants if who.id not in said]  # fmt: skip
    if not names:
        return []
    who = tr("widgets.problem_side.and").join(names)
    return [
        Piece(tr("wrap_up.panel.no_problem", n=len(names)), icon="circle-alert"),
        Piece(tr("wrap_up.panel.no_problem_of", who=who), "meta"),
    ]


def _found(result: ExportResult | None) -> list[Piece]:
    if result is None:
        return []
    strong = sum(not held.weak for held in result.held)
    if strong:
        return [Piece(tr("leaving.stopped", n=strong), icon="circle-alert")]
    weak = "  ".join(held.text for held in result.held)
    return [
        _well("wrap_up.panel.nothing_private") if not weak
        else Piece(tr("leaving.warned", found=weak), icon="circle-alert"),
        Piece(tr("wrap_up.panel.read_back", n=len(result.files)), "meta"),
        _well("wrap_up.papers.all_printed") if not result.replaced
        else Piece(tr("wrap_up.panel.replaced", n=sum(one.count for one in result.replaced)),
                   icon="circle-alert"),
    ]  # fmt: skip


def _well(key: str) -> Piece:
    return Piece(tr(key), icon="circle-check", icon_colour="solution")
