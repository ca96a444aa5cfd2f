"""An entry line that is a line of the page: no box, its number or icon in the margin."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.boxes import row
from ui.widgets.digits import draw_digits
from ui.widgets.entry_line import EntryLine
from ui.widgets.field_box import MARGIN, FieldBox
from ui.widgets.painting import fill, mark_bar, mark_current
from ui.widgets.plain_field import PlainField
from ui.widgets.typing_guard import follow_focus

_GAP = 12  # px between what is after the field
_HIGHER = 6  # px that it is higher than a row on paper with the same text


class RuledLine(EntryLine):
    """An entry line that spans the page; its field begins at the text edge."""

    SPANS_PAGE: ClassVar[bool] = True

    def set_lead(self, lead: str) -> None:
        """Show a number in the margin, where an icon would be."""
        if isinstance(self._box, _Rules):
            self._box.set_lead(lead)

    def set_icon(self, icon: str) -> None:
        """Show another icon in the margin."""
        if isinstance(self._box, _Rules):
            self._box.set_icon(icon)

    def _say(self, sentence: str) -> None:
        metrics = theme().metrics
        self._error.setContentsMargins(metrics.edge, 0, metrics.margin, 0)
        super()._say(sentence)

    def _boxed(self, icon: str | None) -> FieldBox:
        return _Rules(self.field, icon)


class _Rules(FieldBox):
    """The field begins at the page's text edge, and the line spans the width of the page.

    What is after the field stands beside its last line, which stays in place while the field grows:
    the line is the last one of a page. A search is the first one, so there it is the first line.

    While the focus is inside, it is tinted like a current row; a search, beside which another row
    is current, only has an accented rule.
    """

    lead = ""
    """The number in the margin, if there is no icon."""

    def __init__(self, field: PlainField, icon: str | None) -> None:
        self._ends = QWidget()
        self._trailing = row(self._ends, gap=_GAP)
        super().__init__(field, icon)
        end = Qt.AlignmentFlag.AlignTop if icon == "search" else Qt.AlignmentFlag.AlignBottom
        self._row.addWidget(self._ends, 0, end)
        self._focused = False
        follow_focus(self._follow_focus)

    def add_trailing(self, widget: QWidget) -> None:
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._trailing.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_icon(self, icon: str) -> None:
        """Change the icon in the margin."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_lead(self, lead: str) -> None:
        """Change the number in the margin."""
        if lead != self.lead:
            self.lead = lead
            self.update()

    def paint(self, painter: QPainter) -> None:
        metrics = theme().metrics
        whole = QRectF(self.rect())
        if self._focused and self._icon != "search":
            mark_current(painter, whole)
            mark_bar(painter, whole)
        else:
            width = whole.width() - metrics.edge - metrics.margin
            rule = QRectF(metrics.edge, whole.height() - 1, width, 1)
            token = "danger" if self._wrong else "accent" if self._focused else "edge"
            fill(painter, rule, token)
        right = metrics.edge - metrics.hang
        line = theme().line_height(self.field.role)
        top = self.field.mapTo(self, self.field.rect().topLeft()).y()
        if self._icon:
            side = self._icon_side()
            paint_icon(painter, self._icon, "accent", right - side, top + line / 2, side)
        elif self.lead:
            font = theme().sized_font(theme().text_size(self.field.role), True)
            draw_digits(painter, self.lead, font, "accent", right, top, line)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        focused = now is not None and self.isAncestorOf(now)
        if focused != self._focused:
            self._focused = focused
            self.update()

    def restyle(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.edge, MARGIN, metrics.margin, MARGIN)
        line = theme().line_height(self.field.role)
        high = line + 2 * metrics.pad(line) + _HIGHER
        above = max(0, (high - line) // 2 - MARGIN)
        self._inner.setContentsMargins(0, above, 0, above)
        self._ends.setMinimumHeight(line + 2 * above)
        self.setMinimumHeight(metrics.target + 4)
        self.update()
