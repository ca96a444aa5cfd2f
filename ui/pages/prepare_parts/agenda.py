"""The agenda: minutes per step, drawn as bars."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from ui.pages.prepare_parts.section import Section
from ui.theme.theme import theme
from ui.widgets.agenda_bars import AgendaBars
from ui.widgets.count_field import CountField
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import SetMinutes

_MOST = 600
_FIELDS_A_ROW = 4


class AgendaSection(Section):
    """Bars for the room, a field per step for the facilitator, and the sum."""

    NAME = "agenda"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.total = Text("room-bold" if not self.private else "section")
        self.bars = AgendaBars()
        self._fields: dict[str, CountField] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().metrics.gap)
        column.addWidget(self.total)
        column.addWidget(self.bars)
        column.addLayout(self._grid)
        column.addStretch(1)

    def refresh(self, state: WorkshopState) -> None:
        for place, item in enumerate(state.agenda):
            if item.id not in self._fields:
                self._add_field(place, item.id, item.step)
            self._fields[item.id].set_value(item.minutes)
        self.bars.show_items(
            [(tr(f"steps.name.{item.step}"), item.minutes) for item in state.agenda if item.minutes]
        )
        total = sum(item.minutes for item in state.agenda)
        planned = _planned(state)
        key = "prepare.agenda_total_of" if planned else "prepare.agenda_total"
        self.total.setText(tr(key, n=total, planned=planned))

    def _add_field(self, place: int, item_id: str, step: str) -> None:
        field = CountField(tr(f"steps.name.{step}"), _MOST, step=5)
        field.counted.connect(
            lambda minutes: self.context.execute(SetMinutes(item_id, "minutes", minutes or 0))
        )
        self._fields[item_id] = field
        self._grid.addWidget(field, place // _FIELDS_A_ROW, place % _FIELDS_A_ROW)
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
