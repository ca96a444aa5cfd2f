"""The window in this process, with an operator at its keyboard; time is virtual."""

import json
import time as real_time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from exports.preview import PageRequest
from exports.preview_process import PreviewRun
from tests.behaviour import fixed
from tests.behaviour.steps import Steps
from tests.helpers import counted_input, facilitator, screen, sighted
from tests.helpers.forked_exports import forked_exports
from tests.helpers.sessions import new_session
from tests.helpers.virtual_time import VirtualTime
from tests.helpers.watched import look_at
from ui.app import application
from ui.audience.window import AudienceWindow
from ui.theme.theme import theme
from ui.window.main_window import MainWindow
from workshop_app.i18n import set_language
from workshop_app.settings import Settings

SIZE = (1366, 768)
ROOM_SIZE = (1280, 720)
_BEAT_MS = 60
"""Duration of a key press, and of a look at the window, in virtual time."""
_BEATS = 4000
"""How often the window is looked at before a run fails."""
_PATIENCE = 60.0
"""Seconds to wait for a page of a preview."""
_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {
    "Next": "PageDown", "Prior": "PageUp", "BackSpace": "Backspace", "plus": "Plus",
    "minus": "Minus", "slash": "Slash", "question": "Question", "period": "Period",
    "space": "Space",
}  # fmt: skip
"""Qt's names of keys whose name in X is another one."""


class _EveryLetter(set):
    """The operator can type each letter."""

    def issuperset(self, _letters: object) -> bool:
        return True


class Stage:
    """One window on one store. It is the `Operator` of runs that are written for a real screen."""

    def __init__(self, window: MainWindow, time: VirtualTime, home: Path, steps: Steps) -> None:
        self.window = window
        self.steps = steps
        self.screen = self
        self.letters = _EveryLetter()
        self.watched = home / "seen.jsonl"
        self._time = time
        self._keys: list[str] = []
        self.wait()

    @property
    def title(self) -> str:
        return self.window.windowTitle()

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by xdotool's names."""
        for key in keys:
            self._press(key)
            self.wait()
            self.note(key)

    def write(self, words: str) -> None:
        """Type ASCII by keys, everything else like an input method."""
        if words.isascii():
            QTest.keyClicks(self._target(), words)
        else:
            typed = QInputMethodEvent()
            typed.setCommitString(words)
            QApplication.sendEvent(self._target(), typed)
        self.wait()
        self.note(f"type {words}")

    def paste(self, text: str, key: str = "ctrl+v") -> None:
        self.copy(text)
        self.press(key)

    def until_at(self, place: str) -> None:
        self.until(f"the step {place} (now {self.title!r})", lambda: place in self.title)

    def until(self, what: str, found: Callable[[], object], *_patience: float) -> object:
        """Let time pass until `found` returns something true."""
        for _ in range(_BEATS):
            if answer := found():
                return answer
            self.wait()
        raise AssertionError(f"waited in vain for {what}")

    def wait(self) -> None:
        """Let the window work, and a short time pass."""
        for _ in range(4):
            QApplication.processEvents()
        self._time.advance(_BEAT_MS)
        for _ in range(4):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        with self.watched.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(look_at(self.window)), ensure_ascii=False) + "\n")

    def note(self, key: str) -> None:
        """Record the window as it is after a key."""
        self.steps.add(key, look_at(self.window), self.window, self.window.audience.audience_window)

    def rest(self, milliseconds: int) -> None:
        """Let a longer time pass, until nothing delayed is left to come."""
        for _ in range(milliseconds // _BEAT_MS):
            self.wait()

    def _press(self, key: str) -> None:
        *held, last = key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in held:
            modifiers |= _MODIFIERS[name]
        name = _KEYS.get(last, last)
        if name == "Tab" and "shift" in held:
            name = "Backtab"
        name = name.upper() if len(name) == 1 else name
        QTest.keyClick(self._target(), getattr(Qt.Key, f"Key_{name}"), modifiers)

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window


@contextmanager
def stage(
    home: Path, language: str, out: Path, *, store: Path, in_room: bool, settings: Settings | None
) -> Iterator[Stage]:
    """Context manager: the window on a store, with an audience display if `in_room`."""
    time = VirtualTime()
    fixed.elapsed = time
    set_language(language)
    application()
    QApplication.setCursorFlashTime(0)
    with ExitStack() as ending:
        ending.enter_context(forked_exports())
        ending.enter_context(time.in_force())
        patch = ending.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(QDesktopServices, "openUrl", lambda *_: True)
        _await_pages(patch)
        theme().set_name("light")
        session = new_session(store, datetime.now, first_start=True, thorough=False)
        window = MainWindow(session, settings or Settings(language=language), clock=time)
        window.resize(*SIZE)
        window.go("start")
        window.show()
        window.activateWindow()
        if in_room:
            wall = AudienceWindow()
            wall.resize(*ROOM_SIZE)
            wall.show()
            window.audience.begin(wall)
            window.activateWindow()
        made = Stage(window, time, home, Steps(out, {str(home): "~", str(Path.cwd()): "."}))
        for module in (screen, sighted, counted_input, facilitator):
            patch.setattr(module, "until", made.until)
        yield made
        if not window.close():  # unentered text requires a confirmation
            window.close()
        session.store.close()


def _await_pages(patch: pytest.MonkeyPatch) -> None:
    """Let a preview wait for the page that was requested last, as it does for its document."""
    requested: dict[int, PageRequest] = {}
    poll, request_page = PreviewRun.poll, PreviewRun.request_page
    request_document = PreviewRun.request_document

    def document(run: PreviewRun, order: Any) -> None:
        requested.pop(id(run), None)
        request_document(run, order)

    def page(run: PreviewRun, request: PageRequest) -> None:
        requested[id(run)] = request
        request_page(run, request)

    def is_drawn(run: PreviewRun) -> bool:
        wanted, image = requested.get(id(run)), run.image
        if wanted is None or run.error is not None:
            return True
        drawn = image and (image.number, image.requested_width)
        return drawn == (wanted.number, wanted.width)

    def waited(run: PreviewRun) -> bool:
        end = real_time.monotonic() + _PATIENCE
        came = poll(run)
        while not is_drawn(run) and real_time.monotonic() < end:
            real_time.sleep(0.01)
            came = poll(run) or came
        return came

    patch.setattr(PreviewRun, "request_document", document)
    patch.setattr(PreviewRun, "request_page", page)
    patch.setattr(PreviewRun, "poll", waited)
