"""``python -m tests.behaviour record`` and ``compare``; see the package."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.behaviour.compare import compare

RUN_NAMES = ("twelve-requests", "two-visits", "facilitator", "tour")
LANGUAGES = ("ja", "en")
_HOME = Path(tempfile.gettempdir()) / "workshop-app-behaviour"
"""The home of the recorded user: always the same, since paths are shown in private mode."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.behaviour", description=__doc__)
    orders = parser.add_subparsers(required=True, dest="order")
    record = orders.add_parser("record", help="play the runs and write what they do to a folder")
    record.add_argument("--out", type=Path, required=True)
    record.add_argument("--only", default="", help="part of the name of a run, such as visits-en")
    differ = orders.add_parser("compare", help="summarise how two records differ; 1 if they do")
    differ.add_argument("old", type=Path)
    differ.add_argument("new", type=Path)
    differ.add_argument("--lines", type=int, default=12, help="lines shown of each difference")
    one = orders.add_parser("one")  # in a process of its own
    for name in ("name", "language", "home", "out"):
        one.add_argument(name)
    asked = parser.parse_args()
    if asked.order == "compare":
        return compare(asked.old, asked.new, asked.lines)
    if asked.order == "record":
        return record_all(asked.out, asked.only)
    from tests.behaviour.runs import record as record_one

    record_one(asked.name, asked.language, Path(asked.home), Path(asked.out))
    return 0


def record_all(out: Path, only: str) -> int:
    """Record the runs one after the other, each in a new process and an empty home."""
    for name in RUN_NAMES:
        for language in LANGUAGES:
            label = f"{name}-{language}"
            if only not in label:
                continue
            shutil.rmtree(out / label, ignore_errors=True)
            begin = time.monotonic()
            if _HOME.exists():
                sys.exit(f"{_HOME} exists: another record is being written, or was ended early")
            _HOME.mkdir()
            try:
                done = subprocess.run(
                    [sys.executable, "-m", "tests.behaviour", "one", name, language,
                     str(_HOME), str((out / label).resolve())],
                    env=_environment(),
                    check=False,
                )  # fmt: skip
            finally:
                shutil.rmtree(_HOME)
            print(f"{label}: {time.monotonic() - begin:.0f} s")  # noqa: T201
            if done.returncode:
                return done.returncode
    return 0


def _environment() -> dict[str, str]:
    """The environment without what differs between machines."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(_HOME / name.lower())
               for name in ("DATA", "CONFIG", "STATE", "CACHE")}  # fmt: skip
    return kept | folders | {
        "HOME": str(_HOME), "XDG_DOCUMENTS_DIR": str(_HOME / "documents"),
        "PYTHONHASHSEED": "0", "PYTHONPATH": str(Path.cwd()), "TZ": "UTC", "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
