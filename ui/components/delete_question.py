"""The question whether a record is to be deleted, shown below the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from ui.actions.binding import button_for
from ui.actions.table import key_of
from ui.components.question import Question
from ui.components.window_api import WindowApi
from ui.rows.paged_list import PagedList
from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import DeleteWorkshop


class DeleteQuestion(Question):
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
        super().__init__("danger", tr("start.records.keep"))
        self.buttons.addWidget(
            button_for(self, action_id, self._delete, kind="danger", size="small")
        )
        self.leave_button.clicked.connect(self.leave)
        self._api = api
        self._rows = rows
        self._title = title
        self._let_go = let_go
        self.button = ActionButton(
            tr("start.records.delete"), "trash", key_of("moving.delete"), "note", listens=True
        )
        self.button.clicked.connect(lambda: self.ask(rows.current_id() or ""))
        rows.add_note(self.button)
        rows.current_changed.connect(lambda _id: self.hide())

    def ask(self, workshop_id: str) -> None:
        """Ask about a workshop; does nothing without one."""
        if workshop_id:
            words = tr("start.records.delete_asked", title=self._title(workshop_id))
            self.show_words(words, self.leave_button)

    def leave(self) -> bool:
        """Hide the question and keep the workshop; return False if it is not shown."""
        if not self.asking:
            return False
        self.hide()
        self._rows.setFocus()
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
            self._rows.setFocus()
        else:
            self.emptied.emit()

    def _say_deleted(self, title: str) -> None:
        """Report that a workshop was deleted, and which files may still hold it."""
        from workshop_app.services.copies import set_aside  # on use

        self._api.toast(tr("start.records.deleted", title=title))
        if kept := set_aside(self._api.session):
            file = kept[-1].name
            self._api.say_error(tr("start.records.set_aside", file=file, n=len(kept)))
