"""A message about what was just done, with the undo key."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.paged_view import PagedView
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text

SECONDS = 6
SECONDS_OVER_TEXT = 3
_MARGIN = 16
_BESIDE = 10  # px between the message and the buttons of its host
_ABOVE_BUTTONS = 2  # px between the message and the buttons below it
_NARROWEST = 360  # px of a message on two lines
_NARROWEST_WORDS = 120  # px of its words, in several lines
_LOWEST = 48  # px: its height with a line


class ToastHost(Protocol):
    """A bar with space for a message between its buttons."""

    @property
    def free_box(self) -> QRect:
        """Return the area between the buttons, in the bar's own coordinates."""
        ...

    def set_hints_shown(self, shown: bool) -> None:
        """Show the texts between the buttons, or leave their space to the message."""


class Toast(QWidget):
    """One sentence about what was done, for 6 s, longer under the pointer or the focus.

    A click beside its button closes it. Where it covers text it is shown for 3 s only.
    One at a time. It is shown between the buttons of ``host``, replacing the texts there if needed.
    If it does not fit, it is shown as low on ``over`` as there is an area without text and fields;
    it may extend into the edge of ``host``, above its buttons. On a full page it covers as little
    text as possible, no button, answer or box to tick, and never the field in which the user is
    typing.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.AlertMessage
    FOCUS_RING: ClassVar[str] = "on_toast"

    def __init__(self, over: QWidget, host: QWidget | None = None) -> None:
        super().__init__(over)
        self._page = over
        self._over = over
        self._host = host
        self._words_hidden = False
        self._place_layout = DeferredLayout(self, self._place, last=True)
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
        for parent in (over, host):
            if parent is not None:
                parent.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """The sentence that is or was shown last."""
        return self._text.text()

    def say(
        self, sentence: str, button: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; with ``then``, a button with the undo key that calls it."""
        self._then = then
        self._text.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(then is not None)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.setInterval(SECONDS * 1000)
        self._timer.start()
        self._place_layout.invalidate()  # before it is painted, and after the page was changed

    def place_again(self) -> None:
        """Update the position after a change around it."""
        if not self.isHidden():
            self._place_layout.invalidate()

    def forget(self) -> None:
        """Hide the message and clear its text, for privacy."""
        self.hide()
        self._then = None
        self._text.setText("")
        self.setAccessibleName("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place_again()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_words_of_host(True)

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
        host = self._host
        if host is None or not host.isVisible() or not self._place_in(host):
            self._show_words_of_host(True)
            self._place_over_page()
        self.raise_()

    def _place_in(self, host: QWidget) -> bool:
        """Use the area between the buttons of the host; return False if it does not fit."""
        for hide_words in (False, True):
            self._show_words_of_host(not hide_words)
            free = cast("ToastHost", host).free_box.adjusted(_BESIDE, 0, -_BESIDE, 0)
            width = min(free.width(), self._taken() + self._text.natural_width())
            wrap = width < self._taken() + self._text.natural_width()
            self._text.set_wrap(wrap)
            text = self._text_height(width if wrap else None)
            if (wrap and width < _NARROWEST) or text + 8 > host.height() - 4:
                continue
            self._move_to(host)
            self._row.setContentsMargins(16, 4, 10, 4)
            height = min(max(_LOWEST, text + 8), host.height() - 4)
            left = free.left() + (free.width() - width) // 2
            self.setGeometry(left, (host.height() - height) // 2, width, height)
            return True
        return False

    def _place_over_page(self) -> None:
        """Use the lowest area without text, or the one with the least text."""
        from ui.widgets.free_place import FreePlace  # not on the start path

        over = self._page
        frame = over.parentWidget() if self._host is not None else None
        self._move_to(frame or over)
        natural = self._text.natural_width() + self._taken()
        widest = over.width() - 2 * _MARGIN
        below = self._edge_of_host() if frame is not None else 0
        free = FreePlace(over, self, _kept(over, self), spared=_fields(over), below=below)
        for share, padding in ((1.0, 2), (0.7, 4), (0.52, 4), (0.37, 4)):
            words = max(_NARROWEST_WORDS, round(self._text.natural_width() * share))
            size = self._size_for(min(natural, self._taken() + words), padding)
            place = free.find(size) if size.width() <= widest else None
            if place is not None:
                self._stand(QRect(place, size), padding)
                return
        if self._timer.interval() != SECONDS_OVER_TEXT * 1000:
            self._timer.setInterval(SECONDS_OVER_TEXT * 1000)  # begins again if it is running
        size = self._size_for(min(natural, widest), 4)
        lowest = QPoint((over.width() - size.width()) // 2, over.height() - size.height() - _MARGIN)
        self._stand(QRect(free.least(size) or lowest, size), 4)

    def _size_for(self, width: int, padding: int) -> QSize:
        wrap = width < self._text.natural_width() + self._taken()
        self._text.set_wrap(wrap)
        text = self._text_height(width if wrap else None)
        button = self._button.sizeHint().height() if self._then else 0
        return QSize(width, max(button, text) + 2 * padding)

    def _edge_of_host(self) -> int:
        """Return the height in px at the upper edge of the host above its buttons."""
        host = self._host
        if host is None or not host.isVisible():
            return 0
        buttons = [one for one in host.findChildren(PaintedButton) if one.isVisible()]
        tops = [one.mapTo(host, QPoint(0, 0)).y() for one in buttons if not self.isAncestorOf(one)]
        return max(0, min(tops, default=host.height()) - _ABOVE_BUTTONS)

    def _stand(self, place: QRect, padding: int) -> None:
        self._row.setContentsMargins(16, padding, 10, padding)
        self._text.set_wrap(place.width() < self._text.natural_width() + self._taken())
        on_frame = self._over is not self._page
        self.setGeometry(place.translated(self._page.pos()) if on_frame else place)

    def _move_to(self, parent: QWidget) -> None:
        if parent is not self._over:
            shown = self.isVisible()
            words_hidden = self._words_hidden
            self._over = parent
            self.setParent(parent)  # hides it, which brings the texts of the host back
            self._show_words_of_host(not words_hidden)
            self.setVisible(shown)

    def _show_words_of_host(self, shown: bool) -> None:
        if self._host is not None and shown == self._words_hidden:
            self._words_hidden = not shown
            cast("ToastHost", self._host).set_hints_shown(shown)

    def _text_height(self, width: int | None) -> int:
        """Return the height in px of the sentence in a message of this width; None: on one line."""
        if width is None:
            return self._text.sizeHint().height()
        return self._text.heightForWidth(width - self._taken())

    def _taken(self) -> int:
        """Return the width in px of everything except the sentence."""
        return 16 + 10 + 18 + 12 + (self._button.sizeHint().width() + 12 if self._then else 0)


def _fields(page: QWidget) -> list[QRect]:
    """Return the areas of the page's fields, which look free if they are empty."""
    return [
        QRect(one.mapTo(page, QPoint(0, 0)), one.size())
        for one in page.findChildren(PlainField)
        if one.isVisible()
    ]


def _kept(page: QWidget, toast: QWidget) -> list[QRect]:
    """Return the areas of what can be pressed, and of the page's field in which the user types."""
    shown: list[QWidget] = [one for one in page.findChildren(PaintedButton) if one.isVisible()]
    shown += [one for one in page.findChildren(Choice) if one.isVisible()]
    focused = QApplication.focusWidget()
    if isinstance(focused, PlainField) and page.isAncestorOf(focused):
        shown.append(focused)
    painted = [
        box.toAlignedRect().translated(view.mapTo(page, QPoint(0, 0)))
        for view in page.findChildren(PagedView)
        if view.isVisible()
        for slot in view.slots
        for box in view.control_boxes(slot)
    ]
    return painted + [
        QRect(one.mapTo(page, QPoint(0, 0)), one.size())
        for one in shown
        if not toast.isAncestorOf(one)
    ]
