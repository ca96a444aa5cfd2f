"""The whole test suite on all cores: several runs of pytest, each with some of the files.

Each run has one thread, since Qt's objects must not be collected in another thread. On Linux a run
is a fork of a process that has loaded the program and pytest (`tests/helpers/loaded_tests.py`),
since loading takes longer than most files.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

LONG = ("end_to_end", "faults", "packaging", "scripts")
"""Folders whose files take long: they start first, few of them in a run."""
LONGEST = (
    "ui/test_layout_everywhere.py",
    "ui/test_app.py",
    "faults/test_table.py",
    "end_to_end/test_bad_input.py",
    "end_to_end/test_twelve_requests.py",
    "end_to_end/test_languages.py",
)
"""The files that take longest, longest first: each is a separate run, before all others."""
_WINDOWS = "ui"
"""The folder of tests that build windows: after the long files, before the fast ones."""
_LONG_BYTES = 25_000
_RUN_BYTES = 100_000
"""Total source size in bytes of the files in one run, so that starting pytest takes a small part of
it, and so does waiting for the last run.
"""
_LOADED = "tests.helpers.loaded_tests"
"""The module that is loaded before runs are forked."""
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the run's own is made in it
_ROOM_BYTES = 2 << 30
"""Maximum size in bytes of the stores of tests running at the same time, with a large margin."""
_COUNT = re.compile(r"(\d+) (passed|failed|skipped|error)")
_NOTHING_COLLECTED = 5


@dataclass
class _Tally:
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("passed", "failed"), 0))
    broken: list[str] = field(default_factory=list)

    def add(self, files: list[str], code: int, output: str) -> None:
        lines = output.strip().splitlines() or [""]
        for number, kind in _COUNT.findall(lines[-1]):
            as_counted = "failed" if kind == "error" else kind
            self.counts[as_counted] = self.counts.get(as_counted, 0) + int(number)
        if code not in (0, _NOTHING_COLLECTED):
            self.broken.append(" ".join(files))


def main(options: Sequence[str]) -> int:
    """Run all tests; they write to a folder in memory if possible."""
    tempfile.gettempdir()  # is remembered: what this process itself writes stays until it ends
    with work_folder() as folder:
        os.environ["TMPDIR"] = str(folder)
        return run(options)


def run(options: Sequence[str] = (), jobs: int | None = None) -> int:
    """Run all tests with options of pytest; return an exit code.

    `jobs` runs are executed at a time. By default it is one more than there are cores, because some
    tests wait for other processes.
    """
    waiting: Queue[list[str]] = Queue()
    for files in runs(ROOT / "tests"):
        waiting.put(files)
    tally = _Tally()
    turn = threading.Lock()
    _run_all(waiting, tally, turn, lambda files: _pytest([*options, *files]), jobs)
    for files in tally.broken:
        print(f"NOT PASSED: {files}")
    print(", ".join(f"{number} {kind}" for kind, number in tally.counts.items()))
    return 1 if tally.broken or not tally.counts["passed"] else 0


@contextmanager
def work_folder(memory: Path = _MEMORY) -> Iterator[Path]:
    """Return a folder for the stores of the tests, in `memory` to avoid waiting for the disk.

    It is in the system's folder for temporary files if there is no such place, or too little space
    in it.
    """
    is_usable = memory.is_dir() and os.access(memory, os.W_OK)
    place = memory if is_usable and shutil.disk_usage(memory).free >= _ROOM_BYTES else None
    with tempfile.TemporaryDirectory(prefix="w-", dir=place, ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o711)  # some tests start a program with fewer rights, in a subfolder
        yield Path(name)


def _run_all(
    waiting: Queue[list[str]],
    tally: _Tally,
    turn: threading.Lock,
    run_one: Callable[[list[str]], tuple[int, str]],
    jobs: int | None,
) -> None:
    def work() -> None:
        while True:
            try:
                files = waiting.get_nowait()
            except Empty:
                return
            code, output = run_one(files)
            with turn:
                print(_headed(files), output, sep="\n", flush=True)
                tally.add(files, code, output)

    workers = [threading.Thread(target=work) for _ in range(jobs or 1 + (os.cpu_count() or 1))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def runs(tests: Path) -> list[list[str]]:
    """Return the files of each run, as paths relative to `tests`, the long ones first."""
    files = sorted(tests.rglob("test_*.py"))
    long = sorted((file for file in files if takes_long(file, tests)), key=_order_in(tests))
    others = [file for file in files if file not in long]
    windows = [file for file in others if file.relative_to(tests).parts[0] == _WINDOWS]
    quick = [file for file in others if file not in windows]
    longest = [[file] for file in long[: len(LONGEST)]]
    rest = _grouped(long[len(LONGEST) :], _LONG_BYTES)
    groups = longest + rest + _grouped(windows, _RUN_BYTES) + _grouped(quick, _RUN_BYTES)
    return [[_named(file, tests) for file in group] for group in groups]


def takes_long(file: Path, tests: Path) -> bool:
    """Return whether a file starts before those that are fast."""
    path = file.relative_to(tests)
    return path.parts[0] in LONG or path.as_posix() in LONGEST


def _order_in(tests: Path) -> Callable[[Path], tuple[int, int]]:
    """Return a sort key: the files that take longest, then the others by their size."""

    def order(file: Path) -> tuple[int, int]:
        name = file.relative_to(tests).as_posix()
        place = LONGEST.index(name) if name in LONGEST else len(LONGEST)
        return place, -file.stat().st_size

    return order


def _grouped(files: Iterable[Path], most: int) -> list[list[Path]]:
    groups: list[list[Path]] = [[]]
    size = 0
    for file in files:
        if size > most:
            groups.append([])
            size = 0
        groups[-1].append(file)
        size += file.stat().st_size
    return [group for group in groups if group]


def _headed(files: list[str]) -> str:
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return f"-- {files[0]}{more}"


def _named(file: Path, tests: Path) -> str:
    return file.relative_to(tests.parent).as_posix()


def _pytest(arguments: list[str]) -> tuple[int, str]:
    """Run pytest in a process of its own; return its exit code and output."""
    # libraries of macOS do not survive a fork
    method = "forkserver" if sys.platform == "linux" else "spawn"
    context: Any = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([_LOADED])
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        process = context.Process(target=_run_here, args=(arguments, ROOT, output))
        process.start()
        process.join()
        return process.exitcode or 0, output.read_text(encoding="utf-8", errors="replace")


def _run_here(arguments: list[str], root: Path, output: Path) -> None:
    """Run pytest in this process, which ends with its exit code; all output goes to a file."""
    os.chdir(root)
    with output.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    import pytest

    sys.exit(int(pytest.main(["-q", *arguments])))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
