"""The program as it is started, on a computer with two displays (Qt's offscreen platform)."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCREENS = {
    "left": (0, 0, 1366, 768),
    "right": (1366, 0, 1280, 720),
}
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from ui import app

def places(window):
    wall = window.audience.audience_window
    return {"console": window.screen().name(), "wall": wall.screen().name(),
            "covered": wall.geometry() == wall.screen().geometry(),
            "keys": window.isActiveWindow(), "words": wall.view.picture.customer}

def ready(window):
    told = [QGuiApplication.primaryScreen().name()]
    def look():
        told.append(places(window))
        window.audience.swap_requested.emit()
        QTimer.singleShot(300, again)
    def again():
        told.append(places(window))
        print(json.dumps(told))
        window.close()
    QTimer.singleShot(600, look)

sys.exit(app.run(Path(sys.argv[1]), "en", sample=True, on_ready=ready))
"""


def started(folder: Path) -> list:
    screens = [
        {"name": name, "x": x, "y": y, "width": width, "height": height,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, (x, y, width, height) in SCREENS.items()
    ]  # fmt: skip
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    command = [sys.executable, "-c", SCRIPT, str(folder / "w.db")]
    done = subprocess.run(
        command, env=env, cwd=folder, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def test_the_room_has_the_further_display_and_swap_is_remembered(tmp_path):
    primary, first, swapped = started(tmp_path)
    (further,) = set(SCREENS) - {primary}
    assert (first["console"], first["wall"]) == (primary, further)
    assert (swapped["console"], swapped["wall"]) == (further, primary)
    for place in (first, swapped):
        assert place["covered"]
        assert place["keys"]
        assert place["words"]
    _, again, _ = started(tmp_path)
    assert (again["console"], again["wall"]) == (further, primary)
