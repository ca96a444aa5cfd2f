"""Colours of the audience display: separate palettes, since stray light halves contrast."""

from __future__ import annotations

from dataclasses import dataclass

from ui.theme.outcomes import OUTCOMES
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette
from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class AudiencePalette:
    """Colours as ``#RRGGBB``: text at 12:1 or more, lines and bars at 3:1 or more.

    Tints, warning areas and the colours of shapes are those of ``palette``.
    """

    name: str
    background: str
    ink: str
    ink2: str
    spotlight: str
    bar: str
    line: str
    digits: str
    palette: Palette

    def tint(self, kind: OutcomeKind) -> str:
        """Return the background of the word of an outcome; *open* has none."""
        return self.background if kind is OutcomeKind.OPEN else self._of(OUTCOMES[kind].tint)

    def edge(self, kind: OutcomeKind) -> str:
        """Return the colour of a bar or frame for an outcome; not used for text."""
        return self.line if kind is OutcomeKind.OPEN else self._of(OUTCOMES[kind].colour)

    @property
    def little_time(self) -> str:
        """The background of the timer's digits near the end and after it; no alarm."""
        return self._of("warn")

    def _of(self, token: str) -> str:
        return self.palette.colour(token)


AUDIENCE_LIGHT = AudiencePalette(
    name="light",
    background="#FFFFFF",
    ink="#1A1A1A",
    ink2="#333333",
    spotlight="#EEF2F9",
    bar="#27477F",
    line="#8A8478",
    digits="#1A1A1A",
    palette=LIGHT,
)
AUDIENCE_DARK = AudiencePalette(
    name="dark",
    background="#1A1A1A",
    ink="#FFFFFF",
    ink2="#E0E0E0",
    spotlight="#2A3347",
    bar="#A9C2F2",
    line="#8A8478",
    digits="#1A1A1A",
    palette=DARK,
)
AUDIENCE_CONTRAST = AudiencePalette(
    name="contrast",
    background="#FFFFFF",
    ink="#000000",
    ink2="#000000",
    spotlight="#EEF2F9",
    bar="#00318A",
    line="#000000",
    digits="#000000",
    palette=CONTRAST,
)
AUDIENCE_BLACK = "#000000"


def audience_palette(presenter: Palette) -> AudiencePalette:
    """Return the audience's palette for a palette of the presenter's window."""
    if presenter.high_contrast:
        return AUDIENCE_CONTRAST
    return AUDIENCE_DARK if presenter.dark else AUDIENCE_LIGHT
