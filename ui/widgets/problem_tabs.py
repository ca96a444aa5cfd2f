"""Tabs with the numbers of the problems being worked on, each with the icon of its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.badge import outcome_word
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

_ICON = 16
_PADDING = 11
_BEYOND = 6  # px of the line under the current tab beside its content


@dataclass(frozen=True)
class ProblemTab:
    """One tab: the number of a problem and its outcomes so far.

    For something other than a problem, ``marks`` (icon and colour) replace the icons of the
    outcomes, and ``spoken`` is the accessible text.
    """

    id: str
    number: str
    outcomes: tuple[OutcomeKind, ...] = (OutcomeKind.OPEN,)
    marks: tuple[tuple[str, str], ...] | None = None
    spoken: str = ""


class ProblemTabs(Painted):
    """``chosen(id)``: the user selected another problem.

    Tabs that do not fit are shown as a count at either end, and a click on the count selects the
    first of them; the current one is always visible.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.PageTabList

    chosen = Signal(str)

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._items: tuple[ProblemTab, ...] = ()
        self._current = -1
        self._boxes: list[tuple[int, QRectF]] = []
        self._more: list[tuple[int, QRectF]] = []
        """The counts at the ends, each with the tab that a click on it leads to."""
        self._keys: tuple[str, ...] = ()
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._say()

    def set_keys(self, before: str, after: str) -> None:
        """Tell the keys of the previous and next item; the page handles them (``go``)."""
        self._keys = (before, after)

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return the keys and the centres of their caps, as `PaintedButton.key_spots` does."""
        boxes = [box for _, box in self._boxes]
        if not self._keys or not boxes:
            return ()
        ends = (boxes[0].left(), boxes[-1].right())
        return tuple(
            (key, QPointF(x, self.height())) for key, x in zip(self._keys, ends, strict=True)
        )

    def set_label(self, label: str) -> None:
        """Change the label before the tabs."""
        if label != self._label:
            self._label = label
            self._say()
            self.restyle()

    def set_items(self, items: Sequence[ProblemTab], current: str | None) -> None:
        """Show these problems, ``current`` marked."""
        self._items = tuple(items)
        ids = [item.id for item in items]
        self._current = ids.index(current) if current in ids else -1
        self._say()
        self.restyle()

    def go(self, step: int) -> bool:
        """Move by ``step`` problems; return False at the ends, without moving."""
        target = max(0, min(len(self._items) - 1, self._current + step))
        if not self._items or target == self._current:
            return False
        self._choose(target)
        return True

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring, around the current number."""
        box = next((box for number, box in self._boxes if number == self._current), None)
        return (box or QRectF(self.rect())), 8

    def sizeHint(self) -> QSize:
        return QSize(self._used(0, len(self._items), True), theme().metrics.target)

    def minimumSizeHint(self) -> QSize:
        current = self._item_width(self._current) if self._current >= 0 else 40
        more = 2 * (text_width(tr("widgets.strip.more", n=99), theme().font("meta")) + 12)
        return QSize(current + more, theme().metrics.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and not event.modifiers():
            self.go(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event)
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paint(self, painter: QPainter) -> None:
        meta = theme().font("meta")
        ink2 = theme().colour("ink2")
        first, last, with_label = self._window()
        x = float(self.width() - self._used(first, last, with_label))
        self._boxes = []
        self._more = []
        if with_label:
            draw_line(painter, self._label, meta, ink2, x, 0, self.height())
            x += self._front()
        if first > 0:
            x += self._paint_more(painter, first, x, first - 1)
        for number in range(first, last):
            width = self._item_width(number)
            box = QRectF(x, 2, width, self.height() - 4)
            self._boxes.append((number, box))
            self._paint_item(painter, number, box)
            x += width
        if last < len(self._items):
            x += self._paint_more(painter, len(self._items) - last, x, last)

    def _paint_more(self, painter: QPainter, count: int, x: float, leads_to: int) -> float:
        words = tr("widgets.strip.more", n=count)
        font = theme().font("meta")
        draw_line(painter, words, font, theme().colour("ink2"), x + 6, 0, self.height())
        width = text_width(words, font) + 12
        self._more.append((leads_to, QRectF(x, 2, width, self.height() - 4)))
        return width

    def _paint_item(self, painter: QPainter, number: int, box: QRectF) -> None:
        item = self._items[number]
        current = number == self._current
        if current:
            inner = box.width() - 2 * (_PADDING - _BEYOND)
            under = QRectF(box.left() + _PADDING - _BEYOND, self.height() - 3, inner, 3)
            fill(painter, under, theme().colour("accent"))
        elif number == self._hovered:
            rounded(painter, box, 8, theme().colour("hover"))
        font = self._font(current)
        x = box.left() + _PADDING
        colour = theme().colour("ink" if current else "ink2")
        draw_line(painter, item.number, font, colour, x, box.top(), box.height())
        x += text_width(item.number, font) + 7
        for icon, token in self._shapes(number):
            top = round(box.center().y() - _ICON / 2)
            paint_icon(painter, icon, token, QRectF(round(x), top, _ICON, _ICON))
            x += _ICON + 3

    def _shapes(self, number: int) -> list[tuple[str, str]]:
        item = self._items[number]
        if item.marks is not None:
            return list(item.marks)
        outcomes = item.outcomes
        if number == self._current and outcomes == (OutcomeKind.OPEN,):
            return [("pen", "accent")]
        return [(OUTCOMES[kind].icon, OUTCOMES[kind].colour) for kind in outcomes]

    def _window(self) -> tuple[int, int, bool]:
        """Return the first and last tab that fit around the current one, and if the label fits."""
        count = len(self._items)
        for with_label in (True, False):
            if self._used(0, count, with_label) <= self.width():
                return 0, count, with_label
        first = max(0, self._current)
        last = min(count, first + 1)
        while True:
            if last < count and self._used(first, last + 1, False) <= self.width():
                last += 1
            elif first > 0 and self._used(first - 1, last, False) <= self.width():
                first -= 1
            else:
                return first, last, False

    def _used(self, first: int, last: int, with_label: bool) -> int:
        width = sum(self._item_width(number) for number in range(first, last))
        for hidden in (first, len(self._items) - last):
            if hidden:
                words = tr("widgets.strip.more", n=hidden)
                width += text_width(words, theme().font("meta")) + 12
        return width + (self._front() if with_label else 0)

    def _item_width(self, number: int) -> int:
        text = text_width(self._items[number].number, self._font(number == self._current))
        return 2 * _PADDING + text + 4 + len(self._shapes(number)) * (_ICON + 3)

    def _front(self) -> int:
        return text_width(self._label, theme().font("meta")) + 12

    def _font(self, current: bool) -> QFont:
        return theme().sized_font(theme().metrics.body, current)

    def _at(self, event: QMouseEvent) -> int:
        boxes = (*self._boxes, *self._more)
        return next((number for number, box in boxes if box.contains(event.position())), -1)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if number >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, number: int) -> None:
        self._current = number
        self._say()
        self.restyle()
        self.chosen.emit(self._items[number].id)

    def _say(self) -> None:
        words = self._label
        if self._current >= 0:
            item = self._items[self._current]
            outcome = " ".join(outcome_word(kind) for kind in item.outcomes)
            spoken = tr("widgets.strip.spoken", number=item.number, outcome=outcome)
            words = f"{self._label} {item.spoken or spoken}"
        self.setAccessibleName(words)
