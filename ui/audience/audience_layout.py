"""Lays a picture out for a display of a given size: pages of rows, and the marks of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QRectF

from ui.audience.columns import ColumnWidths
from ui.audience.content import content_of
from ui.audience.group_pager import GroupPager, GroupPart
from ui.audience.marks import Area, AudienceMark, Code, Digits, Ring, Words, modules
from ui.audience.row import AudienceRow, TimeRing
from ui.audience.row_layout import AudienceRowLayout
from ui.audience.sizes import AudienceSizes
from ui.rows.pager import Pager, Slot
from ui.theme.audience_palette import AudiencePalette
from ui.theme.theme import theme
from ui.widgets.digits import digits_width
from ui.widgets.text_layout import TextLayout, lettered
from ui.widgets.timer_display import clock_text
from workshop_app.domain.audience_view import AudienceView, StepClock
from workshop_app.i18n import tr

_CODE_SHARE = 0.33
"""Size of a QR code with its quiet zone, of the height; scannable from the last row of seats."""
_CACHED_ROWS = 4000
_NAME_SHARES = (0.198, 0.3)
"""Widths of the names of themes, of the width; the second one if some need more than two lines."""
_NAME_LINES = 2
_MOST_EMPTY = 0.2  # of the height: space that may be left below a theme before another one
_MOST_FOR_TITLES = 0.6  # of the height
_LEAST_BESIDE_RING = 0.4  # of the width between the margins
_RULE = 2  # px
_RULE_PADDING = 0.0037  # of the height

_begins = attrgetter("begins")


class StackLayout:
    """Consecutive rows that are kept on one page if they fit."""

    def __init__(self, layouts: list[AudienceRowLayout]) -> None:
        self._layouts = layouts
        self.lines = sum([layout.lines for layout in layouts])
        """Number of lines of all rows."""

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        return sum(layout.height(begin, end) for layout, begin, end in self._parts(first, last))

    def marks(
        self, x: int, top: int, first: int, last: int, *, leads: bool
    ) -> Iterator[AudienceMark]:
        """Return the marks of these lines; the stack ``leads`` if it is the first on its page."""
        for layout, begin, end in self._parts(first, last):
            yield from layout.marks(x, top, begin, end, leads=leads)
            top += layout.height(begin, end)

    def _parts(self, first: int, last: int) -> Iterator[tuple[AudienceRowLayout, int, int]]:
        start = 0
        for layout in self._layouts:
            begin = max(first, start)
            end = min(last, start + layout.lines)
            if end > begin:
                yield layout, begin - start, end - start
            start += layout.lines


RowCache = dict[tuple[object, ...], AudienceRowLayout]
"""Cache of row layouts: of a long list, only new rows are measured."""


class AudienceLayout:
    """A view at a size. Nothing is shrunk or cut: what does not fit is on another page."""

    def __init__(
        self,
        view: AudienceView,
        sizes: AudienceSizes,
        palette: AudiencePalette,
        row_cache: RowCache | None = None,
    ) -> None:
        self._sizes = sizes
        self._palette = palette
        self._row_cache: RowCache = row_cache if row_cache is not None else {}
        self.content = content_of(view)
        self._head_name, self._about = self._lay_head()
        self._foot_above = 0
        self._group_parts: tuple[tuple[GroupPart, ...], ...] = ()
        self._names: list[TextLayout] = []
        self._names_width = 0
        self._group_gap = 0
        self.pages: tuple[tuple[Slot, ...], ...] = ()
        self._line = self._floor(self.content.line, sizes.room)
        code = self._code_width()
        self._lay_out(sizes.room, code)
        if code and not self._code_fits():
            self._lay_out(sizes.room - code, code)
        if code and self.content.code_optional and len(self.pages) > 1:
            self.content = replace(self.content, address="")
            self._lay_out(sizes.room, 0)
        if self.content.ring is not None:
            self._lay_out_with_ring(self.content.ring)

    def page_of(self, record_id: str) -> int | None:
        """Return the page of a record, or else of the highlighted row; None without either."""
        stacks = self.content.rows
        named = [index for index, one in enumerate(stacks) if one.id and one.id == record_id]
        lit = [index for index, one in enumerate(stacks) for row in one.rows if row.spotlight]
        for number, slots in enumerate(self.pages if named or lit else ()):
            if (named or lit)[0] in [slot.row for slot in slots if slot.begins]:
                return number
        return None

    def ids_on(self, page: int) -> list[str]:
        """Return the records that begin on a page, in order."""
        rows = (slot.row for slot in self.pages[page] if slot.begins)
        return [self.content.rows[row].id for row in rows if self.content.rows[row].id]

    def marks(self, page: int, clock: StepClock | None) -> list[AudienceMark]:
        """Return all marks of a page; ``clock`` is the time left in the step, if any."""
        shown = clock if self.content.clock else None
        return [
            Area(QRectF(0, 0, self._sizes.width, self._sizes.height), self._palette.background),
            *self._head(),
            *self._body(page),
            *self._tail(page, shown),
        ]

    # -- measuring

    def _lay_out(self, title: int, code: int) -> None:
        """Lay the rows out next to a QR code of ``code`` px, titles in ``title`` px."""
        stacks = self.content.rows
        room = self._sizes.room - code
        rows = tuple([row for stack in stacks for row in stack.rows])
        self._names_width = self._lay_names()
        room -= self._names_width
        title -= self._names_width
        self._columns = ColumnWidths.of(rows, self._sizes, room)
        laid_out = [
            [self._row(row, title if index < self._titles_above else room) for row in one.rows]
            for index, one in enumerate(stacks)
        ]
        self._stacks = [rows[0] if len(rows) == 1 else StackLayout(rows) for rows in laid_out]
        self._lay_foot(paged=False)
        self.pages = self._paged()
        if len(self.pages) > 1:  # the foot now also contains the page number
            above = self._foot_above
            self._lay_foot(paged=True)
            if self._foot_above != above:
                self.pages = self._paged()

    def _lay_out_with_ring(self, ring: TimeRing) -> None:
        """Lay the rows out next to the ring, or without it if they would need several pages."""
        room = self._sizes.room - self._ring_side() - 2 * self._sizes.text("list")
        if room >= self._sizes.room * _LEAST_BESIDE_RING and self._ring_side() <= self._body_height:
            self._lay_out(room, self._sizes.room - room)
            if len(self.pages) == 1:
                return
        self.content = replace(self.content, ring=None, rows=ring.rows)
        self._lay_out(self._sizes.room, 0)

    def _row(self, row: AudienceRow, room: int) -> AudienceRowLayout:
        key = (row, self._sizes, self._palette.name, self._columns, room)
        if key not in self._row_cache:
            if len(self._row_cache) > _CACHED_ROWS:
                self._row_cache.clear()
            self._row_cache[key] = AudienceRowLayout(
                row, self._sizes, self._palette, self._columns, room
            )
        return self._row_cache[key]

    @property
    def _titles_above(self) -> int:
        """Number of rows above a QR code."""
        return max(1, self.content.titled)

    def _code_fits(self) -> bool:
        """Return whether the QR code fits below titles of the whole width."""
        high = self._code_side() + self._sizes.line("floor")
        free = self._bottom() - self._top() - high
        beside = [self._code_top(slots) for slots in self.pages]
        return all(top is not None and top <= free for top in beside)

    def _paged(self) -> tuple[tuple[Slot, ...], ...]:
        height = self._body_height
        if self.content.groups:
            return self._paged_groups(height)
        whole = self._evened(0, height, self._paged_whole)
        if len(whole) == 1:
            return whole
        for count in range(self.content.titled, 0, -1):
            titles = self._titles(count)
            taken = sum(slot.height for slot in titles)
            if taken <= height * _MOST_FOR_TITLES:
                below = partial(self._paged_below, titles)
                return self._evened(count, height - taken, below)
        return whole

    def _paged_whole(self, height: int) -> tuple[tuple[Slot, ...], ...]:
        return Pager(len(self._stacks), height, self._stacks.__getitem__).all_pages()

    def _evened(
        self, first: int, height: int, paged: Callable[[int], tuple[tuple[Slot, ...], ...]]
    ) -> tuple[tuple[Slot, ...], ...]:
        """Return as many pages as ``height`` needs, with the rows spread evenly over them.

        Only content that is ``even``, and where each row from ``first`` on fits on a page.
        """
        pages = paged(height)
        if len(pages) == 1 or not self.content.even:
            return pages
        heights = [stack.height(0, stack.lines) for stack in self._stacks[first:]]
        least = max(heights, default=height)
        while least < height:
            middle = (least + height) // 2
            closer = paged(middle)
            if len(closer) > len(pages):
                least = middle + 1
            else:
                height = middle
                pages = closer
        return pages

    def _titles(self, count: int) -> tuple[Slot, ...]:
        """Return the first rows, unsplit, which are repeated at the top of each page."""
        titles: list[Slot] = []
        for row in range(count):
            stack = self._stacks[row]
            top = sum(slot.height for slot in titles)
            high = stack.height(0, stack.lines)
            titles.append(Slot(row, 0, stack.lines, top, high, begins=True, ends=True))
        return tuple(titles)

    def _paged_below(self, titles: tuple[Slot, ...], height: int) -> tuple[tuple[Slot, ...], ...]:
        """Page the other rows in the ``height`` that is left below these titles."""
        count = len(titles)
        stacks = self._stacks[count:]
        rest = Pager(len(stacks), height, stacks.__getitem__)
        above = sum(slot.height for slot in titles)
        return tuple(
            (*titles, *(one._replace(row=one.row + count, top=one.top + above) for one in slots))
            for slots in rest.all_pages()
        )

    @property
    def _body_height(self) -> int:
        return self._bottom() - self._top()

    def _paged_groups(self, height: int) -> tuple[tuple[Slot, ...], ...]:
        """Page by groups as the board on the presenter's screen does."""
        padding = self._rule_padding()
        self._group_gap = 2 * padding + _RULE
        pager = self._group_pager(height)
        if len(pager.pages) > 1:  # with less space between them, all fit on one page
            self._group_gap = padding + _RULE
            closer = self._group_pager(height)
            if len(closer.pages) == 1:
                pager = closer
            else:
                self._group_gap = 2 * padding + _RULE
                pager = self._group_pager(height, round(height * _MOST_EMPTY))
        self._group_parts = tuple(pager.pages)
        return tuple(tuple(s for part in page for s in part.slots) for page in pager.pages)

    def _group_pager(self, height: int, most_empty: int | None = None) -> GroupPager:
        return GroupPager(
            [part.count for part in self.content.groups],
            height,
            self._stacks.__getitem__,
            gap=self._group_gap,
            least=self._name_height,
            most_empty=most_empty,
        )

    def _name_height(self, part: int, begins: bool) -> int:
        lines = len(self._names[part].lines) + (not begins)
        most = max(1, (self._bottom() - self._top()) // self._sizes.board_line)
        return min(lines, most) * self._sizes.board_line

    def _lay_names(self) -> int:
        """Lay out the names of the groups; return the width in px of their column."""
        groups = self.content.groups
        if not groups:
            return 0
        px = self._sizes.text("floor")
        column = 0
        for share in _NAME_SHARES:
            column = round(self._sizes.width * share)
            room = max(px, column - round(px * 0.7))
            self._names = [
                lettered(
                    part.name, theme().sized_font(px, not part.quiet), self._sizes.board_line, room
                )
                for part in groups
            ]
            if all(len(name.lines) <= _NAME_LINES for name in self._names):
                break
        return column

    def _rule_padding(self) -> int:
        """Return the distance in px between a rule and the rows next to it."""
        return max(2, round(self._sizes.height * _RULE_PADDING))

    def _top(self) -> int:
        if self.content.groups:
            return self._head_line() + self._rule_padding() - 1
        return self._head_line() + self._sizes.padding // 2

    def _head_line(self) -> int:
        """Return the y position of the line below the head, which may have two lines."""
        return self._sizes.head + (self._about.height if self._head_in_two else 0)

    def _bottom(self) -> int:
        line = self._line_above_foot()
        return line - (
            self._rule_padding() - 1 if self.content.groups else self._sizes.padding // 2
        )

    def _line_above_foot(self) -> int:
        """Return the y position of the text below the rows, or else of the line above the foot."""
        sizes = self._sizes
        below = self._line.height + sizes.padding // 2 if self.content.line else 0
        return sizes.foot(1 + self._foot_above) - below

    def _code_width(self) -> int:
        if not self.content.address:
            return 0
        label = self._floor(self.content.address_name)
        return max(self._code_side(), label.width) + round(self._sizes.text("list"))

    def _code_side(self) -> int:
        return self._module() * modules(self.content.address)

    def _module(self) -> int:
        """Return the width in px of a module: smaller if code and label would not fit the page."""
        count = modules(self.content.address)
        free = self._bottom() - self._top() - self._sizes.line("floor")
        return max(2, min(round(self._sizes.height * _CODE_SHARE / count), free // count))

    def _lay_head(self) -> tuple[TextLayout, TextLayout]:
        """Lay out the step's name and the subject: next to it, or on separate lines below it."""
        sizes = self._sizes
        px = self._sizes.text("floor")
        name = self._floor(self.content.step, sizes.room, bold=True)
        about = self._floor(self.content.about)
        self._head_in_two = name.width + px + about.width > sizes.room
        return name, self._floor(self.content.about, sizes.room) if self._head_in_two else about

    def _lay_foot(self, *, paged: bool) -> None:
        """Lay the foot's text out next to page and time, or on separate lines above them."""
        sizes = self._sizes
        px = self._sizes.text("floor")
        words = self.content.foot or self._longest_span(paged)
        self._foot = self._floor(words, sizes.room)
        right = self._clock_room() if self.content.clock else 0
        if paged:
            pages = len(self.pages)
            page = tr("audience.page", page=pages, pages=pages)
            right += self._floor(page).width + (round(sizes.side * 0.6) if right else 0)
        alone = right > 0 and self._foot.width > sizes.room - right - px // 2
        self._foot_above = len(self._foot.lines) if alone else 0

    def _longest_span(self, paged: bool) -> str:
        """Return the longest text with the range of counted rows on a page."""
        count = len([one for one in self.content.rows if one.counted])
        words = tr("audience.span", first=count, last=count, n=count) if self.content.spans else ""
        goes_on = paged and any(map(_goes_on, self.pages))
        return f"{words}  {tr('audience.continued')}".strip() if goes_on else words

    def _clock_room(self) -> int:
        """Return the width in px of the longest time with its label."""
        px = self._sizes.text("floor")
        words = (self._floor(tr(f"audience.{word}")).width for word in ("left", "over"))
        digits = digits_width("888:88", theme().sized_font(px, True))
        return round(max(words) + digits + px)

    def _floor(self, words: str, width: int | None = None, *, bold: bool = False) -> TextLayout:
        font = theme().sized_font(self._sizes.text("floor"), bold)
        return lettered(words, font, self._sizes.line("floor"), width)

    # -- marks

    def _words(self, letters: TextLayout, x: float, y: float, *, quiet: bool = False) -> Words:
        palette = self._palette
        ink = palette.ink2 if quiet else palette.ink
        return Words(letters, x, y, self._sizes.text("floor"), ink, palette.background)

    def _head(self) -> Iterator[AudienceMark]:
        sizes = self._sizes
        palette = self._palette
        name = self._head_name
        about = self._about
        px = sizes.text("floor")
        y = (sizes.head - sizes.line("floor")) / 2
        yield Words(name, sizes.side, y, px, palette.ink, palette.background)
        if self.content.about and self._head_in_two:
            top = y + name.height
            yield self._words(about, sizes.side, top, quiet=True)
        elif self.content.about:
            x = sizes.width - sizes.side - about.width
            yield self._words(about, x, y, quiet=True)
        line = QRectF(sizes.side, self._head_line(), sizes.room, max(2, px // 20))
        yield Area(line, palette.ink)

    def _body(self, page: int) -> Iterator[AudienceMark]:
        slots = self.pages[page]
        top = self._top()
        if self.content.middle and slots:
            used = slots[-1].top + slots[-1].height
            top += max(0, (self._bottom() - top - used) // 2)
        x = self._sizes.side
        if self.content.groups:
            yield from self._group_names(page, top)
            x += self._names_width
        for slot in slots:
            y = top + slot.top
            stack = self._stacks[slot.row]
            leads = slot.top == 0
            yield from stack.marks(x, y, slot.first, slot.last, leads=leads)
        if self.content.address:
            yield from self._code_marks(top, slots)
        if self.content.ring is not None:
            yield from self._ring_marks(self.content.ring)

    def _group_names(self, page: int, top: int) -> Iterator[AudienceMark]:
        sizes = self._sizes
        palette = self._palette
        px = sizes.text("floor")
        for part in self._group_parts[page]:
            y = top + part.top
            if part.top:
                above = (self._group_gap + _RULE) // 2
                rule = QRectF(sizes.side, y - above, sizes.room, _RULE)
                yield Area(rule, palette.line)
            name = self._names[part.group]
            most = part.height // sizes.board_line - (not part.begins)
            shown = max(1, min(most, len(name.lines)))
            quiet = self.content.groups[part.group].quiet
            ink = palette.ink2 if quiet else palette.ink
            yield Words(name, sizes.side, y, px, ink, palette.background, 0, shown)
            if not part.begins:
                below = y + shown * sizes.board_line
                yield self._words(self._floor(tr("audience.continued")), sizes.side, below,
                                  quiet=True)  # fmt: skip

    def _code_top(self, slots: tuple[Slot, ...]) -> int | None:
        """Return the y position of the rows after the titles on a page; None without any."""
        return next((slot.top for slot in slots if slot.row >= self._titles_above), None)

    def _code_marks(self, top: int, slots: tuple[Slot, ...]) -> Iterator[AudienceMark]:
        """Return the QR code at the right, next to the answer if it fits, and its label below."""
        label = self._floor(self.content.address_name)
        side = self._code_side()
        high = side + self._sizes.line("floor")
        y = max(top, min(top + (self._code_top(slots) or 0), self._bottom() - high))
        wide = max(side, label.width)
        left = self._sizes.width - self._sizes.side - wide
        x = left + (wide - side) // 2
        yield Code(self.content.address, x, y, self._module())
        yield self._words(label, left + (wide - label.width) / 2, y + side)

    def _ring_side(self) -> int:
        """Return the width and height of the ring in px, with space for its digits."""
        px = self._sizes.text("question")
        wide = digits_width("88:88", theme().sized_font(px, True))
        return round(wide + 2 * self._ring_thickness() + px * 0.6)

    def _ring_thickness(self) -> float:
        return self._sizes.text("question") * 0.3

    def _ring_marks(self, ring: TimeRing) -> Iterator[AudienceMark]:
        """Return the ring at the right, vertically centred, with the time in it."""
        sizes = self._sizes
        palette = self._palette
        side = self._ring_side()
        x = sizes.width - sizes.side - side
        y = self._top() + (self._body_height - side) / 2
        box = QRectF(x, y, side, side)
        yield Ring(box, self._ring_thickness(), ring.share, palette.bar, palette.line)
        px = sizes.text("question")
        wide = digits_width(ring.text, theme().sized_font(px, True))
        line = sizes.line("question")
        top = y + (side - line) / 2
        right = x + (side + wide) / 2
        yield Digits(ring.text, right, top, px, line, palette.ink, palette.background)

    def _tail(self, page: int, clock: StepClock | None) -> Iterator[AudienceMark]:
        sizes = self._sizes
        palette = self._palette
        if self.content.line:
            yield self._words(self._line, sizes.side, self._line_above_foot())
        line = sizes.foot(1 + self._foot_above)
        yield Area(QRectF(sizes.side, line, sizes.room, 2), palette.line)
        high = sizes.line("floor")
        y = line + (sizes.height - sizes.foot(1) - high) / 2
        yield self._words(self._left_of_foot(page), sizes.side, y, quiet=True)
        y += self._foot_above * high
        right = float(sizes.width - sizes.side)
        if clock is not None:
            for mark in self._clock(clock, right, y):
                yield mark
                if isinstance(mark, Words):
                    right = mark.x - sizes.side * 0.6
        if len(self.pages) > 1:
            number = self._floor(tr("audience.page", page=page + 1, pages=len(self.pages)))
            yield self._words(number, right - number.width, y, quiet=True)

    def _left_of_foot(self, page: int) -> TextLayout:
        if self.content.foot:
            return self._foot
        words = self._span(page) if self.content.spans else ""
        slots = self.pages[page]
        if _goes_on(slots):
            words = f"{words}  {tr('audience.continued')}".strip()
        return self._floor(words)

    def _span(self, page: int) -> str:
        """Return the text with the range of the counted rows on a page and their total."""
        counted = [index for index, one in enumerate(self.content.rows) if one.counted]
        here = [counted.index(slot.row) + 1 for slot in self.pages[page] if slot.row in counted]
        if not here:
            return ""
        values = {"first": here[0], "last": here[-1], "n": len(counted)}
        return tr("audience.span" if here[0] != here[-1] else "audience.span_one", **values)

    def _clock(self, clock: StepClock, right: float, y: float) -> Iterator[AudienceMark]:
        """Return the digits with their background, and last their label."""
        sizes = self._sizes
        palette = self._palette
        px = self._sizes.text("floor")
        high = sizes.line("floor")
        text = clock_text(clock.seconds_left)
        wide = digits_width(text, theme().sized_font(px, True))
        calm = clock.state == "calm"
        behind = palette.background if calm else palette.little_time
        inset = 0 if calm else px * 0.3
        if not calm:
            box = QRectF(right - wide - 2 * inset, y, wide + 2 * inset, high)
            if clock.state == "late":  # a frame, so as not to rely on colour alone
                out = max(3, px // 12)
                yield Area(box.adjusted(-out, -out, out, out), palette.ink, px * 0.15 + out)
            yield Area(box, behind, px * 0.15)
        ink = palette.ink if calm else palette.digits
        yield Digits(text, right - inset, y, px, high, ink, behind)
        word = self._floor(tr("audience.over" if clock.seconds_left < 0 else "audience.left"))
        x = right - 2 * inset - wide - px * 0.4 - word.width
        yield self._words(word, x, y, quiet=True)


def _goes_on(slots: tuple[Slot, ...]) -> bool:
    """Return whether a page begins, below its titles, with the continuation of a row."""
    return not all(map(_begins, slots))
