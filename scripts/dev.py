#!/usr/bin/env python3
"""All developer commands in one script that only needs Python.

    python3 scripts/dev.py run|test|check|screens|bench|faults|package|lock [arguments]

This file must stay readable by old Pythons: it searches for one that is new enough and starts it.
"""

import shutil
import subprocess
import sys

from python_versions import OLDEST, PREFERRED

CANDIDATES = ("python3.13", "python3.12", "python3.14", "python3.11", "python3", "python")
CHECK = "import ensurepip, sys, venv; sys.exit(sys.version_info < {})"


def newer_python(oldest: "tuple[int, int]" = OLDEST) -> str:
    """Return the path of a Python on PATH that is new enough, or an empty string."""
    for name in CANDIDATES:
        path = shutil.which(name)
        if path and _runs(path, oldest):
            return path
    return ""


def _runs(path: str, oldest: "tuple[int, int]") -> bool:
    # a version manager may put names on PATH that only print an error, hence the test
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    trial = [path, "-c", CHECK.format(oldest)]
    return subprocess.call(trial, **quiet) == 0  # type: ignore[call-overload]


def main() -> int:
    """Run the command named on the command line and return its exit code."""
    if sys.version_info < PREFERRED:
        python = newer_python(PREFERRED)
        if not python and sys.version_info < OLDEST:
            python = newer_python()
        if python:
            return subprocess.call([python, *sys.argv])
        if sys.version_info < OLDEST:
            found = "{}.{}".format(*sys.version_info[:2])
            message = "Workshop App needs Python 3.11 or newer, and only Python {} was found.\n"
            sys.stderr.write(message.format(found))
            return 2
    import commands

    name = (sys.argv[1:2] or ["help"])[0]
    arguments = sys.argv[2:]
    if name not in commands.COMMANDS:
        sys.stderr.write(__doc__ or "")
        return 0 if name in ("help", "-h", "--help") else 2
    try:
        return commands.COMMANDS[name](arguments)
    except commands.SetUpError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
