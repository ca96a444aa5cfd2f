"""Counts as rows with bars: text, bar and number."""

from __future__ import annotations

from ui.rows.cells import Bar, Number
from ui.rows.row import Row


def bar_row(row_id: str, text: str, amount: int, most: int, heading: str, *, depth: int = 0) -> Row:
    """Return the row of a count; ``most`` is the longest bar's amount, ``heading`` its group's."""
    return Row(
        row_id,
        text,
        after=(Bar(amount / most), Number(str(amount), "ink")),
        depth=depth,
        head=Row("", heading, bold=True, quiet=True),
        spoken=f"{text} {amount}",
    )
