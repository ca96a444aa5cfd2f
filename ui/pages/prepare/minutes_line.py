"""The line of the agenda: the minutes of each step as blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt

from ui.actions.binding import bind, bind_each
from ui.actions.offered import Offered, Offers
from ui.components.window_api import WindowApi
from ui.pages.prepare.margin_line import MarginLine
from ui.pages.prepare.words import is_too_long, minutes_between
from ui.widgets.agenda_bars import Share
from ui.widgets.agenda_blocks import STEP, AgendaBlocks
from ui.widgets.boxes import column
from ui.widgets.error_line import ErrorLine
from workshop_app.domain.agenda import StepTime, fitted_to, minutes_in_order, plan_of, whole_time
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, steps_of
from workshop_app.domain.workshop import AgendaItem
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda
from workshop_app.services.commands.workshops import SetMinutes


class MinutesLine(MarginLine):
    """Minutes are typed in a block, changed by keys, or moved to a neighbour with the mouse.

    ``show_plans`` is called when the whole time in the margin is pressed.
    """

    def __init__(self, api: WindowApi, role: str, show_plans: Callable[[], object]) -> None:
        super().__init__(tr("prepare.time"), above=14)
        self._api = api
        self._show_plans = show_plans
        self._items: tuple[AgendaItem, ...] = ()
        self._state: WorkshopState | None = None
        self.blocks = AgendaBlocks(role)
        self.blocks.row_actions = ("prepare.minutes", "prepare.plans", "prepare.clear_time")
        self.blocks.typed.connect(self._set)
        self.blocks.shifted.connect(self._shift)
        self.error = ErrorLine()
        self.blocks.refused.connect(self.error.show_sentence)
        bind_each(self.blocks, "prepare.minutes", self.blocks.change, listens=False)
        bind(self, "prepare.fit", self.fit)
        self.place(column(None, self.blocks, self.error, gap=4))
        self.label.setCursor(Qt.CursorShape.PointingHandCursor)
        self.label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.label and event.type() == QEvent.Type.MouseButtonPress:
            self._show_plans()
            return True
        return super().eventFilter(watched, event)

    def refresh(self, state: WorkshopState) -> None:
        self._state = state
        self.setVisible(state.workshop.kind.is_talk)
        self._items = shown_items(state)
        times = [StepTime(Step(one.step), one.minutes, one.spent) for one in self._items]
        self.blocks.show_shares(
            [Share(tr(f"steps.name.{one.step}"), one.planned, one.minutes) for one in times]
        )
        total = tr("time.minutes", n=whole_time(state.agenda)[0])
        self.label.setText(f"{tr('prepare.time')}\n{total}")
        self.label.set_role("meta", "danger" if is_too_long(state) else None)

    def offered(self) -> Offers:
        """Return what is offered for the current step, and for an agenda that is too long."""
        state = self._state
        if state is None:
            return {}
        step = self.blocks.fields[self.blocks.current].label
        fits = tr("prepare.hint.fit", n=minutes_between(state))
        return {
            ("prepare.minutes", -1): Offered(tr("prepare.agenda_less", step=step, n=STEP)),
            ("prepare.minutes", 1): Offered(tr("prepare.agenda_more", step=step, n=STEP)),
            "prepare.fit": Offered(fits, enabled=is_too_long(state)),
        }

    def focus(self) -> None:
        """Put the keyboard into the first block."""
        self.blocks.fields[0].setFocus()

    @property
    def wrong(self) -> str:
        """The step with something invalid as minutes; empty without one."""
        return next((field.label for field in self.blocks.fields if field.error), "")

    def fit(self) -> None:
        """Fit the agenda into the time between start and end."""
        state = self._state
        if state is None or not is_too_long(state):
            return
        minutes = minutes_between(state)
        plan = fitted_to(plan_of(state.agenda), state.workshop.kind, minutes)
        done = tr("time.applied", name=tr("time.minutes", n=minutes))
        self._api.execute(ApplyAgenda(tuple(minutes_in_order(plan))), done=done)

    def _set(self, index: int, minutes: int) -> None:
        self._api.execute(SetMinutes(self._items[index].id, "minutes", minutes))

    def _shift(self, index: int, minutes: int) -> None:
        """Move minutes to the step shown at ``index`` from the next one, or back if negative."""
        if self._state is None:
            return
        more, less = (Step(item.step) for item in self._items[index : index + 2])
        plan = plan_of(self._state.agenda)
        plan[more] += minutes
        plan[less] -= minutes
        if minutes < 0:
            more, less = less, more
        names = {"more": tr(f"steps.name.{more}"), "less": tr(f"steps.name.{less}")}
        done = tr("time.shifted", n=abs(minutes), **names)
        self._api.execute(ApplyAgenda(tuple(minutes_in_order(plan))), done=done)


def shown_items(state: WorkshopState) -> tuple[AgendaItem, ...]:
    """Return the steps of the contact; Prepare, which is over then, only if it has minutes."""
    steps = steps_of(state.workshop.kind)
    return tuple(
        item
        for item in state.agenda
        if item.step in steps and (item.step != Step.PREPARE or item.minutes or item.spent)
    )
