"""Private: how far the preparation is, section by section, as the panel at the right tells it."""

from __future__ import annotations

from ui.components.pieces import Piece
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer
from workshop_app.i18n import tr


def at_a_glance(state: WorkshopState) -> list[Piece]:
    """One line a section: what stands there, or that it is empty."""
    method = tr(f"prepare.method.{state.workshop.method}.name")
    minutes = sum(item.minutes for item in state.agenda)
    received = sum(problem.source is Source.ADVANCE for problem in state.problems)
    return [
        _line("people", tr("prepare.glance.people", n=len(state.participants)),
              bool(state.participants)),
        _line("method", method, True),
        _line("background", _background(state.customer), bool(_background(state.customer))),
        _line("agenda", tr("prepare.glance.agenda", n=minutes), minutes > 0),
        _line("advance", tr("prepare.glance.advance", n=received), received > 0),
        _line("setup", tr("prepare.glance.setup", n=len(state.setup)), bool(state.setup)),
    ]  # fmt: skip


def _background(customer: Customer) -> str:
    """The industry, or that something is written; empty when nothing is."""
    written = customer.architecture.strip()
    return customer.industry or (tr("prepare.glance.written") if written else "")


def _line(section: str, words: str, filled: bool) -> Piece:
    name = tr(f"prepare.section.{section}")
    if filled:
        return Piece(words, icon="check", icon_colour="accent", lead=name)
    return Piece(tr("prepare.glance.empty"), "body-quiet", icon="circle-dashed", lead=name)
