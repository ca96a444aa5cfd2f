"""The one door: every user action is a command through `Session.execute`."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from workshop_app.crash import reported
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import NotFound, StoreError
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.services import snapshot
from workshop_app.services.command import Command, StepPlace
from workshop_app.services.history import (
    NEWS_OF_REQUESTS,
    REDO,
    UNDO,
    History,
    UndoStep,
    makes_step,
)
from workshop_app.store.recorder import RowChange, dump, kinds_of
from workshop_app.store.sidecars import free_name
from workshop_app.store.store import Store
from workshop_app.store.tables import Row, table_named

Listener = Callable[[Changes], None]
Copier = Callable[[str], object]
MERGE_SECONDS = 10
"""Typing in one field within this time after the last save is the same undo step."""


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

    def state_of(self, workshop_id: str) -> WorkshopState:
        """Return a workshop without opening it; the open one is not read again. Raises NotFound."""
        if self.state is not None and workshop_id == self.workshop_id:
            return self.state
        return snapshot.load(self.store, workshop_id)

    def open(self, workshop_id: str) -> None:
        """Open a workshop; raises NotFound."""
        found = snapshot.load(self.store, workshop_id)
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
        """Leave the open workshop; the store stays open."""
        self.forget_people()
        self.state = None
        self._history = History()
        self._last = None
        self.openings += 1
        self._tell(Changes.ALL)

    def forget_people(self) -> None:
        """Let the log forget who was removed from the open workshop, as when it is left.

        Until then the removal can be undone. Where that cannot be stored now, it is tried again
        when the workshop is opened or left the next time.
        """
        with suppress(StoreError):
            if self.state is not None and self.store.forget_people(self.workshop_id):
                self.forgotten += 1

    def execute(self, command: Command) -> object:
        """Do `command` in one transaction with its log row, then tell what kinds of things changed.

        Returns what the command returns. When it returns, the action is on disk; where the disk
        answered with an error all the same, `kept_in_spite_of` says so. Raises UserError, and
        then nothing was changed. A command that changes nothing leaves no trace.
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
            with suppress(StoreError):  # else it is done when the journals are looked through
                self.store.begin_journal_anew(workshop_id)
        if forgets:
            self.forgotten += 1
        if changes:
            self._after(changes, now)
        return result

    def _note_forgotten(self, changes: list[RowChange], command: Command) -> list[str]:
        """Write down which workshops copies must lose, and return them; raises StoreError."""
        if command.logged and not command.forgets:
            return []
        deleted = [
            each.row_id for each in changes if each.table == "workshop" and each.after is None
        ]
        workshops = deleted or ([self.workshop_id] if changes and command.forgets else [])
        for workshop_id in workshops:
            self.store.note_forgotten(workshop_id)
        return workshops

    def save_elsewhere(self, path: Path | None = None) -> Path:
        """Write everything to the file at `path` and go on with that; returns its path.

        For a store whose file was moved, deleted or replaced: nothing that was saved is lost with
        it. Without `path` the file gets the store's own name where that is free, else one beside
        it. Raises StoreError; then no file was made, or what was made is whole.
        """
        if path is None:
            own = self.store.path
            path = free_name(own, "saved") if own.exists() else own
        self.store.copy_to(path)
        self.store.close()  # first: the new file may need the same lock
        self.store = Store(path, thorough=False)
        self._read_at = self.store.openings
        return path

    def undo(self, *, others: bool = False) -> UndoStep | None:
        """Take the last step back and return it; None when there is nothing to undo.

        News of other workshops' requests are passed over unless `others`: whoever works on this
        workshop would not see them go. They touch no record of this one, so the order between both
        does not matter.
        """
        return self._travel(self.next_undo(others=others), UNDO)

    def redo(self, *, others: bool = False) -> UndoStep | None:
        """Do the last undone step again and return it; None when there is none. As `undo`."""
        return self._travel(self.next_redo(others=others), REDO)

    @property
    def kept_in_spite_of(self) -> str:
        """What the disk answered to the last action, which is stored all the same; else empty."""
        return self.store.kept_in_spite_of

    def next_undo(self, *, others: bool = False) -> UndoStep | None:
        """Return the step that undo would take back."""
        return self._first(self._history.done(), others=others)

    def next_redo(self, *, others: bool = False) -> UndoStep | None:
        """Return the step that redo would do again."""
        return self._first(self._history.undone(), others=others)

    def _first(self, steps: Iterator[UndoStep], *, others: bool) -> UndoStep | None:
        return next((step for step in steps if others or not self.is_of_others(step)), None)

    def is_of_others(self, step: UndoStep) -> bool:
        """Whether a step recorded nothing but news of other workshops' requests."""
        if step.kind not in NEWS_OF_REQUESTS:
            return False
        if step.number not in self._of_others:
            self._of_others[step.number] = not self._changed_own(step)
        return self._of_others[step.number]

    @property
    def undoable(self) -> UndoStep | None:
        """The step that undo would take back."""
        return self.next_undo()

    @property
    def redoable(self) -> UndoStep | None:
        """The step that redo would do again."""
        return self.next_redo()

    @property
    def worked_at(self) -> StepPlace | None:
        """Where the open workshop was worked on last; None where no step is known.

        An action on nothing but records of others does not count, such as news of a request of the
        visit before, though its log row is this workshop's.
        """
        own = (step for step in self._history.done() if self._changed_own(step))
        last = next(own, None)
        return load_place(last.place) if last is not None else None

    def _changed_own(self, step: UndoStep) -> bool:
        try:
            changes = [change for seq in step.seqs for change in self.store.log_payload(seq)]
            return any(self._owner(*change) == self.workshop_id for change in changes)
        except (StoreError, KeyError, TypeError):  # what is damaged says nothing of others
            return True

    def _owner(self, table: object, row_id: object, before: object, after: object) -> object:
        """Return whose a logged change is: the open workshop's too where nobody knows."""
        owner = table_named(str(table)).owner
        if owner == "id":
            return row_id
        row = after or before  # of an update only what differs
        named = row.get(owner) if isinstance(row, dict) else None
        return named or self.store.owner_of(str(table), str(row_id)) or self.workshop_id

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the kinds of changes after each action; returns how to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def _action(self) -> Iterator[list[RowChange]]:
        """Open an action of the store; whatever becomes of it, what is shown is what is stored."""
        self._read_again()
        try:
            with self.store.action() as changes:
                yield changes
        except StoreError:
            with suppress(StoreError):  # it is tried again before the next action
                self._read_again()
            raise

    def _read_again(self) -> None:
        """Read the open workshop anew when the store was opened again; raises StoreError."""
        at = self.store.openings
        if at == self._read_at:
            return
        open_id = self.workshop_id
        before = self.state
        if open_id:
            try:
                self.state = snapshot.load(self.store, open_id)
                self._history = History(self.store.log(open_id))
            except NotFound:
                self.state = None
                self._history = History()
        self._last = None
        self._read_at = at
        if self.state != before:
            self._tell(Changes.ALL)

    def _log(self, command: Command, changes: list[RowChange], now: datetime) -> Row:
        step = self._step_to_merge_with(command, now)
        entry: Row = {
            "workshop_id": _workshop_of(changes, self.workshop_id),
            "at": now.isoformat(timespec="milliseconds"),
            "kind": command.kind,
            "step": step or 0,
            "merge_key": command.merge_key,
            "place": dump_place(command.place),
            "payload": json.dumps(dump(changes), ensure_ascii=False),
        }
        return self._append(entry)

    def _append(self, entry: Row) -> Row:
        seq = self.store.append_log(entry)
        return entry | {"seq": seq, "version": self.store.version, "target": entry.get("target")}

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
            customer = self.state.customer
            try:
                self.state = snapshot.renew(self.store, self.state, changes)
            except NotFound:
                self.state = None
                self._history = History()
                kinds = Changes.ALL
            except StoreError:  # what was done is stored all the same
                self._read_at = 0
            else:
                if self.state.customer != customer:
                    kinds |= Changes.CUSTOMER
        with suppress(StoreError):
            self._read_again()
        self._tell(kinds)

    def _tell(self, kinds: Changes) -> None:
        """Tell all listeners; the action is stored, so what one of them raises is only reported."""
        for listener in tuple(self._listeners):
            with reported():
                listener(kinds)


def dump_place(place: StepPlace) -> str:
    """Return a place as the log holds it."""
    return f"{place.step.value}:{place.record_id}"


def load_place(text: str) -> StepPlace:
    """Return the place that the log holds; the first step where that is damaged."""
    step, _, record_id = text.partition(":")
    try:
        return StepPlace(Step(step), record_id)
    except ValueError:
        return StepPlace(Step.PREPARE)


def _workshop_of(changes: list[RowChange], open_id: str) -> str:
    """Return the workshop in whose log these changes belong: the one they make, or the open one.

    With none open, it is the one whose rows they are.
    """
    for change in changes:
        if change.table == "workshop" and change.before is None:
            return change.row_id
    rows = (change.after or change.before or {} for change in changes)
    return open_id or next((row["workshop_id"] for row in rows if "workshop_id" in row), "")
