"""A few options side by side in one frame, of which one is chosen."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.check_group import CheckGroup, Option
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, lettered, text_width
from workshop_app.i18n import tr

_RADIUS = 8
_WORD = re.compile(r"[A-Za-z0-9']+")


class Segments(CheckGroup):
    """The options as segments of one control, which has the focus as a whole.

    ``role`` sets the text size (``room`` or ``body``). ``fills`` fills the chosen one, as an answer
    to a question; otherwise it is outlined. Left, Right and the digits choose. The
    segments have equal widths, unless all fit on one line only with different widths; else a long
    text wraps inside its segment. They take several rows if words would be split otherwise, and in
    large text if one is too narrow.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ComboBox

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        role: str = "room",
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, options, parent=parent)
        self._role = role
        self._fills = fills
        self._current: int | None = None
        self._hovered: int | None = None
        self._longest: int | None = None
        self._edges_in: dict[int, tuple[int, ...]] = {}
        """The edges of the segments of a row, by the width of the widget."""
        self._heights: dict[tuple[int, int | None], list[int]] = {}
        """The heights of the rows, by the width of the widget and what is chosen."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_it()
        theme().changed.connect(self._restyle)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the options; none is chosen then."""
        self.options = tuple(options)
        self._restyle()
        self.set_checked(())

    def show_checked(self) -> None:
        """Name the chosen option and lay out again: its text is bold and may need another line."""
        found = (number for number, each in enumerate(self.options) if self.is_checked(each))
        self._current = next(found, None)
        self._name_it()
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and corner radius of the focus ring."""
        return QRectF(self.rect()), _RADIUS

    def sizeHint(self) -> QSize:
        widest = max((text_width(each.text, self._bold()) for each in self.options), default=0)
        width = len(self.options) * (widest + 2 * self._padding())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        few = min(2, len(self.options))
        short = round(4.5 * theme().text_size(self._role))
        least = few * self._narrowest() if theme().stacked else len(self.options) * short
        width = min(self.sizeHint().width(), least)
        return QSize(width, self._one_line())

    def heightForWidth(self, width: int) -> int:
        return sum(self._row_heights(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in moves and plain:
            start = 0 if self._current is None else self._current + 1
            number = start + moves[Qt.Key(event.key())]
            self.choose_number(max(1, min(len(self.options), number)))
        elif plain and event.text().isdigit() and 1 <= int(event.text()) <= len(self.options):
            self.choose_number(int(event.text()))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose_number(self._segment_at(event.position()) + 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first press has chosen; a second one may take an answer back

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._segment_at(event.position())
        self.update()

    def leaveEvent(self, event) -> None:  # noqa: ANN001 - Qt's own event
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        for number in range(len(self.options)):
            self._paint_segment(painter, number)
        painter.setClipping(False)
        rounded(painter, box, _RADIUS, None, theme().colour("edge"))
        if self._current is not None and not self._fills:
            frame = self._segment(self._current).adjusted(1, 1, -1, -1)
            rounded(painter, frame, _RADIUS - 1, None, theme().colour("accent"), 2)

    def _paint_segment(self, painter: QPainter, number: int) -> None:
        rect = self._segment(number)
        self._paint_ground(painter, number, rect)
        chosen = "on_accent" if self._fills else "accent"
        token = "ink2" if self.isEnabled() else "ink3"
        colour = theme().colour(chosen if number == self._current else token)
        letters = self._letters(number, self.width())
        top = rect.top() + (rect.height() - letters.height) / 2
        for index, line in enumerate(letters.lines):
            x = rect.left() + (rect.width() - line.width) / 2
            letters.draw(painter, x, top + index * letters.line_height, colour, index, index + 1)

    def _paint_ground(self, painter: QPainter, number: int, rect: QRectF) -> None:
        """Paint what is behind the text of a segment."""
        on = number == self._current
        if on and self._fills:
            painter.fillRect(rect, theme().colour("accent"))
        elif on:
            painter.fillRect(rect, theme().colour("accent_soft"))
        elif number == self._hovered and self.isEnabled():
            painter.fillRect(rect, theme().colour("hover"))
        if rect.left() and not on and number - 1 != self._current:
            line = QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2)
            painter.fillRect(line, theme().colour("line"))

    def _letters(self, number: int, width: int) -> TextLayout:
        """Return the text of a segment laid out for a width."""
        edges = self._edges(width)
        column = number % max(1, self._beside(width))
        room = edges[column + 1] - edges[column] - 2 * self._inset()
        font = self._bold() if number == self._current else theme().font(self._role)
        return lettered(self.options[number].text, font, theme().line_height(self._role), room)

    def _narrowest(self) -> int:
        letters = 4.5 * theme().text_size(self._role) if theme().stacked else 0
        return max(round(letters), self._longest_word() + 2 * self._inset())

    def _longest_word(self) -> int:
        """Return the width in px of the longest word that cannot be broken."""
        if self._longest is None:
            words = (word for each in self.options for word in _WORD.findall(each.text))
            self._longest = max((text_width(word, self._bold()) for word in words), default=0)
        return self._longest

    def _beside(self, width: int) -> int:
        """Return the number of segments per row."""
        count = len(self.options)
        if width <= 0 or width >= count * self._narrowest():
            return count
        if not theme().stacked and sum(self._whole_widths()) <= width:
            return count
        return math.ceil(count / math.ceil(count / max(1, width // self._narrowest())))

    def _row_heights(self, width: int) -> list[int]:
        """Return the height of each row, set by its longest answer; cached for layouts."""
        key = width, self._current
        if key not in self._heights:
            self._heights[key] = self._row_heights_at(width)
        return self._heights[key]

    def _row_heights_at(self, width: int) -> list[int]:
        count = len(self.options)
        beside = max(1, self._beside(width))
        more = theme().line_height(self._role)
        heights = []
        for first in range(0, max(1, count), beside):
            row = range(first, min(first + beside, count))
            lines = max((len(self._letters(number, width).lines) for number in row), default=1)
            heights.append(self._one_line() + (max(1, lines) - 1) * more)
        return heights

    def _row_ends(self) -> list[int]:
        """Return the bottom of each row at the current height."""
        heights = self._row_heights(self.width())
        stretch = self.height() / sum(heights)
        return [round(end * stretch) for end in accumulate(heights)]

    def _segment(self, number: int) -> QRectF:
        beside = self._beside(self.width())
        ends = self._row_ends()
        row, column = divmod(number, beside)
        top = ends[row - 1] if row else 0
        left, right = self._edges(self.width())[column : column + 2]
        return QRectF(left, top, right - left, ends[row] - top)

    def _segment_at(self, point: QPointF) -> int:
        """Return the segment at a point; an index past the last one next to an incomplete row."""
        beside = self._beside(self.width())
        ends = self._row_ends()
        row = sum(point.y() >= end for end in ends[:-1])
        inner = self._edges(self.width())[1:-1]
        return row * beside + sum(point.x() >= edge for edge in inner)

    def _edges(self, width: int) -> tuple[int, ...]:
        """Return the edges of the segments of a row, in px from the left."""
        if width not in self._edges_in:
            self._edges_in[width] = self._edges_at(width)
        return self._edges_in[width]

    def _edges_at(self, width: int) -> tuple[int, ...]:
        beside = max(1, self._beside(width))
        share = width / beside
        equal = tuple(round(column * share) for column in range(beside + 1))
        if beside < len(self.options):
            return equal
        whole = self._whole_widths()
        spare = (width - sum(whole)) / beside
        if max(whole, default=0) <= share or spare < 0:
            return equal
        return (0, *(round(end + n * spare) for n, end in enumerate(accumulate(whole), start=1)))

    def _whole_widths(self) -> list[int]:
        """Return the width in px of each segment with its text on one line."""
        bold = self._bold()
        return [text_width(each.text, bold) + 2 * self._inset() + 1 for each in self.options]

    def _inset(self) -> int:
        """Return the padding in px at the left and the right of the text of a segment."""
        return min(self._padding(), 8)

    def _bold(self) -> QFont:
        return theme().sized_font(theme().text_size(self._role), True)

    def _padding(self) -> int:
        return round(theme().text_size(self._role) * 0.7)

    def _one_line(self) -> int:
        size = theme().text_size(self._role)
        high = round(size * ROLES[self._role].line + size * 0.34)
        return max(theme().metrics.target + 4, high)

    def _name_it(self) -> None:
        words = (
            tr("widgets.choice.none") if self._current is None else self.options[self._current].text
        )
        self.setAccessibleName(tr("widgets.choice.spoken", label=self.label, words=words))

    def _restyle(self) -> None:
        self._edges_in.clear()
        self._heights.clear()
        self._longest = None
        self.updateGeometry()
        self.update()
