"""The keys of all visible controls, painted over them while Alt or Ctrl is held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.painted import Painted
from ui.widgets.painting import draw_key, key_size, rounded
from ui.widgets.plain_field import PlainField
from ui.widgets.timers import call_after

HELD_MS = 300
SILENCE_MS = 1000
"""A key that is held repeats within this time; else another window got its release."""
_HELD = (Qt.Key.Key_Alt, Qt.Key.Key_Control)
_ENDS = {
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.FocusOut,
    QEvent.Type.TouchBegin,
}
_EDGE = 2  # px between a cap and the edges of the window


class KeyCaps(Painted):
    """One per window, above all else. Controls have a method ``key_spots``, as `PaintedButton` has.

    Shown while Alt or Ctrl alone is held, with no other key or mouse button down; AltGr is none of
    them. The next key, click, or loss of the focus ends it. It changes no layout. ``may_show``
    returns False while the window is to show no keys.
    """

    def __init__(self, window: QWidget, may_show: Callable[[], bool]) -> None:
        super().__init__(window)
        self._over = window
        self._may_show = may_show
        self._always = False
        self._held = False
        self._down: set[int] = set()
        self._boxes: tuple[tuple[str, QRectF], ...] = ()
        self._handle: QWindow | None = None
        self._caps_layout = DeferredLayout(self, self._lay_out, last=True)
        self._wait = call_after(self, HELD_MS, self._begin)
        self._silence = call_after(self, SILENCE_MS, self._down.clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are shown; empty while it is hidden."""
        return tuple(key for key, _ in self._boxes) if self.isVisible() else ()

    def set_always(self, always: bool) -> None:
        """Show the keys without being asked, too."""
        if always and not self._always:
            self._over.installEventFilter(self)
        elif self._always and not always:
            self._over.removeEventFilter(self)
        self._always = always
        self._caps_layout.invalidate()

    def watch(self) -> None:
        """Follow the keys of the window, which has been shown."""
        handle = self._over.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._over:
            if kind == QEvent.Type.UpdateRequest:  # what is painted again may have moved
                self._caps_layout.invalidate()
        elif isinstance(event, QKeyEvent):
            self._follow_key(event)
        elif kind in _ENDS:
            if kind == QEvent.Type.FocusOut:
                self._down.clear()
            self._end()
        return False

    def _follow_key(self, event: QKeyEvent) -> None:
        self._silence.start()
        key = event.nativeScanCode() or event.key()  # Shift may change the latter until the release
        held = event.key() in _HELD
        if event.type() == QEvent.Type.KeyRelease:
            if not event.isAutoRepeat():
                self._down.discard(key)
                self._end()
        elif key not in self._down:
            self._down.add(key)
            if self._down != {key} or not held:
                self._end()
            elif not event.isAutoRepeat():
                self._wait.start()
        elif not held:
            self._end()

    def _begin(self) -> None:
        focus = QApplication.focusWidget()
        composing = isinstance(focus, PlainField) and focus.composing
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._held = self._over.isActiveWindow() and not composing and not pressed
        self._lay_out()

    def _end(self) -> None:
        self._wait.stop()
        if self._held:
            self._held = False
            self._lay_out()

    def _lay_out(self) -> None:
        """Show the keys of the visible controls, or none."""
        if not ((self._held or self._always) and self._may_show()):
            self.hide()
            return
        boxes = tuple(self._found())
        if boxes != self._boxes or self.isHidden():
            self._boxes = boxes
            self.setGeometry(self._over.rect())
            self.show()
            self.update()
        self.raise_()

    def _found(self) -> list[tuple[str, QRectF]]:
        found: list[tuple[str, QRectF]] = []
        room = QRectF(self._over.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        for widget in self._over.findChildren(QWidget):
            spots = getattr(widget, "key_spots", None)
            if spots is None or not widget.isVisible() or widget.visibleRegion().isEmpty():
                continue
            for key, centre in spots():
                box = QRectF(0, 0, *key_size(key))
                box.moveCenter(QPointF(widget.mapTo(self._over, centre.toPoint())))
                box.moveRight(min(box.right(), room.right()))
                box.moveLeft(max(box.left(), room.left()))
                box.moveBottom(min(box.bottom(), room.bottom()))
                if not any(box.intersects(other) for _, other in found):
                    found.append((key, box))
        return found

    def paint(self, painter: QPainter) -> None:
        plain = theme().palette.dark or theme().palette.high_contrast
        edge = "edge" if plain else "accent"
        for key, box in self._boxes:
            frame = box.adjusted(0.75, 0.75, -0.75, -0.75)
            rounded(painter, frame, 4, "surface", edge, 1.5)
            centre = box.center().y()
            draw_key(painter, key, box.left(), centre, "ink", False)
