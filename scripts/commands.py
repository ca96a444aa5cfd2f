"""The developer commands; every function returns an exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import environment
import packages
import system_libraries
from debian import SetUpError
from environment import BIN, PYTHON, ROOT, captured

__all__ = ["COMMANDS", "SetUpError"]

NO_DISPLAY = (
    "No display here: the window is driven offscreen through the sample workshop; "
    "pictures and handouts go to build/demo/."
)
TRANSLATIONS = "tests/test_translations.py"
PAGES = ("start", "prepare", "context", "list", "sort", "choose", "solve", "appraise", "wrap_up")


def run(arguments: list[str]) -> int:
    """Open the app; without a display, drive it offscreen through the sample workshop."""
    _set_up(development=False)
    displays = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in displays):
        print(NO_DISPLAY, flush=True)
        shown = [f"--page={page}" for page in PAGES]
        in_one = ("--language", "ja", "--colours", "light", "--out", "build/demo")
        failed = _offscreen("-m", "ui.screens", *in_one, *shown)
        return failed or _offscreen("-m", "workshop_app", "demo", "--out", "build/demo")
    return _call(str(BIN / "workshop-app"), *arguments)


def test(arguments: list[str]) -> int:
    """Run the whole test suite, also with ``--exhaustive``, or the tests given as arguments."""
    _set_up(development=True)
    if arguments in ([], ["--exhaustive"]):
        return _offscreen("scripts/suite.py", *arguments)
    if "--onscreen" in arguments:
        return _call(str(PYTHON), "-m", "pytest", *arguments)
    return _offscreen("-m", "pytest", *arguments)


def check(arguments: list[str]) -> int:
    """Run format, lint, types, import contracts and translations, and return one exit code."""
    _set_up(development=True)
    steps = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["pyright"],
        "imports": ["lint-imports", "--no-logo"],
        "translations": ["pytest", "-q", TRANSLATIONS],
    }
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {name: pool.submit(_captured, *steps[name]) for name in arguments or steps}
        for name, step in running.items():
            done = step.result()
            print(f"\n{name}\n{done.stdout}", end="", flush=True)
            if done.returncode:
                failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def screens(arguments: list[str]) -> int:
    """Write a picture of every page and of the audience view; ``--guide``: those of documents."""
    _set_up(development=False)
    failed = _offscreen("-m", "ui.screens", "--out", "build/screens", *arguments)
    if failed or "--guide" not in arguments:
        return failed
    return _offscreen("scripts/handout_pictures.py")


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, each with its baseline."""
    _set_up(development=True)
    return _offscreen("-m", "benchmarks", *arguments)


def faults(arguments: list[str]) -> int:
    """Kill processes, fill disks and damage files, and print a table of the results; ``--long``."""
    _set_up(development=True)
    return _offscreen("-m", "tests.faults.table", *arguments)


def package(arguments: list[str]) -> int:
    """Build what is installed without a Python, and the wheel, with their checksums."""
    _set_up(development=True)
    packages.build(arguments)
    return 0


def lock(arguments: list[str]) -> int:
    """Write the locked requirements again; `--upgrade` uses the newest versions."""
    environment.prepare(development=True)
    common = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    common += ["--generate-hashes", "--no-emit-index-url", *arguments]
    common += ["--custom-compile-command", "python3 scripts/dev.py lock"]
    # one version of each library in all three files
    held = ["-c", "requirements.txt", "-c", "requirements-build.txt"]
    groups = ["--group", "build", "--group", "test", "--group", "work"]
    parts = {
        "requirements.txt": ["pyproject.toml"],
        "requirements-build.txt": ["--group", "build", "-c", "requirements.txt"],
        "requirements-dev.txt": ["pyproject.toml", *groups, *held],
    }
    for name, options in parts.items():
        if _call(str(BIN / "uv"), *common, *options, "--output-file", name):
            return 1
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command
    for command in (run, test, check, screens, bench, faults, package, lock)
}


def _set_up(*, development: bool) -> None:
    environment.prepare(development=development)
    system_libraries.prepare(tests=development)


def _call(program: str, *arguments: str, **extra: str) -> int:
    command = [program, *arguments]
    return subprocess.run(command, cwd=ROOT, env=_environ(**extra), check=False).returncode


def _environ(**extra: str) -> dict[str, str]:
    environ = os.environ | extra
    # compile first: users never start with uncompiled modules, so that must not be measured
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def _captured(program: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a tool offscreen; its output, errors included, is in `stdout`."""
    command = [str(BIN / program), *options]
    return captured(command, _environ(QT_QPA_PLATFORM="offscreen"), ROOT)


def _offscreen(*arguments: str) -> int:
    return _call(str(PYTHON), *arguments, QT_QPA_PLATFORM="offscreen")
