"""Lists of 1,000 problems: add, filter, merge and scroll, until everything is painted.

The baseline is one commit of SQLite with the same pragmas and the repaint of a plain list with as
many rows. Filtering means showing one theme of the problems.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.commits import bare_commit
from benchmarks.measure import BothTimes, Stopwatch, report
from ui.app import application
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store.store import Store

SIZE = (1366, 768)
PROBLEMS = 1_000
_THEMES = 4
_RUNS = 60
_ALT = Qt.KeyboardModifier.AltModifier
_FRAME = 16.0
"""ms: typed text should be visible in the next frame of a display of 60 Hz."""


Act = Callable[[MainWindow], object]


def run(problems: int = PROBLEMS, runs: int = _RUNS) -> None:
    """Measure in both modes."""
    application()
    set_language("ja")
    with tempfile.TemporaryDirectory() as folder:
        floor, own_floor = _floor(Path(folder), problems, 2 * runs)
        print(f"{floor.name}, processor time: median {own_floor.median:.2f} ms")
        for private in (False, True):
            session = _session(Path(folder) / f"{private}.db", problems)
            window = MainWindow(session, Settings(language="ja"))
            for times, own in _measured(window, private, runs):
                report(times, floor)
                print(
                    f"  p95 is {times.p95 / floor.p95:.2f} of the floor's; processor time: "
                    f"median {own.median:.2f} ms, p95 {own.p95:.2f} ms; "
                    f"within {_FRAME:.0f} ms: {times.within(_FRAME):.0%} of {len(times.values)}"
                )
            window.close()
            session.store.close()


def _measured(window: MainWindow, private: bool, runs: int) -> list[BothTimes]:
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    window.set_private(private)
    for _step in window.answers.prepare():  # as soon after the start
        pass
    mode = "private" if private else "projected"
    found = []
    for name, step, ready, act in _ACTIONS:
        window.go(step.value)
        QApplication.processEvents()
        found.append(_timed(f"{name}, {mode}", window, ready, act, runs))
    return found


def _timed(name: str, window: MainWindow, ready: Act, act: Act, runs: int) -> BothTimes:
    stopwatch = Stopwatch(name)
    for _ in range(runs):
        ready(window)
        QApplication.processEvents()
        with stopwatch.measure():
            act(window)
            QApplication.processEvents()
    return stopwatch.times


def _press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> Callable[[MainWindow], None]:
    def press(_window: MainWindow) -> None:
        focused = QApplication.focusWidget()
        if focused is None:
            raise RuntimeError("nothing has the keyboard")
        QTest.keyClick(focused, key, modifiers)

    return press


def _write(window: MainWindow) -> None:
    page: Any = window.page_stack.page
    page.entry.setFocus()
    page.entry.set_text("夜間のアラートが多すぎて、大事なものを見落とす")


def _to_rows(window: MainWindow) -> None:
    """Select a row in the middle, so that there is a page before and after."""
    page: Any = window.page_stack.page
    page.rows.setFocus()
    rows = page.rows.rows()
    page.rows.set_current(rows[len(rows) // 3].id)


def _tick_two(window: MainWindow) -> None:
    """Tick the same two problems each time; an earlier merge is undone."""
    state = window.session.state
    if state is not None and any(one.merged_into for one in state.problems):
        window.undo()
    _unsorted(window)
    QApplication.processEvents()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        _press(key)(window)


def _unsorted(window: MainWindow) -> None:
    page: Any = window.page_stack.page
    page.focus_start()
    while page.selection.group.number:
        _press(Qt.Key.Key_Up, _ALT)(window)
        QApplication.processEvents()


_ACTIONS: tuple[tuple[str, Step, Act, Act], ...] = (
    ("add a problem", Step.LIST, _write, _press(Qt.Key.Key_Return)),
    ("turn a page", Step.LIST, _to_rows, _press(Qt.Key.Key_PageDown)),
    ("go down a row", Step.LIST, _to_rows, _press(Qt.Key.Key_Down)),
    (
        "show one theme",
        Step.SORT,
        _unsorted,
        _press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ),
    ("merge two", Step.SORT, _tick_two, _press(Qt.Key.Key_M)),
)


def _floor(folder: Path, problems: int, runs: int) -> BothTimes:
    """Measure one bare commit and the repaint of a plain list with as many rows."""
    commit = bare_commit(folder)
    view = QListView()
    view.setModel(QStringListModel([_wording(number) for number in range(problems)]))
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()
    stopwatch = Stopwatch("bare commit and repaint")
    for _ in range(runs):
        with stopwatch.measure():
            commit()
            view.viewport().update()
            QApplication.processEvents()
    view.close()
    return stopwatch.times


def _session(path: Path, problems: int) -> Session:
    session = Session(Store(path))
    created = CreateWorkshop("Benchmark", "2026-01-01T00:00:00", customer_name="Example")
    session.open(str(session.execute(created)))
    ids = session.execute(AddProblems(tuple(_wording(n) for n in range(problems))))
    known = ids if isinstance(ids, tuple) else ()
    for number in range(_THEMES):
        first = number * problems // 8
        session.execute(AddTheme(f"テーマ {number + 1}", known[first : first + problems // 8]))
    return session


def _wording(number: int) -> str:
    return f"{number} 番目の課題：監視の設定に時間がかかり、変更のたびに確認が要る"
