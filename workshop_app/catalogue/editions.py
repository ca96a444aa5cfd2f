"""Editions of catalogues that were added as files, beside the program's own and the user's folders.

Each lies in the folder of catalogues as ``<key> <day>.zip``. Nothing replaces anything: the newest
edition of a catalogue is used, a file that is taken back gets another ending, and what was chosen
from an earlier edition is still found in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from workshop_app.catalogue.loader import Catalogue, load, load_other
from workshop_app.catalogue.packed import SUFFIX, read_packed
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.errors import InvalidInput

MACKEREL_KEY = "mackerel"
"""The folder in a packed edition of the catalogue that comes with the program."""
_TAKEN_BACK = ".taken-back"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME = re.compile(rf"(.+) ({_DAY.pattern})({re.escape(_TAKEN_BACK)})?{re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file with an edition: the `key` of its catalogue, and its day as `version`."""

    path: Path
    key: str
    version: str
    taken_back: bool = False


def edition_path(place: Path, key: str, version: str, *, taken_back: bool = False) -> Path:
    """Return where the file of an edition lies in the folder of catalogues."""
    return place / f"{key} {version}{_TAKEN_BACK if taken_back else ''}{SUFFIX}"


def edition_files(place: Path) -> tuple[EditionFile, ...]:
    """Return the files of editions in the folder of catalogues, the newest first."""
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
    """Tell whether an edition is named by its day, so that the newer of two is known."""
    return _DAY.fullmatch(version) is not None


def is_newer(version: str, than: str) -> bool:
    """Tell whether the edition of a day is newer; it is newer than one that is named otherwise."""
    return version > than or not is_day(than)


def load_edition(path: Path, mackerel: Catalogue | None = None) -> Catalogue:
    """Read the catalogue in a packed file; raises InvalidInput if there is none in it."""
    folder = read_packed(path)
    return load(folder) if folder.name == MACKEREL_KEY else load_other(folder, mackerel)


def newest(
    own: Catalogue | None,
    files: Sequence[EditionFile],
    key: str,
    mackerel: Catalogue | None = None,
) -> tuple[Catalogue | None, EditionFile | None]:
    """Return the newest whole edition of a catalogue, and its file unless it is `own`.

    A file that is damaged is passed over and named in the faults.
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
