"""A message about what was just done, with the undo key."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import rounded
from ui.widgets.text import Text

SECONDS = 6
LONG_SECONDS = 30
"""For what is easily done by mistake and hard to notice."""
_BESIDE = 6  # px between the message and the buttons beside it
_EDGE = 3  # px between the message and the edges of its host
_SIDE = 10
_GAP = 6
_ICON = 18
_PADDING = 4  # px above and below the sentence
_WITH_KEY = 420  # px: width from which the key is shown in the button
_WORDS_SHARE = 2  # the same in widths of the button, which is wide in large text


_QUOTED = re.compile("(?<=[「“])[^「」“”]+(?=[」”])")
_LEAST_QUOTED = 4
"""The number of characters to which a quotation is shortened at most."""
_KEPT = 0.8  # of a quotation each time it is shortened
_KEPT_OF_END = 0.95


class ToastHost(Protocol):
    """A bar with an area that a message may cover."""

    @property
    def message_box(self) -> QRect:
        """Return that area, which has no buttons, in the bar's own coordinates."""
        ...

    @property
    def message_over(self) -> QRect:
        """Return the part of that area that has texts, which a message covers whole."""
        ...


class Toast(QWidget):
    """One sentence about what was done, for 6 s or 30 s, longer under the pointer or the focus.

    A click beside its button closes it. One at a time. It is always at the left of
    ``message_box`` of ``host``, so that it covers neither buttons nor the rows that it is about; it
    covers the texts there whole. Where the sentence is too long for the host, names in quotation
    marks are shortened, then the end.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.AlertMessage
    FOCUS_RING: ClassVar[str] = "on_toast"

    def __init__(self, over: QWidget, host: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._host = host
        self._place_layout = DeferredLayout(self, self._place, last=True)
        self._then: Callable[[], object] | None = None
        self._sentence = ""
        self._icon = IconLabel("check", "on_toast", _ICON)
        self._text = Text("body", "", wrap=False, colour="on_toast")
        self._button = ActionButton("", key="Ctrl+Z", kind="toast", size="small", keyless=True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not end typing
        self._button.clicked.connect(self._act)
        row(self, self._icon, (self._text, 1), self._button, gap=_GAP, around=(_SIDE, 0, _SIDE, 0))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        self.hide()
        host.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """The sentence that is or was shown last."""
        return self._sentence

    def say(
        self,
        sentence: str,
        button: str = "",
        then: Callable[[], object] | None = None,
        *,
        seconds: int = SECONDS,
    ) -> None:
        """Show a sentence; with ``then``, a button with the undo key that calls it."""
        self._then = then
        self._sentence = sentence
        self._button.setText(button)
        self._button.setVisible(then is not None)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start(seconds * 1000)
        self._place_layout.invalidate()  # before it is painted, and after the page was changed

    def place_again(self) -> None:
        """Update the position after a change around it."""
        if not self.isHidden():
            self._place_layout.invalidate()

    def withdraw_button(self) -> None:
        """Hide a message with a button, which does not apply any more."""
        if self._then is not None:
            self.hide()

    def forget(self) -> None:
        """Hide the message and clear its text, for privacy."""
        self.hide()
        self._then = None
        self._sentence = ""
        self._text.setText("")
        self.setAccessibleName("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place_again()
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
        event.accept()

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
        """Use the largest text with which the sentence fits into the host, on as few lines."""
        host = cast("ToastHost", self._host)
        free = host.message_box.adjusted(_BESIDE, 0, -_BESIDE, 0)
        self._button.set_brief(False)
        wide = free.width() >= max(_WITH_KEY, _WORDS_SHARE * self._button.sizeHint().width())
        self._button.set_brief(not wide)
        self._icon.setVisible(wide)
        inside = free.height() - 2 * _EDGE
        shown: str | None = self._sentence
        self._text.setText(self._sentence)
        width, height = self._size_in("body", free.width())
        if height > inside:
            width, height = self._size_in("meta", free.width())
        while height > inside and (shown := shortened(shown)) is not None:
            self._text.setText(shown)
            width, height = self._size_in("meta", free.width())
        box = QRect(free.left(), max(_EDGE, (free.height() - height) // 2), width, height)
        box = box.united(host.message_over.intersected(free))
        self.setGeometry(box.translated(self._host.mapTo(self._over, QPoint())))
        self.raise_()

    def _size_in(self, role: str, widest: int) -> tuple[int, int]:
        """Use a text role on one line, or on several of this width; return the size in px."""
        self._text.set_role(role, "on_toast")
        natural = self._taken() + self._text.natural_width()
        width = min(widest, natural)
        self._text.set_wrap(width < natural)
        one_line = self._text.sizeHint().height()
        words = max(1, width - self._taken())
        text = self._text.heightForWidth(words) if width < natural else one_line
        button = self._button.sizeHint().height() if self._then else 0
        return width, max(button, text) + _PADDING

    def _taken(self) -> int:
        """Return the width in px of everything except the sentence."""
        icon = 0 if self._icon.isHidden() else _ICON + _GAP
        return 2 * _SIDE + icon + (self._button.sizeHint().width() + _GAP if self._then else 0)


def shortened(sentence: str) -> str | None:
    """Return a sentence with its longest quotation shortened, else its end; None if it is short."""
    found = max(_QUOTED.finditer(sentence), key=lambda one: len(one[0]), default=None)
    if found is None or len(found[0]) <= _LEAST_QUOTED:
        kept = min(round(len(sentence) * _KEPT_OF_END) - 1, len(sentence) - 2)
        return f"{sentence[:kept].rstrip()}…" if kept > _LEAST_QUOTED else None
    kept = max(_LEAST_QUOTED - 1, round(len(found[0]) * _KEPT) - 1)
    return f"{sentence[: found.start()]}{found[0][:kept].rstrip()}…{sentence[found.end() :]}"
