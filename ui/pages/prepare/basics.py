"""Customer, title, date, venue and facilitator."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.pages.prepare.overview import PrepareOverview
from ui.widgets.action_button import ActionButton
from ui.widgets.check_group import Option
from ui.widgets.segments import Segments
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.look_alike import looks
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import language, tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop, UseCustomer

_HONORIFICS = ("御中", "様", "")
_OF_WORKSHOP = ("title", "facilitator", "date", "start_time", "end_time", "place")


class BasicsSection(Section):
    """Customer, date and venue; in a large private window also an overview of the other sections.

    ``section_requested(name)`` leads to another section.
    """

    NAME = "basics"

    def build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        self._forms = (self._customer_form(), self._workshop_form())
        of_customer, of_workshop = (form.fields for form in self._forms)
        self.customer = of_customer["name"]
        self._earlier: dict[str, str] = {}
        """The ids of the customers of other workshops, by how their names look."""
        self.customer.field.textChanged.connect(self._offer_same)
        self.same = ActionButton(
            tr("prepare.same_customer"), "building", kind="quiet", size="small"
        )
        self.same.clicked.connect(self._use_same)
        self.same.hide()
        self.customer.box.add_trailing(self.same)
        grid.addWidget(self.customer, 0, 0, 1, 2 if language() == "ja" else 4)
        self._add_honorific(grid)
        self.facilitator = of_workshop["facilitator"]
        self.date = of_workshop["date"]
        self.facilitator.edited.connect(self._use_later)
        self._workshop_id = ""
        self._asks_name = False
        self.remember = ActionButton(tr("prepare.remember"), "check", kind="quiet", size="small")
        self.remember.clicked.connect(self._remember)
        self.remember.hide()
        self.facilitator.box.add_trailing(self.remember)
        self.facilitator.field.textChanged.connect(self._offer_to_remember)
        grid.addWidget(of_workshop["title"], 1, 0, 1, 2)
        grid.addWidget(self.facilitator, 1, 2, 1, 2)
        grid.addWidget(self.date, 2, 0, 1, 2)
        grid.addWidget(of_workshop["start_time"], 2, 2)
        grid.addWidget(of_workshop["end_time"], 2, 3)
        grid.addWidget(of_workshop["place"], 3, 0, 1, 4)
        if self.private:
            self.note = of_customer["private_note"]
            grid.addWidget(self.note, 4, 0, 1, 4)
            self._add_overview(grid)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(5, 100)
        grid.setRowStretch(6, 1)
        self.setFocusProxy(self.customer)

    def _customer_form(self) -> Form:
        texts = {"name": FieldText(tr("prepare.customer"), tr("prepare.customer_hint"), "list")}
        if self.private:
            texts["private_note"] = FieldText(tr("prepare.customer_note"), lines=(2, 8))
        return Form(Customer, texts, by_command(self.api, EditCustomer))

    def _workshop_form(self) -> Form:
        texts = {name: FieldText(tr(f"prepare.{name}"), role="list") for name in _OF_WORKSHOP}
        hint = tr("prepare.facilitator_hint")
        texts["facilitator"] = texts["facilitator"]._replace(hint=hint)
        return Form(Workshop, texts, by_command(self.api, EditWorkshop))

    def _offer_same(self) -> None:
        """Suggest the customer of an earlier workshop whose complete name is in the field.

        The suggestion has the same text for every customer, so that it reveals no data.
        """
        self.same.setVisible(self._same_customer() is not None)

    def _same_customer(self) -> str | None:
        return self._earlier.get(looks(customer_key(self.customer.text())))

    def _use_same(self) -> None:
        self.customer.flush()
        found = self._same_customer()
        if found is not None and self.api.execute(UseCustomer(found)) is not None:
            self.api.toast(tr("prepare.same_customer_used"), undo=True)
        self.customer.setFocus()

    def _use_later(self, text: str) -> None:
        """Use the first name of a facilitator in later workshops, too."""
        if self._asks_name and not self.api.in_sample:
            self.api.save_setting(facilitator=_trimmed(text))

    def _offer_to_remember(self) -> None:
        """Offer to use another name than the one in the settings in later workshops."""
        name = _trimmed(self.facilitator.text())
        known = self.api.settings.facilitator
        offered = bool(name and known) and name != known and not self._asks_name
        self.remember.setVisible(offered and not self.api.in_sample)

    def _remember(self) -> None:
        self.facilitator.flush()
        name = _trimmed(self.facilitator.text())
        if name and self.api.save_setting(facilitator=name):
            self.api.toast(tr("prepare.remembered", name=name))
        self._offer_to_remember()
        self.facilitator.setFocus()

    def refresh(self, state: WorkshopState) -> None:
        if state.workshop.id != self._workshop_id:
            self._workshop_id = state.workshop.id
            self._asks_name = not self.api.settings.facilitator
        for form, record in zip(self._forms, (state.customer, state.workshop), strict=True):
            form.show_record(record)
        self._earlier = queries.earlier_customers(self.api.session, state.customer.id)
        self._offer_same()
        if language() == "ja":
            self.honorific.set_value(state.customer.honorific)
        self._offer_to_remember()
        if self.private:
            self.overview.show_state(state)

    def _add_honorific(self, grid: QGridLayout) -> None:
        if language() != "ja":
            return
        options = [Option(value, value or tr("prepare.no_honorific")) for value in _HONORIFICS]
        self.honorific = Segments(tr("prepare.honorific"), options, role="body")
        self.honorific.chosen.connect(lambda value: self.edit_customer("honorific", value))
        grid.addWidget(self.honorific, 0, 2, 1, 2, Qt.AlignmentFlag.AlignBottom)

    def _add_overview(self, grid: QGridLayout) -> None:
        self.overview = PrepareOverview()
        self.overview.section_requested.connect(self.section_requested)
        grid.addWidget(self.overview, 5, 0, 1, 4)


def _trimmed(name: str) -> str:
    return " ".join(name.split())
