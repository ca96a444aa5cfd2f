"""The base class of the sections, which show the customer's contacts read by the page."""

from __future__ import annotations

from ui.components.section import Section
from workshop_app.domain.state import WorkshopState
from workshop_app.services.customer_line import CustomerLine


class LineSection(Section):
    """Shows ``line``, which the page sets before it refreshes a section."""

    line: CustomerLine | None = None

    def refresh(self, state: WorkshopState) -> None:
        if self.line is not None:
            self.show_line(self.line)

    def show_line(self, line: CustomerLine) -> None:
        """Show a customer's contacts."""
