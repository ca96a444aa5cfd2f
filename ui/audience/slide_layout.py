"""Lays a slide out for a display of a given size, in pages of rows, and paints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.audience.content import slide_of
from ui.audience.sizes import AudienceSizes
from ui.audience.slide import TimeRing
from ui.rows.background import RowState, bar_height, paint_background, paint_bar
from ui.rows.cells import Bar
from ui.rows.continuation import continued
from ui.rows.layout import Columns, RowLayout, columns_of
from ui.rows.pager import Pager, Slot
from ui.rows.row import Row
from ui.rows.style import Style
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.theme.tokens import Palette
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painting import fill, rounded, time_ring
from ui.widgets.qr_code import modules, paint_code
from ui.widgets.text_layout import TextLayout, lettered
from ui.widgets.timer_display import clock_text
from workshop_app.domain.audience_view import AudienceView, StepClock
from workshop_app.i18n import tr

_CODE_SHARE = 0.33
"""Size of a QR code with its quiet zone, of the height; scannable from the last row of seats."""
_CACHED_ROWS = 4000
_MOST_FOR_TITLES = 0.6  # of the height
_LEAST_BESIDE_RING = 0.4  # of the width between the margins
_RULE = 2  # px
_GAP = 0.55  # of the text size, between two columns
_BESIDE_EDGE = 0.8  # of the text size, between the edge of an outcome and the text
_BAR = 0.4  # of the width: length of the longest bar before its count
_LEAST_BAR = 0.09  # of the width: length of the longest bar
_LEAST_MARGIN = 0.15  # of the usual space between two rows
_LIFTED = 0.4  # of the height of a bar: the space below it
_OUT = 0.38  # of the margin: how far the highlighted row reaches into it

RowCache = dict[tuple[object, ...], RowLayout]
"""Cache of row layouts: of a long list, only new rows are measured."""


class SlideLayout:
    """A view at a size. Nothing is shrunk or cut: what does not fit is on another page."""

    def __init__(
        self,
        view: AudienceView,
        sizes: AudienceSizes,
        palette: Palette,
        row_cache: RowCache | None = None,
    ) -> None:
        self.sizes = sizes
        self._palette = palette
        self._row_cache: RowCache = row_cache if row_cache is not None else {}
        self.slide = slide_of(view)
        self._foot_above = 0
        self.pages: tuple[tuple[Slot, ...], ...] = ()
        with self._themed():
            self._head_name, self._about = self._lay_head()
            self._line = self._floor(self.slide.line, sizes.room)
            self._lay_out_all()

    def page_of(self, record_id: str) -> int | None:
        """Return the page of a record, or else of the highlighted row; None without either."""
        ids = [row.id for row in self.slide.rows]
        found = next((one for one in (record_id, self.slide.current) if one and one in ids), None)
        for number, slots in enumerate(self.pages if found else ()):
            if found in [ids[slot.row] for slot in slots if slot.begins]:
                return number
        return None

    def ids_on(self, page: int) -> list[str]:
        """Return the records that begin on a page, in order."""
        rows = (self.slide.rows[slot.row] for slot in self.pages[page] if slot.begins)
        return [row.id for row in rows if row.id]

    def paint(self, painter: QPainter, page: int, clock: StepClock | None) -> None:
        """Paint a page; ``clock`` is the time left in the step, if any."""
        with self._themed():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = QRectF(0, 0, self.sizes.width, self.sizes.height)
            fill(painter, whole, "surface")
            self._paint_head(painter)
            self._paint_body(painter, page)
            self._paint_foot(painter, page, clock if self.slide.clock else None)

    def _themed(self) -> AbstractContextManager[None]:
        return theme().replaced(self._palette, self.sizes.metrics)

    # -- measuring

    def _lay_out_all(self) -> None:
        sizes = self.sizes
        code = self._code_width()
        self._lay_out(sizes.room, code)
        if code and not self._code_fits():
            self._lay_out(sizes.room - code, code)
        if code and self.slide.code_optional and len(self.pages) > 1:
            self.slide = replace(self.slide, address="")
            self._lay_out(sizes.room, 0)
        if self.slide.ring is not None:
            self._lay_out_with_ring(self.slide.ring)

    def _lay_out(self, title: int, code: int) -> None:
        """Lay the rows out next to a QR code of ``code`` px, titles in ``title`` px."""
        slide = self.slide
        style = self._style(self.sizes.room - code, slide.role, slide.space)
        below = slide.rows[slide.titled :]
        columns = columns_of(below, style)
        if any(isinstance(cell, Bar) for row in below for cell in row.after):
            bare = style._replace(bar=1)
            layouts = [self._row(row, columns_of(below, bare), bare) for row in below]
            free = [each.words_right - each.text_left - max(each.stack.ends) for each in layouts]
            style = style._replace(bar=max(min(free), round(style.width * _LEAST_BAR)))
            columns = columns_of(below, style)
        titles = self._style(title, "slide", 1.0)
        self._rows = [self._row(row, Columns(), titles) for row in slide.rows[: slide.titled]]
        last: Row | None = None
        for row in below:
            self._rows.append(self._row(row, columns, style, row.head != last))
            last = row.head
        self._lay_foot(paged=False)
        self.pages = self._paged()
        if len(self.pages) > 1:  # the foot now also contains the page number
            above = self._foot_above
            self._lay_foot(paged=True)
            if self._foot_above != above:
                self.pages = self._paged()

    def _lay_out_with_ring(self, ring: TimeRing) -> None:
        """Lay the rows out next to the ring, or without it if they would need several pages."""
        room = self.sizes.room - self._ring_side() - 2 * self.sizes.text("list")
        if room >= self.sizes.room * _LEAST_BESIDE_RING and self._ring_side() <= self._body_height:
            self._lay_out(room, self.sizes.room - room)
            if len(self.pages) == 1:
                return
        self.slide = replace(self.slide, ring=None, rows=ring.rows)
        self._lay_out(self.sizes.room, 0)

    def _style(self, width: int, role: str, space: float) -> Style:
        size, line = theme().text_size(role), theme().line_height(role)
        gap = round(theme().text_size("slide") * _GAP)
        pad = round(self.sizes.padding / 2 * space)
        return Style(
            role,
            width,
            size,
            line,
            0,
            gap,
            gap,
            pad,
            line + 2 * pad,
            columns=True,
            letters=0,
            bar=round(width * _BAR),
        )

    def _row(self, row: Row, columns: Columns, style: Style, leads: bool = False) -> RowLayout:
        """Measure a row. One without a number begins at the left edge."""
        if not any(cell.ALIGNED for cell in row.before):
            columns = columns._replace(before=())
        if row.share is not None:
            style = style._replace(pad=style.pad + self._lifted // 2, least=0)
        if row.outcome is not None:
            style = style._replace(side=round(style.size * _BESIDE_EDGE), end=0)
        head = self._head(row.head, style, leads).whole_height if row.head is not None else 0
        key = (row, self.sizes, columns, style, self._is_current(row), leads and head > 0, head)
        if key not in self._row_cache:
            if len(self._row_cache) > _CACHED_ROWS:
                self._row_cache.clear()
            self._row_cache[key] = RowLayout(row, columns, style, *key[4:])
        return self._row_cache[key]

    def _head(self, head: Row, style: Style, leads: bool) -> RowLayout:
        """Measure the head of a group; on a further page it says that the group continues."""
        if not leads:
            head = continued(head, "room")
        return self._row(head, Columns(), style._replace(pad=self.sizes.padding // 6, least=0))

    @property
    def _lifted(self) -> int:
        """The space in px between the bar of a row and the line above the next one."""
        return round(bar_height() * _LIFTED)

    def _is_current(self, row: Row) -> bool:
        return bool(row.id) and row.id == self.slide.current

    def _code_fits(self) -> bool:
        """Return whether the QR code fits below titles of the whole width."""
        high = self._code_side() + self.sizes.line("floor")
        free = self._bottom() - self._top() - high
        beside = [self._code_top(slots) for slots in self.pages]
        return all(top is not None and top <= free for top in beside)

    def _paged(self) -> tuple[tuple[Slot, ...], ...]:
        height = self._body_height
        whole = self._evened(0, height, partial(self._paged_below, ()))
        if len(whole) == 1:
            return whole
        for count in range(self.slide.titled, 0, -1):
            titles = self._titles(count)
            taken = sum(slot.height for slot in titles)
            if taken <= height * _MOST_FOR_TITLES:
                below = partial(self._paged_below, titles)
                return self._evened(count, height - taken, below)
        return whole

    def _evened(
        self, first: int, height: int, paged: Callable[[int], tuple[tuple[Slot, ...], ...]]
    ) -> tuple[tuple[Slot, ...], ...]:
        """Return as many pages as ``height`` needs, with the rows spread evenly over them.

        Only content that is ``even``, and where each row from ``first`` on fits on a page.
        """
        pages = paged(height)
        if len(pages) == 1 or not self.slide.even:
            return pages
        heights = [row.height(0, row.lines) for row in self._rows[first:]]
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
        for number, row in enumerate(self._rows[:count]):
            top = sum(slot.height for slot in titles)
            high = row.height(0, row.lines)
            titles.append(Slot(number, 0, row.lines, top, high, begins=True, ends=True))
        return tuple(titles)

    def _paged_below(self, titles: tuple[Slot, ...], height: int) -> tuple[tuple[Slot, ...], ...]:
        """Page the other rows in the ``height`` that is left below these titles."""
        count = len(titles)
        rows = self._rows[count:]
        rest = Pager(len(rows), height, rows.__getitem__, lambda row: rows[row].above)
        above = sum(slot.height for slot in titles)
        return tuple(
            (*titles, *(one._replace(row=one.row + count, top=one.top + above) for one in slots))
            for slots in rest.all_pages()
        )

    @property
    def _body_height(self) -> int:
        return self._bottom() - self._top()

    def _top(self) -> int:
        return self._head_line() + self._margin

    def _head_line(self) -> int:
        """Return the y position of the line below the head, which may have two lines."""
        return self.sizes.head + (self._about.height if self._head_in_two else 0)

    def _bottom(self) -> int:
        return self._line_above_foot() - self._margin

    @property
    def _margin(self) -> int:
        """The space in px between the rows and the lines of head and foot."""
        return round(self.sizes.padding * max(_LEAST_MARGIN, self.slide.space / 2))

    def _line_above_foot(self) -> int:
        """Return the y position of the text below the rows, or else of the line above the foot."""
        sizes = self.sizes
        below = self._line.height + sizes.padding // 2 if self.slide.line else 0
        return sizes.foot(1 + self._foot_above) - below

    def _code_width(self) -> int:
        if not self.slide.address:
            return 0
        label = self._floor(self.slide.address_name)
        return max(self._code_side(), label.width) + round(self.sizes.text("list"))

    def _code_side(self) -> int:
        return self._module() * modules(self.slide.address)

    def _module(self) -> int:
        """Return the width in px of a module: smaller if code and label would not fit the page."""
        count = modules(self.slide.address)
        free = self._bottom() - self._top() - self.sizes.line("floor")
        return max(2, min(round(self.sizes.height * _CODE_SHARE / count), free // count))

    def _lay_head(self) -> tuple[TextLayout, TextLayout]:
        """Lay out the step's name and the subject: next to it, or on separate lines below it."""
        sizes = self.sizes
        px = self.sizes.text("floor")
        name = self._floor(self.slide.step, sizes.room, bold=True)
        about = self._floor(self.slide.about)
        self._head_in_two = name.width + px + about.width > sizes.room
        return name, self._floor(self.slide.about, sizes.room) if self._head_in_two else about

    def _lay_foot(self, *, paged: bool) -> None:
        """Lay the foot's text out next to page and time, or on separate lines above them."""
        sizes = self.sizes
        px = self.sizes.text("floor")
        words = self.slide.foot or self._span(range(len(self.slide.rows) - 1, -1, -1))
        self._foot = self._floor(words, sizes.room)
        right = self._clock_room() if self.slide.clock else 0
        if paged:
            pages = len(self.pages)
            page = tr("audience.page", page=pages, pages=pages)
            right += self._floor(page).width + (round(sizes.side * 0.6) if right else 0)
        alone = right > 0 and self._foot.width > sizes.room - right - px // 2
        self._foot_above = len(self._foot.lines) if alone else 0

    def _clock_room(self) -> int:
        """Return the width in px of the longest time with its label."""
        px = self.sizes.text("floor")
        words = (self._floor(tr(f"audience.{word}")).width for word in ("left", "over"))
        digits = digits_width("888:88", theme().sized_font(px, True))
        return round(max(words) + digits + px)

    def _floor(self, words: str, width: int | None = None, *, bold: bool = False) -> TextLayout:
        font = theme().sized_font(self.sizes.text("floor"), bold)
        return lettered(words, font, self.sizes.line("floor"), width)

    # -- painting

    def _write(
        self, painter: QPainter, letters: TextLayout, x: float, y: float, colour: str = "ink2"
    ) -> None:
        letters.draw(painter, x, y, colour)

    def _paint_head(self, painter: QPainter) -> None:
        sizes = self.sizes
        y = (sizes.head - sizes.line("floor")) / 2
        self._write(painter, self._head_name, sizes.side, y, "ink")
        if self._head_in_two:
            self._write(painter, self._about, sizes.side, y + self._head_name.height)
        else:
            right = sizes.width - sizes.side
            self._write(painter, self._about, right - self._about.width, y)
        line = QRectF(sizes.side, self._head_line(), sizes.room, max(2, sizes.text("floor") // 20))
        fill(painter, line, "ink")

    def _paint_body(self, painter: QPainter, page: int) -> None:
        slots = self.pages[page]
        top = self._top()
        if self.slide.middle and slots:
            used = slots[-1].top + slots[-1].height
            top += max(0, (self._bottom() - top - used) // 2)
        painter.save()
        painter.translate(self.sizes.side, top)
        for slot in slots:
            self._paint_row(painter, slot, slot is slots[0])
        painter.restore()
        if self.slide.address:
            self._paint_code(painter, top, slots)
        if self.slide.ring is not None:
            self._paint_ring(painter, self.slide.ring)

    def _paint_row(self, painter: QPainter, slot: Slot, first: bool) -> None:
        """Paint a row, or a part of it, and the head of its group above its first one."""
        row, layout = self.slide.rows[slot.row], self._rows[slot.row]
        top = slot.top + (layout.led if slot.begins else 0)
        if row.head is not None and slot.begins and (layout.led or first):
            self._paint_group(painter, row.head, layout, top)
        out = round(self.sizes.side * _OUT)
        box = QRectF(-out, top, layout.style.width + 2 * out, slot.top + slot.height - top)
        current = self._is_current(row)
        state = RowState(current=current, last_on_page=True, tint=current)
        paint_background(painter, box, state)
        if row.share is not None and slot.ends:
            left, y = layout.text_left, box.bottom() - self._lifted - bar_height()
            paint_bar(painter, QRectF(left, y, layout.words_right - left, 0), row.share)
        if row.outcome is not None:
            edge = QRectF(0, top, max(4, layout.style.size // 10), box.height())
            fill(painter, edge, OUTCOMES[row.outcome].colour)
        layout.paint(painter, top, slot._replace(height=round(box.height())))

    def _paint_group(self, painter: QPainter, head: Row, layout: RowLayout, bottom: int) -> None:
        group = self._head(head, layout.style, layout.led > 0)
        top = bottom - group.whole_height
        if top > 0:
            self._paint_rule(painter, top)
        whole = Slot(0, 0, group.lines, 0, group.whole_height, True, True)
        group.paint(painter, top, whole)

    def _paint_rule(self, painter: QPainter, y: int) -> None:
        fill(painter, QRectF(0, y, self.sizes.room, _RULE), "line")

    def _code_top(self, slots: tuple[Slot, ...]) -> int | None:
        """Return the y position of the rows after the titles on a page; None without any."""
        return next((slot.top for slot in slots if slot.row >= self.slide.titled), None)

    def _paint_code(self, painter: QPainter, top: int, slots: tuple[Slot, ...]) -> None:
        """Paint the QR code at the right, next to the answer if it fits, and its label below."""
        label = self._floor(self.slide.address_name)
        side = self._code_side()
        high = side + self.sizes.line("floor")
        y = max(top, min(top + (self._code_top(slots) or 0), self._bottom() - high))
        wide = max(side, label.width)
        left = self.sizes.width - self.sizes.side - wide
        paint_code(painter, self.slide.address, left + (wide - side) // 2, y, self._module())
        self._write(painter, label, left + (wide - label.width) / 2, y + side, "ink")

    def _ring_side(self) -> int:
        """Return the width and height of the ring in px, with space for its digits."""
        wide = digits_width("88:88", "question")
        return round(wide + 2 * self._ring_thickness() + theme().text_size("question") * 0.6)

    def _ring_thickness(self) -> float:
        return theme().text_size("question") * 0.3

    def _paint_ring(self, painter: QPainter, ring: TimeRing) -> None:
        """Paint the ring at the right, vertically centred, with the time in it."""
        sizes = self.sizes
        side = self._ring_side()
        x = sizes.width - sizes.side - side
        y = self._top() + (self._body_height - side) / 2
        thickness = self._ring_thickness()
        inset = thickness / 2
        box = QRectF(x, y, side, side).adjusted(inset, inset, -inset, -inset)
        time_ring(painter, box, thickness, ring.share)
        right = x + (side + digits_width(ring.text, "question")) / 2
        draw_digits(painter, ring.text, "question", "ink", right, y, side)

    def _paint_foot(self, painter: QPainter, page: int, clock: StepClock | None) -> None:
        sizes = self.sizes
        self._write(painter, self._line, sizes.side, self._line_above_foot(), "ink")
        line = sizes.foot(1 + self._foot_above)
        fill(painter, QRectF(sizes.side, line, sizes.room, _RULE), "line")
        high = sizes.line("floor")
        y = line + (sizes.height - sizes.foot(1) - high) / 2
        left = self._foot
        if not self.slide.foot:
            left = self._floor(self._span(slot.row for slot in self.pages[page]))
        self._write(painter, left, sizes.side, y)
        y += self._foot_above * high
        right = float(sizes.width - sizes.side)
        if clock is not None:
            right = self._paint_clock(painter, clock, right, y) - sizes.side * 0.6
        if len(self.pages) > 1:
            number = self._floor(tr("audience.page", page=page + 1, pages=len(self.pages)))
            self._write(painter, number, right - number.width, y)

    def _span(self, shown: Iterable[int]) -> str:
        """Return the text with the range of these rows among the records, and their total."""
        records = [index for index, row in enumerate(self.slide.rows) if row.id]
        here = [records.index(row) + 1 for row in shown if row in records]
        if not here or not self.slide.spans:
            return ""
        values = {"first": here[0], "last": here[-1], "n": len(records)}
        return tr("audience.span" if here[0] != here[-1] else "audience.span_one", **values)

    def _paint_clock(self, painter: QPainter, clock: StepClock, right: float, y: float) -> float:
        """Paint the time left with its label before it, and return where that begins."""
        px = self.sizes.text("floor")
        high = self.sizes.line("floor")
        font = theme().sized_font(px, True)
        text = clock_text(clock.seconds_left)
        wide = digits_width(text, font)
        calm = clock.state == "calm"
        inset = 0 if calm else px * 0.3
        if not calm:
            box = QRectF(right - wide - 2 * inset, y, wide + 2 * inset, high)
            frame = "ink" if clock.state == "late" else None
            rounded(painter, box, px * 0.15, "warn", frame, max(3, px // 12))
        colour = "ink" if calm else "digits"
        draw_digits(painter, text, font, colour, right - inset, y, high)
        word = self._floor(tr("audience.over" if clock.seconds_left < 0 else "audience.left"))
        x = right - 2 * inset - wide - px * 0.4 - word.width
        self._write(painter, word, x, y)
        return x
