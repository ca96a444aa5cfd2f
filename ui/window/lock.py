"""The lock while presenting: only next, back, time, freeze, reveal and black react."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.components import places
from ui.widgets.painted_button import PaintedButton
from ui.window import palette_run as palette_doing
from ui.window.audience_controller import AudienceController
from ui.window.palette_run import press_key
from ui.window.top_bar import LOCK_KEY as KEY
from ui.window.top_bar import TopBar
from workshop_app.i18n import tr

_NEXT = {"PgDown", "Right", "Space", "Ctrl+PgDown"}
_BACK = {"PgUp", "Left", "Ctrl+PgUp"}
_PRESSED = {"T", "F", "R", "Ctrl+Alt+1", "Ctrl+Alt+5"}
_CLICKED = {"T", "F", "B", "R", "PgDown", "PgUp"}
_QUIET = {"F5", "Shift+F5"}
"""What a clicker sends to start: it has started already."""
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
          QEvent.Type.ContextMenu}  # fmt: skip
_INPUT = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod, *_MOUSE}


class Console(palette_doing.Console, Protocol):
    """What is asked of the facilitator's window."""

    audience: AudienceController
    bar: TopBar

    @property
    def covered(self) -> bool:
        """Whether black or a break lies over it."""
        ...

    def set_private(self, private: bool) -> None:
        """Change between projected and private mode."""

    def set_black(self) -> None:
        """Make it black, or the room's own display."""


class Lock(QObject):
    """Watches the window's keys and clicks while it is on; says calmly what unlocks it.

    Letters are keys then, wherever the cursor was, so that a presentation clicker works: PgUp,
    PgDn, B and the full stop. At the last page "next" names the next step, and a second one goes.
    """

    changed = Signal(bool)

    def __init__(self, console: Console) -> None:
        super().__init__(console.window())
        self._console, self._window = console, console.window()
        self._on = False
        self._waiting = ("", 0)

    @property
    def on(self) -> bool:
        """Whether the window is locked."""
        return self._on

    def toggle(self) -> None:
        """Lock, or unlock."""
        self.set_on(not self._on)

    def set_on(self, on: bool) -> None:
        """Lock or unlock; a private window that the room sees becomes a projected one first."""
        if on == self._on:
            return
        window, app = self._console, QApplication.instance()
        if on and window.private and not window.audience.live:
            window.set_private(False)
        self._on, self._waiting = on, ("", 0)
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
        """Stop watching: the window closes."""
        app = QApplication.instance()
        if self._on and app is not None:
            app.removeEventFilter(self)
        self._on = False

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
            self._focus_page()  # Qt moves the cursor to what is clicked before it tells anybody
            self._say_locked()
        event.accept()
        return True

    def _concerns(self, watched: QObject) -> bool:
        """Whether the event is for a part of the window that is not covered by black."""
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        return not self._console.covered

    def _key(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        key = _name(event)
        actions: dict[str, Callable[[], object]] = {
            KEY: self.toggle,
            "B": self._console.set_black,
            ".": self._console.set_black,
        }
        if key in actions:
            actions[key]()
        elif key in _NEXT | _BACK:
            self._turn(key)
        elif key in _PRESSED:
            press_key(self._window, key)
        elif key not in _QUIET:
            self._say_locked()

    def _turn(self, key: str) -> None:
        """Turn the page; beyond the last one name the neighbouring step, then go there."""
        by = 1 if key in _NEXT else -1
        if not key.startswith("Ctrl") and self._turned_page(by):
            self._waiting = ("", 0)
            return
        names = [entry.name for entry in places.steps()]
        here = self._console.page_name
        place = names.index(here) + by if here in names else -1
        if not 0 <= place < len(names):
            return
        if key.startswith("Ctrl") or self._waiting == (here, by):
            self._waiting = ("", 0)
            self._console.go(names[place])
            self._focus_page()
            return
        self._waiting = (here, by)
        self._console.toast(tr("lock.once_more", step=tr(f"steps.name.{names[place]}")))

    def _turned_page(self, by: int) -> bool:
        """Turn the room's own display, or the page in front; False at the end of both."""
        if self._console.audience.turn(by):
            return True
        return press_key(self._window, "PgDown" if by > 0 else "PgUp")

    def _focus_page(self) -> None:
        if self._console.page_stack.page is not None:
            self._console.page_stack.page.setFocus()

    def _may_click(self, watched: QObject) -> bool:
        if isinstance(watched, PaintedButton) and watched.key in _CLICKED:
            return True
        timer = self._console.bar.timer
        return isinstance(watched, QWidget) and timer.isAncestorOf(watched)

    def _say_locked(self) -> None:
        self._console.toast(tr("lock.locked", key=KEY))


def _name(event: QKeyEvent) -> str:
    """The key of an event as the table of keys writes it."""
    text = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return text.replace("Num+", "")
