"""Loads the files of a catalogue: its entries, and its known gaps from the folder ``gaps``.

Invalid files are skipped and listed in `Catalogue.faults`.
"""

import zipfile
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple
from unicodedata import normalize

from workshop_app.catalogue.about import ABOUT, read_about, resolved
from workshop_app.catalogue.gap_schema import gap_flaws, related_flaws, to_gap
from workshop_app.catalogue.lines import line_of, line_of_item
from workshop_app.catalogue.packed import GAPS
from workshop_app.catalogue.reading import Fault, InvalidToml, parse
from workshop_app.catalogue.schema import (
    MACKEREL,
    OTHERS,
    EntryRequirements,
    Flaw,
    flaws,
    to_solution,
)
from workshop_app.domain.gap import Gap
from workshop_app.domain.in_steps import InSteps
from workshop_app.domain.solution import Solution
from workshop_app.package_files import package_folder

MOST_ENTRIES = 2_000
"""The maximum number of entries, and of gaps, read from one catalogue."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The entries and gaps of a catalogue by id, its name and version; compared by identity."""

    name: str
    version: str
    """A day such as ``2026-11-24``, so that versions sort by date of publication."""
    solutions: Mapping[str, Solution]
    faults: tuple[Fault, ...] = ()
    """Why files were skipped; empty for the built-in catalogue."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Maps ids of earlier versions to current ids."""
    gaps: Mapping[str, Gap] = field(default_factory=dict)

    def get(self, solution_id: str) -> Solution | None:
        """Return the entry with this id, also of an earlier version, or None."""
        return self.solutions.get(self.renamed.get(solution_id, solution_id))

    def checked_before(self, day: date) -> tuple[Solution | Gap, ...]:
        """Return the entries and gaps whose last check was before `day`, oldest first."""
        old = [s for s in self.solutions.values() if s.checked < day.isoformat()]
        gaps = [gap for gap in self.gaps.values() if gap.checked < day.isoformat()]
        return tuple(sorted([*old, *gaps], key=lambda each: (each.checked, each.id)))


def load(folder: Traversable | None = None) -> Catalogue:
    """Read the catalogue in `folder`, by default the one that comes with the program."""
    return _load(folder, MACKEREL, "") if folder is not None else BUILT_IN.value


def _read_built_in() -> Generator[None, None, Catalogue]:
    place = package_folder("workshop_app.catalogue") / "data" / "mackerel"
    return (yield from _reading(place, MACKEREL, ""))


BUILT_IN = InSteps(_read_built_in)
"""The catalogue that comes with the program; read once."""


def load_other(folder: Traversable, mackerel: Catalogue | None = None) -> Catalogue:
    """Read another catalogue; its ids are ``<name of the folder>/<id of the entry>``.

    Its gaps may name entries of `mackerel`, by default the built-in catalogue.
    """
    return _load(folder, OTHERS, f"{key_of(folder)}/", mackerel)


def key_of(folder: Traversable) -> str:
    """Return the prefix of the ids of a folder's entries: the folder's name in NFC."""
    return normalize("NFC", folder.name)


def _load(
    folder: Traversable, rules: EntryRequirements, prefix: str, mackerel: Catalogue | None = None
) -> Catalogue:
    return InSteps(lambda: _reading(folder, rules, prefix, mackerel)).value


def _reading(
    folder: Traversable, rules: EntryRequirements, prefix: str, mackerel: Catalogue | None = None
) -> Generator[None, None, Catalogue]:
    """Read a catalogue, one file per step."""
    about = read_about(folder, rules)
    rules = rules._replace(languages=about.languages)
    shown = "" if rules.strict else about.name or prefix.rstrip("/")
    faults: list[Fault] = []
    check = lambda table, id_: flaws(table, id_, rules)  # noqa: E731
    files = yield from _whole_files(folder, "", faults, check)
    entries = {_id(file): to_solution(file.table, prefix, shown) for file in files}
    yield
    renamed, wrong = resolved(about, entries)
    faults += [*about.faults, *wrong]
    full_ids = {name: prefix + name for name in entries}
    full_ids |= {old: prefix + new for old, new in renamed.items()}
    if prefix:  # the gaps of another catalogue may name Mackerel's entries
        full_ids = {name: name for name in (mackerel or BUILT_IN.value).solutions} | full_ids
    gaps = yield from _read_gaps(folder, rules, full_ids, faults, prefix, shown)
    return Catalogue(
        about.name,
        about.version,
        {solution.id: solution for solution in entries.values()},
        tuple(faults),
        {prefix + old: prefix + new for old, new in renamed.items()},
        gaps,
    )


