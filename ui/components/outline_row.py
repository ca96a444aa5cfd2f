"""A row of the problem outline: its content, and its layout at a given width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from ui.theme.theme import theme
from ui.widgets.text_layout import TextLayout, lettered
from workshop_app.domain.outcome import OutcomeKind

ICON = 16
PAD = 9
TAG_PAD = 8
TAG_GAP = 6
_GAP = 10
_TAG_PADDING = 10


@dataclass(frozen=True)
class OutcomeTag:
    """An outcome, drawn in its colours, with a word such as its name or a verdict."""

    kind: OutcomeKind
    word: str


@dataclass(frozen=True)
class OutlineRow:
    """A problem: its wording, then ``tags``, then a ``remark`` with an ``icon``."""

    id: str
    number: str
    text: str
    tags: tuple[OutcomeTag, ...] = ()
    remark: str = ""
    icon: str = "circle-dashed"
    colour: str = "ink2"

    @property
    def spoken(self) -> str:
        """The whole row as one text, for screen readers."""
        words = (self.number, self.text, *(tag.word for tag in self.tags), self.remark)
        return " ".join(word for word in words if word)


@dataclass(frozen=True)
class PlacedTag:
    """A tag ``x`` px from the left of the wording, in one line of the row."""

    x: int
    line: int
    tag: OutcomeTag
    letters: TextLayout

    @property
    def width(self) -> int:
        """Width in px of the whole tag."""
        return 2 * TAG_PAD + ICON + TAG_GAP + self.letters.width


def row_role(current: bool) -> str:
    """Return the text role of a row, which is smaller in a low window."""
    size = "meta" if theme().metrics.rather_low else "body"
    return f"{size}-bold" if current else size


def number_font() -> QFont:
    """Return the font of the problem numbers."""
    return theme().font(row_role(current=True))


class OutlineLayout:
    """A row of ``width`` px as lines: first the wording, then the tags, then the remark.

    In a low window only the current row has tags; the others show the icons of the outcomes below
    the number (``icons_only``).
    """

    def __init__(self, row: OutlineRow, width: int, number_width: int, current: bool) -> None:
        self.row = row
        self.number_right = PAD + max(number_width, ICON)
        self.left = self.number_right + _GAP
        self.icons_only = theme().metrics.rather_low and not current
        room = max(1, width - self.left - PAD)
        role = row_role(current)
        self.text = lettered(row.text, theme().font(role), theme().line_height(role), room)
        self.meta = theme().line_height("meta")
        letters_room = max(1, room - ICON - TAG_GAP)
        self.remark = lettered(row.remark, theme().font("meta"), self.meta, letters_room)
        self._heights = [self.text.line_height] * max(
            len(self.text.lines), 1 + len(row.tags) if self.icons_only else 1
        )
        self.tags = [] if self.icons_only else self._placed_tags(room)
        self.remark_line = len(self._heights)
        self._heights += [self.meta] * (len(self.remark.lines) if row.remark else 0)

    @property
    def lines(self) -> int:
        """Number of lines of any kind."""
        return len(self._heights)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of lines ``first`` to ``last`` (exclusive) with outer space."""
        return sum(self._heights[first:last]) + 2 * PAD

    def top_of(self, line: int) -> int:
        """Return the distance in px from the top of the first line to that of ``line``."""
        return sum(self._heights[:line])

    def _placed_tags(self, room: int) -> list[PlacedTag]:
        tags: list[PlacedTag] = []
        x = room
        inner = max(1, room - 2 * TAG_PAD - ICON - TAG_GAP)
        bold = theme().sized_font(theme().metrics.meta, True)
        for tag in self.row.tags:
            letters = lettered(tag.word, bold, self.meta, inner)
            width = PlacedTag(0, 0, tag, letters).width
            if x + width > room:
                x = 0
                self._heights.append(len(letters.lines) * self.meta + _TAG_PADDING)
            tags.append(PlacedTag(x, len(self._heights) - 1, tag, letters))
            x += width + TAG_GAP
        return tags
