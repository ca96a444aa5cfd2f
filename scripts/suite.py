"""The whole test suite on all cores: several runs of pytest, each with some of the files.

Each run has one thread, since Qt's objects must not be collected in another thread.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue

from environment import PYTHON, ROOT, captured

LONG = ("end_to_end", "faults", "packaging", "scripts")
"""Folders whose files take long: they start first, few of them in a run."""
LONGEST = (
    "ui/test_layout_everywhere.py",
    "faults/test_table.py",
    "end_to_end/test_bad_input.py",
    "end_to_end/test_twelve_requests.py",
    "end_to_end/test_languages.py",
)
"""The files that take longest, longest first: each is a separate run, before all others."""
_WINDOWS = "ui"
"""The folder of tests that build windows: after the long files, before the fast ones."""
_LONG_BYTES = 25_000
_RUN_BYTES = 200_000
"""Total source size in bytes of the files in one run, so that starting pytest, the
catalogue's index and the sample workshops take a small part of it, and so does waiting for
the last run.
"""
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


def run(environ: dict[str, str], options: Sequence[str] = (), jobs: int | None = None) -> int:
    """Run all tests with options of pytest; return an exit code.

    `jobs` runs are executed at a time. By default it is one more than there are cores, because some
    tests wait for other processes.
    """
    waiting: Queue[list[str]] = Queue()
    for files in runs(ROOT / "tests"):
        waiting.put(files)
    tally = _Tally()
    turn = threading.Lock()
    with folder_in_memory() as folder:
        environ = environ | ({"TMPDIR": str(folder)} if folder else {})
        _run_all(waiting, tally, turn, lambda files: _pytest([*options, *files], environ), jobs)
    for files in tally.broken:
        print(f"NOT PASSED: {files}")
    print(", ".join(f"{number} {kind}" for kind, number in tally.counts.items()))
    return 1 if tally.broken or not tally.counts["passed"] else 0


@contextmanager
def folder_in_memory(place: Path = _MEMORY) -> Iterator[Path | None]:
    """Return a folder in memory for the stores of the tests, to avoid waiting for the disk.

    None if the system has no such place, or too little space in it.
    """
    if not (place.is_dir() and os.access(place, os.W_OK)) or (
        shutil.disk_usage(place).free < _ROOM_BYTES
    ):
        yield None
        return
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


def _pytest(arguments: list[str], environ: dict[str, str]) -> tuple[int, str]:
    command = [str(PYTHON), "-m", "pytest", "-q", *arguments]
    done = captured(command, environ, ROOT)
    return done.returncode, done.stdout
