"""A projector is connected to and removed from a real X display while the program runs."""

import ctypes.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.screen import ROOT, need_screen_programs, screen, started, until

LAPTOP = [0, 0, 1366, 768]
PROJECTOR = [1366, 0, 1280, 720]
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app

def ready(window):
    told = []
    def look():
        wall = window.audience.audience_window
        state = {"console": list(window.geometry().getRect()), "private": window.private,
                 "wall": wall and list(wall.geometry().getRect()),
                 "seen": bool(wall and wall.isVisible() and not wall.black),
                 "said": window.notice_banner.sentence}
        if told[-1:] != [state]:
            told.append(state)
            print(json.dumps(state), flush=True)
        if wall and not window.private and sys.argv[2] not in told:
            told.append(sys.argv[2])  # private once, as soon as the room has a display of its own
            window.set_private(True)
    beat = QTimer(window, interval=100)
    beat.timeout.connect(look)
    beat.start()

sys.exit(app.run(Path(sys.argv[1]), "en", sample=True, on_ready=ready))
"""


@pytest.fixture
def display():
    need_screen_programs()
    if ctypes.util.find_library("Xrandr") is None:
        pytest.skip("monitors cannot be plugged in here without libXrandr")
    with screen((2646, 1080)) as made:
        yield made


def monitors(display, *arguments: object) -> None:
    words = [str(each) for each in arguments]
    command = [sys.executable, "-m", "tests.helpers.monitors", *words]
    subprocess.run(command, cwd=ROOT, env=display.environment, check=True, timeout=30)


def test_plugged_in_pulled_out_and_plugged_in_again(display, tmp_path):
    monitors(display, "plug", "laptop", *LAPTOP)
    said = tmp_path / "said.txt"
    env = {**display.environment, "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "w.db"), "once"]
    with said.open("w") as output, started(command, cwd=tmp_path, env=env, stdout=output):
        until("one display", lambda: states(said) and states(said)[-1]["wall"] is None)
        monitors(display, "plug", "projector", *PROJECTOR)
        until("the wall", lambda: states(said)[-1]["seen"] and states(said)[-1]["private"])
        assert states(said)[-1]["wall"] == PROJECTOR
        assert inside(states(said)[-1]["console"], LAPTOP)
        monitors(display, "pull", "projector")
        until("one display again", lambda: states(said)[-1]["wall"] is None)
        last = until("the sentence", lambda: states(said)[-1]["said"] and states(said)[-1])
        assert last["said"].startswith("The room's screen was disconnected")
        assert not last["private"]
        monitors(display, "plug", "projector", *PROJECTOR)
        until("the wall again", lambda: states(said)[-1]["wall"] == PROJECTOR)
        assert inside(states(said)[-1]["console"], LAPTOP)
        assert not any(one["private"] and one["wall"] is None for one in states(said))


def states(said: Path) -> list[dict]:
    return [json.loads(line) for line in said.read_text().splitlines() if line.startswith("{")]


def inside(place: list[int], around: list[int]) -> bool:
    x, y, width, height = place
    return x >= around[0] and x + width <= around[0] + around[2] and y + height <= around[3]
