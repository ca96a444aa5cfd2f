"""Private mode where there is room: the whole wrap-up on one page, each block leading on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.components.papers.exporter import Exporter
from ui.components.pieces import Piece, PieceView
from ui.pages.wrap_up import overview_words as words
from ui.pages.wrap_up.first_pages import FirstPages
from ui.pages.wrap_up.gallery import Gallery
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.flow import Flow
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_BLOCKS = ("actions", "alone")


class Overview(QWidget):
    """Read, and papers picked; ``wanted(section)`` when a block's button is pressed."""

    wanted = Signal(str)

    def __init__(self, desk: Exporter, pages: FirstPages) -> None:
        super().__init__()
        self.badges = {kind: Badge(kind) for kind in OutcomeKind}
        self.blocks = {name: Block(name) for name in _BLOCKS}
        counts = QWidget()
        flow = Flow(10)
        counts.setLayout(flow)
        for badge in self.badges.values():
            flow.addWidget(badge)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().metrics.gap)
        grid.addWidget(counts, 0, 0, 1, 2)
        for column, (name, block) in enumerate(self.blocks.items()):
            grid.addWidget(block, 1, column)
            block.button.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
        self.gallery = Gallery(desk, pages)
        self.gallery.wanted.connect(lambda: self.wanted.emit("papers"))
        grid.addWidget(self.gallery, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop as it stands."""
        kinds = [state.outcomes_of(problem) for problem in state.listed]
        for kind, badge in self.badges.items():
            n = sum(kind in found for found in kinds)
            badge.set_outcome(kind, tr("wrap_up.overview.outcome", n=n,
                                       outcome=tr(f"cards.outcome.{kind.value}")))  # fmt: skip
        written = sum(bool(who.can_do_alone.strip()) for who in state.participants)
        self.blocks["actions"].show_block(
            tr("wrap_up.actions.count", n=len(state.actions)), words.actions(state)
        )
        self.blocks["alone"].show_block(
            tr("wrap_up.overview.alone", n=written, total=len(state.participants)),
            words.alone(state),
        )
        self.gallery.show_state(state)


class Block(Sheet):
    """A heading with a button that leads to the section, and what stands there now."""

    def __init__(self, name: str) -> None:
        super().__init__(padding=14, spacing=4)
        self._heading = Text("section", "")
        place = tr(f"wrap_up.section.{name}")
        self.button = ActionButton(tr("wrap_up.overview.to", section=place), kind="quiet",
                                   size="small")  # fmt: skip
        self.story = PieceView(place)
        self.story.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.button)
        self.content.addLayout(head)
        self.content.addWidget(self.story, 1)

    def show_block(self, heading: str, pieces: list[Piece]) -> None:
        """Show what the section holds."""
        self._heading.setText(heading)
        self.story.show_pieces(pieces)
