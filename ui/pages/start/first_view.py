"""The start page before there is any workshop: a new workshop, or a rehearsal with the sample."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.components.steps_picture import StepsPicture
from ui.pages.start.today import TodayWords
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, beside, column
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class FirstView(QWidget):
    """The rehearsal first, beside it a new workshop; below them the overview picture."""

    def __init__(self, actions: Mapping[str, BoundAction]) -> None:
        super().__init__()
        metrics = theme().metrics
        self._begin = actions["start.begin"]
        self.start_button = ActionButton(
            action=self._begin, icon="play", kind="primary", size="large"
        )
        rehearsal = _ChoiceSheet(tr("start.first.title"), tr("start.first.what"), self.start_button)
        self.addAction(
            actions["start.sample"]
        )  # available by its key; the rehearsal is the button for it
        new = ActionButton(action=actions["start.new"], icon="plus", size="large")
        blocks = beside(
            None,
            (rehearsal, 1),
            (_ChoiceSheet(tr("start.new.title"), tr("start.first.new"), new), 1),
            gap=12 if metrics.low else 16,
        )
        column(
            self,
            blocks,
            Sheet(StepsPicture(), padding=14 if metrics.low else 28),
            STRETCH,
            gap=12 if metrics.low else 16,
            around=(metrics.edge, 14 if metrics.low else 28, metrics.margin, 14),
        )

    def refresh(self, _words: TodayWords) -> None:
        """Name the button; there is no workshop to show."""
        self._begin.setText(tr("start.first.rehearse"))

    def take_over(self, old: QWidget) -> None:
        """Do nothing, since there is no typed text or selection."""

    def focus_start(self) -> None:
        """Focus the button that starts the rehearsal."""
        self.start_button.setFocus()

    def handle_escape(self) -> bool:
        """Return False, since there is no inner state to leave."""
        return False


class _ChoiceSheet(Sheet):
    """One way to begin: what it is, and its button below."""

    def __init__(self, title: str, what: str, button: ActionButton) -> None:
        low = theme().metrics.low
        super().__init__(
            Text("room-bold", title),
            Text("body", what),
            STRETCH,
            (button, 0, Qt.AlignmentFlag.AlignLeft),
            padding=16 if low else 28,
            spacing=8 if low else 14,
        )
