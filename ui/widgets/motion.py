"""The motion of all widgets: what changed at once is painted as if it came there within 120 ms."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication

from ui.theme.theme import theme
from ui.widgets.timers import call_every

_MS = 120
_FRAME_MS = 16
_CLIENT_AREA_ANIMATION = 0x1042  # what Windows switches off for those who want no motion
_ENDING = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
}


def shows_motion() -> bool:
    """Return whether there is a display, and the system shows motion."""
    if QGuiApplication.platformName() == "offscreen":
        return False
    if sys.platform != "win32":
        return True
    shown = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
    return bool(shown.value)


class Motion(QObject):
    """The part of a change that is still to be shown, ``left``, from 1 to 0.

    Layout and focus change before, so that no input waits; the next input ends the motion.
    ``show`` is called for each further picture, and at the end.
    """

    def __init__(self, owner: QObject, show: Callable[[], object]) -> None:
        super().__init__(owner)
        self._show = show
        self._began = 0.0
        self._timer = call_every(self, _FRAME_MS, self._step)

    @property
    def left(self) -> float:
        """The part of the change that is not shown yet; 0 at rest."""
        if not self._timer.isActive():
            return 0.0
        return max(0.0, 1 - (time.monotonic() - self._began) * 1000 / _MS) ** 2

    def begin(self) -> None:
        """Begin with the whole change."""
        if theme().moving:
            self._began = time.monotonic()
            self._timer.start()
            self._watch(QCoreApplication.installEventFilter)

    def end(self) -> None:
        """Show the whole change."""
        if self._timer.isActive():
            self._timer.stop()
            self._watch(QCoreApplication.removeEventFilter)
            self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENDING:
            self.end()
        return False

    def _watch(self, how: Callable[[QCoreApplication, QObject], object]) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            how(app, self)

    def _step(self) -> None:
        if self.left:
            self._show()
        else:
            self.end()
