"""Drop targets in the foot bar: a new theme, and the themes on other pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.sort.groups import KEYS, Group
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr

NEW_THEME = ""
"""Represents a new theme among the ids of themes."""
_WIDTH = 400
_SHARE = 0.6  # minimum share of the window's width for themes
_ICON = 18
_SIDE = 18
_GAP = 8


class DropPlaces(PaintedButton):
    """Shown while rows are dragged; with shorter texts if the foot bar has no space for all.

    Names that do not fit are shortened; the text next to the pointer is complete. It is a button so
    that a message in the foot bar does not cover it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("sort.drag.drop_here"), parent=parent)
        self._themes: tuple[Group, ...] = ()
        self._aimed: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_themes(self, themes: Sequence[Group]) -> None:
        """Show these themes next to a new one, as many as have a key."""
        self._themes = tuple(themes)[:KEYS]
        self.updateGeometry()
        self.update()

    @property
    def shows_themes(self) -> bool:
        """Whether there are targets for themes besides that of a new one."""
        return bool(self._themes)

    def theme_at(self, point: QPoint) -> str | None:
        """Return the id of the theme at a global position, or `NEW_THEME`; None elsewhere."""
        here = self.mapFromGlobal(point)
        if not self.isVisible():
            return None
        return next((one for one, box in self.boxes().items() if box.contains(here)), None)

    @property
    def aimed(self) -> str | None:
        """The id of the theme that is highlighted, or `NEW_THEME`; None for none."""
        return self._aimed

    def set_aimed(self, theme_id: str | None) -> None:
        """Highlight where the rows would be dropped."""
        if theme_id != self._aimed:
            self._aimed = theme_id
            self.update()

    def boxes(self) -> dict[str, QRectF]:
        """The position of each theme in px, by id, that of a new one first."""
        wide = [self._new_width(short=bool(self._themes))]
        wide += [self._theme_width(group) for group in self._themes]
        room = self.width() - _GAP * len(self._themes)
        if not self._themes:
            wide = [room]
        elif sum(wide) > room:
            wide[1:] = _shared(wide[1:], room - wide[0])
        ends = list(accumulate(width + _GAP for width in wide))
        ids = [NEW_THEME, *(group.id for group in self._themes)]
        return {
            one: QRectF(end - _GAP - width, 0, width, self.height())
            for one, end, width in zip(ids, ends, wide, strict=True)
        }

    def sizeHint(self) -> QSize:
        if not self._themes:
            return QSize(max(_WIDTH, self._new_width(short=False)), self._height())
        wide = sum(self._theme_width(group) + _GAP for group in self._themes)
        return QSize(self._new_width(short=True) + wide, self._height())

    def minimumSizeHint(self) -> QSize:
        wide = sum(self._theme_width(one) + _GAP for one in self._themes)
        least = min(wide, round(theme().width * _SHARE))
        return QSize(self._new_width(short=True) + least, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = {group.id: group for group in self._themes}
        for theme_id, box in self.boxes().items():
            self._paint_box(painter, box.adjusted(1, 1, -1, -1), aimed=theme_id == self._aimed)
            if theme_id == NEW_THEME:
                self._paint_new(painter, box)
            else:
                self._paint_theme(painter, box, names[theme_id])

    def _paint_box(self, painter: QPainter, box: QRectF, *, aimed: bool) -> None:
        if aimed:
            fill = theme().colour("accent_soft")
            rounded(painter, box, 8, fill, theme().colour("accent"), 2)
        else:
            colour = theme().colour("edge")
            rounded(painter, box, 8, theme().colour("canvas"), colour, 1.5, dashed=True)

    def _paint_new(self, painter: QPainter, box: QRectF) -> None:
        top = round((self.height() - _ICON) / 2)
        paint_icon(painter, "plus", "accent", QRectF(box.left() + _SIDE, top, _ICON, _ICON))
        words = self.text()
        if self._new_width(short=False) > box.width():
            words = tr("sort.drag.new")
        left = box.left() + 2 * _SIDE + _ICON - 6
        draw_line(painter, words, theme().font("body"), theme().colour("ink"), left, 0,
                  self.height())  # fmt: skip

    def _paint_theme(self, painter: QPainter, box: QRectF, group: Group) -> None:
        bold = theme().font("body-bold")
        plain = theme().font("body")
        left = box.left() + _SIDE
        number = str(group.number)
        draw_line(painter, number, bold, theme().colour("accent"), left, 0, self.height())
        left += text_width(number, bold) + _GAP
        room = int(box.right() - _SIDE - left)
        name = QFontMetrics(plain).elidedText(group.name, Qt.TextElideMode.ElideRight, room)
        if room > 0:
            draw_line(painter, name, plain, theme().colour("ink"), left, 0, self.height())

    def _new_width(self, *, short: bool) -> int:
        words = tr("sort.drag.new") if short else self.text()
        return 3 * _SIDE + _ICON + text_width(words, theme().font("body"))

    def _theme_width(self, group: Group) -> int:
        number = text_width(str(group.number), theme().font("body-bold"))
        return 2 * _SIDE + number + _GAP + text_width(group.name, theme().font("body")) + 1

    def _height(self) -> int:
        return min(theme().metrics.room_target, theme().metrics.foot - 8)


def _shared(wide: Sequence[int], room: int) -> list[int]:
    """Divide ``room`` px so that wide ones are shortened first, to one common width."""
    shares = dict.fromkeys(range(len(wide)), 0)
    left = max(0, room)
    for place, n in enumerate(sorted(shares, key=lambda one: wide[one])):
        shares[n] = min(wide[n], left // (len(wide) - place))
        left -= shares[n]
    return list(shares.values())
