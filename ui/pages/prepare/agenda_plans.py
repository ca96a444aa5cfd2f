"""Ready plans for the agenda, and one's own ones, kept by name among the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.icon_button import IconButton
from ui.widgets.shortcut import Shortcut
from workshop_app import paths, settings
from workshop_app.domain.agenda import TEMPLATES, Plan, minutes_in_order, plan_from
from workshop_app.i18n import tr

MOST_OWN = 5
"""One's own plans have the keys after those of the ready ones, up to 9."""
_NAME_LIMIT = 16


class AgendaPlans(QWidget):
    """A button with a key for each plan; ``chosen(name, plan)``. Below, the present one is kept."""

    chosen = Signal(str, dict)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._present: Plan = {}
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
        self.name.entered.connect(self._keep)
        self.name.too_long.connect(self._say_too_long)
        Shortcut("Alt+N", self, self.name.setFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._row)
        self._column.addWidget(self.name)
        self._fill()

    def show_plan(self, plan: Plan) -> None:
        """Take note of the plan in force, which can be kept."""
        self._present = plan

    def focus_first(self) -> None:
        """Put the keyboard on the first plan."""
        self._buttons[0].setFocus()

    def _plans(self) -> list[tuple[str, Plan]]:
        ready: list[tuple[str, Plan]] = [
            (tr("time.minutes", n=whole), plan) for whole, plan in TEMPLATES.items()
        ]
        own = self._api.settings.agendas.items()
        return ready + [(name, plan_from(minutes)) for name, minutes in own]

    def _fill(self) -> None:
        """Make the row of buttons anew."""
        before, self._row = self._row, QWidget()
        self._row.setAccessibleName(tr("time.templates"))
        flow = Flow(gap=8, parent=self._row)
        self._buttons: list[ActionButton] = []
        for number, (name, plan) in enumerate(self._plans(), 1):
            button = ActionButton(name, key=f"Alt+{number}", size="small")
            button.clicked.connect(lambda _=False, name=name, plan=plan: self._choose(name, plan))
            flow.addWidget(button)
            self._buttons.append(button)
            if number > len(TEMPLATES):
                remove = IconButton("close", tr("time.forget", name=name), size=16)
                remove.clicked.connect(lambda _=False, name=name: self._forget(name))
                flow.addWidget(remove)
        self._column.replaceWidget(before, self._row)
        discard(before)
        self._row.show()

    def _choose(self, name: str, plan: Plan) -> None:
        self.chosen.emit(name, dict(plan))

    def _keep(self, name: str) -> None:
        own = self._api.settings.agendas
        if name not in own and len(own) >= MOST_OWN:
            self._api.say_error(tr("time.too_many", n=MOST_OWN))
            return
        own[name] = minutes_in_order(self._present)
        if self._write():
            self.name.clear()
            self._api.toast(tr("time.saved", name=name))

    def _forget(self, name: str) -> None:
        self._api.settings.agendas.pop(name, None)
        if self._write():
            self.focus_first()
            self._api.toast(tr("time.forgotten", name=name))

    def _write(self) -> bool:
        self._fill()
        try:
            settings.save(self._api.settings, paths.settings_path())
        except OSError:
            self._api.say_error(tr("settings.not_kept"))
            return False
        return True

    def _say_too_long(self, length: int, limit: int) -> None:
        self._api.say_error(tr("time.name_too_long", n=length, limit=limit))
