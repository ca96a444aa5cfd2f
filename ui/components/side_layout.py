"""When private mode shows three columns, and how wide the left one is."""

from __future__ import annotations

from ui.theme.theme import theme

_LIST_SHARE = 0.67  # of the right panel's width; 212 beside 316, and about 270 beside 400


def roomy() -> bool:
    """Return whether a list and a side panel fit beside the work area at this text size."""
    return theme().metrics.columns and not theme().stacked


def list_width() -> int:
    """Return the width in px of the list at the left."""
    return round(theme().metrics.panel * _LIST_SHARE)
