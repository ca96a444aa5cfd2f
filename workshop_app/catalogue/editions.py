"""Editions of catalogues that the user added as files, besides the built-in and own ones.

Each edition is stored in the folder of catalogues as ``<key> <day>.zip``. The newest edition of a
catalogue is used. Files are never overwritten: an edition that is withdrawn gets another suffix, so
that answers chosen from it can still be shown.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from workshop_app.catalogue.loader import Catalogue, load, load_other
from workshop_app.catalogue.packed import SUFFIX, read_packed
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.errors import InvalidInput

MACKEREL_KEY = "mackerel"
"""The folder name inside a packed edition of the built-in catalogue."""
_TAKEN_BACK = ".taken-back"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME = re.compile(rf"(.+) ({_DAY.pattern})({re.escape(_TAKEN_BACK)})?{re.escape(SUFFIX)}")


class EditionFile(NamedTuple):
    """The file of an edition: the `key` of its catalogue, and its day as `version`."""

    path: Path
    key: str
    version: str
    taken_back: bool = False


def edition_path(place: Path, key: str, version: str, *, taken_back: bool = False) -> Path:
    """Return the path of an edition's file in the folder of catalogues."""
    return place / f"{key} {version}{_TAKEN_BACK if taken_back else ''}{SUFFIX}"


def edition_files(place: Path) -> tuple[EditionFile, ...]:
    """Return the files of editions in the folder of catalogues, newest first."""
    try:
        names = [path.name for path in place.iterdir()]
    except OSError:
        return ()
    named = [(name, _NAME.fullmatch(name)) for name in names]
    found = [
        EditionFile(place / name, normalize("NFC", match[1]), match[2], bool(match[3]))
        for name, match in named
        if match
    ]
    return tuple(sorted(found, key=lambda each: (each.version, each.path.name), reverse=True))


def is_day(version: str) -> bool:
    """Return whether a version is a day, so that editions can be ordered."""
    if not _DAY.fullmatch(version):
        return False
    with suppress(ValueError):
        return bool(date.fromisoformat(version))
    return False


def is_newer(version: str, than: str) -> bool:
    """Return whether `day` is newer than another version; one that is not a day counts as older."""
    return version > than or not is_day(than)


def load_edition(path: Path, mackerel: Catalogue | None = None) -> Catalogue:
    """Read the catalogue in a packed file; raises InvalidInput if it contains none."""
    folder = read_packed(path)
    return load(folder) if folder.name == MACKEREL_KEY else load_other(folder, mackerel)


def newest(
    own: Catalogue | None,
    files: Sequence[EditionFile],
    key: str,
    mackerel: Catalogue | None = None,
) -> tuple[Catalogue | None, EditionFile | None]:
    """Return the newest valid edition of a catalogue, and its file (None if it is `own`).

    Damaged files are skipped and added to the faults.
    """
    faults: list[Fault] = []
    for file in files:
        if file.key != key or file.taken_back:
            continue
        if own is not None and not is_newer(file.version, own.version):
            break
        try:
            edition = load_edition(file.path, mackerel)
        except InvalidInput:
            faults.append(Fault(file.path.name, 1, "", "unreadable"))
            continue
        if edition.solutions and not edition.faults and edition.version == file.version:
            return replace(edition, faults=tuple(faults)), file
        faults.append(Fault(file.path.name, 1, "", "edition_not_whole"))
    if own is None:
        return (Catalogue(key, "", {}, tuple(faults)) if faults else None), None
    return (replace(own, faults=(*own.faults, *faults)) if faults else own), None
