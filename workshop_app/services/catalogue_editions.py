"""Packs a catalogue into one file, and installs a new edition of a catalogue from such a file."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from workshop_app import paths
from workshop_app.catalogue.editions import (
    MACKEREL_KEY,
    edition_files,
    edition_path,
    is_day,
    is_newer,
)
from workshop_app.catalogue.loader import Catalogue, key_of, load, load_other
from workshop_app.catalogue.packed import read_packed, write_packed
from workshop_app.domain.errors import InvalidInput, told_as
from workshop_app.domain.gap import Gap
from workshop_app.domain.look_alike import looks
from workshop_app.domain.solution import Solution
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.own_catalogues import fault_sentence


@dataclass(frozen=True, slots=True)
class EditionDifference:
    """The differences of an edition from the previous one."""

    new: tuple[Solution | Gap, ...] = ()
    changed: tuple[Solution | Gap, ...] = ()
    gone: tuple[Solution | Gap, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


class NewEdition(NamedTuple):
    """An edition that can be installed: the content of the file, and what would change."""

    key: str
    catalogue: Catalogue
    before: Catalogue | None
    """The edition in use; None if there is no such catalogue yet."""
    answers: EditionDifference
    gaps: EditionDifference
    folder: zipfile.Path

    @property
    def name(self) -> str:
        """The name of the catalogue."""
        return self.catalogue.name or self.key

    @property
    def headline(self) -> str:
        """One line that names the replaced and the new edition."""
        if self.before is None:
            return tr("catalogues.edition.first", name=self.name, version=self.catalogue.version)
        return tr(
            "catalogues.edition.replaces",
            name=self.name,
            before=self.before.version,
            version=self.catalogue.version,
        )

    def changes(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what is new, changed and removed: a heading with the number, and the names."""
        for part in ("new", "changed", "gone"):
            area = "gone_ones" if part == "gone" else part
            for kind, found in (("answers", self.answers), ("gaps", self.gaps)):
                each: tuple[Solution | Gap, ...] = getattr(found, part)
                if each:
                    names = tuple(one.text(language()).name for one in each)
                    yield tr(f"catalogues.edition.{area}.{kind}", n=len(each)), names


def pack(folder: Path, to: Path | None = None) -> Path:
    """Pack the catalogue in a folder into one file and return it.

    The default name consists of the folder and the edition. Raises InvalidInput if the catalogue is
    not valid, or if the file exists.
    """
    if not folder.is_dir():
        raise InvalidInput("cli.catalogue.no_folder", path=folder)
    key = key_of(folder.absolute())
    mackerel = load()
    catalogue = _read(folder.absolute(), mackerel)
    _refuse_faults(catalogue, folder.name)
    _refuse_name(catalogue, key, mackerel, folder.name)
    target = to or edition_path(Path(), key, catalogue.version)
    if target.exists():
        raise InvalidInput("errors.packed_there", path=target)
    write_packed(folder, key, target)
    return target


def examine(path: Path, answers: Answers) -> NewEdition:
    """Return the edition in a file, compared with the one in use; nothing is changed.

    Raises InvalidInput if it is not a valid packed catalogue, or not newer than the one in use.
    """
    folder = read_packed(path)
    key = folder.name
    catalogue = _read(folder, answers.catalogue)
    _refuse_faults(catalogue, path.name)
    _refuse_name(catalogue, key, answers.catalogue, path.name)
    before = in_use(key, answers)
    if before is not None and not is_newer(catalogue.version, before.version):
        raise InvalidInput(
            "errors.edition_not_newer",
            file=path.name,
            version=catalogue.version,
            name=before.name or key,
            current=before.version,
        )
    return NewEdition(
        key,
        catalogue,
        before,
        _difference(before.solutions if before else {}, catalogue.solutions, catalogue.renamed),
        _difference(before.gaps if before else {}, catalogue.gaps, {}),
        folder,
    )


def take(edition: NewEdition) -> Path:
    """Install an edition, used from the next time catalogues are read; return its file.

    The file is written atomically and replaces no other file.
    """
    place = paths.catalogues_folder()
    target = edition_path(place, edition.key, edition.catalogue.version)
    write_packed(edition.folder, edition.key, target)
    return target


def take_back(key: str) -> str:
    """Withdraw the newest added edition of a catalogue and return it.

    The file is kept under another name for answers chosen from it. Raises InvalidInput if no
    edition was added.
    """
    place = paths.catalogues_folder()
    files = [file for file in edition_files(place) if file.key == key and not file.taken_back]
    if not files:
        raise InvalidInput("errors.edition_none", name=key)
    file = files[0]
    with told_as("errors.folder", InvalidInput, path=file.path):
        file.path.replace(edition_path(place, file.key, file.version, taken_back=True))
    return file.version


def _read(folder: Path | zipfile.Path, mackerel: Catalogue) -> Catalogue:
    return load(folder) if key_of(folder) == MACKEREL_KEY else load_other(folder, mackerel)


def _refuse_faults(catalogue: Catalogue, file: str) -> None:
    if catalogue.faults:
        fault = fault_sentence(catalogue.faults[0])
        raise InvalidInput("errors.edition_faults", file=file, fault=fault)
    if not catalogue.solutions:
        raise InvalidInput("errors.edition_faults", file=file, fault=tr("catalogues.no_files"))
    if not is_day(catalogue.version):
        raise InvalidInput("errors.edition_no_day", file=file, version=catalogue.version)


def _refuse_name(catalogue: Catalogue, key: str, mackerel: Catalogue, file: str) -> None:
    """Raise InvalidInput if another catalogue looks like Mackerel's by its name."""
    if key != MACKEREL_KEY and looks(catalogue.name) == looks(mackerel.name):
        raise InvalidInput("errors.edition_name", file=file, name=catalogue.name)


def in_use(key: str, answers: Answers) -> Catalogue | None:
    """Return the edition of a catalogue that is in use, or None."""
    if key == MACKEREL_KEY:
        return answers.catalogue
    for other in answers.others:
        named = other.edition.key if other.edition else key_of(other.folder)
        if named == key:
            return other.catalogue if other.catalogue.solutions else None
    return None


def _difference(
    before: Mapping[str, Solution] | Mapping[str, Gap],
    after: Mapping[str, Solution] | Mapping[str, Gap],
    renamed: Mapping[str, str],
) -> EditionDifference:
    """Compare by current and earlier ids; a new date of checking alone is no change."""
    former = {renamed.get(name, name): each for name, each in before.items()}
    new = [each for name, each in after.items() if name not in former]
    gone = [each for name, each in former.items() if name not in after]
    changed = [
        each
        for name, each in after.items()
        if name in former and not _says_the_same(former[name], each)
    ]
    return EditionDifference(tuple(new), tuple(changed), tuple(gone))


def _says_the_same(one: Solution | Gap, other: Solution | Gap) -> bool:
    return replace(one, id=other.id, checked=other.checked) == other
