"""Rows whose marks are computed only when they are about to be painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ui.widgets.row_layout import RowLayout
from ui.widgets.rows import Mark, Row
from ui.widgets.rows_view import RowsView

MarksOf = Callable[[str], tuple[Mark, ...]]


class MarkedRowsView(RowsView):
    """Calls ``marks`` with the text of a row when the row comes onto the page.

    Of thousands of rows only those on the page cost time. If a name does not fit, the mark only
    says that an answer fits, and how well; its name is below the current row.
    """

    def __init__(self, role: str, marks: MarksOf) -> None:
        super().__init__(role)
        self._marks = marks

    def lay_out(self, row: Row, current: bool) -> RowLayout:
        marks = self._marks(row.text)
        layout = super().lay_out(replace(row, marks=(*row.marks, *marks)), current)
        if layout.marks_fit:
            return layout
        named = "  ".join(
            mark.text.removesuffix(mark.fit_words).rstrip() for mark in marks if mark.fit
        )
        short = (replace(mark, text=mark.fit_alone) if mark.fit else mark for mark in marks)
        brief = replace(row, detail=row.detail or named, marks=(*row.marks, *short))
        return super().lay_out(brief, current)
