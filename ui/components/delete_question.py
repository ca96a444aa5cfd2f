"""The question whether a record is to be deleted, shown below the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.page import WindowApi
from ui.rows.paged_list import PagedList
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import DeleteWorkshop


class DeleteQuestion(Sheet):
    """Asks about the current row of a list of workshops, and deletes it.

    ``action_id`` is the declared action that deletes, ``title`` returns what a row's workshop is
    called, ``let_go`` closes it if it is open. The question is below ``rows``, whose footer gets a
    button for it; not deleting has the initial focus.

    Signals:
        emptied: The last row is gone.
    """

    emptied = Signal()

    def __init__(
        self,
        api: WindowApi,
        rows: PagedList,
        action_id: str,
        title: Callable[[str], str],
        let_go: Callable[[str], object],
    ) -> None:
        super().__init__(bar="danger", padding=12)
        self._api = api
        self._rows = rows
        self._title = title
        self._let_go = let_go
        self._words = LongText("body", most_lines=2)
        self._cancel = ActionButton(
            tr("start.records.keep"), key=key_of("moving.escape"), size="small", keyless=True
        )
        delete = bind(self, action_id, self._delete, on_button=True)
        confirm = ActionButton(action=delete, kind="danger", size="small")
        self._cancel.clicked.connect(self.leave)
        self.button = ActionButton(
            tr("start.records.delete"), "trash", key_of("moving.delete"), "note"
        )
        self.button.clicked.connect(lambda: self.ask(rows.current_id() or ""))
        rows.add_note(self.button)
        rows.current_changed.connect(lambda _id: self.hide())
        layout = row(None, IconLabel("circle-alert", "danger", 20), (self._words, 1), gap=12)
        buttons = Flow(12) if theme().stacked else layout
        for button in (self._cancel, confirm):
            buttons.addWidget(button)
        self.content.addLayout(layout)
        if isinstance(buttons, Flow):
            self.content.addLayout(buttons)
        self.hide()

    @property
    def asking(self) -> bool:
        return not self.isHidden()

    def ask(self, workshop_id: str) -> None:
        """Ask about a workshop; does nothing without one."""
        if workshop_id:
            self._words.set_text(tr("start.records.delete_asked", title=self._title(workshop_id)))
            self.show()
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Hide the question and keep the workshop; return False if it is not shown."""
        if not self.asking:
            return False
        self.hide()
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _delete(self) -> None:
        current = self._rows.current_id()
        self.hide()
        if current is None:
            return
        title = self._title(current)
        self._let_go(current)
        if self._api.execute(DeleteWorkshop(current)) is not None:
            self._say_deleted(title)
        if self._rows.rows():
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()

    def _say_deleted(self, title: str) -> None:
        """Report that a workshop was deleted, and which files may still hold it."""
        from workshop_app.services.copies import set_aside  # on use

        self._api.toast(tr("start.records.deleted", title=title))
        if kept := set_aside(self._api.session):
            file = kept[-1].name
            self._api.say_error(tr("start.records.set_aside", file=file, n=len(kept)))
