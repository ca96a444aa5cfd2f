"""Keeps the displays on while the audience looks at them, if the system supports that.

Otherwise the system's own setting applies.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

Release = Callable[[], object]

_CONTINUOUS = 0x80000000
_SYSTEM = 0x00000001
_DISPLAY = 0x00000002
_UTF8 = 0x08000100
_ASSERTION_ON = 255
_BUS = "workshop-app-awake"
_SERVICE = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")


class Awake:
    """Calls the system only when ``set_on`` changes something."""

    def __init__(self, hold: Callable[[str], Release | None] | None = None) -> None:
        self._hold = hold or _hold
        self._release: Release | None = None
        self._on = False

    def set_on(self, on: bool, why: str = "") -> None:
        """Keep the display on, or leave it to the system; the system may show ``why``."""
        if on == self._on:
            return
        self._on = on
        release = self._release
        self._release = None
        # a missing library, function or service: nothing that a user could do about it
        with suppress(OSError, AttributeError, ImportError, RuntimeError):
            if on:
                self._release = self._hold(why)
            elif release is not None:
                release()


def _hold(why: str) -> Release | None:
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_macos(why)
    return _on_freedesktop(why)


def _on_windows() -> Release:
    import ctypes  # not on the start path

    set_state = ctypes.WinDLL("kernel32").SetThreadExecutionState  # type: ignore[attr-defined]
    set_state.argtypes = [ctypes.c_uint32]
    set_state.restype = ctypes.c_uint32
    set_state(_CONTINUOUS | _SYSTEM | _DISPLAY)
    return lambda: set_state(_CONTINUOUS)


def _on_macos(why: str) -> Release | None:
    import ctypes.util  # not on the start path

    core = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
    kit = ctypes.CDLL(ctypes.util.find_library("IOKit"))
    make = core.CFStringCreateWithCString
    make.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    make.restype = ctypes.c_void_p
    create = kit.IOPMAssertionCreateWithName
    create.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p,
                       ctypes.POINTER(ctypes.c_uint32)]  # fmt: skip
    number = ctypes.c_uint32()
    kind = make(None, b"PreventUserIdleDisplaySleep", _UTF8)
    reason = make(None, why.encode(), _UTF8)
    failed = create(kind, _ASSERTION_ON, reason, ctypes.byref(number))
    core.CFRelease.argtypes = [ctypes.c_void_p]
    for text in (kind, reason):
        core.CFRelease(text)
    return None if failed else lambda: kit.IOPMAssertionRelease(number)


def _on_freedesktop(why: str) -> Release | None:
    """Ask the desktop's screen saver, which drops the request when the connection ends."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
    if not bus.isConnected():
        QDBusConnection.disconnectFromBus(_BUS)
        return None
    service, path = _SERVICE
    call = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
    call.setArguments(["Workshop App", why])
    bus.asyncCall(call)
    return lambda: QDBusConnection.disconnectFromBus(_BUS)
