"""Timers that belong to a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def call_after(owner: QObject, ms: int, then: Callable[[], object]) -> QTimer:
    """Return a timer that calls ``then`` once, ``ms`` after each start."""
    timer = call_every(owner, ms, then)
    timer.setSingleShot(True)
    return timer


def call_every(owner: QObject, ms: int, then: Callable[[], object]) -> QTimer:
    """Return a timer that calls ``then`` every ``ms`` while it runs."""
    timer = QTimer(owner, interval=ms)
    timer.timeout.connect(then)
    return timer
