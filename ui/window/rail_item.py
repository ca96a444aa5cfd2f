"""What is in the rail at the left: a step, a place, or a button at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.actions.binding import BoundAction
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import key_label, rounded
from ui.widgets.text_layout import TextLayout, draw_line, lettered, text_width

_CIRCLE = 26
_WIDE_CIRCLE = 30
_RING = 10
_BAR = 4
_BUTTON_ICON = 18


class RailState(NamedTuple):
    """The state of a step: ``missing`` says what it lacks, empty if it is complete."""

    current: bool = False
    done: bool = False
    missing: str = ""
    left_out: bool = False
    minutes: str = ""
    remark: str = ""


class RailItem(PaintedButton):
    """Shows ``number`` (or ``icon``) and name; wide rails add minutes and what is missing."""

    def __init__(self, name: str, *, number: int | None = None, icon: str | None = None) -> None:
        self._number = number
        self._icon = icon
        self._state = RailState()
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> RailState:
        return self._state

    def show_state(self, state: RailState, spoken: str) -> None:
        """Show another state; ``spoken`` is its text for screen readers and the tool tip."""
        if state == self._state and spoken == self.accessibleName():
            return
        self._state = state
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = theme().metrics
        if self._wide:
            words = self._remark()
            lines = len(words.lines) if words is not None else 0
            height = metrics.body * 1.35 + lines * theme().line_height("meta") + 16
            return QSize(metrics.rail, max(56, round(height)))
        if metrics.narrow:
            return QSize(metrics.rail, 44 if metrics.low else 46)
        if metrics.low:
            return QSize(metrics.rail, 49)
        return QSize(metrics.rail, round(54 + (metrics.rail - 88) * 1.4))

    def focus_shape(self) -> tuple[QRectF, float]:
        return self._card().adjusted(4, 4, -4, -4), 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._state.current:
            rounded(painter, self._card(), 10, theme().colour("surface"), theme().colour("line"))
            bar = QRectF(-_BAR, self._card().top() + 10, 2 * _BAR, self._card().height() - 20)
            rounded(painter, bar, 3, theme().colour("accent"))
        elif self.is_hovered:
            rounded(painter, self._card(), 10, theme().colour("sunken"))
        if self._wide:
            self._paint_wide(painter)
        else:
            self._paint_narrow(painter)

    def _paint_narrow(self, painter: QPainter) -> None:
        middle = self.width() / 2
        narrow = theme().metrics.narrow
        size = self._name_size()
        block = _CIRCLE + (0 if narrow else 3 + size * 1.3)
        top = (self.height() - block) / 2
        self._paint_circle(painter, QRectF(middle - _CIRCLE / 2, top, _CIRCLE, _CIRCLE))
        if narrow:
            return
        font = self._name_font()
        x = middle - text_width(self.text(), font) / 2
        token = "ink" if self._state.current or self._state.done or not self._number else "ink2"
        draw_line(
            painter, self.text(), font, theme().colour(token), x, top + _CIRCLE + 3, size * 1.3
        )

    def _paint_wide(self, painter: QPainter) -> None:
        card = self._card()
        words = self._remark()
        sign = QRectF(0, 0, _WIDE_CIRCLE, _WIDE_CIRCLE)
        sign.moveCenter(QPointF(card.left() + 10 + _WIDE_CIRCLE / 2, self.height() / 2))
        self._paint_circle(painter, sign)
        x = self._text_left()
        line = theme().metrics.body * 1.35
        top = (self.height() - line - (words.height if words else 0)) / 2
        font = theme().sized_font(theme().metrics.body, self._state.current)
        draw_line(painter, self.text(), font, theme().colour("ink"), x, top, line)
        if self._state.minutes:
            meta = theme().font("meta")
            right = card.right() - 10 - text_width(self._state.minutes, meta)
            draw_line(painter, self._state.minutes, meta, theme().colour("ink2"), right, top, line)
        if words is not None:
            self._paint_remark(painter, words, x, top + line)

    def _paint_remark(self, painter: QPainter, words: TextLayout, x: float, top: float) -> None:
        lacks = bool(self._state.missing)
        if lacks:
            middle = top + words.line_height / 2
            self._paint_ring(painter, QRectF(x, middle - _RING / 2, _RING, _RING))
        colour = theme().colour("ink" if lacks else "ink2")
        words.draw(painter, x + (_RING + 4 if lacks else 0), top, colour)

    def _remark(self) -> TextLayout | None:
        """Paint what is missing, or the step's state, wrapped next to the circle."""
        words = self._state.missing or self._state.remark
        if not words:
            return None
        room = theme().metrics.rail - self._text_left() - 22
        if self._state.missing:
            room -= _RING + 4
        return lettered(words, theme().font("meta"), theme().line_height("meta"), room)

    def _text_left(self) -> float:
        return self._card().left() + 10 + _WIDE_CIRCLE + 12

    def _paint_circle(self, painter: QPainter, box: QRectF) -> None:
        state = self._state
        if self._icon is not None:
            side = 22
            rect = QRectF(0, 0, side, side)
            rect.moveCenter(box.center())
            paint_icon(painter, self._icon, "accent" if state.current else "ink2", rect)
            return
        circle = box.adjusted(0.75, 0.75, -0.75, -0.75)
        if state.current:
            rounded(painter, circle, circle.width() / 2, theme().colour("accent"))
            self._paint_number(painter, box, "on_accent", True)
        elif state.done:
            rounded(painter, circle, circle.width() / 2, None, theme().colour("accent"), 1.4)
            tick = QRectF(0, 0, 15, 15)
            tick.moveCenter(box.center())
            paint_icon(painter, "check", "accent", tick)
        else:
            rounded(painter, circle, circle.width() / 2, None, theme().colour("edge"), 1.2)
            self._paint_number(painter, box, "ink3", False)
        if state.missing and state.current:
            self._paint_ring(painter, QRectF(box.right() - 5, box.top() - 4, 10, 10))

    def _paint_number(self, painter: QPainter, box: QRectF, token: str, bold: bool) -> None:
        font = theme().sized_font(14, bold)
        words = str(self._number)
        x = box.center().x() - text_width(words, font) / 2
        draw_line(painter, words, font, theme().colour(token), x, box.top(), box.height())
        if self._state.left_out:
            painter.setPen(QPen(theme().colour("ink2"), 1.4))
            y = box.center().y()
            painter.drawLine(int(x - 3), int(y), int(x + text_width(words, font) + 3), int(y))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        background = theme().colour("surface")
        inner = box.adjusted(1, 1, -1, -1)
        rounded(painter, inner, inner.width() / 2, background, theme().colour("ink"), 2)

    @property
    def _wide(self) -> bool:
        return theme().metrics.rail >= 200

    def _name_font(self) -> QFont:
        """Return the font of the name: bold for the current one, if that fits on its card."""
        bold = theme().sized_font(self._name_size(), True)
        fits = text_width(self.text(), bold) <= self._card().width()
        return bold if self._state.current and fits else theme().sized_font(self._name_size())

    def _name_size(self) -> int:
        return max(14, theme().metrics.meta)

    def _card(self) -> QRectF:
        side = 11 if self._wide else 6
        if not self._wide and not theme().metrics.narrow:
            plain = theme().sized_font(self._name_size())
            side = max(1, min(side, (self.width() - text_width(self.text(), plain)) // 2 - 2))
        return QRectF(self.rect()).adjusted(side + 0.5, 0.5, -side - 0.5, -0.5)


class RailButton(PaintedButton):
    """A button at the foot of the rail: an icon over a word, in a wide rail before it.

    Without space for each word of ``together``, those of all buttons, it is an icon alone.
    """

    def __init__(self, words: str, action: BoundAction, together: Sequence[str]) -> None:
        self._icon = action.icon_name
        self._together = together
        super().__init__(words, action=action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus
        self.setToolTip(f"{words}  {key_label(action.key)}")

    def sizeHint(self) -> QSize:
        height = _BUTTON_ICON + round(self._size * 1.3) + 16
        return QSize(theme().metrics.rail, max(44 if theme().metrics.low else 52, height))

    def focus_shape(self) -> tuple[QRectF, float]:
        return self._card, 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_hovered:
            rounded(painter, self._card, 8, theme().colour("hover"))
        font = theme().sized_font(self._size)
        width = text_width(self.text(), font)
        icon = QRectF(0, 0, _BUTTON_ICON, _BUTTON_ICON)
        line = round(self._size * 1.3)
        middle = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        colour = theme().colour("ink2")
        if theme().metrics.rail >= 200:
            icon.moveCenter(QPointF(36, middle.y()))
            draw_line(painter, self.text(), font, colour, 63, 0, self.height())
        elif max(text_width(each, font) for each in self._together) > self._card.width():
            icon.moveCenter(middle)
        else:
            icon.moveCenter(QPointF(middle.x(), middle.y() - line / 2))
            x = middle.x() - width / 2
            draw_line(painter, self.text(), font, colour, x, icon.bottom() + 2, line)
        paint_icon(painter, self._icon, "ink2", icon)

    @property
    def _size(self) -> int:
        return max(14, theme().metrics.meta)

    @property
    def _card(self) -> QRectF:
        return QRectF(self.rect()).adjusted(3, 1, -3, -1)
