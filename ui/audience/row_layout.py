"""Lays out a row at a given width, and turns ranges of its lines into marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF

from ui.audience.columns import ColumnWidths, badge_px, badge_width, gap_of, indent_of
from ui.audience.marks import Area, AudienceMark, Digits, Shape, Words
from ui.audience.row import AudienceRow
from ui.audience.sizes import AudienceSizes
from ui.theme.audience_palette import AudiencePalette
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.line_ends import worth
from ui.widgets.text_layout import TextLayout, lettered, text_width
from workshop_app.domain.outcome import OutcomeKind

_LEAST_BESIDE = 11  # characters that must fit next to a badge; otherwise it is above the text
_BAR_HEIGHT = 0.85  # of the text size
_BELOW = 0.35  # of the text size: height of a bar below a text
_MOST_BALANCED = 4  # lines
_TRIES = 24


class AudienceRowLayout:
    """A row split into lines. Line 0 is the badge if that is above the text."""

    def __init__(
        self,
        row: AudienceRow,
        sizes: AudienceSizes,
        palette: AudiencePalette,
        columns: ColumnWidths,
        width: int,
    ) -> None:
        self.row = row
        self._sizes = sizes
        self._palette = palette
        self._columns = columns
        self._width = width
        self.px = sizes.text(row.size)
        self.line = sizes.board_line if row.board else sizes.line(row.size)
        self._left = self._indent()
        badge = self._badge_width()
        room = width - self._left - (columns.aside if row.aside else 0)
        room -= columns.bar + columns.count if row.share is not None else 0
        whole = text_width(row.text, theme().sized_font(self.px, row.bold)) if badge else 0
        self._above = room - badge < min(whole, _LEAST_BESIDE * self.px)
        self._badge_room = 0 if self._above else badge
        self._text = self._text_layout(room - self._badge_room)
        largest = sizes.text("floor" if row.aside_quiet else "list")
        self._aside_px = min(self.px, largest)
        aside_font = theme().sized_font(self._aside_px, row.aside_bold)
        aside_room = columns.aside - gap_of(sizes)
        self._aside = lettered(row.aside, aside_font, self.line, max(1, aside_room))
        words = len(self._text.lines) if row.text else 0
        aside = len(self._aside.lines) if row.aside else 0
        self.lines = max(1, words, aside) + int(self._above and bool(row.text))
        """Number of lines, at least one."""
        padding = 0 if row.board else sizes.padding // 2
        self._padding_first = 2 * padding if row.rule else (0 if row.close else padding)
        self._padding = padding
        self._below = round(self.px * _BELOW) if row.bar_below else 0

    def height(self, first: int, last: int) -> int:
        """Return the height in px of lines ``first`` to ``last`` (exclusive) with outer space."""
        before = self._padding if first else self._padding_first
        below = self._below if last == self.lines else 0
        return before + (last - first) * self.line + below + self._padding

    def marks(
        self, x: int, top: int, first: int, last: int, *, leads: bool = False
    ) -> Iterator[AudienceMark]:
        """Return the marks of these lines, with the row's left edge at ``x``.

        A row that ``leads`` the page needs no rule above.
        """
        row = self.row
        palette = self._palette
        behind = palette.spotlight if row.spotlight else palette.background
        y = top + (self._padding if first else self._padding_first)
        if row.spotlight:
            yield from self._spotlight(x, top, self.height(first, last))
        if row.rule and first == 0 and not leads:
            yield Area(QRectF(x, top, self._width, 2), palette.line)
        if row.edge is not None:
            bar = QRectF(x, top, max(4, self.px // 10), self.height(first, last))
            yield Area(bar, palette.edge(row.edge))
        if first == 0:
            yield from self._head(x, y, behind)
        shift = int(self._above and bool(row.text))
        begin = max(0, first - shift)
        end = max(0, last - shift)
        if row.text and end > begin:
            offset = (shift - first) * self.line if first < shift else 0
            ink = palette.ink2 if row.quiet and not row.spotlight else palette.ink
            left = x + self._left + self._badge_room
            yield Words(self._text, left, y + offset, self.px, ink, behind, begin, end)
        yield from self._right(x, y, first, last, behind)

    def _text_layout(self, room: int) -> TextLayout:
        """Return the text in lines; large text is broken at phrase ends."""
        font = theme().sized_font(self.px, self.row.bold)

        def lay_out(width: int) -> TextLayout:
            return lettered(self.row.text, font, self.line, width)

        large = self.row.size in ("problem", "question")
        return _balanced(lay_out, room) if large else lay_out(room)

    def _indent(self) -> int:
        return indent_of(self.row, self._sizes, self._columns.number)

    def _spotlight(self, x: int, top: int, height: int) -> Iterator[AudienceMark]:
        out = round(self._sizes.side * 0.38)
        box = QRectF(x - out, top, self._width + 2 * out, height)
        yield Area(box, self._palette.spotlight)
        bar = QRectF(box.left(), top, max(6, out // 3), height)
        yield Area(bar, self._palette.bar)

    def _head(self, x: int, y: int, behind: str) -> Iterator[AudienceMark]:
        """Yield the marks on the first line left of the text: number, icon, badge."""
        row = self.row
        palette = self._palette
        line = self.line
        at = x + (round(self._sizes.text("list") * 0.8) if row.edge is not None else 0)
        if row.number and row.board:
            right = at + self._columns.number - gap_of(self._sizes)
            yield Digits(row.number, right, y, self.px, line, palette.ink, behind)
        elif row.number:
            px = self._sizes.text("list")
            number = lettered(row.number, theme().sized_font(px, True), line, None)
            yield Words(number, at, y, px, palette.ink, behind)
        if row.icon:
            side = round(self.px * 0.75)
            left = x + self._left - round(self.px * 1.1)
            box = QRectF(left, y + (line - side) / 2, side, side)
            yield Shape(row.icon, box, palette.ink)
        if row.badge is not None:
            yield from self._badge(x + self._left, y, *row.badge)

    def _badge(self, x: int, y: int, kind: OutcomeKind, word: str) -> Iterator[AudienceMark]:
        palette = self._palette
        px = self._badge_px
        height = min(round(px * 1.5), self.line)
        top = y + (self.line - height) / 2
        frame = palette.line if kind is OutcomeKind.OPEN else ""
        box = QRectF(x, top, self._badge_width() - self._badge_gap(), height)
        yield Area(box, palette.tint(kind), px * 0.2, frame)
        side = round(px * 0.9)
        icon = QRectF(x + px * 0.4, top + (height - side) / 2, side, side)
        yield Shape(OUTCOMES[kind].icon, icon, palette.ink)
        letters = lettered(word, theme().sized_font(px, True), height, None)
        yield Words(letters, icon.right() + px * 0.3, top, px, palette.ink, palette.tint(kind))

    def _badge_width(self) -> int:
        bare = badge_width(self.row, self._sizes)
        return bare + self._badge_gap() if bare else 0

    @property
    def _badge_px(self) -> int:
        return badge_px(self.row, self._sizes)

    def _badge_gap(self) -> int:
        return round(self._sizes.text("floor") * 0.5) if self.row.text else 0

    def _right(self, x: int, y: int, first: int, last: int, behind: str) -> Iterator[AudienceMark]:
        """Yield the marks at the right: an aside, or a bar with its count."""
        row = self.row
        palette = self._palette
        columns = self._columns
        end = x + self._width
        if row.aside:
            left = x + columns.aside_from
            px = self._aside_px
            quiet = row.aside_quiet and not row.spotlight
            ink = palette.ink2 if quiet else palette.ink
            yield Words(self._aside, left, y, px, ink, behind, first, last)
        if row.bar_below and last == self.lines:
            yield self._bar_below(x, y + (last - first) * self.line)
        if row.share is None or first:
            return
        height = round(self.px * _BAR_HEIGHT)
        gap = gap_of(self._sizes)
        left = end - columns.count - columns.bar + gap
        long = (columns.bar - gap) * row.share
        middle = y + (last - first) * self.line / 2
        if row.bar_below:
            left, long = end - columns.count, 0
        elif long >= 1:
            yield Area(QRectF(left, middle - height / 2, long, height), palette.bar)
        if row.count:
            px = self._sizes.text("list")
            count = lettered(row.count, theme().sized_font(px, True), self.line, None)
            top = middle - self.line / 2
            yield Words(count, left + long + gap, top, px, palette.ink, behind)

    def _bar_below(self, x: int, y: int) -> AudienceMark:
        whole = self._width - self._left - self._columns.count - gap_of(self._sizes)
        box = QRectF(x + self._left, y, whole * (self.row.share or 0), self._below * 0.7)
        return Area(box, self._palette.bar)


def _balanced(lay_out: Callable[[int], TextLayout], room: int) -> TextLayout:
    """Break a large text into as few lines as fit ``room`` px, of about the same length.

    ``lay_out`` breaks the text at a width in px.
    """
    full = lay_out(room)
    if not 1 < len(full.lines) <= _MOST_BALANCED:
        return full
    step = max(1, room // (2 * _TRIES))
    best = full
    best_worth = worth(full.text, full.lines)
    for width in range(room - step, room // 2, -step):
        tried = lay_out(width)
        if len(tried.lines) > len(full.lines):
            break
        tried_worth = worth(tried.text, tried.lines)
        if tried_worth >= best_worth:  # equally good breaks with more even lines
            best = tried
            best_worth = tried_worth
    return best
