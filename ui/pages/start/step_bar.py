"""Small bars that show which steps of a workshop are complete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painting import rounded
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_WIDTH = 12
_HEIGHT = 6
_GAP = 3
_AFTER = 8  # px of space behind the bars

BAR_WIDTH = len(Step) * (_WIDTH + _GAP) - _GAP
"""Width in px of all bars."""


class StepBar(QWidget):
    """The bars of one workshop, as a widget."""

    def __init__(self) -> None:
        super().__init__()
        self._done: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_done(self, done: Sequence[bool]) -> None:
        self._done = tuple(done)
        words = tr("start.records.steps_done", n=sum(self._done), all=len(self._done))
        self.setAccessibleName(words)
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BAR_WIDTH + _AFTER, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_steps(QPainter(self), 0, self.height() / 2, self._done)


def draw_steps(painter: QPainter, x: float, centre: float, done: Sequence[bool]) -> None:
    """Paint the bars, filled if done; the first one not done has the accent's border."""
    upcoming = list(done).index(False) if False in done else -1
    for number, is_done in enumerate(done):
        box = QRectF(x + number * (_WIDTH + _GAP), round(centre - _HEIGHT / 2), _WIDTH, _HEIGHT)
        if is_done:
            rounded(painter, box, 2, theme().colour("accent"))
        else:
            here = number == upcoming
            edge = theme().colour("accent" if here else "edge")
            width = 2 if here else 1
            inside = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
            rounded(painter, inside, 2, theme().colour("surface"), edge, width)
