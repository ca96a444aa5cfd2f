"""Colours of the audience display: separate palettes, since stray light halves contrast.

Text has 12:1 or more, lines and bars have 3:1 or more. Tints, warning areas and the colours of
shapes are those of the presenter's window.
"""

from __future__ import annotations

from ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette

AUDIENCE_LIGHT = LIGHT._replace(
    surface="#FFFFFF",
    sunken="#FFFFFF",
    ink="#1A1A1A",
    ink2="#2E2E2E",
    ink3="#2E2E2E",
    accent_soft="#EEF2F9",
    line="#8A8478",
    digits="#1A1A1A",
)
AUDIENCE_DARK = DARK._replace(
    surface="#1A1A1A",
    sunken="#1A1A1A",
    ink="#FFFFFF",
    ink2="#EBEBEB",
    ink3="#EBEBEB",
    accent_soft="#222A3B",
    line="#8A8478",
    digits="#1A1A1A",
)
AUDIENCE_CONTRAST = CONTRAST._replace(
    ink3="#000000",
    accent_soft="#EEF2F9",
    digits="#000000",
)
AUDIENCE_BLACK = "#000000"


def audience_palette(presenter: Palette) -> Palette:
    """Return the audience's palette for a palette of the presenter's window."""
    if presenter.high_contrast:
        return AUDIENCE_CONTRAST
    return AUDIENCE_DARK if presenter.dark else AUDIENCE_LIGHT
