"""Plants each fault in a copy of the checkout, and tells which test finds it.

``python -m tests.planted_faults --record`` runs the whole suite once and records which tests enter
the faulty functions. ``python -m tests.planted_faults`` then runs these tests for each fault, those
first that enter the fewest functions, then those that enter others of its file, until one fails.
Needs Python 3.12 or newer.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.planted_faults.planted import ROOT, Fault, read_faults, read_outcomes
from tests.planted_faults.recording import FOLDER

_RECORD = ROOT / "build" / "planted_faults"
_CHUNKS = (8, 40, 200)
"""Number of tests in the first runs of pytest for a fault, and in all further ones."""


def main() -> int:
    """Record, or plant faults; return how many were missed that `outcomes.toml` calls found."""
    parser = argparse.ArgumentParser(prog="tests.planted_faults", description=__doc__)
    parser.add_argument("--record", action="store_true", help="run the suite, and record")
    parser.add_argument("--only", type=int, nargs="+", help="numbers of faults, from 1")
    parser.add_argument("--seconds", type=float, default=180, help="time limit per fault")
    options = parser.parse_args()
    if options.record:
        return _record()
    tests = _tests_by_fault()
    known = read_outcomes()[1].found
    missed = 0
    for fault in read_faults():
        if not options.only or fault.number in options.only:
            said = _plant(fault, tests.get(fault.number, []), options.seconds)
            missed += fault.number in known and said.startswith("not found")
            print(f"{fault.number} {fault.file} ({fault.origin}): {said}", flush=True)  # noqa: T201
    return missed


def _record() -> int:
    shutil.rmtree(_RECORD, ignore_errors=True)
    _RECORD.mkdir(parents=True)
    environment = os.environ | {FOLDER: str(_RECORD)}
    suite = [sys.executable, "scripts/suite.py", "-p", "tests.planted_faults.recording"]
    return subprocess.run(suite, cwd=ROOT, env=environment, check=False).returncode


def _tests_by_fault() -> dict[int, list[str]]:
    """Return the ids of the tests to run by the number of the fault, in their order."""
    rows = [
        json.loads(line)
        for file in sorted(_RECORD.glob("*.json"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    rows.sort(key=lambda row: (row["functions"], row["seconds"]))
    found: dict[int, list[str]] = {}
    for which in ("faults", "near"):
        for row in rows:
            for number in row[which]:
                found.setdefault(number, []).append(row["test"])
    return found


def _plant(fault: Fault, tests: list[str], seconds: float) -> str:
    """Run the tests on a copy with the fault; return the outcome in words."""
    faulty = fault.planted(fault.source)
    if faulty is None:
        return "gone: its text is not in the file"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder)
        _copy_to(copy)
        (copy / fault.file).write_text(faulty, encoding="utf-8")
        end = time.monotonic() + seconds
        ran = 0
        for chunk in _chunks(tests):
            try:
                failed = _first_failed(copy, chunk, end - time.monotonic())
            except subprocess.TimeoutExpired:
                return f"not found within {seconds:g} s; {ran} of {len(tests)} tests passed"
            if failed:
                return f"found by {failed}"
            ran += len(chunk)
    return f"not found by {ran} tests"


def _copy_to(folder: Path) -> None:
    names = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def _chunks(tests: list[str]) -> Iterator[list[str]]:
    start = 0
    for size in _CHUNKS:
        yield tests[start : start + size]
        start += size
    yield from (tests[place : place + size] for place in range(start, len(tests), size))


def _first_failed(copy: Path, tests: list[str], seconds: float) -> str:
    """Return the id of the first test that fails, or why pytest ended; "" if all pass."""
    if not tests:
        return ""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=copy, env=environment, timeout=max(1, seconds), capture_output=True,
        text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode == 0:
        return ""
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith(("FAILED ", "ERROR "))]
    return failed[0].split(" ", 1)[1].split(" - ")[0] if failed else f"exit {done.returncode}"


if __name__ == "__main__":
    sys.exit(main())
