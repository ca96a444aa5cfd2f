"""From a key press in Solve to the painted suggestions; the baseline is a plain field and list."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QListView, QTextEdit, QVBoxLayout, QWidget

from benchmarks.big_store import PROBLEMS, WORKSHOPS, big_store
from benchmarks.measure import BothTimes, Stopwatch, report, time_calls
from benchmarks.requests import sets
from ui.app import application
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.settings import Settings

SIZE = (1366, 768)
_REQUESTS = 12
_FRAME = 16.0
"""ms: a key press should be visible in the next frame of a display of 60 Hz."""


def run() -> None:
    """Measure the key presses of requests, typed letter by letter, in each language."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        session = Session(big_store(Path(folder) / "big.db"))
        for language in ("ja", "en"):
            set_language(language)
            session.open(sample.play(session, language))
            window = MainWindow(session, Settings(language=language))
            first, (times, own) = _typed_in(window, language)
            floor, _ = _bare(language)
            report(times, floor)
            within = sum(value <= _FRAME for value in times.values) / len(times.values)
            print(f"  within {_FRAME:.0f} ms: {within:.0%} of {len(times.values)} keys")
            print(f"  processor time: median {own.median:.2f} ms, p95 {own.p95:.2f} ms")
            print(f"  first key after the start, catalogue not yet read: {first:.0f} ms")
            window.close()
        session.store.close()


def _typed_in(window: MainWindow, language: str) -> tuple[float, BothTimes]:
    """Return the ms of the first key press, and the times of the rest in Solve."""
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    window.go(Step.LIST.value)
    QApplication.processEvents()
    listing: Any = window.page_stack.page
    first = time_calls("first", lambda: _press(listing.entry.field, "監"), 1)
    for _step in window.answers.prepare():  # as soon after the start
        pass
    window.go(Step.SOLVE.value)
    solving: Any = window.page_stack.page
    search = solving.search
    QApplication.processEvents()
    problems = WORKSHOPS * PROBLEMS
    name = f"key to suggestions, {language}, {problems} problems in the store"
    return first.median, _time_keys(name, language, search.entry.field, search.view.update)


def _bare(language: str) -> BothTimes:
    window = QWidget()
    column = QVBoxLayout(window)
    field = QTextEdit()
    rows = QListView()
    column.addWidget(field)
    column.addWidget(rows, 1)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    times = _time_keys("bare field and empty list", language, field, rows.viewport().update)
    window.close()
    return times


def _time_keys(
    name: str, language: str, field: QTextEdit, repaint: Callable[[], object]
) -> BothTimes:
    """Measure each letter until everything is painted; the field is cleared between requests."""
    requests = [each for each in sets()["tuning"] if each.language == language][:_REQUESTS]
    stopwatch = Stopwatch(name)
    for request in requests:
        field.setPlainText("")
        QApplication.processEvents()
        for letter in request.text:
            with stopwatch.measure():
                repaint()
                _press(field, letter)
    return stopwatch.times


def _press(field: QTextEdit, letter: str) -> None:
    """Commit a letter like an input method, and paint."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.sendEvent(field, event)
    QApplication.processEvents()
