"""A message about what was just done, with the key that undoes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import rounded
from ui.widgets.text import Text

SECONDS = 6
_MARGIN = 16
_SHARE = 0.72
"""Share of the width of another host; the rest is left to its primary button."""


class Toast(QWidget):
    """A bar of ink at the foot of ``over``, for 6 s, longer under the pointer or the keyboard.

    One at a time; it never covers the field in which the user is typing. ``say`` may name
    another host, such as the foot bar, where it covers nothing that is read; it takes that where
    the sentence fits and nothing under it has the keyboard.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.AlertMessage
    FOCUS_RING: ClassVar[str] = "on_toast"

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._usual = over
        self._over = over
        self._place_layout = DeferredLayout(self, self._place)
        self._then: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        self._row = row
        row.setSpacing(12)
        row.addWidget(IconLabel("check", "on_toast", 18))
        self._text = Text("body", "", wrap=False, colour="on_toast")
        row.addWidget(self._text)
        self._button = ActionButton("", key="Ctrl+Z", kind="toast", size="small", keyless=True)
        self._button.clicked.connect(self._act)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._end)
        self.hide()
        over.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """The sentence shown, or shown last."""
        return self._text.text()

    def say(
        self,
        sentence: str,
        button: str = "",
        then: Callable[[], object] | None = None,
        host: QWidget | None = None,
    ) -> None:
        """Show a sentence; with ``then``, a button with the undo key that does it."""
        self._then = then
        self._text.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(then is not None)
        self.setAccessibleName(sentence)
        self._choose_host(host)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def forget(self) -> None:
        """Hide the message and clear its text, so that nothing of it can be read."""
        self.hide()
        self._then = None
        self._text.setText("")
        self.setAccessibleName("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place_layout.invalidate()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 8, theme().colour("toast"))

    def _act(self) -> None:
        then = self._then
        self.hide()
        if then is not None:
            then()

    def _end(self) -> None:
        if self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        over = self._over
        widest = self._widest(over)
        taken = self._taken()
        wrap = self._text.natural_width() + taken > widest
        self._text.set_wrap(wrap)
        width = widest if wrap else self._text.natural_width() + taken
        text = self._text.heightForWidth(width - taken) if wrap else self._text.sizeHint().height()
        height = max(48, self._button.sizeHint().height() if self._then else 0, text + 16)
        if over is not self._usual:
            height = min(height, over.height() - 2)
            self._row.setContentsMargins(16, 4, 10, 4)
            self.setGeometry(_MARGIN, (over.height() - height) // 2, width, height)
            return
        self._row.setContentsMargins(16, 8, 10, 8)
        x = (over.width() - width) // 2
        y = over.height() - height - _MARGIN
        field = QApplication.focusWidget()
        if field is not None and over.isAncestorOf(field):
            top = field.mapTo(over, field.rect().topLeft()).y()
            if top + field.height() > y:
                y = _MARGIN if top > height + 2 * _MARGIN else y
        self.setGeometry(x, y, width, height)

    def _taken(self) -> int:
        """Width in px of all but the sentence."""
        return 16 + 10 + 18 + 12 + (self._button.sizeHint().width() + 12 if self._then else 0)

    def _widest(self, over: QWidget) -> int:
        share = 1 if over is self._usual else _SHARE
        return round(over.width() * share) - 2 * _MARGIN

    def _choose_host(self, host: QWidget | None) -> None:
        wanted = host if host is not None and self._fits(host) else self._usual
        if wanted is not self._over:
            self._over.removeEventFilter(self)
            self._over = wanted
            self.setParent(wanted)
            wanted.installEventFilter(self)

    def _fits(self, host: QWidget) -> bool:
        """Return whether it fits above another host: two lines at most, and no focus below it."""
        focused = QApplication.focusWidget()
        if not host.isVisible() or (focused is not None and host.isAncestorOf(focused)):
            return False
        room = self._widest(host) - self._taken()
        self._text.set_wrap(True)
        return self._text.heightForWidth(room) + 8 <= host.height()
