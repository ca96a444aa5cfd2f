"""Help: the overview picture of a workshop, and the rehearsal with the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Offers, back, primary
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.steps_picture import StepsPicture
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH
from ui.widgets.deferred_layout import Refitted
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr

_FACTS = {"menu": "menu", "undo": "undo", "private": "eye-off", "network": "no-network"}
"""What applies in every step, each with its icon."""


class WayPage(Refitted, Page):
    """Ctrl+Enter starts the rehearsal; Esc leads back to the previous page."""

    NAME = "way"
    GOES_BACK = True

    def build(self) -> None:
        metrics = theme().metrics
        self.picture = StepsPicture()
        self._facts = QWidget()
        lines = QGridLayout(self._facts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(14)
        lines.setVerticalSpacing(4 if metrics.narrow else metrics.gap)
        lines.setColumnStretch(1, 1)
        for line, (name, icon) in enumerate(_FACTS.items()):
            lines.addWidget(IconLabel(icon, "accent", 20), line, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(Text("body", tr(f"way.fact.{name}")), line, 1)
        self._column = PageColumn(
            self,
            Text("body-quiet", tr("way.lead")),
            Sheet(self.picture, padding=24),
            self._facts,
            STRETCH,
            gap=metrics.gap,
            above=metrics.top,
            below=metrics.gap,
        )
        self._rehearse = bind_button(self, "start.rehearse", self.api.rehearse)

    def offered(self) -> Offers:
        return {BACK: back(), "start.rehearse": primary()}

    def fit_parts(self) -> None:
        """Show what applies in every step if the picture leaves enough space."""
        self._facts.setVisible(not theme().stacked)
        if self._facts.isVisibleTo(self):
            self._column.invalidate()
            fits = self._column.totalHeightForWidth(self.width()) <= self.height()
            self._facts.setVisible(fits)

    def focus_start(self) -> None:
        self._rehearse.focus_button()
