"""The shape and the colours of each outcome; the shapes differ in black and white too."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class OutcomeLook:
    """Names of the icon, of the colour for shape and word, and of the tint behind them."""

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
