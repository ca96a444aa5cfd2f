"""The virtual environment in `.venv`, filled from the locked requirements.

Nothing is installed twice: a stamp in `.venv` stores the content of each installed lock file.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import debian
from debian import SetUpError
from python_versions import PREFERRED

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.json"

LINKED = (
    ".venv is a link, and setting up would empty the folder that it leads to: "
    "remove the link, then run this again."
)
RUN_LOCKS = ("requirements.txt", "requirements-build.txt")
DEV_LOCKS = ("requirements-dev.txt",)


def prepare(*, development: bool) -> None:
    """Install the lock files and the project itself in `.venv`, if they changed.

    `development` adds what tests and checks need. Raises `SetUpError` if `.venv` is a link.
    """
    if VENV.resolve() != VENV:  # also a junction of Windows
        raise SetUpError(LINKED)
    if not _usable():
        _create()
    stamp = _read_stamp()
    wanted = DEV_LOCKS if development else RUN_LOCKS
    missing = [name for name in wanted if stamp.get(name) != _digest(name)]
    if missing:
        _say(f"Installing {' and '.join(missing)} into .venv")
        _pip("install", "--require-hashes", "--only-binary=:all:", *_requirements(missing))
        # the development lock has the others at the same versions
        covered = (*RUN_LOCKS, *DEV_LOCKS) if development else wanted
        stamp |= {name: _digest(name) for name in covered}
        _write_stamp(stamp)
    if stamp.get("pyproject.toml") != _digest("pyproject.toml"):
        _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        _write_stamp(stamp | {"pyproject.toml": _digest("pyproject.toml")})


def captured(
    command: list[str], environ: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a command in `folder`; its output, errors included, is in `stdout`."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _usable() -> bool:
    """Return whether `.venv` was created here and its Python still starts and is new enough."""
    if not PYTHON.exists() or _read_stamp().get("root") != str(ROOT):
        return False
    oldest = min(PREFERRED, sys.version_info[:2])
    check = [str(PYTHON), "-c", f"import sys; sys.exit(sys.version_info < {oldest})"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def _create() -> None:
    _say(f"Creating .venv with Python {sys.version_info.major}.{sys.version_info.minor}")
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    result = subprocess.run(make, capture_output=True, text=True, check=False)
    if result.returncode and _install_venv_module():
        result = subprocess.run(make, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SetUpError(f"Python's venv module does not work: {result.stdout}{result.stderr}")
    _write_stamp({"root": str(ROOT)})


def _install_venv_module() -> bool:
    """Install the venv module, a separate package on Debian and Ubuntu; return whether it did."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return debian.install([package], reason="Python's venv module")


def _requirements(names: list[str]) -> list[str]:
    return [part for name in names for part in ("--requirement", str(ROOT / name))]


def _pip(*arguments: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    environment = os.environ | {"PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run([*pip, *arguments], env=environment, check=False).returncode:
        raise SetUpError("The libraries could not be installed; pip's reason stands above.")


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def _read_stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def _say(sentence: str) -> None:
    print(sentence, flush=True)
