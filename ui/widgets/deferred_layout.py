"""Lays out once, at the end of the event.

A ``resizeEvent`` that shows, hides or renames another widget makes Qt lay out all ancestors at
once, in the middle of the layout that sent the event. Widgets whose parts depend on their size
therefore only mark themselves with `DeferredLayout.invalidate`; the work is done after the event,
when Qt has returned from all its layouts. What a widget computes from its size alone, without
touching other widgets, it computes when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, qWarning
from shiboken6 import isValid

_MAX_ROUNDS = 12


class DeferredLayout:
    """Calls ``work`` after the current event, once for any number of calls of `invalidate`.

    ``owner`` is the widget that is laid out; once Qt has deleted it, nothing is called. ``work``
    is never called from within the work of another one, and may itself invalidate others.
    """

    def __init__(self, owner: QObject, work: Callable[[], None]) -> None:
        self.owner = owner
        self.work = work

    def invalidate(self) -> None:
        """Mark the layout as out of date; cheap, and safe in any event handler."""
        _queue().add(self)


def settle_layouts() -> None:
    """Do all deferred work now, for those who read or paint widgets within the same event.

    Does nothing while such work is being done.
    """
    _queue().settle()


class _LayoutQueue(QObject):
    """All layouts that are out of date, in the order in which they were invalidated."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._pending: dict[DeferredLayout, None] = {}
        self._event = QEvent.Type(QEvent.registerEventType())
        self._posted = False
        self._working = False

    def add(self, layout: DeferredLayout) -> None:
        self._pending[layout] = None
        if not self._working:
            self._post()

    def event(self, event: QEvent) -> bool:
        if event.type() != self._event:
            return super().event(event)
        self._posted = False
        self.settle()
        return True

    def settle(self) -> None:
        """Work in rounds until nothing is out of date.

        Between two rounds Qt's own layouts do what is due, as the work may have changed sizes.
        The number of rounds is limited: two widgets that undo each other's work must not keep
        the program busy for ever.
        """
        if self._working:
            return
        self._working = True
        try:
            for _ in range(_MAX_ROUNDS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                if not self._pending:
                    return
                for layout in tuple(self._pending):
                    self._pending.pop(layout, None)
                    if isValid(layout.owner):
                        layout.work()
            names = sorted({type(one.owner).__name__ for one in self._pending})
            self._pending.clear()
            if names:
                qWarning(f"The layout does not settle: {', '.join(names)}")
        finally:
            self._working = False
            if self._pending:  # an error ended the round
                self._post()

    def _post(self) -> None:
        if not self._posted:
            self._posted = True
            QCoreApplication.postEvent(self, QEvent(self._event))


@cache
def _queue() -> _LayoutQueue:
    return _LayoutQueue(QCoreApplication.instance())
