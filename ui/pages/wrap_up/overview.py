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
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.boxes import NO_MARGINS, row
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.domain.action import by_day
from workshop_app.domain.agenda import step_times
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_BLOCKS = ("actions", "alone")
_PADDING = 14
_LOW_PADDING = 10
"""Space in px above and below the actions in a low window."""
_MOST_OVER = 2
"""Maximum number of steps over their planned time that are named."""


class Overview(QWidget):
    """Outcomes, actions, what each participant can do alone, and the papers.

    ``section_requested(name)``: the button of a block was pressed.
    """

    section_requested = Signal(str)

    def __init__(self, exporter: Exporter, pages: FirstPages) -> None:
        super().__init__()
        self._state: WorkshopState | None = None
        self._low = False
        self.badges = {kind: Badge(kind) for kind in OutcomeKind}
        self.blocks = {name: _block(name) for name in _BLOCKS}
        self._counts = QWidget()
        flow = Flow(6)
        self._counts.setLayout(flow)
        for badge in self.badges.values():
            flow.addWidget(badge)
        self._requests = Text("body-quiet", "", wrap=False)
        flow.addWidget(self._requests)
        self._time = Text("body-quiet", "", wrap=False)
        flow.addWidget(self._time)
        self._to_alone = _LinkToSection("alone")
        self._to_alone.button.clicked.connect(lambda: self.section_requested.emit("alone"))
        self.blocks["actions"].head.addSpacing(20)
        self.blocks["actions"].head.addWidget(self._to_alone)
        self._to_alone.hide()
        self._grid = grid = QGridLayout(self)
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
        self._state = state
        self._counts.setVisible(bool(state.listed))
        self._requests.setText(request_states(state))
        self._requests.setVisible(bool(state.requests))
        for kind, badge in self.badges.items():
            name = outcome_name(texts(), kind, state.left_open)
            n = state.outcome_counts[kind]
            badge.set_outcome(kind, tr("wrap_up.overview.outcome", n=n, outcome=name))
        written = sum(bool(who.can_do_alone.strip()) for who in state.participants)
        self.blocks["actions"].show_block(
            tr("wrap_up.actions.count", n=len(state.actions)),
            _actions(state, " " if self._low else "\n"),
        )
        alone = tr("wrap_up.overview.alone", n=written, total=len(state.participants))
        self.blocks["alone"].show_block(alone, _alone(state))
        self._to_alone.heading.setText(alone)
        self._time.setText(_time_taken(state))
        self.gallery.show_state(state)

    def set_low(self, low: bool) -> None:
        """In a low window give the actions the whole width, one line each.

        What each participant can do alone is then a line in the head of their block.
        """
        if low == self._low:
            return
        self._low = low
        self._grid.addWidget(self.blocks["actions"], 1, 0, 1, 2 if low else 1)
        margin = _LOW_PADDING if low else _PADDING
        self.blocks["actions"].content.setContentsMargins(_PADDING, margin, _PADDING, margin)
        self.blocks["alone"].setVisible(not low)
        self._to_alone.setVisible(low)
        if self._state is not None:
            self.show_state(self._state)

    def show_time(self, shown: bool) -> None:
        """Show or hide the time spent on the steps as text, used if there are no bars."""
        self._time.setVisible(shown)


class _LinkToSection(QWidget):
    """The heading of a section and the button that leads there, in one line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.heading = Text("section", "", wrap=False)
        to = tr("wrap_up.to", section=tr(f"wrap_up.section.{name}"))
        self.button = ActionButton(to, kind="quiet", size="small")
        row(self, self.heading, self.button, around=NO_MARGINS)


def _block(name: str) -> OverviewBlock:
    section = tr(f"wrap_up.section.{name}")
    to = tr("wrap_up.to", section=section)
    return OverviewBlock(section, to, "wrap_up.overview.below")


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


def _actions(state: WorkshopState, between: str) -> list[Piece]:
    """Return each action, with its owner and due date at the right, and ``between`` them."""
    pieces = []
    for action in by_day(state.actions):
        icon = ("check", "solution") if action.done else ("circle", "ink2")
        who = owner_name(state, action) or tr("wrap_up.actions.nobody")
        when = texts().date(action.due, year=False, short=True) or tr("wrap_up.actions.undated")
        pieces.append(
            Piece(action.text, icon=icon[0], icon_colour=icon[1], aside=f"{who}{between}{when}")
        )
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
