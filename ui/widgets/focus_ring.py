"""The ring around the widget with the keyboard focus, painted above the window's content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.painting import FOCUS_OUTSIDE, focus_ring, inset

_AREA_RADIUS = 8.0
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.MouseButtonPress,
}


class FocusRing(QWidget):
    """One per window, hidden until a key is pressed, and after a click moved the focus.

    Widgets with a method ``focus_shape`` get the ring around that shape.

    Areas that take the focus as a whole have the class attribute ``FOCUS_AREA``, ``around`` or
    ``inside`` (their edges), and get the ring unless they are ``focused_by_mouse``. Fields and
    lists paint their own ring. The class attribute ``FOCUS_RING`` of a coloured area is the colour
    token of the ring inside it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.target: QWidget | None = None
        self._handle: QWindow | None = None
        self._radius = 8.0
        self._muted = False
        self._keys = False
        """Whether the last input of the window was a key."""
        self.by_keys = True
        """Whether the focus was moved while keys were used, not by a click or at the opening."""
        self._ring_layout = DeferredLayout(self, self._lay_out, last=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
            self._moved(None, app.focusWidget())

    def set_muted(self, muted: bool) -> None:
        """Paint no ring while the focus widget is covered."""
        self._muted = muted
        self._ring_layout.invalidate()

    @property
    def colour(self) -> str:
        """The colour token: that of the surrounding area (``FOCUS_RING``), else ``focus``."""
        areas = (getattr(one, "FOCUS_RING", "") for one in self._chain())
        return next((token for token in areas if token), "focus")

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.by_keys = self._keys
        self._watch(new if new is not None and new.window() is self.window() else None)
        self._ring_layout.invalidate()

    def _watch(self, target: QWidget | None) -> None:
        for widget in self._chain():
            widget.removeEventFilter(self)
        self.target = target
        for widget in self._chain():
            widget.installEventFilter(self)

    def _chain(self) -> list[QWidget]:
        chain: list[QWidget] = []
        widget = self.target
        while widget is not None and isValid(widget) and widget is not self.parentWidget():
            chain.append(widget)
            widget = widget.parentWidget()
        return chain

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow):
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
                self._keys = event.type() == QEvent.Type.KeyPress
            return False
        if event.type() in _FOLLOWED:
            self._ring_layout.invalidate()
        return super().eventFilter(watched, event)

    def shape_of(self, target: QWidget, seen: QRect) -> tuple[QRectF, float] | None:
        """Return the box and corner radius of the ring; None where a widget draws its own."""
        return _shape(target, seen)

    def _lay_out(self) -> None:
        handle = self._over.windowHandle()
        if handle is not None and handle is not self._handle:
            handle.installEventFilter(self)
            self._handle = handle
        target = self.target if isValid(self.target) else None
        if self._muted or not self.by_keys or target is None or not target.isVisible():
            self.hide()
            return
        seen = target.visibleRegion().boundingRect()
        shape = self.shape_of(target, seen)
        if shape is None or seen.isEmpty():
            self.hide()
            return
        box, self._radius = shape
        corner = target.mapTo(self._over, QPoint(0, 0)) + box.topLeft().toPoint()
        out = FOCUS_OUTSIDE
        self.setGeometry(QRect(corner, box.size().toSize()).adjusted(-out, -out, out, out))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        out = FOCUS_OUTSIDE
        box = inset(self, out)
        focus_ring(painter, box, self._radius, self.colour)


def _shape(target: QWidget, seen: QRect) -> tuple[QRectF, float] | None:
    """Return the box and corner radius of the ring; None if the widget paints its own."""
    own = getattr(target, "focus_shape", None)
    if own is not None:
        return own()
    area = "inside" if type(target) is QScrollArea else getattr(type(target), "FOCUS_AREA", "")
    if getattr(target, "focused_by_mouse", False):
        return None  # a click outside all widgets; a frame around the whole page would be useless
    inside = FOCUS_OUTSIDE + 1 if area == "inside" else 0
    box = QRectF(seen).adjusted(inside, inside, -inside, -inside)
    return (box, _AREA_RADIUS) if area else None
