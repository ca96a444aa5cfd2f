"""Plans for the agenda: the predefined ones, and the facilitator's own from the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.components.page import WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.icon_button import IconButton
from workshop_app.domain.agenda import Plan, minutes_in_order, plan_for, plan_from, templates_of
from workshop_app.domain.contact import ContactKind
from workshop_app.i18n import tr

MOST_OWN = 5
"""Own plans have the keys after those of the predefined plans, up to Alt+9."""
_NAME_LIMIT = 16


class AgendaPlans(QWidget):
    """A button with a key for each plan, and a line that saves the current plan under a name.

    ``chosen(name, plan)``: a plan is to be used.
    """

    chosen = Signal(str, dict)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._current: Plan = {}
        self._kind = ContactKind.WORKSHOP
        self._row = QWidget()
        self.name = EntryLine(
            tr("time.save_name"),
            tr("time.save_name"),
            icon="save",
            role="body",
            limit=_NAME_LIMIT,
            button=tr("time.save_button"),
        )
        self.name.button.set_kind("secondary")
        self.name.entered.connect(self._save)
        self.name.limit_exceeded.connect(self._say_too_long)
        bind(self, "prepare.keep", self.name.setFocus)
        self._use = bind_each(self, "prepare.nth", self._use_plan, on_button=True)
        self._column = column(self, self._row, self.name, gap=8, around=NO_MARGINS)
        self._fill()

    def set_current(self, plan: Plan, kind: ContactKind) -> None:
        """Set the plan of the open contact, which can be saved under a name, and its kind."""
        self._current = plan
        if kind is not self._kind:
            self._kind = kind
            self._fill()

    def focus_first(self) -> None:
        self._buttons[0].setFocus()

    def _plans(self) -> list[tuple[str, Plan]]:
        ready: list[tuple[str, Plan]] = [
            (tr("time.minutes", n=whole), plan) for whole, plan in templates_of(self._kind).items()
        ]
        own = self._api.settings.agendas.items()
        return ready + [(name, plan_for(self._kind, plan_from(minutes))) for name, minutes in own]

    def _fill(self) -> None:
        """Replace the row of buttons."""
        before = self._row
        self._row = QWidget()
        self._row.setAccessibleName(tr("time.templates"))
        flow = Flow(gap=8, parent=self._row)
        self._buttons: list[ActionButton] = []
        for number, (name, _plan) in enumerate(self._plans(), 1):
            button = ActionButton(name, action=self._use[number - 1], size="small")
            flow.addWidget(button)
            self._buttons.append(button)
            if number > len(templates_of(self._kind)):
                remove = IconButton("close", tr("time.forget", name=name), size=16)
                remove.clicked.connect(lambda _=False, name=name: self._remove(name))
                flow.addWidget(remove)
        self._column.replaceWidget(before, self._row)
        discard(before)
        self._row.show()

    def _use_plan(self, number: int) -> None:
        name, plan = self._plans()[number - 1]
        self.chosen.emit(name, dict(plan))

    def _save(self, name: str) -> None:
        own = self._api.settings.agendas
        if name not in own and len(own) >= MOST_OWN:
            self._api.say_error(tr("time.too_many", n=MOST_OWN))
            return
        saved = self._api.save_setting(agendas={**own, name: minutes_in_order(self._current)})
        self._fill()
        if saved:
            self.name.clear()
            self._api.toast(tr("time.saved", name=name))

    def _remove(self, name: str) -> None:
        own = self._api.settings.agendas
        saved = self._api.save_setting(agendas={key: own[key] for key in own if key != name})
        self._fill()
        if saved:
            self.focus_first()
            self._api.toast(tr("time.forgotten", name=name))

    def _say_too_long(self, length: int, limit: int) -> None:
        self._api.say_error(tr("time.name_too_long", n=length, limit=limit))
