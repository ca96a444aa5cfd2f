"""Random keys, text, clicks and sizes for the window, reproducible by a seed.

``python -m tests.helpers.monkey --seed 1 --actions 10000`` runs it and reports failures. Time
advances by a fixed amount per action, so that a seed gives the same run on any machine.
"""

import argparse
import faulthandler
import hashlib
import os
import random
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.helpers.audience_watch import refresh_audience, stale_focus
from tests.helpers.played import played_session
from tests.helpers.sessions import new_session
from tests.helpers.virtual_time import VirtualTime
from tests.helpers.visible import visible_widgets
from ui.actions.table import ACTIONS
from ui.audience.window import AudienceWindow
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.window.main_window import MainWindow
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import set_language
from workshop_app.services import snapshot
from workshop_app.services.session import Session
from workshop_app.settings import Settings

_LOOK_EVERY = 50
_RESTART_EVERY = 1_000
_REMEMBERED = 25
_PATIENCE_MS = 2_000
_ACTION_MS = 60
"""Duration of an action, in virtual time."""
_PLACES = ("F1", "Ctrl+F", "Ctrl+,", "Ctrl+M", "Ctrl+E", *(f"Ctrl+{n}" for n in range(1, 9)))
_FINGERS = (
    *("Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Return", "Return", "Esc", "Home", "End"),
    *("Del", "Backspace", "PgUp", "PgDown", "Space", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"),
    *("Shift+F10", "Ctrl+Return", "Ctrl+Return", "Ctrl+Z", *"abcdefghijklmnopqrstuvwxyz0123456789"),
)
_WORDS = (
    *("監視", "夜間のアラートが多い", "disk is full", "1", "3", "12", "2026-12-01", "<b>x</b>"),
    *("=1+1", "𠮷野家 👩‍👩‍👧‍👦", "あ" * 600, "a\u202eb", "   ", "SRE", "CPU 使用率を教えて"),
)
_MANY = "\n".join(map(str, range(80)))
_PASTED = ("・一つ目\n・二つ目\n・三つ目", "one line", "", "x\t1\ny\t2\n", _MANY)
_SIZES = ((1024, 660), (1024, 768), (1366, 768), (1920, 1080), (2560, 1440), (1200, 700))
_IGNORED = (
    "This plugin does not support",
    # QTest's warning about a press that moved the widget away from the mouse
    "not accepted by receiving widget",
)


def all_keys() -> list[str]:
    """Return every declared key."""
    declared = [one for definitions in ACTIONS.values() for one in definitions]
    parts = {key for one in declared for which in one.arguments() for key in one.keys_for(which)}
    return sorted(part.replace("Enter", "Return") for part in parts)


class Monkey:
    """Acts on one store; ``broken`` are the failures, as sentences."""

    def __init__(self, folder: Path, seed: int, language: str = "ja") -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.language = language
        self.done: Counter[str] = Counter()
        self.broken: list[str] = []
        self.tells = False
        self.trace: list[str] = []
        self._keys = all_keys()
        self._last: deque[str] = deque(maxlen=_REMEMBERED)
        self._covered = self._acted = 0
        self._time = VirtualTime()
        self._store = folder / "workshops.db"
        set_language(language)
        self._ending = ExitStack()
        self._ending.enter_context(self._time.in_force())
        self._open(played_session(self._store, language))

    def play(self, actions: int) -> None:
        """Act this often, checking sometimes whether everything acknowledged is stored."""
        hooks = sys.excepthook, sys.unraisablehook
        sys.excepthook = self._raised
        sys.unraisablehook = self._unraisable
        handler = qInstallMessageHandler(self._said)
        outside = QFileDialog.getOpenFileName, QFileDialog.getOpenFileNames
        folders = QFileDialog.getExistingDirectory
        opener = QDesktopServices.openUrl
        QFileDialog.getOpenFileName = lambda *_: ("", "")
        QFileDialog.getOpenFileNames = lambda *_: ([], "")
        QFileDialog.getExistingDirectory = lambda *_: ""
        QDesktopServices.openUrl = lambda *_: True
        loop = QEventLoop()
        watch = QTimer()
        watch.timeout.connect(self._leave_what_holds)
        watch.start(_PATIENCE_MS)
        QTimer.singleShot(0, lambda: self._play_on(actions, loop))
        try:
            loop.exec()
        finally:
            watch.stop()
            sys.excepthook, sys.unraisablehook = hooks
            qInstallMessageHandler(handler)
            QFileDialog.getOpenFileName, QFileDialog.getOpenFileNames = outside
            QFileDialog.getExistingDirectory = folders
            QDesktopServices.openUrl = opener

    def _play_on(self, left: int, loop: QEventLoop) -> None:
        """Act once in the event loop, so that Qt deletes discarded widgets, then continue."""
        if left == 0:
            loop.quit()
            return
        number = sum(self.done.values()) + 1
        self._act()
        try:
            if number % _LOOK_EVERY == 0:
                self._compare_with_store()
            if number % _RESTART_EVERY == 0 or left == 1:
                self._restart()
        except Exception:
            loop.quit()
            raise
        QTimer.singleShot(0, lambda: self._play_on(left - 1, loop))

    def _leave_what_holds(self) -> None:
        """Close nested event loops inside an action, such as a menu of Qt's."""
        acted = sum(self.done.values())
        if acted == self._acted:
            waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if waiting is not None:
                waiting.close()
        self._acted = acted

    def close(self) -> None:
        """Close the window and the store."""
        self._close_window()
        self._ending.close()
        self.session.store.close()
        theme().set_text_scale(1.0)
        theme().set_name("light")

    def fingerprint(self) -> str:
        """Return a short digest of all actions, equal for equal runs."""
        played = "\n".join(self.trace).replace(str(self.folder), "")
        return hashlib.sha256(played.encode()).hexdigest()[:16]

    # -- acting

    def _act(self) -> None:
        kinds = {
            "key": 40, "finger": 24, "place": 8, "write": 8, "click": 14, "size": 3, "paste": 3,
            "private": 1,
        }  # fmt: skip
        kind = self.chance.choices(list(kinds), list(kinds.values()))[0]
        self._do("way out" if self._stuck() else kind)

    def press(self, keys: str) -> None:
        """Press keys, and record failures."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "excepthook", self._raised)
            self._attempt("key", lambda: self._press(keys))

    def _do(self, kind: str) -> None:
        act = {
            "key": lambda: self._press(self.chance.choice(self._keys)),
            "finger": lambda: self._press(self.chance.choice(_FINGERS)),
            "place": lambda: self._press(self.chance.choice(_PLACES)),
            "write": self._write,
            "click": self._click,
            "size": self._size,
            "paste": self._paste,
            "private": self._go_private,
            "way out": lambda: self._press(self.chance.choice(("B", "Esc", "Ctrl+L"))),
        }[kind]
        self._attempt(kind, act)

    def _attempt(self, kind: str, act: Callable[[], str]) -> None:
        try:
            what = act()
        except Exception as error:  # noqa: BLE001 - raised in the window, handed on by Qt
            self._raised(type(error), error, error.__traceback__)
            what = "raised"
        self._last.append(f"{kind} {what}")
        self.trace.append(f"{kind} {what}")
        if self.tells:
            print(kind, what, flush=True)  # noqa: T201 - where a crash leaves nothing else behind
        self.done[kind] += 1
        QApplication.processEvents()
        self._time.advance(_ACTION_MS)
        QApplication.processEvents()
        if stale := stale_focus(self.window.audience):
            self._tell(f"the audience was not told of {stale}")
        refresh_audience(self.window.audience)
        if not self.window.isVisible():
            self._tell("the window was closed")
            self.window.show()

    def _stuck(self) -> bool:
        """Return whether the window was covered, or its keys locked, for a while."""
        self._covered = self._covered + 1 if self.window.covered or self.window.lock.on else 0
        return self._covered > 15

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def _press(self, keys: str) -> str:
        target = self._target()
        combination = QKeySequence(keys)[0]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        return f"{keys} on {type(target).__name__} in {self.window.page_name}"

    def _write(self) -> str:
        words = self.chance.choice(_WORDS)
        event = QInputMethodEvent(words[:4] if self.chance.random() < 0.2 else "", [])
        if not event.preeditString():
            event.setCommitString(words)
        target = self._target()
        QApplication.sendEvent(target, event)
        return f"{words[:20]!r} on {type(target).__name__}"

    def _click(self) -> str:
        top = QApplication.activePopupWidget() or self.window
        seen = [one for one in visible_widgets(top) if one.isEnabled()] or [top]
        one = self.chance.choice(seen)
        place = QPoint(
            self.chance.randrange(max(1, one.width())), self.chance.randrange(max(1, one.height()))
        )
        found = top.childAt(one.mapTo(top, place)) or one
        inside = found.mapFrom(top, one.mapTo(top, place))
        click = QTest.mouseDClick if self.chance.random() < 0.1 else QTest.mouseClick
        button = self.chance.choices(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (9, 1)
        )[0]
        click(found, button, Qt.KeyboardModifier.NoModifier, inside)
        return f"{type(found).__name__} {found.accessibleName()[:30]!r}"

    def _size(self) -> str:
        size = self.chance.choice(_SIZES)
        self.window.resize(*size)
        return f"{size}"

    def _paste(self) -> str:
        QGuiApplication.clipboard().setText(self.chance.choice(_PASTED))
        return self._press(self.chance.choice(("Ctrl+V", "Ctrl+Shift+V")))

    def _go_private(self) -> str:
        """Enter private mode completely, which random keys seldom do."""
        return "  ".join(self._press(keys) for keys in ("Ctrl+Shift+P", "Return", "Ctrl+Shift+P"))

    def _close_window(self) -> None:
        if not self.window.close():  # unentered text requires a confirmation
            self.window.close()

    # -- looking

    def _open(self, session: Session) -> None:
        self.session = session
        options = Settings(language=self.language, export_folder=str(self.folder / "papers"))
        self.window = MainWindow(session, options, clock=self._time)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        if self.chance.random() < 0.5:
            wall = AudienceWindow()
            wall.resize(1280, 720)
            wall.show()
            self.window.audience.begin(wall)
            self.window.activateWindow()  # without a window manager, the new window has the focus
        QApplication.processEvents()

    def _compare_with_store(self) -> None:
        """Check that the window's snapshot equals the store."""
        session = self.window.session
        state = session.state
        if state is not None and snapshot.load(session.store, state.workshop.id) != state:
            self._tell("the window shows another workshop than the store holds")

    def _restart(self) -> None:
        """Close, reopen, and check that every workshop is as it was acknowledged."""
        self.window.leave_sample()
        self._close_window()
        discard(self.window)
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        before = self._workshops(self.session)
        shown = self.session.state
        if shown is not None:
            before[shown.workshop.id] = shown
        open_id = self.session.workshop_id
        self.session.store.close()
        session = new_session(self._store)
        if self._workshops(session) != before:
            self._tell("after opening again a workshop is not what was acknowledged")
        if faults := session.store.check():
            self._tell(f"the store is damaged: {faults}")
        if open_id:
            session.open(open_id)
        self._open(session)

    def _workshops(self, session: Session) -> dict[str, WorkshopState]:
        found = session.store.all(Workshop)
        return {one.id: snapshot.load(session.store, one.id) for one in found}

    # -- reporting

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        place = trace
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        code = place.tb_frame.f_code if place else None
        where = f"{code.co_filename}:{place.tb_lineno}" if code and place else "?"
        self._tell(f"{kind.__name__}: {error} at {where}")
        sys.__excepthook__(kind, error, trace)

    def _unraisable(self, told: object) -> None:
        self._tell(f"unraisable: {getattr(told, 'exc_value', told)!r}")

    def _said(self, kind: QtMsgType, _api: object, words: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(part in words for part in _IGNORED):
            self._tell(f"Qt says: {words}")

    def _tell(self, sentence: str) -> None:
        self.broken.append(f"{sentence} | after {sum(self.done.values())}: {list(self._last)[-8:]}")


def main() -> None:
    """Run and report, with exit code 1 if something failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--language", choices=("ja", "en"), default="ja")
    parser.add_argument("--tell", action="store_true", help="print each action")
    asked = parser.parse_args()
    faulthandler.enable()
    from ui.app import application

    with tempfile.TemporaryDirectory() as home:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        application()
        monkey = Monkey(Path(home), asked.seed, asked.language)
        monkey.tells = asked.tell
        monkey.play(asked.actions)
        monkey.close()
    print(f"seed {asked.seed}: {asked.actions} actions, {dict(monkey.done)}")  # noqa: T201
    print(f"  trace {monkey.fingerprint()}")  # noqa: T201
    for sentence in monkey.broken:
        print(f"  {sentence}")  # noqa: T201
    sys.exit(1 if monkey.broken else 0)


if __name__ == "__main__":
    main()
