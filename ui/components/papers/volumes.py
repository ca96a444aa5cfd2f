"""Removable volumes, such as USB sticks and memory cards."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QLocale, QStorageInfo

_MOUNTED_UNDER = ("/media", "/run/media", "/mnt", "/Volumes")


def removable_volumes() -> list[Path]:
    """Return the roots of the writable volumes that appear to be removable."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and is_removable(volume.rootPath(), QStorageInfo.root().rootPath())
    ]


def free_space(root: Path) -> str:
    """Return the free space of a volume in words, such as ``12 GB``."""
    free = QStorageInfo(str(root)).bytesAvailable()
    return QLocale().formattedDataSize(max(0, free), 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def is_removable(root: str, system: str, platform: str = sys.platform) -> bool:
    """Return whether a volume is not part of the system, judging by its root only."""
    if platform == "win32":
        return root.casefold() != system.casefold()
    under: Iterable[PurePosixPath] = PurePosixPath(root).parents
    return any(str(parent) in _MOUNTED_UNDER for parent in under)
