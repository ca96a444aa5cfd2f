"""Private mode in a large window: the whole wrap-up on one page, with links to its sections."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from exports.progress import ExportResult
from ui.components.owners import owner_name
from ui.components.paragraph_view import ParagraphView, text_row
from ui.pages.wrap_up.handover_check import handover_check
from ui.rows.row import Aside, Line, Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.boxes import flow, row
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.action import Action
from workshop_app.domain.agenda import step_times, whole_time
from workshop_app.domain.facts.can_do import people_with_lines
from workshop_app.domain.facts.outcomes import outcomes
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import all_actions
from workshop_app.services.promise_words import requests_words

_BLOCKS = {"actions": "actions", "alone": "alone", "before": "papers", "next": "next_time"}
"""The blocks by name, each with the section to which it leads."""
_MOST_OVER = 2
"""Maximum number of steps over their planned time that are named."""


class Overview(QWidget):
    """Outcomes, actions, what each participant can do alone, a checklist, and the next date.

    ``section_requested(name)``: the button of a block was pressed.
    """

    section_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.badges = {kind: Badge(kind) for kind in OutcomeKind}
        self.blocks = {name: _Block(section) for name, section in _BLOCKS.items()}
        counts = QWidget()
        self._counts = counts
        self._requests = Text("body-quiet", wrap=False)
        self._time = Text("body-quiet", wrap=False)
        flow(counts, *self.badges.values(), self._requests, self._time, gap=6)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().metrics.gap)
        grid.addWidget(counts, 0, 0, 1, 2)
        for number, (name, block) in enumerate(self.blocks.items()):
            grid.addWidget(block, 1 + number // 2, number % 2)
            block.button.clicked.connect(partial(self.section_requested.emit, _BLOCKS[name]))
        for index in (0, 1):
            grid.setRowStretch(1 + index, 2 - index)
            grid.setColumnStretch(index, 15 - index)

    def show_state(
        self,
        state: WorkshopState,
        result: ExportResult | None,
        unentered: Sequence[str],
        slack: int,
    ) -> None:
        """Show the workshop, and for the checklist its last export and what is not entered.

        ``slack`` is the setting of days between the product team's reply and the promised day.
        """
        self._counts.setVisible(bool(state.listed))
        self._requests.setText(requests_words(texts(), state))
        self._requests.setVisible(bool(state.requests))
        found = outcomes(state)
        for kind, badge in self.badges.items():
            name = outcome_name(texts(), kind, found.left)
            n = found.counts[kind]
            badge.set_outcome(kind, tr("wrap_up.overview.outcome", n=n, outcome=name))
        actions, alone, before, following = self.blocks.values()
        to_do = all_actions(state, texts())
        actions.show_block(tr("wrap_up.actions.count", n=len(to_do)), _actions(state, to_do))
        total = len(state.participants)
        alone.show_block(
            tr("wrap_up.overview.alone", n=people_with_lines(state), total=total), _alone(state)
        )
        checks = handover_check(state, result, unentered, slack)
        before.show_block(tr("wrap_up.overview.before"), checks)
        following.show_block(tr("wrap_up.next_time.day"), _next_time(state))
        self._time.setText(_time_taken(state))
        self._time.setVisible(any(part.seconds for part in step_times(state.agenda)))


class _Block(Sheet):
    """The content of a section below a heading, with a button that leads to the section."""

    def __init__(self, name: str) -> None:
        super().__init__(padding=14, spacing=4)
        section = tr(f"wrap_up.section.{name}")
        self._heading = Text("section")
        self.button = ActionButton(tr("wrap_up.to", section=section), kind="quiet", size="small")
        self.texts = ParagraphView("body", section)
        self.texts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.texts.page_changed.connect(self._show_below)
        self._below = Text("meta", wrap=False)
        head = row(None, (self._heading, 1), self._below, self.button, gap=10)
        self.add(head, (self.texts, 1))

    def show_block(self, heading: str, texts: Sequence[Row]) -> None:
        """Show the heading and the content of the section."""
        self._heading.setText(heading)
        self.texts.show_paragraphs(texts)

    def _show_below(self) -> None:
        """Say how many texts are below the visible ones."""
        count = self.texts.rows_after()
        self._below.setText(tr("wrap_up.overview.below", n=count) if count else "")


def _time_taken(state: WorkshopState) -> str:
    """Return the minutes spent and planned, and the steps that exceeded the plan most."""
    parts = step_times(state.agenda)
    longest = sorted((part for part in parts if part.over > 0), key=lambda part: -part.over)
    over = [
        tr("wrap_up.overview.over", step=tr(f"steps.name.{part.step}"), n=part.over)
        for part in longest[:_MOST_OVER]
    ]
    planned, taken = whole_time(state.agenda)
    words = tr("wrap_up.overview.time", n=taken, planned=planned)
    return "  ".join((words, *over))


def _actions(state: WorkshopState, to_do: list[Action]) -> list[Row]:
    """Return each action, with its owner and due date at the right."""
    pieces = []
    for action in to_do:
        icon = ("check", "solution") if action.done else ("circle", "ink2")
        who = owner_name(state, action) or tr("wrap_up.actions.nobody")
        day = texts().brief_date(action.due, weekday=False) if action.due else ""
        when = day or tr("wrap_up.actions.undated")
        what = text_row(action.text, icon=icon[0], colour=icon[1])
        pieces.append(what._replace(asides=(Aside(Line(f"{who} {when}", "meta")),)))
    return pieces or [text_row(tr("wrap_up.actions.empty"), "body-quiet")]


def _alone(state: WorkshopState) -> list[Row]:
    """Return what each participant can do alone, or that it was not asked yet."""
    pieces = []
    for who in state.participants:
        lines = who.alone
        icon = ("circle-check", "solution") if lines else ("circle-dashed", "ink2")
        name = texts().addressed(who)
        said = "\n".join(lines) or tr("wrap_up.overview.not_asked")
        role = "body" if lines else "body-quiet"
        pieces.append(text_row(said, role, icon=icon[0], colour=icon[1], lead=name))
    return pieces or [text_row(tr("wrap_up.alone.empty"), "body-quiet")]


def _next_time(state: WorkshopState) -> list[Row]:
    """Return the next date, its place and its note."""
    workshop = state.workshop
    day = texts().date_and_time(workshop.next_date, workshop.next_time)
    role = "body-bold" if day else "body-quiet"
    pieces = [text_row(day or tr("wrap_up.overview.no_date"), role, icon="calendar")]
    more = filter(None, (workshop.next_place, workshop.next_note))
    return [*pieces, *map(text_row, more)]
