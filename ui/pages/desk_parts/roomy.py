"""Whether private mode has room for three columns."""

from __future__ import annotations

from ui.theme.theme import theme

_FROM_WIDTH = 1366
_LIST_SHARE = 0.67  # of the right panel's width; 212 beside 316, and about 270 beside 400


def roomy() -> bool:
    """Whether a list of problems and a panel fit beside the work area at this text size."""
    now = theme()
    wide = now.width >= _FROM_WIDTH * max(1.0, now.text_scale)
    return now.metrics.private and wide and not now.stacked


def list_width() -> int:
    """Width in px of the list at the left."""
    return round(theme().metrics.panel * _LIST_SHARE)
