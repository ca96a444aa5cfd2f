"""The bundled typefaces: their characters, their widths, and their names in a PDF."""

from dataclasses import dataclass
from functools import cache, lru_cache

from workshop_app.package_files import package_folder

REGULAR = "WorkshopGothic-Regular"
BOLD = "WorkshopGothic-Bold"
MONOSPACED = "WorkshopGothicMono-Regular"
"""Has only the printable ASCII characters."""
MONOSPACED_WIDTH = 0.5
"""The width of each of its characters, in units of the font size."""
_APOSTROPHES = (0x2018, 0x2019)
"""Quotation marks that are half an em wide in the typeface, as Japanese text has them; within an
English word that is a gap, so that they get the glyph of the straight one."""
ASCENT = 0.88
"""Height above the baseline, in units of the font size."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The widths of the characters in both weights, in units of the font size."""

    regular: dict[str, float]
    bold: dict[str, float]
    characters: frozenset[str]
    """The characters that both weights contain."""

    def widths(self, text: str, *, bold: bool) -> list[float]:
        """Return the width of each character of `text`; KeyError if the typeface lacks one."""
        table = self.bold if bold else self.regular
        return [table[character] for character in text]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return size * _width(text, bold=bold)


@lru_cache(maxsize=8192)
def _width(text: str, *, bold: bool) -> float:
    return sum(typeface().widths(text, bold=bold))


@cache
def typeface() -> Typeface:
    """Return the typeface; its first call registers both weights with ReportLab."""
    from reportlab import rl_config

    rl_config.useA85 = 0  # binary page streams are smaller and faster than ASCII 85
    regular = _register(REGULAR)
    bold = _register(BOLD)
    return Typeface(regular, bold, frozenset(regular.keys() & bold.keys()))


@cache
def register_monospaced() -> None:
    """Register the monospaced typeface with ReportLab."""
    _register(MONOSPACED)


def is_monospaced(text: str) -> bool:
    """Return whether the monospaced typeface has all characters of `text`."""
    return text.isascii() and text.isprintable()


def _register(name: str) -> dict[str, float]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(package_folder("exports") / "fonts" / f"{name}.ttf"))
    for mark in _APOSTROPHES:
        for table in (font.face.charToGlyph, font.face.charWidths):
            table[mark] = table[ord("'")]
    pdfmetrics.registerFont(font)
    return {chr(code): width / 1000 for code, width in font.face.charWidths.items()}
