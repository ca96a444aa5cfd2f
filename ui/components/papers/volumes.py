"""Where files can be carried away: sticks and cards that are plugged in."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QStorageInfo

_MOUNTED_UNDER = ("/media", "/run/media", "/mnt", "/Volumes")


def carried_away() -> list[Path]:
    """Return the roots of the volumes that somebody plugged in, as far as one can tell."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and looks_plugged_in(volume.rootPath(), QStorageInfo.root().rootPath())
    ]


def looks_plugged_in(root: str, system: str, platform: str = sys.platform) -> bool:
    """Tell by its root whether a volume is no part of the system."""
    if platform == "win32":
        return root.casefold() != system.casefold()
    under: Iterable[PurePosixPath] = PurePosixPath(root).parents
    return any(str(parent) in _MOUNTED_UNDER for parent in under)
