"""Executes all user actions: each is a command passed to `Session.execute`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.crash import reported
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import NotFound, StoreError
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command, StepPlace
from workshop_app.services.history import (
    NEWS_OF_REQUESTS,
    REDO,
    UNDO,
    History,
    UndoStep,
    makes_step,
)
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.recorder import RowChange, dump, kinds_of
from workshop_app.store.sidecars import free_name
from workshop_app.store.store import Store
from workshop_app.store.tables import Row, table_named

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState

Listener = Callable[[Changes], None]
Copier = Callable[[str], object]
MERGE_SECONDS = 10
"""Edits of one field within this time after the last save are the same undo step."""


class Session:
    """A store and the workshop that is open in it."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = datetime.now) -> None:
        self.store = store
        self.state: WorkshopState | None = None
        self.saved_at: datetime | None = None
        """When the last action reached the disk."""
        self.openings = 0
        """Grows whenever a workshop is opened or left."""
        self.forgotten = 0
        """Grows with every action whose earlier rows must be gone from copies, too."""
        self.copier: Copier | None = None
        """Makes a copy of the store on an occasion, before a command that asks for it."""
        self._clock = clock
        self._read_at = store.openings
        self._history = History()
        self._of_others: dict[int, bool] = {}
        """Which steps are of other workshops, by number."""
        self._listeners: list[Listener] = []
        self._last: tuple[str, int, datetime] | None = None

    @property
    def workshop_id(self) -> str:
        """The id of the open workshop, or empty."""
        return self.state.workshop.id if self.state else ""

    @property
    def open_state(self) -> WorkshopState:
        """The open workshop; raises RuntimeError if none is open."""
        if self.state is None:
            raise RuntimeError("no workshop is open")
        return self.state

    def state_of(self, workshop_id: str) -> WorkshopState:
        """Return a workshop without opening it; the open one is not loaded again.

        Raises NotFound.
        """
        if self.state is not None and workshop_id == self.workshop_id:
            return self.state
        return _load(self.store, workshop_id)

    def open(self, workshop_id: str) -> None:
        """Open a workshop; raises NotFound."""
        found = _load(self.store, workshop_id)
        self.forget_people()
        self.state = found
        self.forget_people()
        self._history = History(self.store.log(workshop_id))
        self._of_others = {}
        self._last = None
        self._read_at = self.store.openings
        self.openings += 1
        self._tell(Changes.ALL)

    def close(self) -> None:
        """Close the open workshop; the store stays open."""
        self.forget_people()
        self.state = None
        self._history = History()
        self._last = None
        self.openings += 1
        self._tell(Changes.ALL)

    def forget_people(self) -> None:
        """Remove people who were deleted in the open workshop from the action log.

        Until then the removal can be undone. If it fails, it is tried again when the workshop is
        next opened or closed.
        """
        with suppress(StoreError):
            if self.state is not None and self.store.forget_people(self.workshop_id):
                self.forgotten += 1

    def execute(self, command: Command) -> object:
        """Execute `command` in one transaction with its log row, then notify the listeners.

        Returns the result of the command. When it returns, the action is on disk; if the disk
        reported an error although the action is stored, `disk_warning` names it. Raises
        UserError, and then nothing was changed. A command that changes nothing is not logged.
        """
        now = self._clock()
        if command.copied_before and self.copier is not None:
            self.copier(command.copied_before)
        with self._action() as changes:
            result = command.apply(self.store, self.workshop_id)
            forgets = self._note_forgotten(changes, command)
            entry = self._log(command, changes, now) if changes and command.logged else None
            if entry and command.forgets:
                self.store.forget_in_log(entry["workshop_id"], command.forgets)
        if entry and entry["workshop_id"] == self.workshop_id:
            self._history.add(entry)
            if makes_step(command.kind):
                self._last = (command.merge_key, entry["step"] or entry["seq"], now)
        for workshop_id in forgets:
            with suppress(StoreError):  # otherwise done when the journals are next checked
                self.store.rewrite_journal(workshop_id)
        if forgets:
            self.forgotten += 1
        if changes:
            self._after(changes, now)
        return result

    def _note_forgotten(self, changes: list[RowChange], command: Command) -> list[str]:
        """Record which workshops copies must forget, and return them; raises StoreError.

        A customer that was deleted with its last workshop is recorded like a workshop.
        """
        if command.logged and not command.forgets:
            return []
        deleted = [
            each.row_id
            for each in changes
            if each.table in ("workshop", "customer") and each.after is None
        ]
        workshops = deleted or ([self.workshop_id] if changes and command.forgets else [])
        for workshop_id in workshops:
            self.store.note_forgotten(workshop_id)
        return workshops

    def save_elsewhere(self, path: Path | None = None) -> Path:
        """Write everything to the file at `path` and continue with it; returns its path.

        For a store whose file was moved, deleted or replaced, so that no saved data is lost. By
        default the file gets the store's own name if that is free, else a similar one. Raises
        StoreError; no incomplete file is left.
        """
        if path is None:
            own = self.store.path
            path = free_name(own, "saved") if own.exists() else own
        self.store.copy_to(path)
        self.store.close()  # before opening: the new file may need the same lock
        self.store = Store(path, thorough=False)
        self._read_at = self.store.openings
        return path

    def undo(self, *, others: bool = False) -> UndoStep | None:
        """Undo the last step and return it; None if there is nothing to undo.

        News of requests of other workshops are skipped unless `others`, since their removal would
        not be visible in this workshop. They change no record of this one, so the order does not
        matter.
        """
        return self._travel(self.next_undo(others=others), UNDO)

    def redo(self, *, others: bool = False) -> UndoStep | None:
        """Redo the last undone step and return it; None if there is none. `others` as in `undo`."""
        return self._travel(self.next_redo(others=others), REDO)

    @property
    def disk_warning(self) -> str:
        """The disk error of the last action, which is stored nevertheless; empty if none."""
        return self.store.disk_warning

    def next_undo(self, *, others: bool = False) -> UndoStep | None:
        """Return the step that undo would revert."""
        return self._first(self._history.done(), others=others)

    def next_redo(self, *, others: bool = False) -> UndoStep | None:
        """Return the step that redo would repeat."""
        return self._first(self._history.undone(), others=others)

    def _first(self, steps: Iterator[UndoStep], *, others: bool) -> UndoStep | None:
        return next((step for step in steps if others or not self.is_of_others(step)), None)

    def is_of_others(self, step: UndoStep) -> bool:
        """Return whether a step recorded only news of other workshops' requests."""
        if step.kind not in NEWS_OF_REQUESTS:
            return False
        if step.number not in self._of_others:
            self._of_others[step.number] = not self._changed_own(step)
        return self._of_others[step.number]

    @property
    def worked_at(self) -> StepPlace | None:
        """Where the open workshop was worked on last; None if unknown.

        Actions that changed only records of other workshops do not count, such as news of a request
        of the previous visit, though they are in this workshop's log.
        """
        own = (step for step in self._history.done() if self._changed_own(step))
        last = next(own, None)
        return load_place(last.place) if last is not None else None

    def _changed_own(self, step: UndoStep) -> bool:
        try:
            changes = [change for seq in step.seqs for change in self.store.log_payload(seq)]
            return any(self._owner(*change) == self.workshop_id for change in changes)
        except (StoreError, KeyError, TypeError):  # a damaged payload counts as this workshop's
            return True

    def _owner(self, table: object, row_id: object, before: object, after: object) -> object:
        """Return the workshop of a logged change; the open one if it is unknown."""
        owner = table_named(str(table)).owner
        if owner == "id":
            return row_id
        row = after or before  # updates contain only the changed fields
        named = row.get(owner) if isinstance(row, dict) else None
        return named or self.store.owner_of(str(table), str(row_id)) or self.workshop_id

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the changes after each action; return a function to unregister."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def _action(self) -> Iterator[list[RowChange]]:
        """Open an action of the store; the state matches the store afterwards, even on errors."""
        self._read_again()
        try:
            with self.store.action() as changes:
                yield changes
        except StoreError:
            with suppress(StoreError):  # tried again before the next action
                self._read_again()
            raise

    def _read_again(self) -> None:
        """Reload the open workshop if the store was reopened; raises StoreError."""
        at = self.store.openings
        if at == self._read_at:
            return
        open_id = self.workshop_id
        before = self.state
        if open_id:
            try:
                self.state = _load(self.store, open_id)
                self._history = History(self.store.log(open_id))
            except NotFound:
                self.state = None
                self._history = History()
        self._last = None
        self._read_at = at
        if self.state != before:
            self._tell(Changes.ALL)

    def _log(self, command: Command, changes: list[RowChange], now: datetime) -> Row:
        """Append the row of a command, with its changes only if they can be undone.

        A whole workshop that is imported would be too large for one value of SQLite.
        """
        kept = dump(changes) if makes_step(command.kind) else []
        step = self._step_to_merge_with(command, now)
        entry: Row = {
            "workshop_id": _workshop_of(changes, self.workshop_id),
            "at": now.isoformat(timespec="milliseconds"),
            "kind": command.kind,
            "step": step or 0,
            "merge_key": command.merge_key,
            "place": dump_place(command.place),
            "payload": json.dumps(kept, ensure_ascii=False),
        }
        return self._append(entry)

    def _append(self, entry: Row) -> Row:
        seq = self.store.append_log(entry)
        return entry | {"seq": seq, "version": SCHEMA_VERSION, "target": entry.get("target")}

    def _step_to_merge_with(self, command: Command, now: datetime) -> int | None:
        if not command.merge_key or self._last is None or any(self._history.undone()):
            return None
        key, step, at = self._last
        fresh = 0 <= (now - at).total_seconds() <= MERGE_SECONDS
        return step if key == command.merge_key and fresh else None

    def _travel(self, step: UndoStep | None, direction: str) -> UndoStep | None:
        if step is None:
            return None
        now = self._clock()
        with self._action() as changes:
            self._replay(step, direction)
            entry = self._append(
                {
                    "workshop_id": self.workshop_id,
                    "at": now.isoformat(timespec="milliseconds"),
                    "kind": direction,
                    "step": step.number,
                    "target": step.number,
                    "place": step.place,
                    "payload": "[]",
                }
            )
        self._history.add(entry)
        self._last = None
        self._after(changes, now)
        return step

    def _replay(self, step: UndoStep, direction: str) -> None:
        seqs = reversed(step.seqs) if direction == UNDO else step.seqs
        for seq in seqs:
            payload = self.store.log_payload(seq)
            for table, row_id, before, after in payload if direction == REDO else reversed(payload):
                pair = (before, after) if direction == UNDO else (after, before)
                self.store.revert(str(table), str(row_id), *pair)  # type: ignore[arg-type]

    def _after(self, changes: list[RowChange], now: datetime) -> None:
        self.saved_at = now
        kinds = kinds_of(changes)
        if self.state is not None:
            from workshop_app.services import snapshot  # not on the start path

            customer = self.state.customer
            try:
                self.state = snapshot.renew(self.store, self.state, changes)
            except NotFound:
                self.state = None
                self._history = History()
                kinds = Changes.ALL
            except StoreError:  # the action is stored nevertheless
                self._read_at = 0
            else:
                if self.state.customer != customer:
                    kinds |= Changes.CUSTOMER
        with suppress(StoreError):
            self._read_again()
        self._tell(kinds)

    def _tell(self, kinds: Changes) -> None:
        """Notify all listeners; exceptions are reported only, since the action is stored."""
        for listener in tuple(self._listeners):
            with reported():
                listener(kinds)


def _load(store: Store, workshop_id: str) -> WorkshopState:
    from workshop_app.services import snapshot  # not on the start path

    return snapshot.load(store, workshop_id)


def dump_place(place: StepPlace) -> str:
    """Return a place in the format of the log."""
    return f"{place.step.value}:{place.record_id}"


def load_place(text: str) -> StepPlace:
    """Return a place from the log; the first step if it is damaged."""
    step, _, record_id = text.partition(":")
    try:
        return StepPlace(Step(step), record_id)
    except ValueError:
        return StepPlace(Step.PREPARE)


def _workshop_of(changes: list[RowChange], open_id: str) -> str:
    """Return the workshop whose log these changes belong to: the one they create, or the open one.

    If none is open, it is the one that the rows belong to.
    """
    for change in changes:
        if change.table == "workshop" and change.before is None:
            return change.row_id
    rows = (change.after or change.before or {} for change in changes)
    return open_id or next((row["workshop_id"] for row in rows if "workshop_id" in row), "")
