"""All kinds of changes of the displays, and the resulting position of each window.

``python -m tests.helpers.display_changes`` prints the results in each step as a table.
"""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect

from tests.helpers.canaries import canary_session
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.window.desktop import Display
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, set_language, tr
from workshop_app.settings import Settings

SAME = replace(PROJECTOR, geometry=LAPTOP.geometry)
BIG = replace(PROJECTOR, geometry=QRect(1366, 0, 1920, 1080))
SMALL = replace(PROJECTOR, geometry=QRect(1366, 0, 1024, 768))
LEFT = replace(PROJECTOR, geometry=QRect(-1280, 0, 1280, 720))
THIRD = Display("third", QRect(0, 768, 1920, 1080))
ALONE = replace(PROJECTOR, geometry=QRect(0, 0, 1280, 720), primary=True)
LARGER_LAPTOP = replace(LAPTOP, geometry=QRect(0, 0, 1600, 900))
PUSHED = replace(PROJECTOR, geometry=QRect(1600, 0, 1280, 720))
FIRST = replace(PROJECTOR, primary=True)
SECOND = replace(LAPTOP, primary=False)

BOTH = (LAPTOP, PROJECTOR)


@dataclass(frozen=True)
class Change:
    """A change of displays, with the console in private mode before if possible."""

    name: str
    before: tuple[Display, ...]
    after: tuple[Display, ...]
    wall: str = ""
    private: bool = False
    said: str = ""


CHANGES = (
    Change("plugged in", (LAPTOP,), BOTH, "projector", private=True),
    Change("pulled out", BOTH, (LAPTOP,), said="gone"),
    Change("the laptop's lid closed", BOTH, (ALONE,), said="gone"),
    Change("extended becomes mirrored", BOTH, (LAPTOP, SAME), said="mirrored"),
    Change("mirrored becomes extended", (LAPTOP, SAME), BOTH, "projector", private=True),
    Change("projector grows", BOTH, (LAPTOP, BIG), "projector", said="resized"),
    Change("projector shrinks", BOTH, (LAPTOP, SMALL), "projector", said="resized"),
    Change("projector moves", BOTH, (LAPTOP, LEFT), "projector", said="resized"),
    Change("laptop grows", BOTH, (LARGER_LAPTOP, PUSHED), "projector", said="resized"),
    Change("a third comes", BOTH, (LAPTOP, THIRD, PROJECTOR), "projector", private=True),
    Change("replaced by another", BOTH, (LAPTOP, THIRD), "third", said="gone"),
    Change("projector becomes primary", BOTH, (FIRST, SECOND), "projector", private=True),
)


@dataclass(frozen=True)
class WindowPlacement:
    """Where both windows are and what they show."""

    console: str
    private: bool
    wall: str
    shown: str
    said: str


def happen(stage: Stage, change: Change) -> WindowPlacement:
    """Change the displays, with the console private before; return the resulting state."""
    stage.plug(LAPTOP)
    stage.plug(*change.before)
    stage.window.setGeometry(20, 20, 1280, 700)
    stage.window.set_private(True)
    stage.window.notice_banner.clear()
    stage.settle()
    stage.plug(*change.after)
    centre = stage.window.frameGeometry().center()
    here = [d.key for d in change.after if d.geometry.contains(centre)]
    shown = stage.seen().split("\n")[0] if stage.wall_on else ""
    private = stage.window.private
    return WindowPlacement(here[0] if here else "", private, stage.wall_on, shown, stage.said)


def canary_stage(folder: Path, words: str) -> Stage:
    """A desk on one laptop with a canary in everything private."""
    set_language(words)
    window = MainWindow(canary_session(folder, words), Settings())
    window.setGeometry(20, 20, 1280, 700)
    window.show()
    window.activateWindow()
    return Stage(window, LAPTOP)


def table() -> Iterator[str]:
    """Return one line per step and change."""
    before = language()
    with tempfile.TemporaryDirectory() as folder:
        stage = canary_stage(Path(folder), "en")
        yield "| step | what happens | console on | private | wall on | wall shows | said |"
        yield "|---|---|---|---|---|---|---|"
        for step in Step:
            stage.go(step.value)
            for change in CHANGES:
                place = happen(stage, change)
                cells = [str(cell) or "-" for cell in astuple(place)]
                yield f"| {step.value} | {change.name} | {' | '.join(cells)} |"
        if not stage.window.close():  # unentered text requires a confirmation
            stage.window.close()
        stage.window.session.store.close()
    set_language(before)


def said_by(change: Change) -> str:
    """Return the sentence that explains a change, or None."""
    return tr(f"audience.said.{change.said}") if change.said else ""


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import application

    application()
    for line in table():
        print(line)  # noqa: T201 - a command's own answer
