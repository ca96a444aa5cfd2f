"""How well an answer fits, in a word, and when a limit of it is told beside that."""

from __future__ import annotations

from workshop_app.i18n import tr

_GOOD = 3
LIMIT_ICON = "circle-alert"


def fit_word(level: int) -> str:
    """Return the word for a level of 1 to 4."""
    return tr(f"widgets.fit.level{level}")


def is_limited(level: int, limit: str) -> bool:
    """Return whether an answer is praised although one of its limits is about the problem.

    A mark next to the fit then says so. A part fit needs none, since its word says as much.
    """
    return bool(limit) and level >= _GOOD
