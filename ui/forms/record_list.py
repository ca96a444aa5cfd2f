"""A list of records: its entry line, its rows, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, bind
from ui.actions.table import find, key_of
from ui.forms.record_entry import RecordEntry
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.key_action import key_action
from workshop_app.i18n import tr
from workshop_app.services.command import Command

_IN_ROWS = {
    Qt.Key.Key_F2: "row.edit",
    Qt.Key.Key_Space: "row.tick",
    Qt.Key.Key_Delete: "row.remove",
}
"""The actions of the keys that a list leaves to its rows."""


class Done(Protocol):
    """The result of a command, such as the id of a new record."""

    @property
    def result(self) -> object:
        """What the command returned."""
        ...


class ListWindow(Protocol):
    """What a list needs of the window."""

    def execute(self, command: Command, *, done: str = "") -> Done | None:
        """Execute a command and say what was ``done``; return None if it is refused."""


class RecordCommands(NamedTuple):
    """What changes the records of a list; None instead of a command is a refusal.

    ``add`` gets the text of the entry line, ``change`` the id of a record and its new text,
    ``remove`` the id. ``removed`` returns what is said afterwards.
    """

    remove: Callable[[str], Command | None]
    removed: Callable[[str], str]
    add: Callable[[str], Command | None] | None = None
    change: Callable[[str, str], Command | None] | None = None


class RecordList(QObject):
    """The rows of records, or what an empty list says; the page places the parts.

    ``count`` is the key of the text below the rows, with their number ``n``. After a change of a
    record ``back`` gets the keyboard, by default the entry line; after an addition the entry line,
    and after a removal the entry line if no row is left.

    Signals:
        added: A record was added, or several at once; carries the result of the command.
        removed: A record was removed.
    """

    added = Signal(object)
    removed = Signal()

    def __init__(
        self,
        window: ListWindow,
        rows: PagedList,
        commands: RecordCommands | None = None,
        *,
        entry: RecordEntry | None = None,
        nothing: QWidget | None = None,
        count: str = "",
        back: QWidget | None = None,
    ) -> None:
        super().__init__(rows)
        self._window = window
        self._rows = rows
        self._commands = commands
        self._entry = entry
        self._nothing = nothing
        self._count = count
        self._back = back or entry or rows
        self._offered: dict[str, BoundAction] = {}
        if entry is not None:
            entry.added.connect(self.add)
            entry.corrected.connect(self._change)
        rows.view.installEventFilter(self)

    # -- rows

    def show(self, rows: Sequence[Row], otherwise: str | None = None) -> None:
        """Show these rows; ``otherwise`` or the first is current if the current one is gone."""
        self._rows.show_rows(rows, otherwise)
        if self._count:
            self._rows.set_caption(tr(self._count, n=len(rows)))
        self.show_rows(True)

    def show_rows(self, shown: bool) -> None:
        """Show the rows or what an empty list says, or hide both."""
        some = bool(self._rows.rows())
        self._rows.setVisible(shown and some)
        if self._nothing is not None:
            self._nothing.setVisible(shown and not some)

    def select(self, record: str) -> bool:
        """Select the row of a record; return False if there is none."""
        known = any(row.id == record for row in self._rows.rows())
        if known:
            self._rows.set_current(record)
        return known

    # -- what can be done with a row

    def offer(
        self,
        done: Mapping[str, Callable[[str], object] | None],
        *,
        delete_anywhere: bool = True,
    ) -> Mapping[str, BoundAction]:
        """Bind actions to the current row, in the order of the menu, and return them.

        Each is called with the id of the row; None stands for an action that is bound elsewhere.
        Those of rows are on their keys: Enter, F2, Space and Delete; ``delete_anywhere``: the last
        one also while another widget beside the list has the keyboard.
        """
        for action_id, do in done.items():
            if do is None:
                continue
            listens = not action_id.startswith("row.")
            bound = bind(self._rows, action_id, self._of_current(do), listens=listens)
            self._offered[action_id] = bound
            if not listens and find(action_id).keys[0] == "Enter":
                self._rows.activated.connect(do)
            if action_id == "row.tick":
                self._rows.ticked.connect(do)
        if delete_anywhere and "row.remove" in done:
            key_action(key_of("moving.delete"), self._rows, self._offered["row.remove"].run)
        self._rows.row_actions = tuple(done)
        return self._offered

    def edit(self, record: str) -> bool:
        """Edit a record in the entry line, after saving what is in it; return False if refused."""
        if self._entry is None or not self._entry.edit(record):
            return False
        self._rows.set_current(record)
        return True

    def leave(self) -> bool:
        """Give up the edit of a record; return False if none is edited."""
        if self._entry is None or not self._entry.editing:
            return False
        self._end_edit()
        return True

    def add(self, text: str) -> bool:
        """Add the record of a text; return False if that was refused."""
        add = self._commands.add if self._commands is not None else None
        command = add(text) if add is not None else None
        done = self._window.execute(command) if command is not None else None
        if done is None:
            return False
        new = done.result[-1] if isinstance(done.result, tuple) else done.result
        self._rows.set_current(str(new))
        if self._entry is not None:
            self._entry.end()
            self._entry.setFocus()
        self.added.emit(done.result)
        return True

    def remove(self, record: str) -> bool:
        """Remove a record, and say so; return False if that was refused."""
        if self._commands is None:
            return False
        said = self._commands.removed(record)
        command = self._commands.remove(record)
        if command is None or self._window.execute(command, done=said) is None:
            return False
        if self._entry is not None and not self._rows.rows():
            self._entry.setFocus()
        self.removed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        action = self._offered.get(_IN_ROWS.get(Qt.Key(event.key()), ""))
        if action is None or event.modifiers() or not self._rows.current_id():
            return super().eventFilter(watched, event)
        action.run()
        return True

    def _of_current(self, do: Callable[[str], object]) -> Callable[[], object]:
        def run() -> object:
            current = self._rows.current_id()
            return do(current) if current is not None else False

        return run

    def _change(self, record: str, text: str) -> None:
        """Save an edited record; one that is as it was is left unchanged."""
        entry = self._entry
        change = self._commands.change if self._commands is not None else None
        if entry is None or change is None:
            return
        command = change(record, text)
        if command is None or (entry.is_changed and self._window.execute(command) is None):
            return
        self._end_edit()

    def _end_edit(self) -> None:
        if self._entry is not None:
            self._entry.end()
        self._back.setFocus()
