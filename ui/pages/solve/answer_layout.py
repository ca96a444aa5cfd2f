"""Layout of one row of the answer list, for measuring, painting and hit testing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ui.pages.solve.answer_row import AnswerRow
from ui.rows.cells import badge_font
from ui.rows.continuation import continuation_height
from ui.theme.theme import theme
from ui.widgets.badge import badge_size
from ui.widgets.fit_bars import fit_width, fit_word, limit_width
from ui.widgets.painting import key_size
from ui.widgets.text_layout import TextLayout, lettered, text_width
from workshop_app.i18n import tr

GROUP_GAP = 12
MARK_GAP = 14
MORE_PADDING = 10
ELLIPSIS = "…"
_NARROWEST = 9  # letters next to the marks; with less space the marks are below the title
_MOST_BESIDE = 2
"""Lines of a title next to its marks, in a narrow window, if it needs two fewer above them."""
_WIDEST_KEY = "Alt+4"
_LABELS = ("now", "nearest", "short", "way", "ask")
_STATEMENT_PADDING = 5
_SOURCE_PADDING = 3
_LOW_PADDING = 6
"""Px above and below the line of a title together, in a low window."""


@dataclass(frozen=True)
class FlowLine:
    """Line ``number`` of a text, ``x`` px from the left edge of the row."""

    text_layout: TextLayout
    number: int
    x: int
    colour: str
    mark: str = ""
    icon: str = ""


class AnswerLayout:
    """Positions of the parts of ``row`` in a list of ``width`` px with the text role ``role``.

    ``with_details`` includes the lines below the title, at most ``most`` of them unless ``whole``.
    ``more`` is the text of the button that shows or hides the others, empty if there are none. It
    takes the place of the ``badge`` if only one line is shown.
    """

    def __init__(
        self,
        row: AnswerRow,
        width: int,
        role: str,
        with_details: bool,
        most: int | None = None,
        whole: bool = False,
    ) -> None:
        self.row = row
        self.pad_x = round(theme().text_size(role) * 0.6)
        self.role = "meta" if row.small else role
        self.size = theme().text_size(self.role)
        self.line_height = theme().line_height(self.role)
        before = label_width() if row.statement else 0 if row.note else round(self.size * 1.45)
        self.text_left = self.pad_x + before
        self.right = width - self.pad_x
        self.marks_width = marks_width(row)
        beside = self.right - self.text_left - self.marks_width - MARK_GAP
        self.marks_below = bool(self.marks_width) and beside < _NARROWEST * self.size
        self.padding = self._padding()
        self.detail_padding = _detail_padding(self.size)
        title = self._title(self.right - self.text_left if self.marks_below else beside)
        if len(title) > _MOST_BESIDE and theme().metrics.narrow and not self.marks_below:
            whole_width = self._title(self.right - self.text_left)
            if len(title) - len(whole_width) > 1:
                title = whole_width
                self.marks_below = True
        self.title_lines = len(title)
        self.more = ""
        details = self._details() if with_details else []
        if most is not None and len(details) > most:
            self.more = tr("solve.list.less" if whole else "solve.list.more")
            ellipsis = text_width(ELLIPSIS, theme().font(self.role))
            details = self._details(more_width(self) + ellipsis)
            if not whole:
                details = details[: _end_of_step(details, most) if row.chosen else most]
        self.badge = row.badge if len(details) > 1 or not self.more else ""
        self.flow = title + details

    @staticmethod
    def detail_lines_in(height: int, role: str) -> int:
        """Return how many lines of details fit in ``height`` px below a title."""
        free = height - 2 * _detail_padding(theme().text_size(role))
        return free // theme().line_height(role)

    @property
    def first_step_lines(self) -> int:
        """Number of lines of the first step, or reason, next to the button for more."""
        ellipsis = text_width(ELLIPSIS, theme().font(self.role))
        details = self._details(_more_width(tr("solve.list.more")) + ellipsis)
        return len(details[0].text_layout.lines) if details else 0

    @property
    def lines(self) -> int:
        """Number of lines: those of the title, then those of the details."""
        return len(self.flow)

    def is_cut(self, line: int) -> bool:
        """Return whether the text of a line continues in one that is not shown."""
        last = self.flow[line]
        return line == len(self.flow) - 1 and last.number + 1 < len(last.text_layout.lines)

    @property
    def gap(self) -> int:
        """Space in px above a row that begins another group."""
        return GROUP_GAP if self.row.starts_group else 0

    @property
    def title_height(self) -> int:
        """Height in px of the whole title with its marks."""
        below = theme().metrics.target + 4 if self.marks_below else 0
        return 2 * self.padding + self.title_lines * self.line_height + below

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` to ``last`` (exclusive)."""
        titles = max(0, min(last, self.title_lines) - first)
        details = max(0, last - max(first, self.title_lines))
        height = 0 if first else self.gap
        if titles:
            height += self.title_height - (self.title_lines - titles) * self.line_height
        if details:
            height += 2 * self.detail_padding + details * self.line_height
        parts = (first > 0) + (last < self.lines)
        return height + parts * continuation_height()

    def _padding(self) -> int:
        """Return the px above the first and below the last line of the title."""
        if not self.row.statement:
            least = self.line_height + _LOW_PADDING
            metrics = theme().metrics
            height = max(metrics.room_target, least) if metrics.low else metrics.row
            return (height - self.line_height) // 2
        button = theme().metrics.target + 4 if self.row.action else 0
        least = _SOURCE_PADDING if self.row.small else _STATEMENT_PADDING
        return max(least, (button - self.line_height + 1) // 2)

    def _title(self, room: int) -> list[FlowLine]:
        bold = self.row.strong or (self.row.chosen and not self.row.kept)
        font = theme().sized_font(self.size, bold)
        letters = lettered(self.row.title, font, self.line_height, room)
        return self._lines(letters, "ink2" if self.row.small else "ink")

    def _details(self, reserved: int = 0) -> list[FlowLine]:
        """Return the lines of the details; ``reserved`` px at the right are for a button."""
        badge = badge_size(self.row.badge, badge_font())[0] + MARK_GAP if self.row.badge else 0
        font = theme().font(self.role)
        lines: list[FlowLine] = []
        for place, detail in enumerate(self.row.details):
            room = self.right - self.text_left - max(reserved, 0 if place else badge)
            face = theme().monospaced_font(self.size) if detail.monospaced else font
            letters = lettered(detail.text, face, self.line_height, room, detail.marked)
            colour = "ink2" if detail.quiet else "ink"
            lines += self._lines(letters, colour, detail.number, detail.icon)
        return lines

    def _lines(
        self, letters: TextLayout, colour: str, mark: str = "", icon: str = ""
    ) -> list[FlowLine]:
        first = FlowLine(letters, 0, self.text_left, colour, mark, icon)
        rest = range(1, len(letters.lines))
        return [first, *(FlowLine(letters, line, self.text_left, colour) for line in rest)]


def _end_of_step(details: Sequence[FlowLine], most: int) -> int:
    """Return the number of at most ``most`` lines that end with a step, if one ends there."""
    ends = [n for n in range(1, len(details) + 1) if n == len(details) or not details[n].number]
    return max((end for end in ends if end <= most), default=most)


def _detail_padding(size: int) -> int:
    """Return the px above the first and below the last line of the details."""
    return round(size * 0.32)


def more_width(layout: AnswerLayout) -> int:
    """Return the width in px of the button that shows or hides details, including the gap."""
    return _more_width(layout.more)


def _more_width(words: str) -> int:
    return text_width(words, theme().font("body")) + 2 * MORE_PADDING + MARK_GAP


def label_width() -> int:
    """Return the width in px of the column with the labels of a statement, including the gap."""
    font = theme().font("meta")
    words = [tr(f"solve.statement.{each}") for each in _LABELS]
    words += [tr(f"solve.statement.{each}", n=10) for each in ("candidates", "others")]
    return max(text_width(each, font) for each in words) + 2 * MARK_GAP


def action_width(row: AnswerRow) -> int:
    """Width in px of the row's button with its key."""
    key = 0 if row.keyless else 10 + key_size(row.key or _WIDEST_KEY)[0]
    return 24 + text_width(row.action, theme().font("body")) + key


def fit_mark(row: AnswerRow) -> tuple[str, bool]:
    """Return the words at the right of a candidate, and whether bars are painted after them.

    A narrow window only has space for the words.
    """
    if row.evidence:
        return row.evidence, False
    return (fit_word(row.fit), not theme().metrics.narrow) if row.fit else ("", False)


def is_marked_limited(row: AnswerRow) -> bool:
    """Return whether the mark of a limit is painted before the fit."""
    return row.limited and bool(row.fit) and not row.evidence


def _fit_mark_width(row: AnswerRow) -> int:
    words, bars = fit_mark(row)
    if not words:
        return 0
    width = fit_width(words) if bars else text_width(words, theme().font("meta"))
    return width + (limit_width(worded=not row.brief) + MARK_GAP if is_marked_limited(row) else 0)


def remark_width(row: AnswerRow) -> int:
    """Width in px of the words or the badge at the right."""
    if not row.remark:
        return 0
    if row.chosen:
        return text_width(row.remark, theme().sized_font(theme().metrics.meta, True))
    return badge_size(row.remark, badge_font())[0]


def marks_width(row: AnswerRow) -> int:
    """Return the width in px of all marks; a kept row keeps that of a candidate."""
    if row.kept:
        kept = replace(row, kept=False)
        return max(
            marks_width(replace(kept, action="")),
            marks_width(replace(kept, outcome=None, remark="")),
        )
    if row.note:
        return 0
    width = remark_width(row)
    if not row.chosen:
        width += _fit_mark_width(row)
    if row.statement:
        return width + action_width(row)
    if row.action:
        return width + MARK_GAP + action_width(row)
    return width + MARK_GAP + key_size(_WIDEST_KEY)[0]
