"""Colours of the wall: palettes of its own, since stray light takes half of the contrast."""

from __future__ import annotations

from dataclasses import dataclass

from ui.theme.outcomes import OUTCOMES
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette
from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class WallPalette:
    """Colours as ``#RRGGBB``: text at 12:1 or more, lines and bars at 3:1 or more.

    Tints, warning areas and the colours of shapes are those of ``palette``.
    """

    name: str
    ground: str
    ink: str
    ink2: str
    spotlight: str
    bar: str
    line: str
    digits: str
    palette: Palette

    def tint(self, kind: OutcomeKind) -> str:
        """The area behind the word of an outcome; *open* has none."""
        return self.ground if kind is OutcomeKind.OPEN else self._of(OUTCOMES[kind].tint)

    def edge(self, kind: OutcomeKind) -> str:
        """The colour of a bar or frame for an outcome; never of letters."""
        return self.line if kind is OutcomeKind.OPEN else self._of(OUTCOMES[kind].colour)

    def area(self, state: str) -> str:
        """The area behind the timer's digits: ``warn`` or ``late``."""
        return self._of(state)

    def _of(self, token: str) -> str:
        return self.palette.colour(token)


WALL_LIGHT = WallPalette(
    name="light",
    ground="#FFFFFF",
    ink="#1A1A1A",
    ink2="#333333",
    spotlight="#EEF2F9",
    bar="#27477F",
    line="#8A8478",
    digits="#1A1A1A",
    palette=LIGHT,
)
WALL_DARK = WallPalette(
    name="dark",
    ground="#1A1A1A",
    ink="#FFFFFF",
    ink2="#E0E0E0",
    spotlight="#2A3347",
    bar="#A9C2F2",
    line="#8A8478",
    digits="#1A1A1A",
    palette=DARK,
)
WALL_CONTRAST = WallPalette(
    name="contrast",
    ground="#FFFFFF",
    ink="#000000",
    ink2="#000000",
    spotlight="#EEF2F9",
    bar="#00318A",
    line="#000000",
    digits="#000000",
    palette=CONTRAST,
)
WALL_BLACK = "#000000"


def wall_palette(own: Palette) -> WallPalette:
    """The palette that goes with the window's ``own``."""
    if own.high_contrast:
        return WALL_CONTRAST
    return WALL_DARK if own.dark else WALL_LIGHT
