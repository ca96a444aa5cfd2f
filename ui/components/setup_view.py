"""What all parts of the page on the customer's set-up share."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.components.page import WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.paged_list import PagedList
from workshop_app.domain.setup_view import Setup


class SetupView(QWidget):
    """One part. ``role`` is the size of its words: large for the room, roomier in private mode.

    ``foot_changed`` when it wants another primary button.
    """

    NAME: ClassVar[str] = ""

    foot_changed = Signal()

    def __init__(self, api: WindowApi, private: bool) -> None:
        super().__init__()
        self.api = api
        self.private = private
        self.role = "list" if private else "room"
        self.build()

    def build(self) -> None:
        """Create the widgets, once."""

    def refresh(self, setup: Setup) -> None:
        """Show what the files tell."""

    def turn(self, by: int) -> bool:
        """Turn a page inside the part; False when there is none that way."""
        return False

    def arrive(self, by: int) -> None:
        """Stand at the beginning, or at the end when one came backwards."""

    def handle_escape(self) -> bool:
        """Leave an inner state; True when there was one."""
        return False

    def primary(self) -> ActionButton | None:
        """The filled button of the foot bar while this part is in front."""
        return None


def turn_list(rows: PagedList, by: int) -> bool:
    """Turn a page of a list; False when there is none that way."""
    return rows.isVisibleTo(rows.window()) and rows.view.turn(by)
