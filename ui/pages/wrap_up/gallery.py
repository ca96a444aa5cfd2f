"""The papers as a row of small first pages, and the other documents as check boxes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from exports.registry import ALL_PAPERS, GALLERY
from ui.components.papers.exporter import Exporter
from ui.components.papers.selection import FILES_CHOICE, title_of
from ui.pages.wrap_up.first_pages import FirstPages
from ui.pages.wrap_up.paper_card import PaperCard
from ui.pages.wrap_up.paper_status import status_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.check_button import TICK_BOX, CheckButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.line import Line
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_STATUS_HEIGHT = 26
"""Height of the row of statuses in px, so that nothing moves when a paper is being created."""
_OTHERS = (*(name for name in ALL_PAPERS if name not in GALLERY), FILES_CHOICE)
"""The choices that are check boxes without a picture."""


class Gallery(Sheet):
    """``preview_requested(name)`` for a paper, ``section_requested`` for the section of papers.

    ``selection_changed``: a box was ticked; ``export_requested``: retry a failed export.
    """

    preview_requested = Signal(str)
    section_requested = Signal()
    selection_changed = Signal()
    export_requested = Signal()

    def __init__(self, exporter: Exporter, pages: FirstPages) -> None:
        super().__init__(padding=14, spacing=4)
        self._exporter = exporter
        self._pages = pages
        self._state: WorkshopState | None = None
        self._height_layout = DeferredLayout(self, self._claim_height)
        self.cards = {name: PaperCard(name) for name in GALLERY}
        self.ticks = {name: CheckButton(title_of(name), TICK_BOX) for name in _OTHERS}
        self._names = {name: Text("body", title_of(name)) for name in _OTHERS}
        self._heading = Text("section", tr("wrap_up.section.papers"))
        self._count = Text("meta", "", wrap=False)
        name = tr("wrap_up.section.papers")
        self.button = ActionButton(tr("wrap_up.to", section=name), kind="quiet", size="small")
        self._arrange()
        self.button.clicked.connect(self.section_requested)
        for name, card in self.cards.items():
            card.picture.clicked.connect(
                lambda _on=False, name=name: self.preview_requested.emit(name)
            )
            card.retry.clicked.connect(lambda _on=False, name=name: self._retry(name))
        for name, tick in self._all_ticks().items():
            tick.toggled.connect(lambda on, name=name: self._select(name, on))
        pages.changed.connect(self.show_status)

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop's papers, and render their pictures."""
        self._state = state
        for name, tick in self._all_ticks().items():
            tick.show_on(self._exporter.selection.is_selected(name))
            tick.setEnabled(self._exporter.selection.is_available(name))
        for name, words in self._names.items():
            for part in (self.ticks[name], words):
                part.setVisible(self._exporter.selection.is_offered(name))
        if self.isVisible():
            self._pages.request(lambda name: self._exporter.preview_order(state, name))
        self.show_status()

    def show_status(self) -> None:
        """Show the number of selected documents, and the status of each paper."""
        n = len(self._exporter.selection.names)
        self._count.setText(tr("wrap_up.gallery.count", n=n))
        for name, card in self.cards.items():
            card.show_page(self._pages.page_of(name), status_of(name, self._exporter, self._pages))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._height_layout.invalidate()
        return done

    def _claim_height(self) -> None:
        """Take the height of all rows, since it cannot scroll, unlike the blocks above."""
        height = self.content.heightForWidth(self.width())
        if height > 0 and height != self.minimumHeight():
            self.setMinimumHeight(height)

    def _all_ticks(self) -> dict[str, CheckButton]:
        return {name: card.tick for name, card in self.cards.items()} | self.ticks

    def _select(self, name: str, on: bool) -> None:
        self._exporter.selection.select(name, on)
        self.show_status()
        self.selection_changed.emit()

    def _retry(self, name: str) -> None:
        page = self._pages.page_of(name)
        if page is not None and page.error is not None:
            self._pages.retry(name)
        else:
            self.export_requested.emit()

    def _arrange(self) -> None:
        head = row(None, self._heading, self._count, STRETCH, self.button, gap=12)
        self.content.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap)
        grid.setVerticalSpacing(4)
        for number, card in enumerate(self.cards.values()):
            card.add_to(grid, number)
            grid.setColumnStretch(number, 1)
        grid.setRowMinimumHeight(3, _STATUS_HEIGHT)
        grid.addWidget(Line(upright=True), 0, len(GALLERY), 4, 1)
        grid.addLayout(self._others(), 0, len(GALLERY) + 1, 4, 1)
        grid.setColumnStretch(len(GALLERY) + 1, 2)  # a name has one or two lines there
        self.content.addLayout(grid)

    def _others(self) -> QVBoxLayout:
        layout = column(None, Text("body-bold", tr("wrap_up.gallery.others")), gap=8)
        for name, tick in self.ticks.items():
            box = row(None, (tick, 0, Qt.AlignmentFlag.AlignTop), (self._names[name], 1), gap=8)
            layout.addLayout(box)
        layout.addStretch(1)
        return layout
