"""The shape and the colours of each outcome and of each state of a request.

The shapes are distinguishable in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request_news import RequestState


@dataclass(frozen=True)
class OutcomeLook:
    """Names of the icon, of the colour for shape and text, and of the tint behind them."""

    icon: str
    colour: str
    tint: str


OUTCOMES: dict[OutcomeKind, OutcomeLook] = {
    OutcomeKind.SOLUTION: OutcomeLook("circle-check", "solution", "solution_tint"),
    OutcomeKind.CARD: OutcomeLook("card", "card", "card_tint"),
    OutcomeKind.REQUEST: OutcomeLook("plane", "request", "request_tint"),
    OutcomeKind.NOT_OURS: OutcomeLook("circle-slash", "not_ours", "not_ours_tint"),
    OutcomeKind.OPEN: OutcomeLook("circle-dashed", "open", "open_tint"),
}
REQUEST_STATES: dict[RequestState, OutcomeLook] = {
    RequestState.NEW: OutcomeLook("ring", "open", "open_tint"),
    RequestState.HANDED_OVER: OutcomeLook("plane", "request", "request_tint"),
    RequestState.WAITING: OutcomeLook("circle-dashed", "open", "open_tint"),
    RequestState.PLANNED: OutcomeLook("clock", "accent", "accent_soft"),
    RequestState.RELEASED: OutcomeLook("circle-check", "solution", "solution_tint"),
    RequestState.DECLINED: OutcomeLook("circle-slash", "not_ours", "not_ours_tint"),
    RequestState.DUPLICATE: OutcomeLook("merge", "not_ours", "not_ours_tint"),
}
DASHED_STATES = frozenset((RequestState.NEW, RequestState.WAITING))
"""The undecided states: their badge has a dashed edge."""
