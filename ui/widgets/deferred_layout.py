"""Lays out once, at the end of the event.

A ``resizeEvent`` that shows, hides or renames another widget makes Qt lay out all ancestors
immediately, in the middle of the layout that sent the event. Widgets whose parts depend on their
size therefore only mark themselves with `DeferredLayout.invalidate`; the work is done after the
event, when Qt has returned from all its layouts. What depends only on a widget's own size, and
changes no other widget, is computed on access.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import ClassVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, qWarning
from PySide6.QtGui import QResizeEvent
from shiboken6 import isValid

_MAX_ROUNDS = 50


class DeferredLayout:
    """Calls ``work`` after the current event, once for any number of calls of `invalidate`.

    ``owner`` is the widget that is laid out; after Qt has deleted it, nothing is called. ``work``
    is never called from within the work of another one, and may itself invalidate others. With
    ``last`` it is called after all others, for work that depends on the positions of other widgets.
    """

    def __init__(self, owner: QObject, work: Callable[[], object], *, last: bool = False) -> None:
        self.owner = owner
        self.work = work
        self.last = last

    def invalidate(self) -> None:
        """Mark the layout as outdated; cheap, and safe in any event handler."""
        _queue().add(self)


class Refitted:
    """Base class, before that of the widget: ``fit_parts`` is called when its size changed.

    ``refit`` does that after the event; with ``FITS_LAST`` after all others.
    """

    FITS_LAST: ClassVar[bool] = False

    @cached_property
    def refit(self) -> DeferredLayout:
        return DeferredLayout(cast("QObject", self), self.fit_parts, last=self.FITS_LAST)

    def fit_parts(self) -> None:
        """Lay out what depends on the size."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # type: ignore[misc] - of the widget
        self.refit.invalidate()


def finish_layouts() -> None:
    """Do all deferred work now, for code that reads or paints widgets within the same event.

    Does nothing while such work is being done.
    """
    _queue().work_off()


class _LayoutQueue(QObject):
    """All outdated layouts, in the order in which they were invalidated.

    The work is done in rounds until nothing is outdated. After each round Qt's own pending layouts
    are activated, as the work may have changed sizes. The number of rounds until the window can be
    painted is limited: two widgets that revert each other's work must not block the program.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._pending: dict[DeferredLayout, None] = {}
        self._layout_event = QEvent.Type(QEvent.registerEventType())
        self._painted_event = QEvent.Type(QEvent.registerEventType())
        self._posted = False
        self._working = False
        self._counting = False
        self._rounds = 0

    def add(self, layout: DeferredLayout) -> None:
        self._pending[layout] = None
        if not self._working:
            self._post()

    def event(self, event: QEvent) -> bool:
        if event.type() == self._layout_event:
            self._posted = False
            if not self._counting:
                self._counting = True  # Qt posts its own requests to paint with low priority
                after = Qt.EventPriority.LowEventPriority.value - 1
                QCoreApplication.postEvent(self, QEvent(self._painted_event), after)
            self._work_off()
        elif event.type() == self._painted_event:
            self._counting = False
            self._rounds = 0
        else:
            return super().event(event)
        return True

    def work_off(self) -> None:
        """Do the work immediately."""
        if not self._working:
            self._rounds = 0
            self._work_off()
            self._rounds = 0

    def _work_off(self) -> None:
        if self._working:
            return
        self._working = True
        try:
            while self._pending and self._rounds < _MAX_ROUNDS:
                self._rounds += 1
                self._work()
            if self._pending:
                names = sorted({type(layout.owner).__name__ for layout in self._pending})
                self._pending.clear()
                qWarning(f"The layout does not come to rest: {', '.join(names)}")
        finally:
            self._working = False
            if self._pending:  # an error ended the round
                self._post()

    def _work(self) -> None:
        first = [layout for layout in self._pending if not layout.last]
        for layout in first or tuple(self._pending):
            self._pending.pop(layout, None)
            if isValid(layout.owner):
                layout.work()
        if first:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _post(self) -> None:
        if not self._posted:
            self._posted = True
            # before Qt's layout requests, so that these find what the work has changed, once
            priority = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(self._layout_event), priority)


@cache
def _queue() -> _LayoutQueue:
    return _LayoutQueue(QCoreApplication.instance())
