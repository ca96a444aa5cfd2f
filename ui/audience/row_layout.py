"""Measures a row at a width, and turns a part of it into marks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ui.audience.balance import balanced
from ui.audience.columns import Columns, badge_px, badge_width, gap_of
from ui.audience.marks import Area, Mark, Shape, Words
from ui.audience.row import Row
from ui.audience.sizes import WallSizes
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.theme.wall import WallPalette
from ui.widgets.lettering import Lettering, text_width
from workshop_app.domain.outcome import OutcomeKind

_LEAST_BESIDE = 11  # letters that must fit beside a badge; else it stands above the words
_BAR_HEIGHT = 0.85  # of the letters


class RowLayout:
    """A row in lines. Line 0 is the badge where that stands above the words."""

    def __init__(
        self,
        row: Row,
        sizes: WallSizes,
        palette: WallPalette,
        columns: Columns,
        width: int,
    ) -> None:
        self.row, self._sizes, self._palette, self._columns = row, sizes, palette, columns
        self._width = width
        self.px, self.line = sizes.text(row.size), sizes.line(row.size)
        self._left = self._indent()
        badge = self._badge_width()
        room = width - self._left - (columns.aside if row.aside else 0)
        room -= columns.bar + columns.count if row.share is not None else 0
        whole = text_width(row.text, theme().sized_font(self.px, row.bold)) if badge else 0
        self._above = room - badge < min(whole, _LEAST_BESIDE * self.px)
        self._badge_room = 0 if self._above else badge
        self._text = self._lettering(room - self._badge_room)
        largest = sizes.text("floor" if row.aside_quiet else "list")
        self._aside_px = min(self.px, largest)
        aside_font = theme().sized_font(self._aside_px, row.aside_bold)
        aside_room = columns.aside - gap_of(sizes)
        self._aside = Lettering(row.aside, aside_font, self.line, max(1, aside_room))

    @property
    def lines(self) -> int:
        """Number of lines, at least one."""
        words = len(self._text.lines) if self.row.text else 0
        aside = len(self._aside.lines) if self.row.aside else 0
        return max(1, words, aside) + int(self._above and bool(self.row.text))

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last``, the air around them included."""
        return self._before(first) + (last - first) * self.line + self._after()

    def marks(
        self, x: int, top: int, first: int, last: int, *, leads: bool = False
    ) -> Iterator[Mark]:
        """The marks of these lines, with the row's left edge at ``x``.

        A row that ``leads`` the page needs no rule above.
        """
        row, palette = self.row, self._palette
        behind = palette.spotlight if row.spotlight else palette.ground
        y = top + self._before(first)
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
        begin, end = max(0, first - shift), max(0, last - shift)
        if row.text and end > begin:
            offset = (shift - first) * self.line if first < shift else 0
            ink = palette.ink2 if row.quiet and not row.spotlight else palette.ink
            left = x + self._left + self._badge_room
            yield Words(self._text, left, y + offset, self.px, ink, behind, begin, end)
        yield from self._right(x, y, first, last, behind)

    def _lettering(self, room: int) -> Lettering:
        """The words in lines, broken where a reader pauses."""
        font = theme().sized_font(self.px, self.row.bold)

        def lay_out(width: int) -> Lettering:
            return Lettering(self.row.text, font, self.line, width)

        large = self.row.size in ("problem", "question")
        return balanced(lay_out, room) if large else lay_out(room)

    def _indent(self) -> int:
        row, left = self.row, 0
        if row.edge is not None:
            left += round(self._sizes.text("list") * 0.8)
        if row.number or row.indent:
            left += self._columns.number
        if row.icon:
            left += round(self.px * 1.1)
        return left

    def _before(self, first: int) -> int:
        air = self._sizes.air // 2
        if first:
            return air
        if self.row.rule:
            return 2 * air
        return 0 if self.row.close else air

    def _after(self) -> int:
        return self._sizes.air // 2

    def _spotlight(self, x: int, top: int, height: int) -> Iterator[Mark]:
        out = round(self._sizes.side * 0.38)
        box = QRectF(x - out, top, self._width + 2 * out, height)
        yield Area(box, self._palette.spotlight)
        bar = QRectF(box.left(), top, max(6, out // 3), height)
        yield Area(bar, self._palette.bar)

    def _head(self, x: int, y: int, behind: str) -> Iterator[Mark]:
        """What stands at the first line: number, icon, badge."""
        row, palette, line = self.row, self._palette, self.line
        at = x + (round(self._sizes.text("list") * 0.8) if row.edge is not None else 0)
        if row.number:
            px = self._sizes.text("list")
            number = Lettering(row.number, theme().sized_font(px, True), line, None)
            yield Words(number, at, y, px, palette.ink, behind)
        if row.icon:
            side = round(self.px * 0.75)
            left = x + self._left - round(self.px * 1.1)
            box = QRectF(left, y + (line - side) / 2, side, side)
            yield Shape(row.icon, box, palette.ink)
        if row.badge is not None:
            yield from self._badge(x + self._left, y, *row.badge)

    def _badge(self, x: int, y: int, kind: OutcomeKind, word: str) -> Iterator[Mark]:
        palette, px = self._palette, self._badge_px
        height = min(round(px * 1.5), self.line)
        top = y + (self.line - height) / 2
        frame = palette.line if kind is OutcomeKind.OPEN else ""
        box = QRectF(x, top, self._badge_width() - self._badge_gap(), height)
        yield Area(box, palette.tint(kind), px * 0.2, frame)
        side = round(px * 0.9)
        icon = QRectF(x + px * 0.4, top + (height - side) / 2, side, side)
        yield Shape(OUTCOMES[kind].icon, icon, palette.ink)
        letters = Lettering(word, theme().sized_font(px, True), height, None)
        yield Words(letters, icon.right() + px * 0.3, top, px, palette.ink, palette.tint(kind))

    def _badge_width(self) -> int:
        bare = badge_width(self.row, self._sizes)
        return bare + self._badge_gap() if bare else 0

    @property
    def _badge_px(self) -> int:
        return badge_px(self.row, self._sizes)

    def _badge_gap(self) -> int:
        return round(self._sizes.text("floor") * 0.5) if self.row.text else 0

    def _right(self, x: int, y: int, first: int, last: int, behind: str) -> Iterator[Mark]:
        """What stands at the right: an aside, or a bar with its count."""
        row, palette, columns = self.row, self._palette, self._columns
        end = x + self._width
        if row.aside:
            left = end - columns.aside + gap_of(self._sizes)
            px = self._aside_px
            quiet = row.aside_quiet and not row.spotlight
            ink = palette.ink2 if quiet else palette.ink
            yield Words(self._aside, left, y, px, ink, behind, first, last)
        if row.share is None or first:
            return
        height = round(self.px * _BAR_HEIGHT)
        gap = gap_of(self._sizes)
        left = end - columns.count - columns.bar + gap
        long = (columns.bar - gap) * row.share
        middle = y + (last - first) * self.line / 2
        if long >= 1:
            yield Area(QRectF(left, middle - height / 2, long, height), palette.bar)
        if row.count:
            px = self._sizes.text("list")
            count = Lettering(row.count, theme().sized_font(px, True), self.line, None)
            top = middle - self.line / 2
            yield Words(count, left + long + gap, top, px, palette.ink, behind)
