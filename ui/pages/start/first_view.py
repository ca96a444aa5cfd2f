"""The start page before there is any workshop: a rehearsal first, then a new workshop."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import BoundAction
from ui.components.whole_way import WholeWay
from ui.pages.start.projected_view import described
from ui.pages.start.start_actions import StartActions
from ui.pages.start.today import TodayWords
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.button_row import ButtonRow
from ui.widgets.flow import Flow
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class FirstView(QWidget):
    """The sample with the overview picture; below it a new workshop."""

    def __init__(self, actions: StartActions) -> None:
        super().__init__()
        metrics = theme().metrics
        self.today = _RehearsalSheet(actions.begin)
        self.addAction(actions.sample)  # available by its key; the rehearsal is the button for it
        new = ActionButton(action=actions.new, size="small")
        sheet = Sheet(padding=0)
        title = tr("start.new.title")
        words = described("plus", title, tr("start.first.new"))
        sheet.content.addWidget(ButtonRow(title, words, new, side=16, gap=16))
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, 14 if metrics.low else 28, metrics.side, 14)
        column.setSpacing(12 if metrics.low else 16)
        column.addWidget(self.today)
        column.addWidget(sheet)
        column.addStretch(1)

    def refresh(self) -> None:
        """Do nothing, since no data of the store is shown."""

    def take_over(self, old: QWidget) -> None:
        """Do nothing, since there is no typed text or selection."""

    def focus_start(self) -> None:
        """Focus the button that starts the rehearsal."""
        self.today.start_button.setFocus()

    def handle_escape(self) -> bool:
        """Return False, since there is no inner state to leave."""
        return False


class _RehearsalSheet(Sheet):
    """A description of the rehearsal, its button, and the overview picture."""

    def __init__(self, begin: BoundAction) -> None:
        low = theme().metrics.low
        super().__init__(bar="accent", padding=20 if low else 28, spacing=10 if low else 14)
        self._begin = begin
        self.start_button = ActionButton(action=begin, icon="play", kind="primary", size="large")
        self.content.addWidget(Text("problem", tr("start.first.title")))
        row = Flow(16) if theme().stacked else QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.start_button)
        what = Text("body", tr("start.first.what"))
        if isinstance(row, QHBoxLayout):
            row.addWidget(what, 1)
            self.content.addLayout(row)
        else:
            self.content.addLayout(row)
            self.content.addWidget(what)
        self.add_line()
        self.content.addSpacing(6 if low else 14)
        self.content.addWidget(WholeWay())

    def show_words(self, _words: TodayWords) -> None:
        """Set the text of the button; there is no workshop to show."""
        self._begin.setText(tr("start.first.rehearse"))
