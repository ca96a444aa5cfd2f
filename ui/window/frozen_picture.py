"""The picture of the window that the audience sees while work continues below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout, finish_layouts
from ui.widgets.painting import fill
from ui.widgets.plain_field import PlainField
from ui.widgets.text_layout import draw_line, text_width
from ui.widgets.timers import call_every
from ui.window.foot_bar import FootBar
from ui.window.rail import Rail
from ui.window.top_bar import TopBar
from workshop_app.i18n import tr

_LINE_INTERVAL_MS = 40
"""Interval in ms for updating the line in the foot bar."""
_ICON = 18
_GAP = 8
_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.ShowToParent}


class FrozenPicture(QObject):
    """Covers page, rail, top bar and foot bar, which keep the keyboard but get no clicks.

    In the top bar, what says that the picture is frozen stays live.
    """

    def __init__(self, page: QWidget, rail: Rail, bar: TopBar, foot: FootBar) -> None:
        super().__init__(page)
        self._foot = _FootPart(foot, self.line)
        self._parts = (_Part(page), _Part(rail), _BarPart(bar), self._foot)
        self._line_timer = call_every(self, _LINE_INTERVAL_MS, self._foot.show_line)

    def freeze(self) -> None:
        """Freeze the current picture."""
        finish_layouts()
        for part in self._parts:
            part.freeze()
        self._line_timer.start()

    def release(self) -> None:
        """Show the window again."""
        self._line_timer.stop()
        for part in self._parts:
            part.release()

    def line(self) -> str:
        """The line in the foot bar, which the room sees: how much is being typed, never the words.

        Without a typed text it says that work continues.
        """
        field = QApplication.focusWidget()
        typed = field.text().strip() if isinstance(field, PlainField) else ""
        return tr("frame.room.typed", n=len(typed)) if typed else tr("frame.room.typing")


class _Part(QWidget):
    """A picture of a widget over it, in the window, so that nothing within is above it."""

    def __init__(self, below: QWidget) -> None:
        super().__init__(below.window())
        self._below = below
        self._picture = QPixmap()
        self._fit_layout = DeferredLayout(self, self.fit, last=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: tuple[QWidget, ...] = (below,)
        self.hide()

    def freeze(self) -> None:
        for widget in self._watched:
            widget.installEventFilter(self)
        self._picture = self._below.grab()
        self.fit()
        self.raise_()
        self.show()

    def release(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self.hide()
        self._picture = QPixmap()

    def fit(self) -> None:
        """Cover the widget."""
        self.setGeometry(QRect(self._below.mapTo(self.window(), QPoint()), self._below.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._fit_layout.invalidate()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), "surface")
        painter.drawPixmap(0, 0, self._picture)


class _BarPart(_Part):
    """Leaves out what the top bar says about the room."""

    def __init__(self, bar: TopBar) -> None:
        self._top_bar = bar
        self._until = 0
        super().__init__(bar)
        self._watched = (bar, bar.audience_status, bar.lock)

    def freeze(self) -> None:
        self._until = self._top_bar.live_from
        super().freeze()

    def fit(self) -> None:
        super().fit()
        self.resize(self._top_bar.live_from, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rest = QRectF(self._until, 0, self.width(), self.height())
        fill(QPainter(self), rest, "rail")


class _FootPart(_Part):
    """Shows a line in place of the ways, which cannot be clicked."""

    def __init__(self, foot: FootBar, line: Callable[[], str]) -> None:
        super().__init__(foot)
        self._foot = foot
        self._words = line
        self._line = ""
        self._until = 0

    def freeze(self) -> None:
        self._until = self._foot.message_place.right()
        super().freeze()
        self.show_line()

    def show_line(self) -> None:
        """Update the line."""
        line = self._words()
        if line != self._line:
            self._line = line
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = theme().metrics.edge
        box = QRectF(left, 1, self._until - left, self.height() - 1)
        fill(painter, box.adjusted(-left, 0, 0, 0), "rail")
        words = self._line
        while len(words) > 1 and text_width(words, "meta") > box.width() - _ICON - _GAP:
            words = "…" + words[2:]  # the end says how much is being typed
        paint_icon(painter, "pause", "ink2", box.left(), box.center().y(), _ICON)
        x = box.left() + _ICON + _GAP
        draw_line(painter, words, "meta", "ink2", x, box.top(), box.height())
