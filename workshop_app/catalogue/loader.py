"""Load the catalogue's files. Nothing is read at import; a broken entry never hides the others."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from workshop_app.catalogue.lines import line_of, line_of_item
from workshop_app.catalogue.schema import SCHEMA, Flaw, flaws, to_solution
from workshop_app.domain.solution import Solution

ABOUT = "catalogue.toml"
"""The file that names the catalogue and its version; all other files are entries."""
_LARGEST = 200_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file was left out: its name, the line, the key, and what is wrong.

    `problem` names a text in ``locale/*/faults.toml``; `values` fill its placeholders.
    """

    file: str
    line: int
    key: str
    problem: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The solutions by id, with the name and version of the catalogue they belong to."""

    name: str
    version: str
    """A day such as ``2026-11-24``; grows with each edition."""
    solutions: Mapping[str, Solution]
    faults: tuple[Fault, ...] = ()
    """The entries that could not be loaded; none in a whole installation."""

    def get(self, solution_id: str) -> Solution | None:
        """The solution with this id; None when this edition has none (any more)."""
        return self.solutions.get(solution_id)


class _Refused(Exception):
    """A file that holds no usable TOML."""

    def __init__(self, problem: str, line: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def load(folder: Traversable | None = None) -> Catalogue:
    """Read the catalogue in `folder`, by default the one that comes with the program."""
    place = folder or resources.files("workshop_app").joinpath("catalogue", "data", "mackerel")
    solutions: dict[str, Solution] = {}
    faults: list[Fault] = []
    for file in _entries(place, faults):
        loaded = _load_entry(file)
        if isinstance(loaded, Solution):
            solutions[loaded.id] = loaded
        else:
            faults += loaded
    name, version = _about(place, faults)
    return Catalogue(name, version, solutions, tuple(faults))


def _entries(folder: Traversable, faults: list[Fault]) -> list[Traversable]:
    try:
        files = [f for f in folder.iterdir() if f.name.endswith(".toml") and f.name != ABOUT]
    except OSError:
        faults.append(Fault(folder.name, 1, "", "unreadable"))
        return []
    return sorted(files, key=lambda file: file.name)


def _load_entry(file: Traversable) -> Solution | list[Fault]:
    try:
        text, entry = _parse(file)
    except _Refused as refused:
        return [Fault(file.name, refused.line, "", refused.problem)]
    found = flaws(entry, file.name.removesuffix(".toml"))
    return [_fault(file.name, text, entry, flaw) for flaw in found] or to_solution(entry)


def _about(folder: Traversable, faults: list[Fault]) -> tuple[str, str]:
    try:
        text, about = _parse(folder.joinpath(ABOUT))
    except _Refused as refused:
        faults.append(Fault(ABOUT, refused.line, "", refused.problem))
        return "", ""
    faults += [
        Fault(ABOUT, line_of(text, (key,)), key, "missing")
        for key in ("name", "version")
        if not isinstance(about.get(key), str)
    ]
    if about.get("schema") != SCHEMA:
        line = line_of(text, ("schema",))
        faults.append(Fault(ABOUT, line, "schema", "schema", {"known": SCHEMA}))
    return str(about.get("name", "")), str(about.get("version", ""))


def _parse(file: Traversable) -> tuple[str, dict[str, Any]]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise _Refused("unreadable") from error
    if len(data) > _LARGEST:
        raise _Refused("too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused("not_utf8", 1 + data.count(b"\n", 0, error.start)) from error
    try:
        return text, tomllib.loads(text)
    except RecursionError as error:
        raise _Refused("too_deep") from error
    except ValueError as error:
        raise _Refused("not_toml", _line_in(str(error), text)) from error


def _line_in(message: str, text: str) -> int:
    """Return the line that the TOML parser names in its message."""
    named = re.search(r"at line (\d+)", message)
    if named:
        return int(named[1])
    return 1 + text.count("\n") if "end of document" in message else 1


def _fault(file: str, text: str, entry: dict[str, Any], flaw: Flaw) -> Fault:
    names = [part for part in flaw.path if isinstance(part, str)]
    number = next((part for part in flaw.path if isinstance(part, int)), None)
    key = ".".join(names)
    if number is None:
        return Fault(file, line_of(text, flaw.path), key, flaw.problem, flaw.values)
    item = entry[names[0]][names[1]][number - 1]
    line = line_of_item(text, flaw.path, item)
    return Fault(file, line, f"{key}[{number}]", flaw.problem, flaw.values)
