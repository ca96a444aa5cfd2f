"""The folder that runs without an installed Python, built with PyInstaller."""

from __future__ import annotations

import shutil
import subprocess

from environment import BIN, ROOT

PACKAGES = ("workshop_app", "ui", "exports", "icons")
# optional parts of the libraries that the app never uses
LEFT_OUT = ("numpy", "pip", "setuptools", "tkinter")


def build(arguments: list[str]) -> int:
    """Build `build/package/workshop-app/` and return PyInstaller's exit code."""
    command = [str(BIN / "pyinstaller"), "--noconfirm", "--log-level", "ERROR"]
    command += ["--name", "workshop-app", "--distpath", "build/package"]
    command += ["--workpath", "build/pyinstaller", "--specpath", "build/pyinstaller"]
    command += ["--paths", str(ROOT), "--copy-metadata", "workshop-app"]
    # pages and documents are imported by name, so include every module
    for package in PACKAGES:
        command += ["--collect-all", package]
    # ReportLab imports its C extensions by a name that is computed at run time
    command += ["--hidden-import", "_rl_accel"]
    for module in LEFT_OUT:
        command += ["--exclude-module", module]
    command += [*arguments, str(ROOT / "workshop_app" / "__main__.py")]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code == 0:
        folder = ROOT / "build" / "package" / "workshop-app"
        for name in ("LICENSE", "THIRD_PARTY.md"):
            shutil.copy(ROOT / name, folder)
        print(f"Ready: {folder.relative_to(ROOT)}")
    return code
