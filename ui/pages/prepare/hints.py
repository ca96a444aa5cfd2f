"""What is easily overlooked in Prepare: a known customer, a name, a list, a long agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.page import WindowApi
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.agenda import fitted_to, minutes_in_order, plan_of, time_between
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.look_alike import looks
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import UseCustomer


def is_too_long(state: WorkshopState) -> bool:
    """Return whether the steps take more minutes than there are between start and end."""
    planned = minutes_between(state)
    return bool(planned) and sum(item.minutes for item in state.agenda) > planned


def minutes_between(state: WorkshopState) -> int:
    """Return the minutes between start and end, or 0 if one of them is unknown."""
    return time_between(state.workshop.start_time, state.workshop.end_time)


class PrepareHints(QWidget):
    """Lines below the sections, each with a button; a line disappears when it does not apply.

    The line about a list is the last one, so that its button stays where it is.
    ``section_requested(name)`` leads to another section, ``facilitator_requested`` to the field for
    the facilitator's name.
    """

    section_requested = Signal(str)
    facilitator_requested = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._plan: list[int] = []
        """The minutes per step that fit, as in `minutes_in_order`."""
        self.minutes = 0
        """The minutes between the begin and the end of the workshop."""
        self._customer = ""
        """The id of an earlier customer of the same name; empty for none."""
        same = ActionButton(tr("prepare.hint.same_do"), "building", size="small")
        same.clicked.connect(self._use_same)
        asked_same = Text("body", tr("prepare.hint.same"), wrap=False)
        self._same_line = _line("building", asked_same, same)
        fit = ActionButton(
            action=bind(self, "prepare.fit", self._apply, on_button=True), size="small"
        )
        self._too_long = Text("body-bold", "", wrap=False)
        self._too_long_line = _line("timer", self._too_long, fit)
        to_list = ActionButton(tr("prepare.hint.to_list"), "paste", size="small")
        to_list.clicked.connect(lambda: self.section_requested.emit("advance"))
        asked = Text("body", tr("prepare.hint.list"), wrap=False)
        self._list_line = _line("mail", asked, to_list)
        to_name = ActionButton(tr("prepare.hint.to_facilitator"), "pen", size="small")
        to_name.clicked.connect(self.facilitator_requested)
        who = Text("body", tr("prepare.hint.facilitator"), wrap=False)
        self._name_line = _line("people", who, to_name)
        column(
            self,
            self._same_line,
            self._too_long_line,
            self._name_line,
            self._list_line,
            gap=6,
            around=NO_MARGINS,
        )

    def show_state(self, state: WorkshopState, *, people: bool, most: int) -> None:
        """Show what applies, the first ``most`` lines; ``people``: participants are being entered.

        While participants are entered, a missing name of the facilitator is asked for, and an
        earlier customer of the same name is offered, since only that customer's people are known.
        """
        workshop = state.workshop
        self._customer = (people and self._earlier_customer(state)) or ""
        too_long = is_too_long(state)
        if too_long:
            between = minutes_between(state)
            total = sum(item.minutes for item in state.agenda)
            self.minutes = between
            self._plan = minutes_in_order(fitted_to(plan_of(state.agenda), workshop.kind, between))
            self._too_long.setText(tr("prepare.hint.too_long", n=total, planned=between))
        asks = not state.problems
        nameless = people and not (workshop.facilitator or self._api.settings.facilitator)
        lines = {
            self._same_line: bool(self._customer),
            self._too_long_line: too_long,
            self._name_line: nameless,
            self._list_line: asks,
        }
        shown = [line for line, applies in lines.items() if applies][:most]
        for line in lines:
            line.setVisible(line in shown)
        self.setVisible(bool(shown))

    def _earlier_customer(self, state: WorkshopState) -> str | None:
        earlier = queries.earlier_customers(self._api.session, state.customer.id)
        return earlier.get(looks(customer_key(state.customer.name)))

    def _use_same(self) -> None:
        if self._api.execute(UseCustomer(self._customer)) is not None:
            self._api.toast(tr("prepare.same_customer_used"), undo=True)

    def _apply(self) -> None:
        from workshop_app.services.commands.agenda import ApplyAgenda  # on use

        if self._api.execute(ApplyAgenda(tuple(self._plan))):
            name = tr("time.minutes", n=self.minutes)
            self._api.toast(tr("time.applied", name=name), undo=True)


def _line(icon: str, words: Text, button: ActionButton) -> QWidget:
    line = QWidget()
    row = Flow(10) if theme().stacked else QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    line.setLayout(row)
    row.addWidget(IconLabel(icon, "accent", 18))
    row.addWidget(words)
    row.addWidget(button)
    if isinstance(row, QHBoxLayout):
        row.setSpacing(10)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return line
