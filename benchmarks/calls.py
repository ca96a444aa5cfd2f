"""Counts the Python calls of the program's own code per key press in List, until it is painted.

A count does not depend on the load of the machine, so it reveals repeated work that times hide.
Counted are calls of functions, properties, lambdas and comprehensions in ``ui``, ``workshop_app``
and ``exports``, and each step of a generator. The baseline for Enter is the same command through
``Session.execute`` without a window; that for a letter is a single field of the kit. The sample
workshop is open in both modes. The first key presses are not counted, since they fill caches;
letters are counted for words that were typed before, and for new words. Words that were typed
before are typed several times and the least of each letter counts, so that timers do not.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import FrameType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import ui
from ui.app import application
from ui.widgets.plain_field import PlainField
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language
from workshop_app.services import sample
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store.store import Store

SIZE = (1366, 768)
_RUNS = 5
_PASSES = 3
_WORDS = "夜間のアラートが多すぎて、大事なものを見落とす"
_NEW_WORDS = "退職者の鍵が残り、証明書の期限切れに誰も気づけない"
_ROOT = Path(ui.__file__).resolve().parents[1]
_PRODUCT = tuple(f"{_ROOT / name}/" for name in ("ui", "workshop_app", "exports"))

Calls = Counter[tuple[str, str]]
"""How often each function was called, by file (relative to the root) and qualified name."""


def count_calls(act: Callable[[], object]) -> Calls:
    """Call `act`, then let Qt paint; return the calls of the program's own code during that."""
    calls: Calls = Counter()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(_PRODUCT):
            calls[code.co_filename, code.co_qualname] += 1

    QApplication.processEvents()
    sys.setprofile(note)
    try:
        act()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return Counter({(file[len(str(_ROOT)) + 1 :], name): n for (file, name), n in calls.items()})


def run(*, most: int = 0) -> None:
    """Print the counts of both modes; with ``most``, also the functions called most often."""
    application()
    set_language("ja")
    with tempfile.TemporaryDirectory() as folder:
        for private in (False, True):
            _run_mode(Path(folder) / f"{private}.db", private, most)


def _run_mode(path: Path, private: bool, most: int) -> None:
    mode = "private" if private else "projected"
    session = Session(Store(path))
    session.open(sample.play(session, "ja"))
    floor = _several(lambda: count_calls(lambda: _add(session)))
    window = _window(session, private)
    page: Any = window.page_stack.page
    field = page.entry.field
    enter = _several(lambda: _enter(field))
    _report(f"Enter in List, {mode}", enter, "command alone", floor, most)
    letter = _least(field, _WORDS)
    new = _letters(field, _NEW_WORDS)
    window.close()
    bare = _letters_in_bare_field()
    _report(f"letter in List, {mode}", letter, "bare field", bare, most)
    _report(f"letter of new words in List, {mode}", new, "bare field", bare, most)
    session.store.close()


def _window(session: Session, private: bool) -> MainWindow:
    window = MainWindow(session, Settings(language="ja"))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    window.set_private(private)
    for _step in window.answers.prepare():  # as soon after the start
        pass
    window.go(Step.LIST.value)
    QApplication.processEvents()
    return window


def _add(session: Session) -> None:
    session.execute(AddProblem(_WORDS, None, heard_at="2026-01-01T00:00"))


def _enter(field: PlainField) -> Calls:
    field.set_text("")
    for letter in _WORDS:
        _write(field, letter)
    return count_calls(lambda: QTest.keyClick(field, Qt.Key.Key_Return))


def _letters(field: PlainField, words: str) -> list[Calls]:
    field.set_text("")
    return [count_calls(lambda letter=letter: _write(field, letter)) for letter in words][1:]


def _least(field: PlainField, words: str) -> list[Calls]:
    passes = [_letters(field, words) for _ in range(_PASSES)]
    return [min(found, key=Counter.total) for found in zip(*passes, strict=True)]


def _letters_in_bare_field() -> list[Calls]:
    window = QWidget()
    window.resize(*SIZE)
    field = PlainField("room")
    field.setParent(window)
    field.resize(SIZE[0], 80)
    window.show()
    window.activateWindow()
    found = _least(field, _WORDS)
    window.close()
    return found


def _write(field: PlainField, letter: str) -> None:
    """Commit a letter like an input method, and paint."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.sendEvent(field, event)
    QApplication.processEvents()


def _several(count: Callable[[], Calls]) -> list[Calls]:
    """Return the counts of several runs, after one that fills the caches."""
    return [count() for _ in range(_RUNS + 1)][1:]


def _report(name: str, found: list[Calls], floor_name: str, floor: list[Calls], most: int) -> None:
    totals, floors = ([calls.total() for calls in each] for each in (found, floor))
    files = [len({file for file, _ in calls}) for calls in found]
    print(
        f"{name}: median {median(totals):.0f} calls in {median(files):.0f} files, "
        f"{min(totals)} to {max(totals)} | {floor_name}: median {median(floors):.0f} | "
        f"ratio {median(totals) / max(1, median(floors)):.1f}"
    )
    for (file, function), count in found[-1].most_common(most):
        print(f"  {count:5} {file} {function}")
