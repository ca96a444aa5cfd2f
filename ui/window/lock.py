"""The lock while presenting: only next, back, time, freeze, reveal and black work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.binding import BoundAction
from ui.components import places
from ui.rows.scroll_bar import ScrollBar
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.window.frame_api import FrameApi
from ui.window.timer_block import TimerBlock
from ui.window.top_bar import LOCK_KEY as KEY
from workshop_app.i18n import tr

_NEXT = {"PgDown", "Right", "Space", "Ctrl+PgDown"}
_BACK = {"PgUp", "Left", "Ctrl+PgUp"}
_PAGING = {"PgDown", "PgUp"}
"""Keys of buttons that turn a page and may be clicked."""
_QUIET = {"F5", "Shift+F5"}
"""Sent by a clicker to start the presentation, which is ignored."""
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
          QEvent.Type.ContextMenu}  # fmt: skip
_INPUT = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod, *_MOUSE}


class Lock(QObject):
    """Filters the window's keys and clicks while it is on, and shows how to unlock.

    Letters work as keys then, wherever the focus was, so that a presentation clicker can be used:
    PgUp, PgDn, B and the full stop. At the last page "next" first names the next step, and then
    goes there.
    """

    changed = Signal(bool)

    def __init__(self, frame: FrameApi) -> None:
        super().__init__(frame.window())
        self._frame = frame
        self._window = frame.window()
        self.on = False
        """Whether the window is locked."""
        self._waiting = ("", 0)

    def toggle(self) -> None:
        self.set_on(not self.on)

    def set_on(self, on: bool) -> None:
        """Lock or unlock; a private window that the room sees switches to projected mode first."""
        if on == self.on:
            return
        window = self._frame
        app = QApplication.instance()
        if on and window.private and not window.audience.live:
            window.set_private(False)
        self.on = on
        self._waiting = ("", 0)
        page = window.page_stack.page
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)
        if page is not None:
            page.commit_pending()
            if on:
                page.setFocus()
            else:
                page.focus_start()
        self.changed.emit(on)
        window.toast(tr("lock.begun" if on else "lock.ended", key=KEY))

    def release(self) -> None:
        """Stop filtering, since the window is closed."""
        app = QApplication.instance()
        if self.on and app is not None:
            app.removeEventFilter(self)
        self.on = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT or not self._concerns(watched):
            return False
        if isinstance(event, QKeyEvent):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._key(event)
            return True
        if event.type() in _MOUSE and self._may_click(watched):
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod):
            self._focus_page()  # Qt moves the focus on a click before it notifies the widget
            self._say_locked()
        event.accept()
        return True

    def _concerns(self, watched: QObject) -> bool:
        """Return whether the event is for a part of the window that is not covered by black."""
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        return not self._frame.covered

    def _key(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        key = _name(event)
        actions: dict[str, Callable[[], object]] = {
            KEY: self.toggle,
            "B": self._frame.set_black,
            ".": self._frame.set_black,
        }
        if key in actions:
            actions[key]()
        elif key in _NEXT | _BACK:
            self._turn(key)
        elif key in _QUIET:
            return
        elif (action := self._allowed_action(key)) is not None:
            action.run()
        else:
            self._say_locked()

    def _turn(self, key: str) -> None:
        """Turn the page; after the last one name the neighbouring step, then go there."""
        by = 1 if key in _NEXT else -1
        if not key.startswith("Ctrl") and self._turned_page(by):
            self._waiting = ("", 0)
            return
        names = [entry.name for entry in places.steps(self._frame.session.state)]
        here = self._frame.page_name
        index = names.index(here) + by if here in names else -1
        if not 0 <= index < len(names):
            return
        if key.startswith("Ctrl") or self._waiting == (here, by):
            self._waiting = ("", 0)
            self._frame.go(names[index])
            self._focus_page()
            return
        self._waiting = (here, by)
        self._frame.toast(tr("lock.once_more", step=tr(f"steps.name.{names[index]}")), done=False)

    def _turned_page(self, by: int) -> bool:
        """Turn the audience display, or the current page; return False at the end of both."""
        if self._frame.audience.turn(by):
            return True
        key = "PgDown" if by > 0 else "PgUp"
        for action in self._window.findChildren(KeyAction):
            if key in action.keys and action.is_live:
                return action.run()
        for button in self._window.findChildren(PaintedButton):
            if button.key == key and button.isVisible() and button.isEnabled():
                button.click()
                return True
        return False

    def _allowed_action(self, key: str) -> BoundAction | None:
        """Return the action of a key that is allowed while the window is locked."""
        for action in self._window.findChildren(BoundAction):
            if action.definition.when_locked and key in action.keys and action.is_live:
                return action
        return None

    def _focus_page(self) -> None:
        if self._frame.page_stack.page is not None:
            self._frame.page_stack.page.setFocus()

    def _may_click(self, watched: QObject) -> bool:
        if isinstance(watched, PaintedButton):
            action = watched.action
            if isinstance(action, BoundAction) and action.definition.when_locked:
                return True
            if watched.key in _PAGING:
                return True
        if isinstance(watched, ScrollBar) or watched is self._frame.bar.lock:
            return True
        timers = self._window.findChildren(TimerBlock)
        return isinstance(watched, QWidget) and any(one.isAncestorOf(watched) for one in timers)

    def _say_locked(self) -> None:
        self._frame.toast(tr("lock.locked", key=KEY), done=False)


def _name(event: QKeyEvent) -> str:
    """Return the key of an event in the notation of declared actions."""
    text = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return text.replace("Num+", "")
