"""The undo and redo steps of a workshop, derived from its action log."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.rows import FORGOTTEN
from workshop_app.store.tables import Row

UNDO = "undo"
REDO = "redo"
_NO_STEP = {
    "create_workshop", "import_workshop", "keep_search", "record_gap", "book_time", "switch_list",
    FORGOTTEN,
}  # fmt: skip
"""Kinds of commands that are not undo steps. Without the first ones the workshop would not
exist; searches, known gaps and measured time are recorded automatically; the display of the list
has a toggle; forgotten data cannot be restored.
"""


NEWS_OF_REQUESTS = frozenset(
    (
        "add_request_news",
        "change_request_news",
        "remove_request_news",
        "take_answers",
        "tell_request_news",
    )
)
"""Kinds of commands of the board of requests, which also change requests of other workshops."""


def makes_step(kind: str) -> bool:
    """Return whether commands of this kind are undo steps."""
    return kind not in _NO_STEP


@dataclass(slots=True)
class UndoStep:
    """Rows of the log that are undone together: one action, or successive edits of a field."""

    number: int
    """The number of its first row in the log, which identifies the step."""
    kind: str
    place: str
    seqs: list[int] = field(default_factory=list)


class History:
    """The undo and redo stacks, derived from the rows of the log."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Process one row of the log; earlier rows of another schema version cannot be undone."""
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
        # not always the last one: undo skips steps that concern only other workshops
        found = next((step for step in reversed(source) if step.number == number), None)
        if found is not None:
            source.remove(found)
            target.append(found)

    def done(self) -> Iterator[UndoStep]:
        """Yield the steps that undo would revert, last one first."""
        return reversed(self._done)

    def undone(self) -> Iterator[UndoStep]:
        """Yield the steps that redo would repeat, next one first."""
        return reversed(self._undone)
