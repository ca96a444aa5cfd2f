"""What the blocks of the overview tell, read from the workshop."""

from __future__ import annotations

from ui.components.pieces import Piece
from ui.pages.wrap_up.owners import owner_name
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr


def actions(state: WorkshopState) -> list[Piece]:
    """Each action, with who and by when at the right."""
    pieces = []
    for action in state.actions:
        icon = ("check", "solution") if action.done else ("circle", "ink2")
        who = owner_name(state, action) or tr("wrap_up.actions.nobody")
        when = texts().date(action.due, year=False) or tr("wrap_up.actions.undated")
        pieces.append(Piece(action.text, icon=icon[0], icon_colour=icon[1], aside=f"{who}\n{when}"))
    return pieces or [Piece(tr("wrap_up.actions.empty"), "body-quiet")]


def alone(state: WorkshopState) -> list[Piece]:
    """Each participant with what they can do alone, or that nobody asked yet."""
    pieces = []
    for who in state.participants:
        lines = [line.strip() for line in who.can_do_alone.splitlines() if line.strip()]
        icon = ("circle-check", "solution") if lines else ("circle-dashed", "ink2")
        name = texts().person(who.name, who.honorific)
        said = "\n".join(lines) or tr("wrap_up.overview.not_asked")
        role = "body" if lines else "body-quiet"
        pieces.append(Piece(said, role, icon=icon[0], icon_colour=icon[1], lead=name))
    return pieces or [Piece(tr("wrap_up.alone.empty"), "body-quiet")]


def still_open(state: WorkshopState) -> list[Piece]:
    """What each step still lacks before the papers are handed over, one sentence each."""
    pieces = [
        Piece(tr("wrap_up.overview.missing", step=tr(f"steps.name.{step}"),
                 what=tr(f"steps.missing.{one.key}", n=one.n)), icon="circle-alert")
        for step in Step
        for one in missing(state, step)
    ]  # fmt: skip
    complete = Piece(tr("wrap_up.papers.complete"), icon="circle-check", icon_colour="solution")
    return pieces or [complete]


def next_time(state: WorkshopState) -> list[Piece]:
    """The next date, and what is planned until then and for it."""
    day = texts().date(state.workshop.next_date)
    if not day and not state.workshop.next_note:
        return [Piece(tr("wrap_up.overview.no_date"), "body-quiet", icon="calendar")]
    pieces = [Piece(day or tr("wrap_up.overview.no_date"), "body-bold", icon="calendar")]
    return [*pieces, *([Piece(state.workshop.next_note)] if state.workshop.next_note else [])]
