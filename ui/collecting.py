"""Python's garbage is collected between two events only, never while Qt is at work.

A page that was thrown away is a circle of references, and Qt's own widgets go with it. Collected
in the middle of a call in which Qt walks over all widgets, such as a new font, they leave it
with pointers to nothing, which can end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 400


class Collector(QObject):
    """Stands in for Python's automatic collection for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()


def collect_what_is_due() -> None:
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
