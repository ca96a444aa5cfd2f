"""How many problems ended in which way; in private mode the whole wrap-up at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.components.page_memory import memory_of
from ui.components.section import Section
from ui.theme.theme import theme
from ui.widgets.agenda_bars import AgendaBars
from ui.widgets.badge import Badge
from ui.widgets.count_bar import CountBar
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.agenda import compared
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.pages.wrap_up.first_pages import FirstPages


class OutcomesSection(Section):
    """One line per kind of outcome, in the size the room reads.

    Private mode has what the steps took, and with room enough an overview in place of the lines;
    ``section_wanted(name)`` when it is to lead to another section.
    """

    NAME = "outcomes"

    section_wanted = Signal(str)

    def build(self) -> None:
        self._lead = Text("room-bold", "")
        self._both = Text("body-quiet", "")
        self._counts: dict[OutcomeKind, Text] = {}
        self.bars: dict[OutcomeKind, CountBar] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().metrics.gap)
        grid.addWidget(self._lead, 0, 0)
        sheet = Sheet(padding=theme().metrics.gap + 4, spacing=0)
        lines = QGridLayout()
        lines.setVerticalSpacing(theme().metrics.gap - 2)
        lines.setHorizontalSpacing(28)
        lines.setColumnStretch(2, 1)
        for place, kind in enumerate(OutcomeKind):
            count = Text("room-bold", "", wrap=False, align=Qt.AlignmentFlag.AlignRight)
            self._counts[kind] = count
            badge = Badge(kind, tr(f"cards.outcome.{kind.value}"), large=True)
            lines.addWidget(badge, place, 0)
            lines.addWidget(count, place, 1, Qt.AlignmentFlag.AlignRight)
            self.bars[kind] = CountBar("room-bold")
            lines.addWidget(self.bars[kind], place, 2)
        sheet.content.addLayout(lines)
        self._sheet = sheet
        grid.addWidget(sheet, 1, 0)
        grid.addWidget(self._both, 2, 0)
        if self.private:
            self.spent = AgendaBars()
            grid.addWidget(self.spent, 3, 0)
            self._add_overview(grid)
        grid.setRowStretch(5, 1)

    def focus_start(self) -> bool:
        return False

    def refresh(self, state: WorkshopState) -> None:
        kinds = [state.outcomes_of(problem) for problem in state.listed]
        self._lead.setText(tr("wrap_up.outcomes.lead", n=len(kinds)))
        counts = {kind: sum(kind in found for found in kinds) for kind in OutcomeKind}
        for kind, n in counts.items():
            self._counts[kind].setText(tr("wrap_up.outcomes.count", n=n))
            self.bars[kind].set_share(n / max(1, *counts.values()))
        several = sum(len(found) > 1 for found in kinds)
        if self.private:
            self._show_time(state)
            self.overview.show_state(state)
        self._both.setText(tr("wrap_up.outcomes.several", n=several) if several else "")

    def _add_overview(self, grid: QGridLayout) -> None:
        from ui.components.papers.exporter import Exporter
        from ui.pages.wrap_up.overview import Overview

        desk = Exporter(self.api, self.private)
        self.overview = Overview(desk, self._first_pages())
        self.overview.wanted.connect(self.section_wanted)
        grid.addWidget(self.overview, 4, 0)
        grid.setRowStretch(4, 100)
        theme().changed.connect(self._fit)
        self._fit()

    def _first_pages(self) -> FirstPages:
        """The pictures of papers, kept as long as the window."""
        from ui.pages.wrap_up.first_pages import FirstPages
        from ui.pages.wrap_up.gallery import DRAWN

        kept = memory_of(self.api, "first_pages")
        pages = kept.get("pages")
        if not isinstance(pages, FirstPages):
            window = self.api if isinstance(self.api, QWidget) else self.window()
            pages = kept["pages"] = FirstPages(window, DRAWN)
        return pages

    def _fit(self) -> None:
        from ui.components.side_layout import roomy

        wide = roomy()
        self.overview.setVisible(wide)
        for part in (self._lead, self._both, self._sheet):
            part.setVisible(not wide)

    def _show_time(self, state: WorkshopState) -> None:
        """What the steps took beside their plan, for the facilitator, once any took time."""
        parts = compared(state.agenda)
        self.spent.setVisible(any(part.seconds for part in parts))
        self.spent.show_items(
            [(tr(f"steps.name.{part.step}"), part.planned) for part in parts],
            [part.minutes for part in parts],
        )
