"""The column at the right edge in private mode."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.components.pieces import PieceView
from ui.components.side_layout import paint_panel_background, roomy
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.line import Line
from ui.widgets.text import Text

_PAD = 20
_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class SidePanel(QWidget):
    """A heading, ``details``, and at the bottom ``note``, a field for private notes.

    If three columns do not fit, only the note is shown, without a background.
    """

    def __init__(self, heading: str, note: QWidget | None = None) -> None:
        super().__init__()
        self.details = PieceView(heading)
        self._heading = Text("section", heading)
        self._column = column(self, self._heading, (self.details, 1), gap=10)
        self._line = Line()
        if note is not None:
            self.hold(note)
        theme().changed.connect(self._fit)
        self._fit()

    def hold(self, note: QWidget) -> None:
        """Move a widget to the bottom, out of its current layout."""
        if note.parentWidget() is not self:
            self._column.addWidget(self._line)
            self._column.addWidget(note)
            self._fit()

    def set_heading(self, heading: str) -> None:
        """Set the heading, which is also the accessible name of the details."""
        self._heading.setText(heading)
        self.details.setAccessibleName(heading)

    def _fit(self) -> None:
        metrics = theme().metrics
        wide = roomy()
        self._heading.setVisible(wide)
        self.details.setVisible(wide)
        self._line.setVisible(wide and self._column.indexOf(self._line) >= 0)
        self.setMinimumWidth(metrics.panel if wide else 0)
        self.setMaximumWidth(metrics.panel if wide else _WIDEST)
        pad = _PAD if wide else 0
        self._column.setContentsMargins(pad, metrics.top if wide else 0, pad,
                                        metrics.gap if wide else 0)  # fmt: skip
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel_background(self)
