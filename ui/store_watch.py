"""Monitors the store file of the window: its path, and whether it is sound."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from ui.widgets.timers import call_after
from workshop_app.domain.errors import StoreError
from workshop_app.i18n import tr
from workshop_app.store.checking import Finding

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from workshop_app.services.session import Session
    from workshop_app.store.store import Store

_BEGIN_MS = 3_000
"""Delay in ms on the start page before the check begins, to keep the start fast."""
_AGAIN_MS = 60_000
"""Delay in ms before a failed check is tried again."""
_PAUSE_MS = 40
"""Interval in ms between two steps of the check, in which user events are handled."""


def _all_steps(store: Store) -> Generator[list[Finding], None, None]:
    yield from store.deep_check()
    yield from store.record_steps()


class StoreWatch(QObject):
    """Checks the path whenever the window is activated, and the whole store once, in steps.

    The steps run in the window's thread, between its events: the store's connection belongs to that
    thread. What SQLite checks in one step, a second connection reads in another thread.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._checked: Store | None = None
        self._steps = _all_steps(session.store)
        self._unreadable = 0
        self._timer = call_after(self, _BEGIN_MS, self._step)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.check_file()
        elif event.type() == QEvent.Type.Close:
            self._timer.stop()
            self._steps.close()  # ends a thread that reads the file
        return super().eventFilter(watched, event)

    def check_file(self) -> None:
        """Show an error if nothing can be saved in the file any more."""
        try:
            self._window.session.store.refuse_lost_file()
        except StoreError as error:
            self._window.refuse(error)

    def _step(self) -> None:
        """Do one step of the check; a store opened meanwhile is checked from the beginning."""
        store = self._session.store
        if store is not self._checked:
            self._checked = store
            self._steps.close()
            self._steps = _all_steps(store)
            self._unreadable = 0
        try:
            found = next(self._steps, None)
        except StoreError:  # it cannot be read at the moment, which says nothing about its content
            self._checked = None
            self._timer.start(_AGAIN_MS)
            return
        if found is None:
            if self._unreadable:
                self._window.say_error(tr("frame.notice.unreadable", n=self._unreadable))
            else:
                self._warn_of_shared_folder()
            return
        if found and store.damage is not None:
            from workshop_app.store.recovery import can_recover  # not on the start path

            self._window.offer_recovery(copied=can_recover(store.path))
            return
        self._unreadable += len(found)
        self._timer.start(_PAUSE_MS)

    def _warn_of_shared_folder(self) -> None:
        """Warn once per store that its folder is shared with other computers."""
        from workshop_app.store.shared_folder import NETWORK, shared_folder  # not on the start path

        path = str(self._session.store.path)
        if self._window.settings.warned_of_place == path:
            return
        name = shared_folder(self._session.store.path)
        if name:
            words = "frame.notice.on_network" if name == NETWORK else "frame.notice.synchronised"
            self._window.say_error(tr(words, name=name))
            self._window.save_setting(warned_of_place=path)
