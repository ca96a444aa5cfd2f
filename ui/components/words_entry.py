"""Adds the text of an entry line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.components.window_api import Done
    from ui.widgets.entry_line import EntryLine


def enter(line: EntryLine, execute: Callable[[], Done | None]) -> Done | None:
    """Clear a line and execute a command with its text; if it is refused, restore the text.

    The line is cleared first, so that the refresh during the command shows its complete result.
    """
    typed = line.text()
    done = None
    line.clear()
    try:
        done = execute()
    finally:
        if done is None:
            line.bring_back(typed)
    return done
