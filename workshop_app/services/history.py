"""Undo and redo steps of a workshop, read from its action log."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.tables import Row

UNDO = "undo"
REDO = "redo"
_NO_STEP = {"create_workshop", "import_workshop", "keep_search", "book_time", "switch_list"}
"""Undoing to the very beginning leaves an empty workshop, not none; a search kept on the side and
time booked by the timer are nothing that anybody did; how the list is shown has its own key."""


def makes_step(kind: str) -> bool:
    """Tell whether commands of this kind are undo steps."""
    return kind not in _NO_STEP


@dataclass(slots=True)
class UndoStep:
    """Log rows that are undone together: one action, or quick typing in one field."""

    number: int
    """The number of its first log row; names the step for ever."""
    kind: str
    place: str
    seqs: list[int] = field(default_factory=list)


class History:
    """The undo and redo stacks, folded from the log: it needs no memory of its own."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take one log row into account; rows of another schema version end what can be undone."""
        if row["version"] != SCHEMA_VERSION:
            self._done = []
            self._undone = []
        elif row["kind"] == UNDO:
            self._move(self._done, self._undone, row["target"])
        elif row["kind"] == REDO:
            self._move(self._undone, self._done, row["target"])
        else:
            if not makes_step(row["kind"]):
                return
            self._undone = []
            number = row["step"] or row["seq"]
            if not self._done or self._done[-1].number != number:
                self._done.append(UndoStep(number, row["kind"], row["place"]))
            self._done[-1].seqs.append(row["seq"])

    def _move(self, source: list[UndoStep], target: list[UndoStep], number: int) -> None:
        if source and source[-1].number == number:
            target.append(source.pop())

    @property
    def undoable(self) -> UndoStep | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> UndoStep | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None
