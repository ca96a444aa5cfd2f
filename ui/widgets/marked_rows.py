"""Rows that get further marks only when they are about to be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ui.theme.theme import theme
from ui.widgets.fit_bars import fit_word
from ui.widgets.row_layout import RowLayout
from ui.widgets.rows import Mark, Row
from ui.widgets.rows_view import RowsView

MarksOf = Callable[[str], tuple[Mark, ...]]


class MarkedRowsView(RowsView):
    """Asks ``marks`` for the marks of a row's text when the row comes onto the page.

    Of thousands of rows only those that are looked at cost anything. While projecting, how well
    an answer fits stands beside the words, and which one it is under those in hand.
    """

    def __init__(self, role: str, marks: MarksOf) -> None:
        super().__init__(role)
        self._marks = marks

    def lay_out(self, row: Row, current: bool) -> RowLayout:
        marks = self._marks(row.text)
        if not theme().metrics.private:
            named = "  ".join(
                mark.text.removesuffix(fit_word(mark.fit)).rstrip() for mark in marks if mark.fit
            )
            row = replace(row, detail=row.detail or named)
            marks = tuple(
                replace(mark, text=fit_word(mark.fit)) if mark.fit else mark for mark in marks
            )
        return super().lay_out(replace(row, marks=(*row.marks, *marks)), current)
