"""Papers as rows with a box, and beside them what is done with the ticked ones."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.page_column import PageColumn
from ui.rows.paged_list import PagedList
from ui.rows.style import Style, paper
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.i18n import tr

_BESIDE = 26  # px between the rows and what is beside them
_LIST_SHARE, _SIDE_SHARE = 9, 5
_GAP = 12  # px


class PaperList(QWidget):
    """A title, rows, and ``side`` beside them; in a narrow window that is below them.

    Subclasses fill ``side`` and override ``tick`` and ``look``, which get the id of a row.
    """

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, title: str) -> None:
        super().__init__()
        self.list = PagedList(tr("given.list"), style=_style, paging_keys=False)
        self.side = column(None, gap=_GAP)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(self.list, _LIST_SHARE)
        self._sides.addLayout(self.side, _SIDE_SHARE)
        self.column = PageColumn(self, Text("problem", title), gap=6 if theme().metrics.low else 10)
        self.column.place((self._sides, 1), spans=True)
        bind(self.list.view, "hand_outs.tick", self._tick_current)
        self.list.ticked.connect(self.tick)
        self.list.acted.connect(self.look)
        self.list.activated.connect(self.look)
        theme().follow(self._place_side)

    def tick(self, name: str) -> None:
        """Tick a row, or take the tick away."""

    def look(self, name: str) -> None:
        """Show the pages of a paper."""

    def focus_start(self) -> None:
        """Give the focus to the rows."""
        self.list.view.setFocus()

    def _tick_current(self) -> bool:
        name = self.list.current_id()
        if name is None:
            return False
        self.tick(name)
        return True

    def _place_side(self) -> None:
        metrics = theme().metrics
        directions = QBoxLayout.Direction
        below = directions.TopToBottom if metrics.narrow else directions.LeftToRight
        self._sides.setDirection(below)
        self._sides.setSpacing(_GAP if metrics.narrow else 0)
        self._sides.setStretch(1, 0 if metrics.narrow else _SIDE_SHARE)
        left = metrics.edge if metrics.narrow else _BESIDE
        self.side.setContentsMargins(left, 0, metrics.margin, 0)


def _style(role: str, width: int) -> Style:
    """Return the measures of the rows, which are a little higher than others."""
    style = paper(role, width)
    return style._replace(pad=style.pad + 3, least=style.least + 6)


def in_line() -> bool:
    """Return whether what is below the rows of a narrow window is in one line."""
    return theme().metrics.narrow and not theme().stacked
