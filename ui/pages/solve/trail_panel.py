"""The way by which the room looked for a problem's answer: words, what it looked at, the choice."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.components.entry_details_view import DetailsView, Paragraph
from ui.components.page import FootContent
from ui.components.panel import Panel, icon_heading
from ui.pages.solve.entry_names import entry_names
from ui.theme.theme import theme
from ui.widgets.paging_buttons import PagingButtons
from ui.widgets.sheet import Sheet
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import Way, ways_to
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class TrailPanel(Panel):
    """Only read; PgUp and PgDn turn it."""

    NAME = "trail"

    def build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("solve.trail.heading"))
        self.view = DetailsView()
        self._paging = PagingButtons()
        self._paging.turned.connect(self.view.turn)
        self.view.page_changed.connect(self._show_paging)
        sheet = Sheet(padding=theme().metrics.gap + 8, spacing=10)
        sheet.content.addWidget(icon_heading("route", tr("solve.trail.heading")))
        sheet.content.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        paragraphs = self._paragraphs(ways_to(state, problem.id))
        if [part.text for part in self.view.rows] != [part.text for part in paragraphs]:
            self.view.show_paragraphs(paragraphs, tr("solve.trail.heading"))

    def do(self) -> None:
        self.left.emit()

    def foot(self) -> FootContent:
        return FootContent(left=[self.back], right=[self._paging], primary=self.primary)

    def focus_start(self) -> None:
        self.setFocus()

    def _paragraphs(self, ways: Iterable[Way]) -> list[Paragraph]:
        paragraphs = []
        for number, way in enumerate(ways, 1):
            quoted = tr("solve.details.quoted", word=way.words)
            head = tr("solve.trail.searched") if number == 1 else ""
            paragraphs.append(Paragraph(f"words-{number}", quoted, head, icon="search"))
            looked_at = [each for each in way.looked_at if each not in way.chosen]
            for which, ids in (("looked_at", looked_at), ("chosen", way.chosen)):
                if ids:
                    words = tr(f"solve.trail.{which}", names=entry_names(ids, self.api.answers))
                    icon = {"looked_at": "eye", "chosen": "check"}[which]
                    paragraphs.append(Paragraph(f"{which}-{number}", words, icon=icon))
            if not way.looked_at:
                words = tr("solve.trail.nothing")
                paragraphs.append(Paragraph(f"nothing-{number}", words, icon="eye-off"))
        return paragraphs or [Paragraph("none", tr("solve.trail.none"), icon="search")]

    def _show_paging(self) -> None:
        slots, rows = self.view.slots, len(self.view.rows)
        before = slots[0].row if slots else 0
        after = rows - slots[-1].row - slots[-1].ends if slots else 0
        self._paging.show_counts(before + (not slots[0].begins if slots else 0), after)
