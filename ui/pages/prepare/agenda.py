"""Plans for the agenda: the predefined ones, and the facilitator's own from the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_button, bind_buttons
from ui.components.section import Section
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.icon_button import IconButton
from workshop_app.domain.agenda import (
    Plan,
    minutes_in_order,
    plan_for,
    plan_from,
    plan_of,
    templates_of,
    whole_time,
)
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda, ClearTime

MOST_OWN = 5
"""Own plans have the keys after those of the predefined plans, up to Alt+9."""
_NAME_LIMIT = 16


class AgendaSection(Section):
    """A button with a key for each plan; choosing one leads back to the lines.

    A line saves the current plan under a name, and a button clears the time spent.
    """

    NAME = "agenda"

    def build(self) -> None:
        self._kind = ContactKind.WORKSHOP
        self._row = QWidget()
        self.name = EntryLine(
            tr("time.save_name"),
            tr("time.save_name"),
            icon="save",
            role="body",
            limit=_NAME_LIMIT,
            button=tr("time.save_button"),
            name="new-plan",
        )
        self.name.entered.connect(self._save)
        bind(self, "prepare.keep", self.name.setFocus)
        self._use = bind_buttons(self, "prepare.nth", self._use_plan)
        self._clear_time = bind_button(self, "prepare.clear_time", self._clear)
        self._clear_time.setText(tr("time.clear", n=0))
        self.clear = ActionButton(action=self._clear_time, kind="note")
        self._column = column(self, self._row, self.name, self.clear, STRETCH, gap=14)
        self._fill()

    def refresh(self, state: WorkshopState) -> None:
        if state.workshop.kind is not self._kind:
            self._kind = state.workshop.kind
            self._fill()
        minutes = minutes_in_order(plan_of(state.agenda))
        for button, (_name, plan) in zip(self.buttons, self._plans(), strict=True):
            current = minutes_in_order(plan) == minutes
            button.set_icon("check" if current else None)
            button.setAccessibleDescription(tr("time.current") if current else "")
        _, spent = whole_time(state.agenda)
        self._clear_time.setText(tr("time.clear", n=spent))
        self.clear.setVisible(spent > 0)

    def focus_start(self) -> bool:
        self.buttons[0].setFocus()
        return True

    def _plans(self) -> list[tuple[str, Plan]]:
        ready: list[tuple[str, Plan]] = [
            (tr("time.minutes", n=whole), plan) for whole, plan in templates_of(self._kind).items()
        ]
        own = self.api.settings.agendas.items()
        return ready + [(name, plan_for(self._kind, plan_from(minutes))) for name, minutes in own]

    def _fill(self) -> None:
        """Replace the row of buttons."""
        before = self._row
        self._row = QWidget()
        self._row.setAccessibleName(tr("time.templates"))
        flow = Flow(gap=8, parent=self._row)
        self.buttons: list[ActionButton] = []
        for number, (name, _plan) in enumerate(self._plans(), 1):
            button = ActionButton(name, action=self._use[number - 1], size="small")
            flow.addWidget(button)
            self.buttons.append(button)
            if number > len(templates_of(self._kind)):
                remove = IconButton("close", tr("time.forget", name=name), size=16)
                remove.clicked.connect(lambda _=False, name=name: self._remove(name))
                flow.addWidget(remove)
        self._column.replaceWidget(before, self._row)
        discard(before)
        self._row.show()

    def _use_plan(self, number: int) -> None:
        name, plan = self._plans()[number - 1]
        done = tr("time.applied", name=name)
        if self.api.execute(ApplyAgenda(tuple(minutes_in_order(plan))), done=done):
            self.section_requested.emit("lines")

    def _save(self, name: str) -> None:
        own = self.api.settings.agendas
        if name not in own and len(own) >= MOST_OWN:
            self.api.say_error(tr("time.too_many", n=MOST_OWN))
            return
        current = minutes_in_order(plan_of(self.state.agenda))
        saved = self.api.save_setting(agendas={**own, name: current})
        self._fill()
        self.refresh(self.state)
        if saved:
            self.name.clear()
            self.api.toast(tr("time.saved", name=name))

    def _remove(self, name: str) -> None:
        own = self.api.settings.agendas
        saved = self.api.save_setting(agendas={key: own[key] for key in own if key != name})
        self._fill()
        self.refresh(self.state)
        if saved:
            self.focus_start()
            self.api.toast(tr("time.forgotten", name=name))

    def _clear(self) -> None:
        self.api.execute(ClearTime(), done=tr("time.cleared"))
