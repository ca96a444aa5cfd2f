"""The agenda: planned minutes of each step next to the minutes spent, and predefined plans."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions.binding import bind, bind_each
from ui.components.section import Section
from ui.pages.prepare.agenda_plans import AgendaPlans
from ui.pages.prepare.hints import minutes_between
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.agenda_bars import AgendaBars
from ui.widgets.boxes import NO_MARGINS, STRETCH, column, row
from ui.widgets.count_field import CountField
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.text import Text
from workshop_app.domain.agenda import minutes_in_order, plan_of, step_times
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, steps_of
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda, ClearTime
from workshop_app.services.commands.workshops import SetMinutes

_MOST = 600
_STEP = 5  # minutes
_FIELDS_A_ROW = 4
_ROW_ACTIONS = ("prepare.minutes", "prepare.plans", "prepare.clear_time")


class AgendaSection(Section):
    """The sum, a bar and a field for each step; predefined plans can replace the fields."""

    NAME = "agenda"

    def build(self) -> None:
        self.total = Text("room-bold" if not self.private else "section")
        self.bars = AgendaBars(movable=True)
        self.bars.minutes_shifted.connect(self._shift)
        self.bars.part_pressed.connect(self._go_to_part)
        self.bars.row_actions = _ROW_ACTIONS
        self._bars_layout = DeferredLayout(self, self._hide_bars_if_low)
        self.plans = AgendaPlans(self.api)
        self.plans.chosen.connect(self._apply)
        self._clear_time = bind(self, "prepare.clear_time", self._clear, on_button=True)
        self._clear_time.setText(tr("time.clear", n=0))
        self.clear = ActionButton(action=self._clear_time, kind="note")
        self._toggle_plans = bind(
            self, "prepare.plans", lambda: self._show_plans(not self._plans_shown), on_button=True
        )
        self._less, self._more = bind_each(self, "prepare.minutes", self._change_minutes)
        self._fields: dict[str, CountField] = {}
        self._at = ""
        """Id of the item in whose field the cursor was last."""
        self._fields_area = QWidget()
        self._grid = QGridLayout(self._fields_area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().metrics.gap)
        column(
            self,
            row(
                None,
                (self.total, 1),
                self.clear,
                ActionButton(action=self._toggle_plans, kind="quiet"),
            ),
            self.bars,
            self._fields_area,
            self.plans,
            STRETCH,
            gap=8 if theme().metrics.low else 14,
            around=NO_MARGINS,
        )
        self.plans.hide()

    def refresh(self, state: WorkshopState) -> None:
        steps = steps_of(state.workshop.kind)
        for position, item in enumerate(state.agenda):
            if item.id not in self._fields:
                self._add_field(position, item.id, item.step)
            self._fields[item.id].set_value(item.minutes)
            self._fields[item.id].setVisible(item.step in steps)
        parts = step_times(state.agenda)
        self.bars.show_items(
            [(tr(f"steps.name.{part.step}"), part.planned) for part in parts],
            [part.minutes for part in parts],
        )
        self.plans.set_current(plan_of(state.agenda), state.workshop.kind)
        total = sum(item.minutes for item in state.agenda)
        planned = minutes_between(state)
        key = "prepare.agenda_total_of" if planned else "prepare.agenda_total"
        self.total.setText(tr(key, n=total, planned=planned))
        spent = sum(part.minutes for part in parts)
        self._clear_time.setText(tr("time.clear", n=spent))
        self.clear.setVisible(spent > 0)

    def handle_escape(self) -> bool:
        shown = self._plans_shown
        self._show_plans(False)
        return shown

    @property
    def _plans_shown(self) -> bool:
        return not self.plans.isHidden()

    def _show_plans(self, shown: bool) -> None:
        """Show predefined plans instead of the fields, or the fields again."""
        if shown == self._plans_shown:
            return
        self.plans.setVisible(shown)
        self._fields_area.setVisible(not shown)
        self._hide_bars_if_low()
        self._toggle_plans.setText(tr("time.fields" if shown else "time.templates"))
        if shown:
            self.plans.focus_first()
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars_layout.invalidate()

    def _hide_bars_if_low(self) -> None:
        """Hide the bars in a low window while the plans are shown."""
        self.bars.setVisible(not (self._plans_shown and theme().metrics.rather_low))

    def _apply(self, name: str, plan: dict[Step, int]) -> None:
        if self.api.execute(ApplyAgenda(tuple(minutes_in_order(plan)))):
            self._show_plans(False)
            self.api.toast(tr("time.applied", name=name), undo=True)

    def _shift(self, index: int, minutes: int) -> None:
        """Move minutes to the step shown at ``index`` from the next one, or back if negative."""
        state = self.api.session.state
        if state is None:
            return
        more, less = (part.step for part in step_times(state.agenda)[index : index + 2])
        plan = plan_of(state.agenda)
        plan[more] += minutes
        plan[less] -= minutes
        if minutes < 0:
            more, less = less, more
        if self.api.execute(ApplyAgenda(tuple(minutes_in_order(plan)))):
            names = {"more": tr(f"steps.name.{more}"), "less": tr(f"steps.name.{less}")}
            self.api.toast(tr("time.shifted", n=abs(minutes), **names), undo=True)

    def _change_minutes(self, by: int) -> None:
        """Change the minutes of the current step."""
        field = self._fields.get(self._at) or next(iter(self._fields.values()))
        field.change_by(by * _STEP)

    def _go_to_part(self, index: int) -> None:
        """Focus the field of the step shown at ``index``."""
        state = self.state
        step = step_times(state.agenda)[index].step
        item = next(one for one in state.agenda if one.step == step)
        self._show_plans(False)
        self._fields[item.id].setFocus()
        self._take(item.id)

    def _take(self, item_id: str) -> None:
        self._at = item_id
        item = next((one for one in self.state.agenda if one.id == item_id), None)
        if item is not None:
            name = tr(f"steps.name.{item.step}")
            self._less.setText(tr("prepare.agenda_less", step=name, n=_STEP))
            self._more.setText(tr("prepare.agenda_more", step=name, n=_STEP))

    def _clear(self) -> None:
        if self.api.execute(ClearTime()):
            self.api.toast(tr("time.cleared"), undo=True)

    def _add_field(self, position: int, item_id: str, step: str) -> None:
        field = CountField(tr(f"steps.name.{step}"), _MOST, step=_STEP)
        field.row_actions = _ROW_ACTIONS
        field.field.focus_entered.connect(partial(self._take, item_id))
        field.value_changed.connect(
            lambda minutes: self.api.execute(SetMinutes(item_id, "minutes", minutes or 0))
        )
        self._fields[item_id] = field
        in_row = _FIELDS_A_ROW // 2 if theme().stacked else _FIELDS_A_ROW
        self._grid.addWidget(field, position // in_row, position % in_row)
        if position == 0:
            self.setFocusProxy(field)
            self._take(item_id)
