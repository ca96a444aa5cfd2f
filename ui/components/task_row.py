"""Rows of tasks and other short records: a text, and below it when and who."""

from __future__ import annotations

from ui.rows.row import Line, Row


def task_row(
    row_id: str,
    text: str,
    *,
    due: str = "",
    tint: str = "",
    who: str = "",
) -> Row:
    """Return a row; ``due`` is a day in words, on the colour ``tint`` if that is not empty."""
    lines = (Line(due, "meta", tint=tint), Line(who, "meta", joins=bool(due)))
    return Row(row_id, text, lines=lines)
