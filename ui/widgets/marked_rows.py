"""Rows that get further marks only when they are about to be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ui.widgets.row_layout import RowLayout
from ui.widgets.rows import Mark, Row
from ui.widgets.rows_view import RowsView

MarksOf = Callable[[str], tuple[Mark, ...]]


class MarkedRowsView(RowsView):
    """Asks ``marks`` for the marks of a row's text when the row comes onto the page.

    Of thousands of rows only those that are looked at cost anything.
    """

    def __init__(self, role: str, marks: MarksOf) -> None:
        super().__init__(role)
        self._marks = marks

    def lay_out(self, row: Row, current: bool) -> RowLayout:
        return super().lay_out(replace(row, marks=(*row.marks, *self._marks(row.text))), current)
