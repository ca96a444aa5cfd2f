"""Time to the first usable window with the sample; the floor is an empty main window.

Ours starts as the program does: the modules of the command line are imported before Qt, whose
import hook makes later imports slower.
"""

import tempfile
from pathlib import Path

from benchmarks.measure import report, time_processes

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
from workshop_app import __main__
from workshop_app.cli import run
def open_window(store_path, language, *, sample=False):
    import workshop_app.services.session
    from ui.app import run as run_window
    from PySide6.QtCore import QTimer
    def end_when_idle(window):
        QTimer.singleShot(0, window.close)
    return run_window(store_path, language, sample=sample, on_ready=end_when_idle)
sys.exit(run(["--store", sys.argv[1], "--lang", "ja"], open_window))
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
    import subprocess
    import sys

    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "workshops.db")
        subprocess.run([sys.executable, "-c", _SAMPLE, store], check=True)
        ours, empty = time_processes(
            ("first usable window with the sample", ["-c", _OURS, store]),
            ("empty main window", ["-c", _EMPTY]),
            runs,
        )
        report(ours, empty)
