"""Detects whether a folder is synchronised by a program or on another computer.

There, the store may be copied while it is being written, or be replaced, and locks may not work
("How To Corrupt An SQLite Database File", sections 2.1 and 1.4).
"""

import sys
import unicodedata
from pathlib import Path, PurePath

NETWORK = "network"
_FOLDERS = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "マイドライブ": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "box sync": "Box",
    "box": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
}
"""Names in lower case of folders that these programs synchronise."""
_BEGINNINGS = {"onedrive": "OneDrive", "dropbox (": "Dropbox", "googledrive-": "Google Drive"}
"""Beginnings of such names, which continue with a company's name or an address."""
_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".sync": "Resilio Sync",
}
"""Files and folders by which these programs mark a synchronised folder."""
_REMOTE = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "davfs", "fuse.sshfs",
     "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.google-drive-ocamlfuse")
)  # fmt: skip
"""Types of network file systems in Linux."""
_MOUNTS = Path("/proc/mounts")


def shared_folder(path: Path) -> str:
    """Return the name of the program that synchronises a file's folder, `NETWORK`, or empty."""
    folder = path.absolute().parent
    named = next((name for part in folder.parts if (name := _program(part))), "")
    return named or _marked(folder) or (NETWORK if _is_remote(folder) else "")


def _program(part: str) -> str:
    key = unicodedata.normalize("NFC", part).casefold()
    return _FOLDERS.get(key) or next(
        (name for begin, name in _BEGINNINGS.items() if key.startswith(begin)), ""
    )


def _marked(folder: Path) -> str:
    home = Path.home()
    for around in (folder, *folder.parents):
        if around == home or len(around.parts) < 2:  # a program may keep its own files there
            break
        for mark, name in _MARKS.items():
            try:
                if (around / mark).exists():
                    return name
            except OSError:
                return ""
    return ""


def _is_remote(folder: PurePath) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    if sys.platform != "linux":
        return False
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    longest = 0
    kind = ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = PurePath(fields[1].replace("\\040", " ").replace("\\011", "\t"))
        # of two mounts at the same place, the later one is visible
        if folder.is_relative_to(place) and len(place.parts) >= longest:
            longest = len(place.parts)
            kind = fields[2]
    return kind in _REMOTE
