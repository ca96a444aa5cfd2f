"""What all sections of Prepare share."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.page import WindowApi
from workshop_app.domain.state import WorkshopState
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop


class Section(QWidget):
    """One part of the preparation. Private fields are made only when ``private`` is true."""

    NAME = ""

    def __init__(self, api: WindowApi, private: bool) -> None:
        super().__init__()
        self.api = api
        self.private = private
        self.build()

    def build(self) -> None:
        """Create the widgets."""

    def refresh(self, state: WorkshopState) -> None:
        """Show the workshop."""

    def show_record(self, record_id: str) -> None:
        """Lead to a record of this section, if it is one."""

    def turn(self, by: int) -> bool:
        """Turn a page inside the section; False when there is none that way."""
        return False

    def handle_escape(self) -> bool:
        """Leave an inner state; True when there was one."""
        return False

    @property
    def state(self) -> WorkshopState:
        """The open workshop."""
        state = self.api.session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        return state

    def edit_workshop(self, field: str, value: object) -> None:
        """Set a field of the workshop."""
        self.api.execute(EditWorkshop(self.state.workshop.id, field, value))

    def edit_customer(self, field: str, value: object) -> None:
        """Set a field of the customer."""
        self.api.execute(EditCustomer(self.state.customer.id, field, value))
