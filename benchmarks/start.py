"""Time to the first usable window: with the sample, with few and with very many records.

The baseline is an empty main window; very many records are also compared with few.

The program is started as usual: the modules of the command line are imported before Qt, whose
import hook makes later imports slower.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.big_store import PROBLEMS, WORKSHOPS, big_store
from benchmarks.measure import report, time_processes

_FEW = 10
"""Number of workshops of a store of usual size: 500 problems."""

_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
_OURS = """
import sys
from functools import partial
from workshop_app.__main__ import open_window
from workshop_app.cli import run
def end_when_idle(window):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, window.close)
open_and_end = partial(open_window, on_ready=end_when_idle)
sys.exit(run(["--store", sys.argv[1], "--lang", "ja"], open_and_end))
"""
_SAMPLE = """
import sys
from datetime import date
from pathlib import Path
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.store.store import Store
sample.play(Session(Store(Path(sys.argv[1]))), "ja", today=date.today())
"""


def run(runs: int = 7) -> None:
    """Measure whole processes: start, show the window, end."""
    with tempfile.TemporaryDirectory() as folder:
        sample = str(Path(folder) / "sample.db")
        subprocess.run([sys.executable, "-c", _SAMPLE, sample], check=True)
        some, many = (_records(Path(folder), workshops) for workshops in (_FEW, WORKSHOPS))
        empty, with_sample, with_some, with_many = time_processes(
            [
                ("empty main window", ["-c", _EMPTY]),
                ("first usable window with the sample", ["-c", _OURS, sample]),
                (f"the same with {_FEW * PROBLEMS:,} problems", ["-c", _OURS, some]),
                (f"the same with {WORKSHOPS * PROBLEMS:,} problems", ["-c", _OURS, many]),
            ],
            runs,
        )
    pairs = [(with_sample, empty), (with_some, empty), (with_many, empty), (with_many, with_some)]
    for ours, floor in pairs:
        for times, of_floor in zip(ours, floor, strict=True):
            report(times, of_floor)


def _records(folder: Path, workshops: int) -> str:
    path = folder / f"{workshops}.db"
    big_store(path, workshops).close()
    return str(path)
