"""Column widths shared by all rows of a view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtGui import QFont

from ui.audience.row import AudienceRow
from ui.audience.sizes import AudienceSizes
from ui.theme.theme import theme
from ui.widgets.text_layout import text_width

_BAR_SHARE = 0.2  # of the width, for the longest bar next to long texts
_BAR_SHARE_NARROW = 0.09  # the same if texts would take more than two lines
_BAR_MOST = 0.75  # next to short texts
_ASIDE_SHARE = 0.36  # maximum share of the width for asides
_ANSWER_GAP = 0.4  # of the text size, in addition to the gap between columns
_REMARK_SHARE = 0.2  # the same for a quiet aside

_is_quiet = attrgetter("aside_quiet")


@dataclass(frozen=True)
class ColumnWidths:
    """Widths in px, each including a gap: numbers, bars with counts, asides.

    ``aside_from`` is the x position of asides, relative to the rows.
    """

    number: int = 0
    count: int = 0
    aside: int = 0
    bar: int = 0
    aside_from: int = 0

    @classmethod
    def of(cls, rows: tuple[AudienceRow, ...], sizes: AudienceSizes, width: int) -> ColumnWidths:
        """Return the widths needed for these rows."""
        font = theme().sized_font(sizes.text("list"), True)
        gap = gap_of(sizes)
        barred = [row for row in rows if row.share is not None and not row.bar_below]
        number = _widest({row.number for row in rows}, font, gap)
        count = _widest({row.count for row in rows}, font, gap)
        asides = max([_aside(row, sizes, width) for row in rows if row.aside], default=0)
        bar = _bar(barred, sizes, width, number + count) if barred else 0
        aside = asides + gap if asides else 0
        return cls(
            number=number,
            count=count,
            aside=aside,
            bar=bar + gap if bar else 0,
            aside_from=min(width - aside, _text_end(rows, sizes, number)) + gap,
        )


def gap_of(sizes: AudienceSizes) -> int:
    """Return the gap between two columns in px."""
    return round(sizes.text("list") * 0.55)


def indent_of(row: AudienceRow, sizes: AudienceSizes, number: int) -> int:
    """Return the width left of a row's text, where ``number`` is the width of the number column."""
    left = round(sizes.text("list") * 0.8) if row.edge is not None else 0
    if row.number or row.indent:
        left += number
    return left + (round(sizes.text(row.size) * 1.1) if row.icon else 0)


def _text_end(rows: tuple[AudienceRow, ...], sizes: AudienceSizes, number: int) -> int:
    """Return the right end of the longest text with an answer, to keep answers close to texts.

    Quiet asides are at the right edge instead.
    """
    if any(map(_is_quiet, rows)):
        return sizes.width
    answered = [row for row in rows if row.aside]
    fonts = ((row, theme().sized_font(sizes.text(row.size), row.bold)) for row in answered)
    ends = (
        indent_of(row, sizes, number) + badge_width(row, sizes) + text_width(row.text, font)
        for row, font in fonts
    )
    return max(ends, default=0) + round(_ANSWER_GAP * sizes.text("list"))


def badge_px(row: AudienceRow, sizes: AudienceSizes) -> int:
    """Return the text size in a row's badge; the smallest one if the badge would be too wide."""
    px = sizes.text(row.badge_size)
    wide = row.badge is not None and _badge_width(row.badge[1], px) > sizes.room
    return sizes.text("floor") if wide else px


def badge_width(row: AudienceRow, sizes: AudienceSizes) -> int:
    """Return the width of a row's badge without the gap after it; 0 without a badge."""
    return _badge_width(row.badge[1], badge_px(row, sizes)) if row.badge else 0


def _badge_width(word: str, px: int) -> int:
    return round(px * 2.1) + text_width(word, theme().sized_font(px, True))


def _aside(row: AudienceRow, sizes: AudienceSizes, width: int) -> int:
    """Return the width of the widest aside, up to a share of the width."""
    size = "floor" if row.aside_quiet else "list"
    wanted = text_width(row.aside, theme().sized_font(sizes.text(size), not row.aside_quiet))
    return min(wanted, round(width * (_REMARK_SHARE if row.aside_quiet else _ASIDE_SHARE)))


def _widest(words: Iterable[str], font: QFont, gap: int) -> int:
    widest = max([text_width(each, font) for each in words if each], default=0)
    return widest + gap if widest else 0


def _bar(rows: list[AudienceRow], sizes: AudienceSizes, width: int, taken: int) -> int:
    """Return the length of the longest bar: the space next to short texts, or a small share."""
    fonts = ((row, theme().sized_font(sizes.text(row.size), row.bold)) for row in rows)
    words = max(badge_width(row, sizes) + text_width(row.text, font) for row, font in fonts)
    free = width - taken - 2 * gap_of(sizes)
    long = words > 2 * (free - width * _BAR_SHARE - sizes.text("list"))
    least = _BAR_SHARE_NARROW if long else _BAR_SHARE
    return max(round(width * least), min(free - words, round(width * _BAR_MOST)))
