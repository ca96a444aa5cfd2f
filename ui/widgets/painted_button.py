"""The base class of all painted buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import FIXED_SIZE
from ui.widgets.key_action import KeyAction, key_action
from ui.widgets.painting import key_label
from ui.widgets.tool_tip import plain_tip
from ui.widgets.typing_guard import is_plain_key, typing_guard

_LONG = 60  # letters of a tool tip
_CLICK_MS = 200
_BELOW_WORDS = 10  # px between the words and the centre of the key's cap


class PaintedButton(QAbstractButton):
    """A button with hover, keyboard focus, an optional key and a size that follows the theme.

    ``text`` is also the accessible name; ``listens``: the button itself handles its key. With an
    ``action`` the button triggers it and takes its key and state from it, and its text unless
    ``text`` is given; ``key`` then selects which of several keys to show, and the tool tip says why
    it is disabled. Subclasses paint themselves in ``paint``.
    The second press of a double click does not press what the first one brought under the pointer.
    A release within `_CLICK_MS` counts wherever the pointer is: with a slow window manager, X11
    reports it where the pointer has gone since.
    """

    _last_pressed: ClassVar[int] = 0

    def __init__(
        self,
        text: str = "",
        key: str | None = None,
        parent: QWidget | None = None,
        *,
        listens: bool = True,
        action: KeyAction | None = None,
    ) -> None:
        super().__init__(parent)
        self._label: str | None = None
        self.key: str | None = None
        """The key that presses this button, or None."""
        self._hover = False
        self._pressed_at = 0
        self._label = ""
        self._tip = self._described = ""
        self._own_text = bool(text)
        self.leaves_enter = False
        """Whether Enter is left to the form around it, which saves; Space presses the button."""
        self.action = action
        if action is not None:
            text = text or action.text()
            key = key or action.key or None
            listens = False
        self.key = key
        self.listens = listens and key is not None
        self._plain_key = key is not None and is_plain_key(key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(*FIXED_SIZE)
        self.setText(text)
        if key is not None and self.listens:
            key_action(key, self, self.click)
        if action is not None:
            self.addAction(action)
            self.clicked.connect(action.trigger)
            action.changed.connect(self._follow_action)
            self._follow_action()
        if self._plain_key:
            typing_guard().changed.connect(self._repaint)
        theme().changed.connect(self._restyle)

    def set_key(self, key: str | None) -> None:
        """Show another key, without handling it."""
        if key != self.key:
            self.key = key
            self._restyle()

    def painted(self) -> tuple[str, str]:
        """Return the words and the key that it paints; its tool tip has what it does not."""
        return self._label or "", ""

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return its key, if that is to be shown now, and the centre of the key's cap.

        The cap is over the lower edge and covers no words.
        """
        if not self.key or self.painted()[1] or not self.isEnabled() or not self.key_works:
            return ()
        below = min(self.height() / 2, theme().metrics.body / 2 + _BELOW_WORDS)
        return ((self.key, QPointF(self.width() / 2, self.height() / 2 + below)),)

    def name_key(self) -> None:
        """Name words and key in the tool tip if one is not painted and it says nothing else.

        If the button is disabled, it says why, if that is known. Screen readers get key or reason
        without the words, which they read already, and without markup.
        """
        reason = "" if self.isEnabled() or self.action is None else self.action.reason
        if self.accessibleDescription() == self._described:
            self._described = reason or (key_label(self.key) if self.key else "")
            self.setAccessibleDescription(self._described)
        if self.toolTip() != self._tip:
            return
        whole = (self._label or "", self.key or "")
        key = f"  {key_label(self.key)}" if self.key else ""
        named = "" if self.painted() == whole else f"{self._label}{key}"
        if "<" in named or len(named) > _LONG:  # Qt would take it for markup, or not wrap it
            named = plain_tip(named)
        self._tip = plain_tip(reason) or named
        self.setToolTip(self._tip)

    @property
    def key_works(self) -> bool:
        """Return False while a text field has the focus and the key would type into it."""
        return not (self._plain_key and typing_guard().typing)

    def setText(self, text: str) -> None:
        """Change the text and the accessible name."""
        if text == self._label:
            return
        super().setText(text.replace("&", "&&"))  # an ampersand is literal here, not a mnemonic
        self._label = text
        self.setAccessibleName(text)
        self.name_key()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the text as it was given."""
        return self._label or ""

    def _follow_action(self) -> None:
        if self.action is not None:
            self.setEnabled(self.action.isEnabled())
            self.name_key()
            if not self._own_text and self.action.text() != self._label:
                self.setText(self.action.text())

    @property
    def is_hovered(self) -> bool:
        """True while the pointer is over the button.

        Qt sends no leave event to a button that a layout moves away from a resting pointer.
        """
        return self._hover and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def focus_shape(self) -> tuple[QRectF, float] | None:
        """Return box and corner radius of the focus ring."""
        return QRectF(self.rect()), 8

    def paint(self, painter: QPainter) -> None:
        """Paint it, with smooth edges."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        PaintedButton._last_pressed = id(self)
        self._pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        soon = event.timestamp() - self._pressed_at <= _CLICK_MS
        outside = not self.hitButton(event.position().toPoint())
        if soon and outside and event.button() == Qt.MouseButton.LeftButton:
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if PaintedButton._last_pressed == id(self):
            super().mouseDoubleClickEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            if self.leaves_enter:
                event.ignore()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _repaint(self, *_: object) -> None:
        self.update()

    def _restyle(self) -> None:
        self.name_key()
        self.updateGeometry()
        self.update()
