"""A virtual X screen, with the program on it driven by real key events."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TypeVar

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 90.0
"""Maximum seconds to wait for something to happen, on a busy machine."""
TITLE = "Workshop App"
"""Part of the title of the facilitator's window, which the audience window's title lacks."""
_Found = TypeVar("_Found")


def need_screen_programs() -> None:
    """Skip the test on a machine without Xvfb or xdotool; in CI that is a failure."""
    absent = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if not absent:
        return
    words = f"{' and '.join(absent)} not installed: a real window cannot be driven here"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


def until(
    what: str, found: Callable[[], _Found | None], patience: float = PATIENCE, beat: float = 0.05
) -> _Found:
    """Poll until `found` returns something true; fails after `patience` seconds."""
    end = time.monotonic() + patience
    while not (answer := found()):
        assert time.monotonic() < end, f"waited {patience:.0f} s in vain for {what}"
        time.sleep(beat)
    return answer


@contextmanager
def started(arguments: list[str], **options: object) -> Iterator[subprocess.Popen]:
    """Context manager: a program that is terminated when the test is over."""
    process = subprocess.Popen(arguments, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


class VirtualScreen:
    """An Xvfb display with a clipboard; ``key`` and ``type`` go to the focused window."""

    def __init__(self, stack: ExitStack, size: tuple[int, int]) -> None:
        reading, writing = os.pipe()
        place = f"{size[0]}x{size[1]}x24"
        arguments = ["Xvfb", "-displayfd", str(writing), "-screen", "0", place]
        quiet = subprocess.DEVNULL
        stack.enter_context(
            started(
                [*arguments, "-nolisten", "tcp"], pass_fds=[writing], stdout=quiet, stderr=quiet
            )
        )
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as answer:
            number = _line(answer, "a display")
        self.letters = {chr(code) for code in range(128)}
        """What can be typed."""
        self.environment = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        for name in ("WAYLAND_DISPLAY", "QT_IM_MODULE", "XMODIFIERS"):
            self.environment.pop(name, None)
        self._clerk = stack.enter_context(
            started(
                [sys.executable, "-m", "tests.helpers.clerk"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
        )
        self._hear("ready")

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool and return its output; empty if it failed."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def learn(self, letters: str) -> None:
        """Assign keys to letters, before a program starts into which they are typed."""
        subprocess.run(
            [sys.executable, "-m", "tests.helpers.letters", letters],
            cwd=ROOT,
            env=self.environment,
            check=True,
            timeout=PATIENCE,
        )
        self.letters |= set(letters)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self._order({"copy": text})
        self._hear("ready")

    def until_pasted(self) -> None:
        """Wait until the copied text was fetched."""
        self._hear("taken")

    def picture(self, path: Path) -> None:
        """Write a screenshot to a file, to analyse a failed test."""
        self._order({"picture": str(path)})
        self._hear("ready")

    def until_still(self) -> None:
        """Wait until something is painted and does not change any more."""
        seen = [0]

        def still() -> bool:
            time.sleep(0.1)
            self._order({"look": ""})
            assert self._clerk.stdout is not None
            seen.append(int(_line(self._clerk.stdout, "what is on the screen")))
            return seen[-1] != 0 and seen[-1] == seen[-2]

        until("a still picture", still)

    def _order(self, order: dict[str, str]) -> None:
        assert self._clerk.stdin is not None
        self._clerk.stdin.write(f"{json.dumps(order)}\n".encode())

    def _hear(self, word: str) -> None:
        assert self._clerk.stdout is not None
        while _line(self._clerk.stdout, f"the clipboard's {word!r}") != word:
            pass  # an earlier text was fetched again


class Operator:
    """A user at the keyboard of the program on a screen, with counts of the input."""

    def __init__(self, screen: VirtualScreen, window: str, process: subprocess.Popen) -> None:
        self.screen = screen
        self.process = process
        self.steps: list[str] = []
        self._window = window

    @property
    def title(self) -> str:
        """The title of the window."""
        return self.screen.xdotool("getwindowname", self._window)

    def take_keyboard(self) -> None:
        """Give the window the keyboard focus, like a window manager."""
        self.screen.xdotool("windowfocus", "--sync", self._window)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, with xdotool's names: ``ctrl+Return``."""
        for key in keys:
            self.steps.append(key)
            self.screen.xdotool("key", "--clearmodifiers", key)

    def write(self, words: str) -> None:
        """Type text; characters without keys on this keyboard are pasted."""
        self.steps.append(words)
        if self.screen.letters.issuperset(words):
            self.screen.xdotool("type", "--delay", "4", "--clearmodifiers", words)
        else:
            self._paste(words, "ctrl+v")

    def paste(self, text: str, key: str = "ctrl+v") -> None:
        """Copy a text in another program and paste it here."""
        self.steps.append(f"{key}: {text.splitlines()[0]} …")
        self._paste(text, key)

    def until_at(self, place: str) -> None:
        """Wait until the window shows this step."""
        until(f"the step {place} (now {self.title!r})", lambda: place in self.title)

    def close(self) -> int:
        """Ask the program to end, like a system shutdown; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def _paste(self, text: str, key: str) -> None:
        self.screen.copy(text)
        self.screen.xdotool("key", "--clearmodifiers", key)
        self.screen.until_pasted()


@contextmanager
def screen(size: tuple[int, int] = (1366, 768)) -> Iterator[VirtualScreen]:
    """Context manager: a display of this many pixels."""
    with ExitStack() as stack:
        yield VirtualScreen(stack, size)


@contextmanager
def program(
    on: VirtualScreen, home: Path, store: Path, language: str, watched: Path | None = None
) -> Iterator[Operator]:
    """The program on a screen, with the folders of a user whose home is `home`.

    Its visible state is written to `watched` (``tests.helpers.watched``), if that is given.
    """
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
    environment = on.environment | folders | {"HOME": str(home)}
    environment["XDG_DOCUMENTS_DIR"] = str(home / "documents")
    start = ["-m", "tests.helpers.watched", str(watched)] if watched else ["-m", "workshop_app"]
    arguments = [*start, "--store", str(store), "--lang", language]
    output = (home / "said.txt").open("w", encoding="utf-8")
    with (
        output,
        started(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
        ) as process,
    ):
        window = until("the window", lambda: _window_of(on, process))
        on.until_still()
        on.xdotool("windowfocus", "--sync", window)
        yield Operator(on, window, process)


@contextmanager
def operated(
    home: Path, language: str, size: tuple[int, int] = (1366, 768), letters: str = ""
) -> Iterator[tuple[Operator, Path]]:
    """The program with the store in `home`, and the file with its visible state.

    It ends well and writes no message; what fails leaves a picture.
    """
    need_screen_programs()
    seen = home / "seen.jsonl"
    with screen(size) as display:
        display.learn(letters)
        with program(display, home, home / "workshops.db", language, seen) as operator:
            try:
                yield operator, seen
            except AssertionError:
                display.picture(home / "failed.png")
                raise
            assert operator.close() == 0
    assert (home / "said.txt").read_text(encoding="utf-8") == ""


def _window_of(on: VirtualScreen, process: subprocess.Popen) -> str:
    assert process.poll() is None, f"the program ended with {process.returncode}"
    named = on.xdotool(
        "search", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", TITLE
    )
    return named.splitlines()[-1] if named else ""


def _line(stream: IO[bytes], what: str) -> str:
    """Return the next line of an unbuffered stream, which may not come."""
    ready, _, _ = select.select([stream], [], [], PATIENCE)
    assert ready, f"waited {PATIENCE:.0f} s in vain for {what}"
    line = stream.readline().decode()
    assert line, f"nothing more comes where {what} was awaited"
    return line.strip()
