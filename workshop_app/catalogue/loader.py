"""Load a catalogue's files. Nothing is read at import; a broken entry never hides the others."""

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
from workshop_app.catalogue.reading import Fault, Refused, parse
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
"""Entries of one catalogue that are read."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The solutions by id, with the name and version of the catalogue they belong to.

    Each reading is a catalogue of its own, even with the same content.
    """

    name: str
    version: str
    """A day such as ``2026-11-24``; grows with each edition."""
    solutions: Mapping[str, Solution]
    faults: tuple[Fault, ...] = ()
    """The entries that could not be loaded; none in a whole installation."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Ids of earlier editions with the ids of the entries that stand for them now."""

    def get(self, solution_id: str) -> Solution | None:
        """The solution with this id, also of an earlier edition; None when there is none."""
        return self.solutions.get(self.renamed.get(solution_id, solution_id))


def load(folder: Traversable | None = None) -> Catalogue:
    """Read the catalogue in `folder`, by default the one that comes with the program."""
    return _load(folder, MACKEREL, "") if folder is not None else _own()


@cache
def _own() -> Catalogue:
    """The program's own catalogue, which stays as it is while the program runs."""
    place = resources.files("workshop_app").joinpath("catalogue", "data", "mackerel")
    return _load(place, MACKEREL, "")


def load_other(folder: Path) -> Catalogue:
    """Read a catalogue of somebody's own; its ids are ``name of the folder/name of the entry``."""
    return _load(folder, OTHERS, f"{key_of(folder)}/")


def key_of(folder: Path) -> str:
    """Return what the ids of a folder's entries begin with: the folder's name."""
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
    except Refused as refused:
        return [Fault(file.name, refused.line, "", refused.problem)]
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
