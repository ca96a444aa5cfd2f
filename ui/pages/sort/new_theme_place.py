"""The place in the foot bar where a new theme is made of what is dropped there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from workshop_app.i18n import tr

_WIDTH = 400
_ICON = 18
_SIDE = 18


class NewThemePlace(PaintedButton):
    """Shown while rows are dragged; with fewer words where the foot bar has no room for all.

    It is a button so that a message in the foot bar leaves it its place.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("sort.drag.drop_here"), parent=parent)
        self._aimed = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def takes(self, point: QPoint) -> bool:
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point))

    def set_aimed(self, aimed: bool) -> None:
        self._aimed = aimed
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(_WIDTH, self._width(self.text())), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(tr("sort.drag.new")), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._aimed:
            fill = theme().colour("accent_soft")
            rounded(painter, box, 8, fill, theme().colour("accent"), 2)
        else:
            colour = theme().colour("edge")
            rounded(painter, box, 8, theme().colour("canvas"), colour, 1.5, dashed=True)
        middle = (self.height() - _ICON) / 2
        paint_icon(painter, "plus", "accent", QRectF(_SIDE, round(middle), _ICON, _ICON))
        words = self.text()
        if self._width(words) > self.width():
            words = tr("sort.drag.new")
        left = 2 * _SIDE + _ICON - 6
        draw_line(painter, words, theme().font("body"), theme().colour("ink"), left, 0,
                  self.height())  # fmt: skip

    def _width(self, words: str) -> int:
        return 3 * _SIDE + _ICON + text_width(words, theme().font("body"))

    def _height(self) -> int:
        return min(theme().metrics.room_target, theme().metrics.foot - 8)
