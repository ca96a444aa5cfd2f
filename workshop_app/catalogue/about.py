"""Reads ``catalogue.toml``: a catalogue's name, version, languages and renamed entries."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from workshop_app.catalogue.lines import line_of
from workshop_app.catalogue.reading import Fault, InvalidToml, parse
from workshop_app.catalogue.schema import LANGUAGES, SCHEMA, EntryRequirements, Flaw, text_flaws

ABOUT = "catalogue.toml"
"""The name of the file that describes the catalogue; all other TOML files are entries."""
NAME_LENGTH = 24
"""The maximum length of a catalogue's name in full-width characters (two half-width ones count as
1).
"""
_LENGTHS = {"name": NAME_LENGTH, "version": 20}
KEYS = ("schema", "name", "version")
MORE_KEYS = ("languages", "renamed")


@dataclass(frozen=True, slots=True)
class CatalogueInfo:
    """The content of a ``catalogue.toml``; `faults` lists the invalid values, which are ignored."""

    name: str = ""
    version: str = ""
    languages: tuple[str, ...] = LANGUAGES
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Maps ids of earlier versions to current ids, both as written in the file."""
    faults: tuple[Fault, ...] = ()
    text: str = ""


def read_about(folder: Traversable, rules: EntryRequirements) -> CatalogueInfo:
    """Read the ``catalogue.toml`` of a folder."""
    try:
        text, about = parse(folder.joinpath(ABOUT))
    except InvalidToml as invalid:
        faults = (Fault(ABOUT, invalid.line, "", invalid.problem),)
        return CatalogueInfo(languages=LANGUAGES if rules.strict else (), faults=faults)
    faults = [_fault(text, flaw) for flaw in _flaws(about, rules)]
    renamed = about.get("renamed")
    languages = about.get("languages", LANGUAGES)
    pairs = renamed.items() if isinstance(renamed, dict) else ()
    return CatalogueInfo(
        str(about.get("name", "")),
        str(about.get("version", "")),
        tuple(languages) if _are_languages(languages) else LANGUAGES,
        {old: new for old, new in pairs if isinstance(new, str)},
        tuple(faults),
        text,
    )


def resolved(about: CatalogueInfo, entries: Collection[str]) -> tuple[dict[str, str], list[Fault]]:
    """Return the current id of each renamed entry, and a fault for each invalid renaming.

    Chains of renamings are resolved. Invalid are circular renamings, targets that are not entries,
    and old ids that are still the id of an entry.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for old in about.renamed:
        new, circle = _end_of(old, about.renamed, entries)
        if old in entries:
            faults.append(_fault(about.text, Flaw(("renamed", old), "renamed_stays")))
        elif new in entries:
            found[old] = new
        else:
            wrong = "renamed_circle" if circle else "renamed_gone"
            faults.append(_fault(about.text, Flaw(("renamed", old), wrong, {"id": new})))
    return found, faults


def _end_of(old: str, renamed: Mapping[str, str], entries: Collection[str]) -> tuple[str, bool]:
    """Return the last id of a chain of renamings, and whether the chain is circular."""
    seen = {old}
    place = renamed[old]
    while place in renamed and place not in seen and place not in entries:
        seen.add(place)
        place = renamed[place]
    return place, place in seen


def _flaws(about: dict[str, Any], rules: EntryRequirements) -> Iterator[Flaw]:
    yield from (Flaw((key,), "missing") for key in KEYS if key not in about)
    yield from (Flaw((key,), "unknown") for key in about if key not in (*KEYS, *MORE_KEYS))
    schema = about.get("schema", SCHEMA)
    if schema != SCHEMA:
        newer = type(schema) is int and schema > SCHEMA
        values: dict[str, object] = {"version": schema, "known": SCHEMA}
        yield Flaw(("schema",), "newer" if newer else "schema", values)
    for key, longest in _LENGTHS.items():
        if key in about:
            yield from text_flaws(about[key], longest, (key,), "ja")
    languages = about.get("languages", LANGUAGES)
    if not _are_languages(languages) or (rules.strict and set(languages) != set(LANGUAGES)):
        yield Flaw(("languages",), "languages")
    renamed = about.get("renamed", {})
    if not isinstance(renamed, dict):
        yield Flaw(("renamed",), "not_a_table")
        return
    yield from (
        Flaw(("renamed", old), "not_a_text")
        for old, new in renamed.items()
        if not isinstance(new, str)
    )


def _are_languages(value: object) -> bool:
    if not isinstance(value, list | tuple) or not value:
        return False
    return all(isinstance(one, str) and one in LANGUAGES for one in value)


def _fault(text: str, flaw: Flaw) -> Fault:
    key = ".".join(str(part) for part in flaw.path)
    return Fault(ABOUT, line_of(text, flaw.path), key, flaw.problem, flaw.values)
