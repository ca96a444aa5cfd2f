"""The papers as small first pages in a row, and the other documents as ticks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from ui.components.papers.exporter import Exporter
from ui.components.papers.papers_picked import GROUP, title_of
from ui.pages.wrap_up.first_pages import FirstPages
from ui.pages.wrap_up.paper_card import PaperCard
from ui.pages.wrap_up.paper_status import state_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

DRAWN = ("handout", "summary", "dossier", "follow_up", "record")
"""The papers about what came out; those for the day itself are ticks."""
_STAND_LINE = 26  # px, so that nothing moves when a paper begins to be made
_TICKS = ("agenda", "worksheets", GROUP)


class Gallery(Sheet):
    """``opened(name)``: a paper is to be looked at; ``wanted``: the section of papers is.

    ``picked`` when a tick changed, ``again`` when a failed export is to be tried again.
    """

    opened = Signal(str)
    wanted = Signal()
    picked = Signal()
    again = Signal()

    def __init__(self, desk: Exporter, pages: FirstPages) -> None:
        super().__init__(padding=14, spacing=4)
        self._desk, self._pages = desk, pages
        self._state: WorkshopState | None = None
        self._height_layout = DeferredLayout(self, self._claim_height)
        self.cards = {name: PaperCard(name) for name in DRAWN}
        self.ticks = {name: TickBox(title_of(name)) for name in _TICKS}
        self._heading = Text("section", tr("wrap_up.section.papers"))
        self._count = Text("meta", "", wrap=False)
        place = tr("wrap_up.section.papers")
        self.button = ActionButton(
            tr("wrap_up.overview.to", section=place), kind="quiet", size="small"
        )
        self._arrange()
        self.button.clicked.connect(self.wanted)
        for name, card in self.cards.items():
            card.picture.clicked.connect(lambda _on=False, name=name: self.opened.emit(name))
            card.retry.clicked.connect(lambda _on=False, name=name: self._retry(name))
        for name, tick in self._all_ticks().items():
            tick.toggled.connect(lambda on, name=name: self._pick(name, on))
        pages.changed.connect(self.show_stand)

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop's papers, and have their pictures drawn."""
        self._state = state
        for name, tick in self._all_ticks().items():
            tick.show_on(self._desk.picked.is_picked(name))
            tick.setEnabled(self._desk.picked.is_for(name))
        if self.isVisible():
            self._pages.want(lambda name: self._desk.to_look_at(state, name))
        self.show_stand()

    def show_stand(self) -> None:
        """Show how each paper stands now."""
        n = len(self._desk.picked.names)
        self._count.setText(tr("wrap_up.gallery.count", n=n))
        for name, card in self.cards.items():
            card.show_page(self._pages.of(name), state_of(name, self._desk, self._pages))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._height_layout.invalidate()
        return done

    def _claim_height(self) -> None:
        """All the lines at this width: what stands above can be scrolled, this cannot."""
        height = self.content.heightForWidth(self.width())
        if height > 0 and height != self.minimumHeight():
            self.setMinimumHeight(height)

    def _all_ticks(self) -> dict[str, TickBox]:
        return {name: card.tick for name, card in self.cards.items()} | self.ticks

    def _pick(self, name: str, on: bool) -> None:
        self._desk.picked.pick(name, on)
        self.show_stand()
        self.picked.emit()

    def _retry(self, name: str) -> None:
        page = self._pages.of(name)
        if page is not None and page.error is not None:
            self._pages.retry(name)
        else:
            self.again.emit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.button)
        self.content.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap)
        grid.setVerticalSpacing(4)
        for place, card in enumerate(self.cards.values()):
            card.put_into(grid, place)
            grid.setColumnStretch(place, 1)
        grid.setRowMinimumHeight(3, _STAND_LINE)
        line = QFrame()
        line.setProperty("role", "upright")
        grid.addWidget(line, 0, len(DRAWN), 4, 1)
        grid.addLayout(self._others(), 0, len(DRAWN) + 1, 4, 1)
        grid.setColumnStretch(len(DRAWN) + 1, 1)
        self.content.addLayout(grid)

    def _others(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Text("body-bold", tr("wrap_up.gallery.others")))
        for name, tick in self.ticks.items():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text("body", title_of(name)), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column
