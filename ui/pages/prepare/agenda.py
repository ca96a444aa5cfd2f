"""The agenda: minutes per step, drawn as bars, beside what the steps took; ready plans."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.prepare.agenda_plans import AgendaPlans
from ui.pages.prepare.section import Section
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.agenda_bars import AgendaBars
from ui.widgets.count_field import CountField
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.text import Text
from workshop_app.domain.agenda import compared, minutes_in_order, plan_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda, ClearTime
from workshop_app.services.commands.workshops import SetMinutes

_MOST = 600
_FIELDS_A_ROW = 4


class AgendaSection(Section):
    """Bars for the room, a field per step for the facilitator, ready plans, and the sum."""

    NAME = "agenda"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if theme().metrics.low else 14)
        self.total = Text("room-bold" if not self.private else "section")
        self.bars = AgendaBars()
        self._bars_layout = DeferredLayout(self, self._make_room)
        self.plans = AgendaPlans(self.api)
        self.plans.chosen.connect(self._apply)
        self.clear = ActionButton("", "clock", "Alt+X", "note")
        self.clear.clicked.connect(self._clear)
        self.other = ActionButton(tr("time.templates"), "timer", "Alt+A", "quiet")
        self.other.clicked.connect(lambda: self._show_plans(not self._plans_shown))
        self._fields: dict[str, CountField] = {}
        self._fields_area = QWidget()
        self._grid = QGridLayout(self._fields_area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().metrics.gap)
        head = QHBoxLayout()
        head.addWidget(self.total, 1)
        head.addWidget(self.clear)
        head.addWidget(self.other)
        column.addLayout(head)
        column.addWidget(self.bars)
        column.addWidget(self._fields_area)
        column.addWidget(self.plans)
        column.addStretch(1)
        self.plans.hide()

    def refresh(self, state: WorkshopState) -> None:
        for place, item in enumerate(state.agenda):
            if item.id not in self._fields:
                self._add_field(place, item.id, item.step)
            self._fields[item.id].set_value(item.minutes)
        parts = compared(state.agenda)
        self.bars.show_items(
            [(tr(f"steps.name.{part.step}"), part.planned) for part in parts],
            [part.minutes for part in parts],
        )
        self.plans.set_current(plan_of(state.agenda))
        total = sum(item.minutes for item in state.agenda)
        planned = _planned(state)
        key = "prepare.agenda_total_of" if planned else "prepare.agenda_total"
        self.total.setText(tr(key, n=total, planned=planned))
        spent = sum(part.minutes for part in parts)
        self.clear.setText(tr("time.clear", n=spent))
        self.clear.setVisible(spent > 0)

    def handle_escape(self) -> bool:
        shown = self._plans_shown
        self._show_plans(False)
        return shown

    @property
    def _plans_shown(self) -> bool:
        return not self.plans.isHidden()

    def _show_plans(self, shown: bool) -> None:
        """Show ready plans in place of the fields, or the fields again."""
        if shown == self._plans_shown:
            return
        self.plans.setVisible(shown)
        self._fields_area.setVisible(not shown)
        self._make_room()
        self.other.setText(tr("time.fields" if shown else "time.templates"))
        if shown:
            self.plans.focus_first()
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars_layout.invalidate()

    def _make_room(self) -> None:
        """In a low window the bars give way to the plans."""
        self.bars.setVisible(not (self._plans_shown and theme().metrics.tight))

    def _apply(self, name: str, plan: dict[Step, int]) -> None:
        if self.api.execute(ApplyAgenda(tuple(minutes_in_order(plan)))):
            self._show_plans(False)
            self.api.toast(tr("time.applied", name=name), undo=True)

    def _clear(self) -> None:
        if self.api.execute(ClearTime()):
            self.api.toast(tr("time.cleared"), undo=True)

    def _add_field(self, place: int, item_id: str, step: str) -> None:
        field = CountField(tr(f"steps.name.{step}"), _MOST, step=5)
        field.counted.connect(
            lambda minutes: self.api.execute(SetMinutes(item_id, "minutes", minutes or 0))
        )
        self._fields[item_id] = field
        in_row = _FIELDS_A_ROW // 2 if theme().stacked else _FIELDS_A_ROW
        self._grid.addWidget(field, place // in_row, place % in_row)
        if place == 0:
            self.setFocusProxy(field)


def _planned(state: WorkshopState) -> int:
    """The minutes between start and end, or 0 while one of them is not known."""
    workshop = state.workshop
    if not (workshop.start_time and workshop.end_time):
        return 0
    start = datetime.strptime(workshop.start_time, "%H:%M")  # noqa: DTZ007 - a time of day
    end = datetime.strptime(workshop.end_time, "%H:%M")  # noqa: DTZ007
    return max(0, round((end - start).total_seconds() / 60))
