"""What is in the rail at the left: a step, a place, or a button at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from ui.actions.binding import BoundAction
from ui.actions.table import find
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, draw_line, in_role, text_width

_CIRCLE = 26
_WIDE_CIRCLE = 30
_RING = 10
_BAR = 4
_TAB = 8  # px before the tab of the current item
_ABOVE_NAME = 3
_NARROW_SIDE = 3  # px beside a name in a narrow rail


class RailState(NamedTuple):
    """The state of a step: ``missing`` says what it lacks, empty if it is complete."""

    current: bool = False
    done: bool = False
    missing: str = ""
    left_out: bool = False
    minutes: str = ""
    remark: str = ""


def _shapes(state: RailState) -> tuple[object, ...]:
    """Return what of a state is painted without words."""
    return state.current, state.done, bool(state.missing), state.left_out


class RailItem(PaintedButton):
    """Shows ``number`` (or ``icon``) and name; wide rails add minutes and what is missing.

    With an ``action`` it is a button at the foot of the rail: in a narrow one it has its name only
    if there is space for each of ``together``, the names of all buttons.
    """

    def __init__(
        self,
        name: str,
        *,
        number: int | None = None,
        icon: str | None = None,
        action: BoundAction | None = None,
        together: Sequence[str] = (),
    ) -> None:
        self._number = number
        self._icon = action.icon_name if action is not None else icon
        self._together = together
        self.state = RailState()
        key = find("everywhere.step").keys_for(number)[0] if number else None
        super().__init__(name, key, listens=False, action=action)
        if action is not None:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus
        self.setSizePolicy(*FULL_WIDTH)

    def show_state(self, state: RailState, spoken: str) -> None:
        """Show another state; ``spoken`` is its text for screen readers and the tool tip."""
        self.setAccessibleName(spoken)
        self.setToolTip(f"{spoken}  {self.key}" if self.key else spoken)
        before, self.state = self.state, state
        if self._wide or _shapes(state) != _shapes(before):
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
            name = round(self._name_line) if self._named else 0
            return QSize(metrics.rail, max(46, _CIRCLE + name))
        if metrics.low:
            return QSize(metrics.rail, 49)
        return QSize(metrics.rail, round(54 + (metrics.rail - 88) * 1.4))

    def focus_shape(self) -> tuple[QRectF, float]:
        return self._card().adjusted(4, 4, -4, -4), 8

    def painted(self) -> tuple[str, str]:
        return (self.text() if self._wide or self._named else ""), ""

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        return ((self.key, self._circle().center()),) if self.key else ()

    def paint(self, painter: QPainter) -> None:
        if self.state.current:
            self._paint_tab(painter)
        elif self.is_hovered:
            rounded(painter, self._card(), 10, "hover")
        if self._wide:
            self._paint_wide(painter)
        else:
            self._paint_narrow(painter)

    def _paint_tab(self, painter: QPainter) -> None:
        """Paint the tab of the current item, which joins the page, and a bar before it."""
        tab = QRectF(self.rect()).adjusted(self._tab_left() + 0.5, 0.5, _TAB, -0.5)
        rounded(painter, tab, 10, "surface", "line")
        bar = QRectF(-_BAR, tab.top() + 10, 2 * _BAR, tab.height() - 20)
        rounded(painter, bar, 3, "accent")

    def _tab_left(self) -> int:
        """Return the px before the tab, fewer for a long name."""
        name = 0 if theme().metrics.narrow else text_width(self.text(), self._name_font())
        return max(_BAR + 1, min(_TAB, (self.width() - name) // 2 - 2))

    def _paint_narrow(self, painter: QPainter) -> None:
        circle = self._circle()
        self._paint_circle(painter, circle)
        if not self._named:
            return
        font = self._name_font()
        x = circle.center().x() - text_width(self.text(), font) / 2
        if self.state.current:
            x = max(x, self._tab_left() + 2)
        colour = "ink" if self.state.current or self.state.done else "ink2"
        top = circle.bottom() + _ABOVE_NAME
        draw_line(painter, self.text(), font, colour, x, top, self._name_line - _ABOVE_NAME)

    def _paint_wide(self, painter: QPainter) -> None:
        card = self._card()
        words = self._remark()
        self._paint_circle(painter, self._circle())
        x = self._text_left()
        line = theme().metrics.body * 1.35
        top = (self.height() - line - (words.height if words else 0)) / 2
        font = theme().sized_font(theme().metrics.body, self.state.current)
        draw_line(painter, self.text(), font, "ink", x, top, line)
        if self.state.minutes:
            right = card.right() - 10 - text_width(self.state.minutes, "meta")
            draw_line(painter, self.state.minutes, "meta", "ink2", right, top, line)
        if words is not None:
            self._paint_remark(painter, words, x, top + line)

    def _circle(self) -> QRectF:
        """Return the box of the number or icon."""
        if self._wide:
            sign = QRectF(0, 0, _WIDE_CIRCLE, _WIDE_CIRCLE)
            left = self._card().left() + 10
            sign.moveCenter(QPointF(left + _WIDE_CIRCLE / 2, self.height() / 2))
            return sign
        name = self._name_line if self._named else 0
        top = (self.height() - _CIRCLE - name) / 2
        return QRectF((self.width() - _CIRCLE) / 2, top, _CIRCLE, _CIRCLE)

    def _paint_remark(self, painter: QPainter, words: TextLayout, x: float, top: float) -> None:
        lacks = bool(self.state.missing)
        if lacks:
            middle = top + words.line_height / 2
            self._paint_ring(painter, QRectF(x, middle - _RING / 2, _RING, _RING))
        colour = "ink" if lacks else "ink2"
        words.draw(painter, x + (_RING + 4 if lacks else 0), top, colour)

    def _remark(self) -> TextLayout | None:
        """Paint what is missing, or the step's state, wrapped next to the circle."""
        words = self.state.missing or self.state.remark
        if not words:
            return None
        room = theme().metrics.rail - self._text_left() - 22
        if self.state.missing:
            room -= _RING + 4
        return in_role(words, "meta", room)

    def _text_left(self) -> float:
        return self._card().left() + 10 + _WIDE_CIRCLE + 12

    def _paint_circle(self, painter: QPainter, box: QRectF) -> None:
        state = self.state
        if self._icon is not None:
            token, middle = "accent" if state.current else "ink2", box.center()
            paint_icon(painter, self._icon, token, middle.x() - 11, middle.y(), 22)
            return
        circle = box.adjusted(0.75, 0.75, -0.75, -0.75)
        if state.current:
            rounded(painter, circle, circle.width() / 2, None, "accent", 2)
            self._paint_number(painter, box, "accent", True)
        elif state.done:
            rounded(painter, circle, circle.width() / 2, None, "accent", 1.4)
            paint_icon(painter, "check", "accent", box.center().x() - 7.5, box.center().y(), 15)
        else:
            rounded(painter, circle, circle.width() / 2, None, "edge", 1.2)
            self._paint_number(painter, box, "ink3", False)
        if state.missing and state.current:
            self._paint_ring(painter, QRectF(box.right() - 5, max(3, box.top() - 4), 10, 10))

    def _paint_number(self, painter: QPainter, box: QRectF, token: str, bold: bool) -> None:
        font = theme().sized_font(14, bold)
        words = str(self._number)
        x = box.center().x() - text_width(words, font) / 2
        draw_line(painter, words, font, token, x, box.top(), box.height())
        if self.state.left_out:
            painter.setPen(QPen(theme().colour("ink2"), 1.4))
            y = box.center().y()
            painter.drawLine(int(x - 3), int(y), int(x + text_width(words, font) + 3), int(y))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        rounded(painter, inner, inner.width() / 2, "surface", "ink", 2)

    @property
    def _wide(self) -> bool:
        return theme().metrics.rail >= 200

    @property
    def _named(self) -> bool:
        """Whether the name is below the circle."""
        metrics = theme().metrics
        if not metrics.narrow or not self._together:
            return not metrics.narrow
        font = theme().sized_font(self._name_size())
        widest = max(text_width(each, font) for each in self._together)
        return widest <= metrics.rail - 2 * _NARROW_SIDE

    @property
    def _name_line(self) -> float:
        """The height in px of the name below the circle, and the space above it."""
        return _ABOVE_NAME + self._name_size() * 1.3

    def _name_font(self) -> QFont:
        """Return the font of the name: bold for the current one, narrower for a long one."""
        bold = theme().sized_font(self._name_size(), True)
        if self.state.current and text_width(self.text(), bold) <= self.width() - 2 * (_BAR + 3):
            return bold
        font = QFont(theme().sized_font(self._name_size()))
        room, width = self.width() - 2 * (_BAR + 1), text_width(self.text(), font)
        if width > room > 0:
            font.setStretch(int(100 * room / width))
        return font

    def _name_size(self) -> int:
        return max(14, theme().metrics.meta)

    def _card(self) -> QRectF:
        side = 11 if self._wide else 6
        if not self._wide and not theme().metrics.narrow:
            plain = theme().sized_font(self._name_size())
            side = max(1, min(side, (self.width() - text_width(self.text(), plain)) // 2 - 2))
        return QRectF(self.rect()).adjusted(side + 0.5, 0.5, -side - 0.5, -0.5)
