"""Drags problems of Sort with the mouse, with a ghost that describes the drop target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.discard import discard
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from ui.widgets.timers import call_after, call_every
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.pages.sort.themes_view import ThemesView

_THRESHOLD = 6  # px from the press at which a drag begins
_STILL = 3  # px that a resting pointer may move
_EDGE = 20  # px at the upper and lower edge of the list
_FAR = 320  # maximum px between the ghost and the pointer
_BEYOND = 40  # px beyond these edges
_LEAST_HEIGHT = 36  # px of the ghost
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
REST_MS = 400
"""Milliseconds of rest on the middle of another row until a drop there merges."""
TURN_MS = 600
"""Milliseconds of rest at an edge until the page turns, and until it turns again."""


@dataclass(frozen=True)
class DropTarget:
    """Where the dragged rows would go; ``words`` describes it next to the pointer."""

    words: str


class RowDrag(QObject):
    """Tracks one drag. The list passes on its mouse events.

    Rows are merged only where the pointer has rested on the middle of another row; else they move.

    Any key ends the drag without dropping anything, as do the right button and leaving the window.

    Signals:
        active_changed: A drag began or ended; carries which.
    """

    active_changed = Signal(bool)

    def __init__(self, view: ThemesView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPoint | None = None
        self._rested_at = QPoint()
        self._point = QPoint()
        self._over = ""
        self._ghost: DragGhost | None = None
        self._merging = False
        """Whether a drop on the row under the pointer merges."""
        self.target: DropTarget | None = None
        self._rest = call_after(self, REST_MS, self._offer)
        self._turn = call_every(self, TURN_MS, self._turn_page)
        self._edge = 0
        self._edge_point = QPoint()

    @property
    def active(self) -> bool:
        """Whether rows are being dragged."""
        return self._ghost is not None

    def press(self, event: QMouseEvent) -> None:
        """Handle a press from which a drag may begin."""
        self._pressed_at = event.position().toPoint()

    def move(self, event: QMouseEvent) -> bool:
        """Handle a move with the button pressed; return True if it belongs to a drag."""
        point = event.position().toPoint()
        if not self.active:
            start = self._pressed_at
            if start is None or (point - start).manhattanLength() < _THRESHOLD:
                return False
            self._begin()
        self._follow(point)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Handle the release of the button; return True if it ended a drag."""
        self._pressed_at = None
        if not self.active:
            return False
        self._follow(event.position().toPoint())
        self._end(self.target)
        return True

    def cancel(self) -> None:
        """End the drag without dropping anything."""
        self._pressed_at = None
        if self.active:
            self._end(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.active:
            return False
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            return self._take_key(event)
        left = (QEvent.Type.WindowDeactivate, QEvent.Type.Hide)
        if event.type() in left and watched in (self._view, self._view.window()):
            self.cancel()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """End the drag on a key press; keys other than Esc keep their effect."""
        if event.key() in _MODIFIERS:
            return False
        if event.key() != Qt.Key.Key_Escape:
            self.cancel()
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        return True

    def _begin(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._ghost = DragGhost(self._view.window(), *self._view.drag_label())
        self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.active_changed.emit(True)

    def _end(self, target: DropTarget | None) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._ghost is not None:
            discard(self._ghost)
        self._ghost = None
        self._rest.stop()
        self._turn.stop()
        self._over = ""
        self._merging = False
        self._edge = 0
        self.target = None
        self._view.unsetCursor()
        self.active_changed.emit(False)
        self._view.drag_finished(target)

    def _follow(self, point: QPoint) -> None:
        self._point = point
        over = self._view.row_to_merge(point)
        moved = (point - self._rested_at).manhattanLength() > _STILL
        if over != self._over or (moved and not self._merging):
            self._merging = False
            self._over = over
            self._rested_at = point
            self._rest.stop()
            if over:
                self._rest.start()
        self._aim()
        self._watch_edge(point)

    def _watch_edge(self, point: QPoint) -> None:
        """Turn the page while the pointer rests at an edge, and not on a target beside the list."""
        edge = 0
        beside = self.target is not None and not self._view.rect().contains(point)
        if 0 <= point.x() < self._view.width() and not beside:
            if -_BEYOND <= point.y() < _EDGE:
                edge = -1
            elif -_EDGE <= point.y() - self._view.height() < _BEYOND:
                edge = 1
        moved = (point - self._edge_point).manhattanLength() > _STILL
        if edge != self._edge or moved:
            self._edge, self._edge_point = edge, point
            self._turn.stop()
            if edge:
                self._turn.start()

    def _turn_page(self) -> None:
        if self._view.turn_page(self._edge):
            self.page_turned()

    def page_turned(self) -> None:
        """Aim again, since other rows are below the pointer."""
        if self.active:
            self._over = ""
            self._follow(self._point)

    def _offer(self) -> None:
        self._merging = True
        self._aim()

    def _aim(self) -> None:
        target = self._view.merge_target(self._over) if self._merging else None
        if target is None:
            target = self._view.drop_target(self._point)
        changed = target != self.target
        self.target = target
        if self._ghost is not None:
            self._ghost.show_target(target.words if target else tr("sort.drag.stays"))
            self._ghost.move_beside(self._view.mapTo(self._view.window(), self._point))
            self._uncover_words(self._ghost)
        if changed:
            self._view.drag_changed()

    def _uncover_words(self, ghost: DragGhost) -> None:
        """Move the ghost to the right of the text it would cover, if that is not far."""
        corner = self._view.mapFrom(self._view.window(), ghost.pos())
        end = self._view.words_end(corner.y(), corner.y() + ghost.height())
        room = self._view.width() - ghost.width()
        if corner.x() < end <= min(room, corner.x() + _FAR):
            ghost.move(self._view.mapTo(self._view.window(), QPoint(end, corner.y())))


class DragGhost(Painted):
    """The number of the dragged row next to the pointer, and where it would go."""

    _PADDING = 14
    _AWAY = QPoint(14, 8)

    def __init__(self, window: QWidget, number: str, more: str) -> None:
        super().__init__(window)
        self._number = number
        self._more = more
        self.words = ""
        """The text about where the rows would go."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_target(self, words: str) -> None:
        """Show where the rows would go."""
        self.words = words
        self.resize(self.sizeHint())
        self.show()
        self.raise_()
        self.update()

    def move_beside(self, point: QPoint) -> None:
        """Move above a point of the window, to its left near the right edge."""
        left, top = point.x() + self._AWAY.x(), point.y() - self._AWAY.y() - self.height()
        over = self.parentWidget()
        if over is not None and left + self.width() > over.width():
            left = max(0, point.x() - self._AWAY.x() - self.width())
        if top < 0:
            top = point.y() + self._AWAY.y()
        self.move(left, top)

    def sizeHint(self) -> QSize:
        width = self._PADDING + digits_width(self._number, self._digits)
        for words in (self._more, self.words):
            width += text_width(words, "body") + self._PADDING if words else 0
        return QSize(width + self._PADDING, max(_LEAST_HEIGHT, theme().line_height("room")))

    @property
    def _digits(self) -> QFont:
        return theme().sized_font(theme().text_size("room"), True)

    def paint(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(painter, box, 8, "surface", "accent", 2)
        x = self._PADDING + digits_width(self._number, self._digits)
        draw_digits(painter, self._number, self._digits, "accent", x, 0, self.height())
        for words in filter(None, (self._more, self.words)):
            x += self._PADDING
            draw_line(painter, words, "body", "ink", x, 0, self.height())
            x += text_width(words, "body")
