"""How well an answer fits: four bars and a word; and the mark of a limit about the problem."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr

_BAR = QSize(20, 9)
_GAP = 4
_WORD_GAP = 12
_GOOD = 3
_ICON = 18
_ICON_GAP = 6
LIMIT_ICON = "circle-alert"


class FitBars(QWidget):
    """``level`` of 1 to 4 filled bars, with its word before them unless ``word`` is given."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    def __init__(self, level: int, word: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, word)
        theme().changed.connect(self._restyle)

    def set_level(self, level: int, word: str | None = None) -> None:
        """Set the level; raises ``ValueError`` outside 1 to 4."""
        if not 1 <= level <= 4:
            raise ValueError(level)
        self._level = level
        self._word = fit_word(level) if word is None else word
        self.setAccessibleName(tr("widgets.fit.spoken", word=self._word, level=level))
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(fit_width(self._word), round(theme().metrics.meta * 1.6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_fit(QPainter(self), self._level, self._word, 0, self.height() / 2)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def fit_word(level: int) -> str:
    """Return the word for a level of 1 to 4."""
    return tr(f"widgets.fit.level{level}")


def is_limited(level: int, limit: str) -> bool:
    """Return whether an answer is praised although one of its limits is about the problem.

    A mark next to the fit then says so. A part fit needs none, since its word says as much.
    """
    return bool(limit) and level >= _GOOD


def fit_width(word: str) -> int:
    """Return the width in px of word and bars."""
    bars = 4 * _BAR.width() + 3 * _GAP
    return bars + (_WORD_GAP + text_width(word, theme().font("meta")) if word else 0)


def limit_width(*, worded: bool = True) -> int:
    """Return the width in px of the mark of a limit: its icon, and its words if ``worded``."""
    if not worded:
        return _ICON
    return _ICON + _ICON_GAP + text_width(tr("widgets.fit.limited"), theme().font("meta"))


def draw_limit(painter: QPainter, x: float, centre: float, *, worded: bool = True) -> None:
    """Paint the mark of a limit with the left edge at ``x``; its icon alone unless ``worded``."""
    box = QRectF(round(x), round(centre - _ICON / 2), _ICON, _ICON)
    paint_icon(painter, LIMIT_ICON, "ink2", box)
    if not worded:
        return
    words = tr("widgets.fit.limited")
    left = x + _ICON + _ICON_GAP
    draw_line(painter, words, theme().font("meta"), theme().colour("ink2"), left, centre - 10, 20)


def draw_fit(painter: QPainter, level: int, word: str, x: float, centre: float) -> None:
    """Paint word and bars with the left edge at ``x``."""
    font = theme().font("meta")
    if word:
        draw_line(painter, word, font, theme().colour("ink2"), x, centre - 10, 20)
        x += text_width(word, font) + _WORD_GAP
    for number in range(4):
        filled = number < level
        bar = QRectF(x, centre - _BAR.height() / 2, _BAR.width(), _BAR.height())
        token = "accent" if filled else "edge"
        rounded(
            painter,
            bar.adjusted(0.5, 0.5, -0.5, -0.5),
            3,
            theme().colour(token) if filled else None,
            theme().colour(token),
        )
        x += _BAR.width() + _GAP
