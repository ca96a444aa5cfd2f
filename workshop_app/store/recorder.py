"""The row changes of one action: the basis of undo and of notifying screens."""

from typing import NamedTuple

from workshop_app.domain.changes import Changes
from workshop_app.store.tables import Row, table_named


class RowChange(NamedTuple):
    """One row before and after; None before means inserted, None after means deleted."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def row_id(self) -> str:
        """The id of the row."""
        return str((self.after or self.before or {})["id"])

    def reversed(self) -> "RowChange":
        """The change that reverts this one."""
        return RowChange(self.table, self.after, self.before)


def kinds_of(changes: list[RowChange]) -> Changes:
    """Return the kinds of records that these row changes affect."""
    kinds = Changes.NONE
    for change in changes:
        kinds |= table_named(change.table).changes
    return kinds


def dump(changes: list[RowChange]) -> list[list[object]]:
    """Return row changes as plain lists for the action log; updates contain only changed fields."""
    return [[c.table, c.row_id, *_differences(c.before, c.after)] for c in changes]


def _differences(before: Row | None, after: Row | None) -> tuple[Row | None, Row | None]:
    if before is None or after is None:
        return before, after
    names = [name for name in before if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}
