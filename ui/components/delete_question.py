"""The question whether a record is to be deleted, shown below the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.page import WindowApi
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from workshop_app.i18n import tr
from workshop_app.services.copies import set_aside


def say_deleted(api: WindowApi, title: str) -> None:
    """Report that a workshop was deleted, and which files may still hold it."""
    api.toast(tr("start.records.deleted", title=title))
    if kept := set_aside(api.session):
        api.say_error(tr("start.records.set_aside", file=kept[-1].name, n=len(kept)))


class DeleteQuestion(Sheet):
    """Emits ``confirmed`` or ``cancelled``; the cancel button has the initial focus.

    ``action_id`` is the declared action that deletes.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, action_id: str) -> None:
        super().__init__(border="danger", padding=12)
        self._words = LongText("body", most_lines=2)
        self._cancel = ActionButton(
            tr("start.records.keep"), key=key_of("moving.escape"), size="small", keyless=True
        )
        delete = bind(self, action_id, self.confirmed.emit, on_button=True)
        self._confirm = ActionButton(action=delete, kind="danger", size="small")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("circle-alert", "danger", 20))
        row.addWidget(self._words, 1)
        buttons = Flow(12) if theme().stacked else row
        for button in (self._cancel, self._confirm):
            buttons.addWidget(button)
        self.content.addLayout(row)
        if isinstance(buttons, Flow):
            self.content.addLayout(buttons)
        self.hide()

    def ask(self, title: str) -> None:
        """Ask about the record called ``title``."""
        self._words.set_text(tr("start.records.delete_asked", title=title))
        self.show()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
