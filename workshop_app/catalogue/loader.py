"""Loads the files of a catalogue; an invalid entry is left out and named in `Catalogue.faults`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from unicodedata import normalize

from workshop_app.catalogue.about import ABOUT, read_about, resolved
from workshop_app.catalogue.lines import line_of, line_of_item
from workshop_app.catalogue.reading import Fault, InvalidToml, parse
from workshop_app.catalogue.schema import (
    MACKEREL,
    OTHERS,
    EntryRequirements,
    Flaw,
    flaws,
    to_solution,
)
from workshop_app.domain.solution import Solution

MOST_ENTRIES = 2_000
"""The most entries that are read of one catalogue."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The entries of a catalogue by id, with its name and version; compared by identity."""

    name: str
    version: str
    """A day such as ``2026-11-24``; sorts in order of publication."""
    solutions: Mapping[str, Solution]
    faults: tuple[Fault, ...] = ()
    """Why entries were left out; the catalogue that comes with the program has none."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Current ids by the ids of earlier versions."""

    def get(self, solution_id: str) -> Solution | None:
        """Return the entry with this id, also of an earlier version, or None."""
        return self.solutions.get(self.renamed.get(solution_id, solution_id))


def load(folder: Traversable | None = None) -> Catalogue:
    """Read the catalogue in `folder`, by default the one that comes with the program."""
    return _load(folder, MACKEREL, "") if folder is not None else _built_in()


@cache
def _built_in() -> Catalogue:
    """Return the catalogue that comes with the program; read once."""
    place = resources.files("workshop_app").joinpath("catalogue", "data", "mackerel")
    return _load(place, MACKEREL, "")


def load_other(folder: Path) -> Catalogue:
    """Read another catalogue; its ids are ``<name of the folder>/<id of the entry>``."""
    return _load(folder, OTHERS, f"{key_of(folder)}/")


def key_of(folder: Path) -> str:
    """Return the first part of the ids of a folder's entries: the folder's name in NFC."""
    return normalize("NFC", folder.name)


def _load(folder: Traversable, rules: EntryRequirements, prefix: str) -> Catalogue:
    about = read_about(folder, rules)
    rules = replace(rules, languages=about.languages)
    shown = "" if rules.strict else about.name or prefix.rstrip("/")
    entries: dict[str, Solution] = {}
    faults: list[Fault] = []
    for file in _files(folder, faults):
        loaded = _load_entry(file, rules, prefix, shown)
        if isinstance(loaded, Solution):
            entries[_id(file)] = loaded
        else:
            faults += loaded
    renamed, wrong = resolved(about, entries)
    return Catalogue(
        about.name,
        about.version,
        {solution.id: solution for solution in entries.values()},
        (*faults, *about.faults, *wrong),
        {prefix + old: prefix + new for old, new in renamed.items()},
    )


def _files(folder: Traversable, faults: list[Fault]) -> list[Traversable]:
    try:
        files = [f for f in folder.iterdir() if f.name.endswith(".toml") and f.name != ABOUT]
    except OSError:
        faults.append(Fault(folder.name, 1, "", "unreadable"))
        return []
    if len(files) > MOST_ENTRIES:
        faults.append(Fault(folder.name, 1, "", "too_many", {"most": MOST_ENTRIES}))
    return sorted(files, key=lambda file: file.name)[:MOST_ENTRIES]


def _id(file: Traversable) -> str:
    return file.name.removesuffix(".toml")


def _load_entry(
    file: Traversable, rules: EntryRequirements, prefix: str, catalogue: str
) -> Solution | list[Fault]:
    try:
        text, entry = parse(file)
    except InvalidToml as invalid:
        return [Fault(file.name, invalid.line, "", invalid.problem)]
    found = flaws(entry, _id(file), rules)
    faults = [_fault(file.name, text, entry, flaw) for flaw in found]
    return faults or to_solution(entry, prefix, catalogue)


def _fault(file: str, text: str, entry: dict[str, Any], flaw: Flaw) -> Fault:
    names = [part for part in flaw.path if isinstance(part, str)]
    number = next((part for part in flaw.path if isinstance(part, int)), None)
    key = ".".join(names)
    if number is None:
        return Fault(file, line_of(text, flaw.path), key, flaw.problem, flaw.values)
    item = entry[names[0]][names[1]][number - 1]
    line = line_of_item(text, flaw.path, item)
    return Fault(file, line, f"{key}[{number}]", flaw.problem, flaw.values)
