"""The folder that runs without an installed Python: PyInstaller's, without what is never loaded."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import shared_libraries
from debian import SetUpError
from environment import BIN, ROOT
from system_libraries import PACKAGES as OF_THE_SYSTEM

FOLDER = ROOT / "build" / "package" / "workshop-app"
BUNDLE = FOLDER.with_suffix(".app")
"""What PyInstaller makes of the folder on macOS."""
SOURCE = ("workshop_app", "ui", "exports", "icons")
# what the libraries import if it is there, and the app never uses
LEFT_OUT = (
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
    "charset_normalizer",
    "lxml.builder",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "numpy",
    "pip",
    "readline",
    "setuptools",
    "tkinter",
    "ui.screens",
)
# kind of Qt's plugins → the ones that are loaded, on any system; of other kinds none is
PLUGINS = {
    "imageformats": ("qjpeg", "qsvg"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cocoaprintersupport", "cupsprintersupport", "windowsprintersupport"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
TRANSLATIONS = ("qtbase_ja.qm",)
# small, and missing on many desktops: these stay in the folder
KEPT = ("libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util")
KEPT += ("libxcb-util",)


def build(icons: Path, arguments: list[str]) -> None:
    """Build the folder with an icon of `icons`; raises SetUpError if PyInstaller fails."""
    command = [str(BIN / "pyinstaller"), "--noconfirm", "--log-level", "ERROR", *arguments]
    command += ["--name", FOLDER.name, "--distpath", str(FOLDER.parent)]
    command += ["--workpath", "build/pyinstaller", "--specpath", "build/pyinstaller"]
    command += ["--paths", str(ROOT), "--copy-metadata", "workshop-app"]
    # pages and documents are imported by name, so include every module
    for package in SOURCE:
        command += ["--collect-submodules", package, "--collect-data", package]
    for inside, place in documents().items():
        target = Path(place)
        target = target if (ROOT / inside).is_dir() else target.parent
        command += ["--add-data", f"{ROOT / inside}:{target}"]
    # ReportLab imports its C extensions by a name that is computed at run time
    command += ["--hidden-import", "_rl_accel"]
    for module in LEFT_OUT:
        command += ["--exclude-module", module]
    if sys.platform == "win32":
        # one program for the window and the command line, whose console it hides if it owns it
        command += ["--hide-console", "hide-early", "--icon", str(icons / "workshop-app.ico")]
    if sys.platform == "darwin":
        command += ["--windowed", "--icon", str(icons / "workshop-app.icns")]
        command += ["--osx-bundle-identifier", FOLDER.name, "--argv-emulation"]
    command += [str(ROOT / "workshop_app" / "__main__.py")]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SetUpError("PyInstaller could not build the folder; its reason stands above.")
    leave_out(FOLDER / "_internal")
    leave_out(BUNDLE / "Contents" / "Frameworks")
    for name in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copy(ROOT / name, FOLDER)


def documents() -> dict[str, str]:
    """Return the files that the packages hold besides their own: path here → path inside."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def leave_out(folder: Path) -> None:
    """Remove what is never loaded, and on Linux the libraries that every desktop has."""
    for plugin in folder.glob("PySide6/**/plugins/*/*"):
        wanted = PLUGINS.get(plugin.parent.name, ())
        if plugin.name.partition(".")[0].removeprefix("lib") not in wanted:
            plugin.unlink()
    for text in folder.glob("PySide6/**/translations/*"):
        if text.name not in TRANSLATIONS:
            text.unlink()
    if sys.platform != "linux":
        return
    for library in folder.glob("*.so*"):
        if library.name in OF_THE_SYSTEM and not library.name.startswith(KEPT):
            library.unlink()
    shared_libraries.remove_unneeded(folder)
    for link in folder.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
