"""The bundled typeface: which characters it has, how wide each is, and its names in a PDF."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

REGULAR = "BIZUDPGothic-Regular"
BOLD = "BIZUDPGothic-Bold"
ASCENT = 0.88
"""Height above the baseline, as a share of the size."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Widths of the characters of both weights, as a share of the size."""

    regular: dict[str, float]
    bold: dict[str, float]
    characters: frozenset[str]
    """Those that both weights have."""

    def widths(self, text: str, *, bold: bool) -> list[float]:
        """Return the width of each character of `text`, all of which the face must have."""
        table = self.bold if bold else self.regular
        return [table[character] for character in text]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return size * sum(self.widths(text, bold=bold))


@cache
def typeface() -> Typeface:
    """Register both weights with ReportLab, once in a process, and return their measures."""
    from reportlab import rl_config

    rl_config.useA85 = 0  # pages are bytes; written as letters they are larger and take longer
    regular = _register(REGULAR)
    bold = _register(BOLD)
    return Typeface(regular, bold, frozenset(regular.keys() & bold.keys()))


def _register(name: str) -> dict[str, float]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    file = resources.files("exports").joinpath("fonts", f"{name}.ttf")
    with resources.as_file(file) as path:
        font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return {chr(code): width / 1000 for code, width in font.face.charWidths.items()}
