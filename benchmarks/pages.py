"""The first show of pages in private mode, with their modules, until all texts are painted.

Each page is shown first in a process of its own, in a window that already shows List with the
completed sample. The baseline is a page of 100 labels in the same window. Only processor time is
measured, since other programs do not lengthen it; pictures that other processes render are not
waited for.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from benchmarks.measure import Times, report
from ui.app import application
from ui.window.main_window import MainWindow
from workshop_app.i18n import set_language
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store.store import Store

PAGES = ("prepare", "wrap_up", "requests", "customer")
_RUNS = 7
_SIZE = (1366, 768)
_LABELS = 100
_COLUMNS = 10


def run() -> None:
    """Report each page, after one run that writes compiled modules."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for page in PAGES:
        command = [sys.executable, "-m", "benchmarks.pages", page]
        found = [
            [
                float(ms)
                for ms in subprocess.check_output(command, text=True, env=environment).split()
            ]
            for _ in range(_RUNS + 1)
        ][1:]
        shown, bare = (tuple(values) for values in zip(*found, strict=True))
        report(Times(f"first show of {page}", shown), Times(f"{_LABELS} labels", bare))


def measure(page: str) -> None:
    """Print the time of the page and that of the baseline in ms."""
    application()
    set_language("ja")
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Store(Path(folder) / "sample.db"))
        session.open(sample.play(session, "ja"))
        window = MainWindow(session, Settings(language="ja"))
        window.resize(*_SIZE)
        window.show()
        window.activateWindow()
        window.set_private(True)
        for _step in window.answers.prepare():  # as soon after the start
            pass
        window.go("list")
        QApplication.processEvents()
        start = time.process_time()
        window.go(page)
        QApplication.processEvents()
        shown = time.process_time() - start
        bare = min(_bare_page(window) for _ in range(3))
        print(shown * 1000, bare * 1000)
        window.close()
        session.store.close()


def _bare_page(window: MainWindow) -> float:
    start = time.process_time()
    bare = QWidget()
    grid = QGridLayout(bare)
    for number in range(_LABELS):
        grid.addWidget(QLabel(f"課題 {number}"), *divmod(number, _COLUMNS))
    window.page_stack.addWidget(bare)
    window.page_stack.setCurrentWidget(bare)
    QApplication.processEvents()
    took = time.process_time() - start
    window.page_stack.removeWidget(bare)
    bare.deleteLater()
    return took


if __name__ == "__main__":
    measure(sys.argv[1])
