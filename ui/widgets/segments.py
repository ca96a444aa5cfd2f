"""A few options side by side in one frame, of which one is chosen."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.check_group import CheckGroup, Option
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, lettered, text_width
from workshop_app.i18n import tr

_RADIUS = 8
_WORD = re.compile(r"[A-Za-z0-9']+")
_LETTERS = 4.5  # of a segment, at least
_PADDING = 0.7  # of the text size, beside a text where there is enough space


class Segments(CheckGroup):
    """The options as segments of one control, which has the focus as a whole.

    ``role`` sets the text size (``room`` or ``body``). ``fills`` fills the chosen one, as an answer
    to a question; otherwise it is outlined. Left, Right and the digits choose. The
    segments have equal widths, unless all fit on one line only with different widths; else a long
    text wraps inside its segment. They take several rows if words would be split otherwise.
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
        self._boxes: dict[int, list[QRectF]] = {}
        """The boxes of the segments by the width of the widget."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_it()

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the options; none is chosen then."""
        self.options = tuple(options)
        self.set_checked(())

    def show_checked(self) -> None:
        """Name the chosen option and lay out again: its text is bold and may need another line."""
        found = (number for number, each in enumerate(self.options) if self.is_checked(each))
        self._current = next(found, None)
        self._name_it()
        self.restyle()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and corner radius of the focus ring."""
        return QRectF(self.rect()), _RADIUS

    def sizeHint(self) -> QSize:
        roomy = 2 * round(theme().text_size(self._role) * _PADDING - self._inset())
        width = len(self.options) * (max(self._whole_widths(), default=0) + roomy)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        count = min(2, len(self.options)) if theme().stacked else len(self.options)
        narrowest = self._narrowest() if theme().stacked else self._short()
        return QSize(min(self.sizeHint().width(), count * narrowest), self._one_line())

    def heightForWidth(self, width: int) -> int:
        boxes = self.boxes(width)
        return round(boxes[-1].bottom()) if boxes else self._one_line()

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
        number = self._segment_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.choose_number(number + 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first press has chosen; a second one may take an answer back

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._segment_at(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def paint(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        self._paint_segments(painter)
        painter.setClipping(False)
        rounded(painter, box, _RADIUS, None, theme().colour("edge"))
        if self._current is not None and not self._fills:
            frame = self.segment(self._current).adjusted(1, 1, -1, -1)
            rounded(painter, frame, _RADIUS - 1, None, theme().colour("accent"), 2)

    def _paint_segments(self, painter: QPainter) -> None:
        chosen = "on_accent" if self._fills else "accent"
        other = "ink2" if self.isEnabled() else "ink3"
        for number in range(len(self.options)):
            rect = self.segment(number)
            letters = self._letters(number, rect.width())
            self._paint_ground(painter, number, rect, letters.width)
            colour = theme().colour(chosen if number == self._current else other)
            top = rect.center().y() - letters.height / 2
            for index, line in enumerate(letters.lines):
                x = rect.center().x() - line.width / 2
                y = top + index * letters.line_height
                letters.draw(painter, x, y, colour, index, index + 1)

    def _paint_ground(self, painter: QPainter, number: int, rect: QRectF, _words: int) -> None:
        """Paint what is behind the text of a segment, which is ``_words`` px wide."""
        on = number == self._current
        ground = "accent" if on and self._fills else "accent_soft" if on else ""
        if number == self._hovered and self.isEnabled():
            ground = ground or "hover"
        if ground:
            painter.fillRect(rect, theme().colour(ground))
        if rect.left() and not on and number - 1 != self._current:
            line = QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2)
            painter.fillRect(line, theme().colour("line"))

    def segment(self, number: int) -> QRectF:
        """Return the box of an option."""
        box = self.boxes(self.width())[number]
        stretch = self.height() / self.heightForWidth(self.width())
        top = round(box.top() * stretch)
        return QRectF(box.left(), top, box.width(), round(box.bottom() * stretch) - top)

    def boxes(self, width: int) -> list[QRectF]:
        """Return the boxes of the options, with rows as high as their longest texts need."""
        if width not in self._boxes:
            edges = self._edges(width)
            boxes: list[QRectF] = []
            top = 0
            columns = [QRectF(left, 0, right - left, 0) for left, right in pairwise(edges)]
            for first in range(0, len(self.options), max(1, len(columns))):
                row = columns[: len(self.options) - first]
                lines = max(
                    len(self._letters(n, box.width()).lines) for n, box in enumerate(row, first)
                )
                high = self._one_line() + (lines - 1) * theme().line_height(self._role)
                boxes += [QRectF(box.left(), top, box.width(), high) for box in row]
                top += high
            self._boxes[width] = boxes
        return self._boxes[width]

    def _segment_at(self, point: QPointF) -> int | None:
        numbers = range(len(self.options))
        return next((number for number in numbers if self.segment(number).contains(point)), None)

    def _edges(self, width: int) -> tuple[int, ...]:
        """Return the edges of the segments of a row, in px from the left."""
        whole, count = self._whole_widths(), max(1, len(self.options))
        spare = (width - sum(whole)) / count
        beside = count if spare >= 0 else max(1, min(count, width // self._narrowest()))
        beside = math.ceil(count / math.ceil(count / beside))
        share = width / beside
        if spare < 0 or max(whole, default=0) <= share:
            return tuple(round(column * share) for column in range(beside + 1))
        return (0, *(round(end + n * spare) for n, end in enumerate(accumulate(whole), 1)))

    def _letters(self, number: int, width: float) -> TextLayout:
        """Return the text of a segment laid out for its width."""
        font = self._bold() if number == self._current else theme().font(self._role)
        room = width - 2 * self._inset()
        return lettered(self.options[number].text, font, theme().line_height(self._role), room)

    def _narrowest(self) -> int:
        """Return the width in px at which no word of a segment is split."""
        words = (word for each in self.options for word in _WORD.findall(each.text))
        longest = max((text_width(word, self._bold()) for word in words), default=0)
        return max(self._short() if theme().stacked else 1, longest + 2 * self._inset())

    def _short(self) -> int:
        return round(_LETTERS * theme().text_size(self._role))

    def _whole_widths(self) -> list[int]:
        """Return the width in px of each segment with its text on one line."""
        bold = self._bold()
        return [text_width(each.text, bold) + 2 * self._inset() + 1 for each in self.options]

    def _inset(self) -> int:
        """Return the padding in px at the left and the right of the text of a segment."""
        return 8

    def _bold(self) -> QFont:
        return theme().sized_font(theme().text_size(self._role), True)

    def _one_line(self) -> int:
        size = theme().text_size(self._role)
        high = round(size * ROLES[self._role].line + size * 0.34)
        return max(theme().metrics.target + 4, high)

    def _name_it(self) -> None:
        number = self._current
        words = tr("widgets.choice.none") if number is None else self.options[number].text
        self.setAccessibleName(tr("widgets.choice.spoken", label=self.label, words=words))

    def restyle(self) -> None:
        self._boxes.clear()
        super().restyle()
