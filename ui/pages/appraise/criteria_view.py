"""The view of the six criteria: steady rows, as high as the page allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from ui.pages.appraise.verdicts import criterion_word
from ui.rows.row import Row
from ui.rows.style import Style, paper_table
from ui.rows.view import RowsView
from ui.theme.theme import theme
from workshop_app.domain.appraisal import Criterion
from workshop_app.i18n import tr

_SHARE, _SHARE_NARROW = 2.06, 1.94
"""The height of a row where there is enough, in the size of its letters."""
_AROUND_LINE = 6  # px above and below a line of text together, at least
_LETTERS = 5  # beside the answers, at least
_BESIDE = 12  # px between a question and its answers, at least


class CriteriaView(RowsView):
    """All rows have the same height, whatever is answered."""

    def __init__(self) -> None:
        self._row_height = 0
        self._end: int | None = None
        super().__init__("room", self._steady)
        self.setAccessibleName(tr("appraise.criteria.label"))

    @property
    def criterion(self) -> Criterion:
        """The current criterion."""
        row = self.current_row
        return Criterion(row.id) if row is not None else Criterion.WHO

    def select(self, criterion: Criterion) -> None:
        """Make another criterion the current one."""
        self.set_current(list(Criterion).index(criterion))

    def show_criteria(self, rows: Sequence[Row]) -> None:
        """Show the rows of an appraisal; the current criterion stays."""
        if tuple(rows) != self.rows:
            self.set_rows(rows, self.criterion.value)

    @property
    def least_height(self) -> int:
        """The height in px of all rows where there is little."""
        return (theme().line_height(self.role) + _AROUND_LINE) * len(Criterion)

    def fit_rows(self, height: int, end: int | None) -> None:
        """Let the rows share ``height`` px, and end ``end`` px before the right edge.

        ``None`` is the page's margin.
        """
        share = _SHARE_NARROW if theme().metrics.narrow else _SHARE
        most = max(theme().metrics.row, round(theme().text_size(self.role) * share))
        row = max(self.least_height, min(most * len(Criterion), height)) // len(Criterion)
        if (row, end) != (self._row_height, self._end):
            self._row_height, self._end = row, end
            self._layouts.clear()
            self.measure_all()
            self._invalidate_page(fill_up=True)

    def is_after_page(self, criterion: Criterion) -> bool:
        """Return whether a criterion is on a later page."""
        return list(Criterion).index(criterion) >= len(self.rows) - self.rows_after()

    def row_description(self, row: Row) -> str:
        return "  ".join(cell.words for cell in row.after)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.accessible_row_at(event.pos().toPointF())
            words = criterion_word(Criterion(self.rows[index].id)) if index >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _steady(self, role: str, width: int) -> Style:
        style = paper_table(role, width)
        pad = max(0, (self._row_height - style.line) // 2)
        return style._replace(
            pad=pad, least=self._row_height, letters=_LETTERS, end=self._end, between=_BESIDE
        )
