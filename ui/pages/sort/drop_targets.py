"""The themes in the foot bar, onto which dragged rows are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.sort.groups import Group
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr

NEW_THEME = ""
"""Represents a new theme among the ids of themes."""
_ICON = 16
_SIDE = 14
_GAP = 10
_LEAST = 28


class DropTargets(Painted):
    """One place for each theme, then one for a new theme; shown while rows are dragged.

    If there is no space for all names, the themes are numbers, and the name is beside the pointer.
    """

    STAYS: ClassVar[bool] = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes: tuple[Group, ...] = ()
        self._aimed: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("sort.drag.new"))
        self.hide()

    def show_themes(self, themes: Sequence[Group]) -> None:
        """Show these themes beside a new one."""
        self._themes = tuple(themes)
        self.updateGeometry()
        self.update()

    def theme_at(self, point: QPoint) -> str | None:
        """Return the id of the theme at a global position, or `NEW_THEME`; None elsewhere."""
        if not self.isVisible():
            return None
        here = self.mapFromGlobal(point)
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
        """The position of each theme in px, by id, that of a new one last."""
        widths = self._widths(named=True)
        if _sum(widths) > self.width():
            widths = self._widths(named=False)
        if _sum(widths) > self.width():  # very many themes
            room = self.width() - _GAP * len(widths)
            widths = [max(1, room // len(widths))] * len(widths)
        ends = accumulate(width + _GAP for width in widths)
        ids = [*(group.id for group in self._themes), NEW_THEME]
        return {
            one: QRectF(end - _GAP - width, 0, width, self.height())
            for one, end, width in zip(ids, ends, widths, strict=True)
        }

    def sizeHint(self) -> QSize:
        return QSize(_sum(self._widths(named=True)), self._height())

    def minimumSizeHint(self) -> QSize:
        metrics = theme().metrics
        room = theme().width - metrics.rail - metrics.edge - metrics.margin
        named = _sum(self._widths(named=True))
        least = (len(self._themes) + 1) * (_LEAST + _GAP) - _GAP
        return QSize(named if named <= room else least, self._height())

    def paint(self, painter: QPainter) -> None:
        groups = {group.id: group for group in self._themes}
        for theme_id, box in self.boxes().items():
            aimed = theme_id == self._aimed
            tint = theme().colour("accent_soft" if aimed else "surface")
            edge = theme().colour("accent" if aimed else "edge")
            frame = box.adjusted(1, 1, -1, -1)
            rounded(painter, frame, 8, tint, edge, 2 if aimed else 1, dashed=not aimed)
            self._paint_words(painter, box, groups.get(theme_id))

    def _paint_words(self, painter: QPainter, box: QRectF, group: Group | None) -> None:
        words = _words(group)
        wide = text_width(words, theme().font("body"))
        icon = _ICON + _GAP if group is None else 0
        if icon + wide + 2 * _SIDE > box.width() + 1:
            words = str(group.number) if group is not None else ""
            wide = text_width(words, theme().font("body")) if words else -_GAP
        left = round(box.center().x() - (icon + wide) / 2)
        if group is None:
            square = QRectF(left, round(box.center().y() - _ICON / 2), _ICON, _ICON)
            paint_icon(painter, "plus", "accent", square)
        ink = theme().colour("ink")
        draw_line(painter, words, theme().font("body"), ink, left + icon, box.top(), box.height())

    def _widths(self, *, named: bool) -> list[int]:
        """Return the widths in px of all places, of the themes with or without their names."""
        font = theme().font("body")
        words = [_words(group) if named else str(group.number) for group in self._themes]
        new = _ICON + _GAP + text_width(_words(None), font) + 2 * _SIDE
        least = _LEAST if not named else 0
        return [*(max(least, text_width(one, font) + 2 * _SIDE) for one in words), new]

    def _height(self) -> int:
        return min(theme().metrics.room_target, theme().metrics.foot - 8)


def _words(group: Group | None) -> str:
    if group is None:
        return tr("sort.theme_line")
    return tr("sort.numbered", number=group.number, name=group.name)


def _sum(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)
