"""Rows some of whose cells are computed only when they are about to be painted."""

from __future__ import annotations

from collections.abc import Callable

from ui.rows.cells import Cell, Fit
from ui.rows.layout import RowLayout
from ui.rows.row import Row, detail
from ui.rows.view import RowsView

CellsOf = Callable[[str], tuple[Cell, ...]]


class MarkedRowsView(RowsView):
    """Calls ``cells`` with the text of a row when the row comes onto the page.

    Of thousands of rows only those on the page cost time. If a name does not fit, the cell only
    says that an answer fits, and how well; its name is below the current row.
    """

    def __init__(self, role: str, cells: CellsOf) -> None:
        super().__init__(role)
        self._cells = cells
        self._made: dict[str, tuple[Cell, ...]] = {}
        """The cells that were computed, by the text of their row."""

    def lay_out(self, row: Row, current: bool, leads: bool = False) -> RowLayout:
        cells = self._made[row.text] = self._cells(row.text)
        layout = super().lay_out(row._replace(after=(*row.after, *cells)), current, leads)
        if layout.fits:
            return layout
        named = "  ".join(
            cell.words.removesuffix(cell.own_words).rstrip()
            for cell in cells
            if isinstance(cell, Fit)
        )
        short = (cell.alone() if isinstance(cell, Fit) else cell for cell in cells)
        brief = row._replace(opened=row.opened or detail(named), after=(*row.after, *short))
        return super().lay_out(brief, current, leads)
