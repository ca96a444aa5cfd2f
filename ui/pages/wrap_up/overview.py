"""Private mode in a large window: the whole wrap-up on one page, with links to its sections."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.components.hand_over import request_states
from ui.components.overview_block import OverviewBlock
from ui.components.papers.exporter import Exporter
from ui.components.pieces import Piece
from ui.pages.wrap_up.first_pages import FirstPages
from ui.pages.wrap_up.gallery import Gallery
from ui.pages.wrap_up.owners import owner_name
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.domain.agenda import step_times
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_BLOCKS = ("actions", "alone")
_MOST_OVER = 2
"""Maximum number of steps over their planned time that are named."""


class Overview(QWidget):
    """Outcomes, actions, what each participant can do alone, and the papers.

    ``section_requested(name)``: the button of a block was pressed.
    """

    section_requested = Signal(str)

    def __init__(self, exporter: Exporter, pages: FirstPages) -> None:
        super().__init__()
        self.badges = {kind: Badge(kind) for kind in OutcomeKind}
        self.blocks = {name: _block(name) for name in _BLOCKS}
        self._counts = QWidget()
        flow = Flow(10)
        self._counts.setLayout(flow)
        for badge in self.badges.values():
            flow.addWidget(badge)
        self._requests = Text("body-quiet", "", wrap=False)
        flow.addWidget(self._requests)
        self._time = Text("body-quiet", "", wrap=False)
        flow.addWidget(self._time)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().metrics.gap)
        grid.addWidget(self._counts, 0, 0, 1, 2)
        for column, (name, block) in enumerate(self.blocks.items()):
            grid.addWidget(block, 1, column)
            block.button.clicked.connect(
                lambda _on=False, name=name: self.section_requested.emit(name)
            )
        self.gallery = Gallery(exporter, pages)
        self.gallery.section_requested.connect(lambda: self.section_requested.emit("papers"))
        grid.addWidget(self.gallery, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop."""
        kinds = [state.outcomes_of(problem) for problem in state.listed]
        self._counts.setVisible(bool(kinds))
        self._requests.setText(request_states(state))
        self._requests.setVisible(bool(state.requests))
        for kind, badge in self.badges.items():
            n = sum(kind in found for found in kinds)
            badge.set_outcome(kind, tr("wrap_up.overview.outcome", n=n,
                                       outcome=tr(f"cards.outcome.{kind.value}")))  # fmt: skip
        written = sum(bool(who.can_do_alone.strip()) for who in state.participants)
        self.blocks["actions"].show_block(
            tr("wrap_up.actions.count", n=len(state.actions)), _actions(state)
        )
        self.blocks["alone"].show_block(
            tr("wrap_up.overview.alone", n=written, total=len(state.participants)),
            _alone(state),
        )
        self._time.setText(_time_taken(state))
        self.gallery.show_state(state)

    def show_time(self, shown: bool) -> None:
        """Show or hide the time spent on the steps as text, used if there are no bars."""
        self._time.setVisible(shown)


def _block(name: str) -> OverviewBlock:
    section = tr(f"wrap_up.section.{name}")
    return OverviewBlock(section, tr("wrap_up.to", section=section))


def _time_taken(state: WorkshopState) -> str:
    """Return the minutes spent and planned, and the steps that exceeded the plan most."""
    parts = step_times(state.agenda)
    longest = sorted((part for part in parts if part.over > 0), key=lambda part: -part.over)
    over = [
        tr("wrap_up.overview.over", step=tr(f"steps.name.{part.step}"), n=part.over)
        for part in longest[:_MOST_OVER]
    ]
    taken = sum(part.minutes for part in parts)
    words = tr("wrap_up.overview.time", n=taken, planned=sum(part.planned for part in parts))
    return "  ".join((words, *over))


def _actions(state: WorkshopState) -> list[Piece]:
    """Return each action, with its owner and due date at the right."""
    pieces = []
    for action in state.actions:
        icon = ("check", "solution") if action.done else ("circle", "ink2")
        who = owner_name(state, action) or tr("wrap_up.actions.nobody")
        when = texts().date(action.due, year=False, short=True) or tr("wrap_up.actions.undated")
        pieces.append(Piece(action.text, icon=icon[0], icon_colour=icon[1], aside=f"{who}\n{when}"))
    return pieces or [Piece(tr("wrap_up.actions.empty"), "body-quiet")]


def _alone(state: WorkshopState) -> list[Piece]:
    """Return what each participant can do alone, or that it was not asked yet."""
    pieces = []
    for who in state.participants:
        lines = [line.strip() for line in who.can_do_alone.splitlines() if line.strip()]
        icon = ("circle-check", "solution") if lines else ("circle-dashed", "ink2")
        name = texts().person(who.name, who.honorific)
        said = "\n".join(lines) or tr("wrap_up.overview.not_asked")
        role = "body" if lines else "body-quiet"
        pieces.append(Piece(said, role, icon=icon[0], icon_colour=icon[1], lead=name))
    return pieces or [Piece(tr("wrap_up.alone.empty"), "body-quiet")]
