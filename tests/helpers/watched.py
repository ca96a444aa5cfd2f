"""The program with a log of the visible state of the facilitator's window.

``python -m tests.helpers.watched FILE ARGUMENTS`` runs the program with these arguments; whenever
something in its window changes, a line of JSON is appended to FILE. A number on standard input
requests the positions that can be pressed (``tests.helpers.click_targets``); the answer is in FILE
with the suffix ``.places``, with the numbers of handled clicks and keys.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.click_targets import click_targets
from tests.helpers.focus import unseen
from tests.helpers.visible import visible_widgets
from tests.helpers.wall_paint import joined, shown_on
from ui.app import run as run_window
from ui.rows.view import RowsView
from ui.window.main_window import MainWindow
from workshop_app.cli import run
from workshop_app.domain.sample import Sample

_BEAT = 40  # ms
_TAIL = 16_384  # bytes
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


@dataclass(frozen=True)
class Look:
    """One look at the window: the page, all visible texts, and the keyboard focus.

    ``states`` are the states of the whole window, such as ``black`` or ``private``.
    """

    page: str = ""
    focus: str = ""
    """The accessible name of the focus widget."""
    lost: str = ""
    """Why the focus is not visible; empty if it is, or need not be."""
    seen: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    wall: tuple[str, ...] = ()
    """The content of the audience display, if there is one."""

    def sees(self, words: str) -> bool:
        """Return whether these texts are visible."""
        return any(words in text for text in self.seen)


def looks(file: Path) -> Look:
    """Return the latest look; an empty one before the first."""
    line = _last_line(file) if file.exists() else b""
    if not line:
        return Look()
    told = json.loads(line)
    return Look(**{each.name: _frozen(told[each.name]) for each in fields(Look)})


def _last_line(file: Path) -> bytes:
    """Return the last complete line, read from the end, since this is called ten times a second."""
    with file.open("rb") as book:
        end = book.seek(0, os.SEEK_END)
        read = _TAIL
        while True:
            start = max(0, end - read)
            book.seek(start)
            *lines, _half = book.read(end - start).split(b"\n")
            if len(lines) > 1 or start == 0:
                return lines[-1] if lines else b""
            read *= 4


def places_file(file: Path) -> Path:
    """Return the file of the latest answer on what can be pressed."""
    return file.with_suffix(".places")


def look_at(window: MainWindow) -> Look:
    """Return the current visible state of the window."""
    focus = QApplication.focusWidget()
    states = _states(window)
    covered = bool({"black", "break", "frozen", "locked", "palette"} & set(states))
    return Look(
        page=window.page_name,
        focus=focus.accessibleName() if focus is not None else "",
        lost="" if covered else unseen(window),
        seen=tuple(_words(window)),
        states=states,
        wall=tuple(_on_the_wall(window)),
    )


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _states(window: MainWindow) -> tuple[str, ...]:
    palette = window._palette
    known = {
        "private": window.private,
        "frozen": window.frozen,
        "black": window.black_overlay.isVisible(),
        "break": window.break_overlay.isVisible(),
        "locked": window.lock.on,
        "palette": palette is not None and palette.isVisible(),
        "wall": window.audience.live,
        f"wall {window.audience.override}": bool(window.audience.override),
    }
    return tuple(name for name, on in known.items() if on)


def _on_the_wall(window: MainWindow) -> list[str]:
    wall = window.audience.audience_window
    if wall is None or not wall.isVisible() or wall.black:
        return []
    where = "left" if wall.geometry().left() < window.geometry().left() else "right"
    return [where, *joined(shown_on(wall))]


def _words(window: MainWindow) -> list[str]:
    found = []
    for widget in visible_widgets(window):
        words = getattr(widget, "text", None)
        if callable(words):
            found.append(str(words()))
        if isinstance(widget, RowsView):
            found += [str(widget.rows[slot.row]) for slot in widget.slots]
    return [words for words in found if words]


class _Hands(QObject):
    """Counts releases of mouse buttons and keys over a window."""

    def __init__(self) -> None:
        super().__init__()
        self.handled = 0
        self.painted = True
        """Whether anything was painted since this was last set to False."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.UpdateRequest:
            self.painted = True
        elif watched.isWindowType() and (
            kind == QEvent.Type.MouseButtonRelease
            or (isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyRelease
                and event.key() not in _MODIFIERS)
        ):  # fmt: skip
            self.handled += 1
        return False


def main(file: Path, arguments: list[str]) -> int:
    """Run the program and log its visible state until it ends."""
    last = [Look()]
    focused: list[QWidget | None] = [None]
    hands = _Hands()

    def write(window: MainWindow) -> None:
        focus = QApplication.focusWidget()
        if not hands.painted and focus is focused[0]:
            return  # nothing visible has changed
        hands.painted, focused[0] = False, focus
        now = look_at(window)
        if now != last[0]:
            last[0] = now
            with file.open("a", encoding="utf-8") as book:
                book.write(json.dumps(asdict(now), ensure_ascii=False) + "\n")

    def answer(window: MainWindow, questions: QSocketNotifier) -> None:
        number, *kinds = sys.stdin.readline().split() or [""]
        if not number:
            questions.setEnabled(False)
            return
        found = {
            "number": int(number),
            "handled": hands.handled,
            "places": [asdict(place) for place in click_targets(window, *kinds)],
        }
        draft = places_file(file).with_suffix(".draft")
        draft.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        draft.replace(places_file(file))

    def watch(window: MainWindow) -> None:
        QApplication.instance().installEventFilter(hands)
        beat = QTimer(window, interval=_BEAT)
        beat.timeout.connect(lambda: write(window))
        beat.start()
        questions = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        questions.activated.connect(lambda: answer(window, questions))

    def open_window(
        store: Path, language: str, *, sample: Sample | None = None, file: Path | None = None
    ) -> int:
        return run_window(store, language, sample=sample, file=file, on_ready=watch)

    return run(arguments, open_window)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
