"""Runs Python's garbage collection only between two events, never within Qt code.

A discarded page is a reference cycle that includes Qt widgets. If it is collected while Qt iterates
over all widgets, such as for a new font, Qt is left with dangling pointers, which can crash the
program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

from ui.widgets.timers import call_every

_EVERY_MS = 400


class Collector(QObject):
    """Replaces Python's automatic collection during its lifetime."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        call_every(self, _EVERY_MS, collect_due).start()


def collect_due() -> None:
    """Collect the generations that Python itself would collect now."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > most
    ]
    if due:
        gc.collect(max(due))


def exclude_existing() -> None:
    """Exclude all existing objects, such as modules and catalogues, from further collections.

    They exist until the program ends, and examining them would take most of the time of a
    collection, which blocks the window.
    """
    gc.freeze()
