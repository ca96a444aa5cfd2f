"""What all sections of Wrap up share."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.components.page import WindowApi
from ui.widgets.action_button import ActionButton
from workshop_app.domain.state import WorkshopState


class Section(QWidget):
    """One part of the wrap-up. Private fields are made only when ``private`` is true.

    ``foot_changed`` when it wants other buttons in the foot bar. ``kept`` outlasts the page.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "around"

    NAME: ClassVar[str] = ""

    foot_changed = Signal()
    audience_focus_changed = Signal()
    """Another record is current (``in_hand``)."""

    def __init__(self, api: WindowApi, private: bool, kept: MutableMapping[str, object]) -> None:
        super().__init__()
        self.api = api
        self.private = private
        self.kept = kept
        self.build()

    @property
    def state(self) -> WorkshopState:
        """The open workshop."""
        state = self.api.session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        return state

    def build(self) -> None:
        """Create the widgets, once."""

    def refresh(self, state: WorkshopState) -> None:
        """Show the workshop; called while the section is in front."""

    def focus_start(self) -> bool:
        """Put the cursor where work begins; False when there is only something to read."""
        self.setFocus()
        return True

    def show_record(self, record_id: str) -> bool:
        """Lead to a record of this section; False when it is none."""
        return False

    def in_hand(self) -> str:
        """Id of the record in hand, or empty."""
        return ""

    def turn(self, by: int) -> bool:
        """Turn a page inside the section; False when there is none that way."""
        return False

    def handle_escape(self) -> bool:
        """Leave an inner state; True when there was one."""
        return False

    def ways(self) -> list[QWidget]:
        """Widgets for the left of the foot bar."""
        return []

    def primary(self) -> ActionButton | None:
        """The filled button of the section; None leaves it to the page."""
        return None
