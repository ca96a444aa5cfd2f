"""The system libraries Qt needs on Linux: checked by loading Qt, then installed or named.

PySide6 contains Qt, but not the libraries of the display server.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import debian
from debian import SetUpError
from environment import PYTHON

# library Qt links to → package of Debian and Ubuntu that contains it
PACKAGES = {
    "libcups.so.2": "libcups2",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libatomic.so.1": "libatomic1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}

# programs the tests of the real window use → package
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}

PROBE = """
import ctypes, pathlib, PySide6
from PySide6 import QtSvg, QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
ctypes.CDLL(str(plugins / "libqxcb.so"))
ctypes.CDLL(str(plugins / "libqoffscreen.so"))
"""


def prepare(*, tests: bool = False) -> None:
    """Make Qt loadable on Linux: install what is missing, or raise with the command to run.

    `tests` adds the programs for tests of the real window if they can be installed.
    """
    if sys.platform != "linux":
        return
    libraries = [] if _qt_loads() else _missing_libraries()
    packages = [PACKAGES[name] for name in libraries if name in PACKAGES]
    unknown = [name for name in libraries if name not in PACKAGES]
    if unknown:
        raise SetUpError(f"Qt needs system libraries that are missing: {', '.join(unknown)}.")
    if tests and debian.can_install():
        packages += [package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)]
    if packages and not debian.install(sorted(set(packages)), reason="Qt"):
        raise SetUpError(f"Qt needs system libraries that are missing: {', '.join(libraries)}.")
    if libraries and not _qt_loads():
        raise SetUpError(f"Qt still does not load: {_probe().stderr.strip()}")


def _probe() -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(PYTHON), "-c", PROBE], capture_output=True, text=True, check=False)


def _qt_loads() -> bool:
    return _probe().returncode == 0


def _missing_libraries() -> list[str]:
    """Return the sorted names of the shared libraries that the linker cannot find for Qt."""
    where = "import PySide6; print(PySide6.__path__[0])"
    found = subprocess.run([str(PYTHON), "-c", where], capture_output=True, text=True, check=True)
    folder = Path(found.stdout.strip())
    files = [folder / "QtWidgets.abi3.so", folder / "QtSvg.abi3.so"]
    files += [folder / "Qt/plugins/platforms" / name for name in ("libqxcb.so", "libqoffscreen.so")]
    ldd = ["ldd", *map(str, files)]
    lines = subprocess.run(ldd, capture_output=True, text=True, check=False).stdout.splitlines()
    return sorted({line.split()[0] for line in lines if line.endswith("not found")})
