"""The shape and the colours of each outcome and of each state of a request.

The shapes are distinguishable in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request_news import RequestState


@dataclass(frozen=True)
class OutcomeStyle:
    """Names of the icon, of the colour for shape and text, and of the tint behind them."""

    icon: str
    colour: str
    tint: str


OUTCOMES: dict[OutcomeKind, OutcomeStyle] = {
    OutcomeKind.SOLUTION: OutcomeStyle("circle-check", "solution", "solution_tint"),
    OutcomeKind.CARD: OutcomeStyle("card", "card", "card_tint"),
    OutcomeKind.REQUEST: OutcomeStyle("plane", "request", "request_tint"),
    OutcomeKind.NOT_OURS: OutcomeStyle("circle-slash", "not_ours", "not_ours_tint"),
    OutcomeKind.OPEN: OutcomeStyle("circle-dashed", "open", "open_tint"),
}
REQUEST_STATES: dict[RequestState, OutcomeStyle] = {
    RequestState.NEW: OutcomeStyle("ring", "open", "open_tint"),
    RequestState.HANDED_OVER: OutcomeStyle("plane", "request", "request_tint"),
    RequestState.WAITING: OutcomeStyle("circle-dashed", "open", "open_tint"),
    RequestState.PLANNED: OutcomeStyle("clock", "accent", "accent_soft"),
    RequestState.RELEASED: OutcomeStyle("circle-check", "solution", "solution_tint"),
    RequestState.DECLINED: OutcomeStyle("circle-slash", "not_ours", "not_ours_tint"),
    RequestState.DUPLICATE: OutcomeStyle("merge", "not_ours", "not_ours_tint"),
}
DASHED_STATES = frozenset((RequestState.NEW, RequestState.WAITING))
"""The undecided states: their badge has a dashed edge."""