def _read_gaps(
    folder: Traversable,
    rules: EntryRequirements,
    full_ids: Mapping[str, str],
    faults: list[Fault],
    prefix: str,
    catalogue: str,
) -> Generator[None, None, dict[str, Gap]]:
    """Read the gaps of a catalogue; `full_ids` maps names of entry files to ids."""
    if not folder.joinpath(GAPS).is_dir():
        return {}
    check = lambda table, id_: gap_flaws(table, id_, full_ids, rules)  # noqa: E731
    files = yield from _whole_files(folder.joinpath(GAPS), f"{GAPS}/", faults, check)
    names = {_id(file) for file in files}
    gaps: dict[str, Gap] = {}
    for file in files:
        unknown = related_flaws(file.table, names)
        faults += [_fault(file, flaw) for flaw in unknown]
        nearest = tuple(full_ids[name] for name in file.table["nearest"])
        gap = to_gap(file.table, nearest, prefix, catalogue)
        gone = {prefix + str(flaw.values["id"]) for flaw in unknown}
        gap = replace(gap, related=tuple(name for name in gap.related if name not in gone))
        gaps[gap.id] = gap
    return gaps


class _File(NamedTuple):
    """A parsed file: its path relative to the catalogue's folder, its text, and its content."""

    path: str
    text: str
    table: dict[str, Any]


def _whole_files(
    folder: Traversable,
    place: str,
    faults: list[Fault],
    check: Callable[[dict[str, Any], str], list[Flaw]],
) -> Generator[None, None, list[_File]]:
    """Read the files of a folder and return the valid ones; adds the faults of others.

    `place` is prepended to the file names in faults.
    """
    whole: list[_File] = []
    for found in _toml_files(folder, place, faults):
        if faults and isinstance(folder, zipfile.Path):
            break  # a packed catalogue is used whole or not at all
        yield
        path = place + found.name
        try:
            text, table = parse(found)
        except InvalidToml as invalid:
            faults.append(Fault(path, invalid.line, "", invalid.problem))
            continue
        file = _File(path, text, table)
        wrong = [_fault(file, flaw) for flaw in check(table, _id(file))]
        if wrong:
            faults += wrong
        else:
            whole.append(file)
    return whole


def _toml_files(folder: Traversable, place: str, faults: list[Fault]) -> list[Traversable]:
    try:
        files = [f for f in folder.iterdir() if f.name.endswith(".toml") and f.name != ABOUT]
    except OSError:
        faults.append(Fault(place.rstrip("/") or folder.name, 1, "", "unreadable"))
        return []
    if len(files) > MOST_ENTRIES:
        most = {"most": MOST_ENTRIES}
        faults.append(Fault(place.rstrip("/") or folder.name, 1, "", "too_many", most))
    return sorted(files, key=lambda file: file.name)[:MOST_ENTRIES]


def _id(file: _File) -> str:
    return file.path.rpartition("/")[2].removesuffix(".toml")


def _fault(file: _File, flaw: Flaw) -> Fault:
    key = ".".join(part for part in flaw.path if isinstance(part, str))
    if not isinstance(flaw.path[-1], int):
        return Fault(file.path, line_of(file.text, flaw.path), key, flaw.problem, flaw.values)
    number = flaw.path[-1]
    items: Any = file.table
    for name in flaw.path[:-1]:
        items = items[name]
    line = line_of_item(file.text, flaw.path, items[number - 1])
    return Fault(file.path, line, f"{key}[{number}]", flaw.problem, flaw.values)
