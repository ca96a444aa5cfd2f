"""What an entry file must hold: every key, in both languages, within lengths that fit the wall."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from unicodedata import is_normalized

from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.domain.text import clean
from workshop_app.domain.width import display_width

SCHEMA = 1
"""The form of entry files; a file with a higher one comes from a newer program."""
LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a language section: how long its text may be and, for a list, how many it takes.

    Japanese lengths are in full-width characters (two half-width ones count as one), English
    lengths in characters. A field whose `most` is 0 is a single text.
    """

    ja: int
    en: int
    least: int = 0
    most: int = 0
    optional: bool = False


FIELDS: dict[str, Field] = {
    "name": Field(ja=32, en=44),
    "what": Field(ja=120, en=220),
    "problems": Field(ja=80, en=160, least=4, most=14),
    "other_names": Field(ja=32, en=48, least=2, most=8),
    "terms": Field(ja=32, en=48, most=40, optional=True),
    "limits": Field(ja=80, en=140, least=1, most=4),
    "first_steps": Field(ja=28, en=52, least=3, most=4),
    "search_words": Field(ja=32, en=48, least=2, most=4),
    "help_path": Field(ja=160, en=240),
    "help_url": Field(ja=160, en=160),
}
_HEAD = ("schema", "id", "kind", "checked", *LANGUAGES)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong in an entry: where, and a key of ``locale/*/faults.toml`` saying what.

    `path` is the way to the value: section, key and the number of the item, as far as they apply.
    """

    path: tuple[str | int, ...]
    problem: str
    values: dict[str, object] = field(default_factory=dict)


def flaws(entry: dict[str, Any], expected_id: str) -> list[Flaw]:
    """Return everything wrong with a parsed entry file; empty means that it can be loaded."""
    schema = entry.get("schema")
    if type(schema) is int and schema > SCHEMA:
        return [Flaw(("schema",), "newer", {"version": schema, "known": SCHEMA})]
    found = [*_keys(entry, _HEAD, ())]
    if "schema" in entry and schema != SCHEMA:
        found.append(Flaw(("schema",), "schema", {"known": SCHEMA}))
    if "id" in entry and entry["id"] != expected_id:
        found.append(Flaw(("id",), "other_id", {"expected": expected_id}))
    if "kind" in entry:
        found += _text(entry["kind"], 40, ("kind",))
    if "checked" in entry and not _is_day(entry["checked"]):
        found.append(Flaw(("checked",), "not_a_date"))
    for language in LANGUAGES:
        if language in entry:
            found += _section(entry[language], language)
    return found


def to_solution(entry: dict[str, Any]) -> Solution:
    """Return the solution that an entry without flaws describes."""
    return Solution(
        id=entry["id"],
        kind=entry["kind"],
        checked=entry["checked"].isoformat(),
        ja=_solution_text(entry["ja"]),
        en=_solution_text(entry["en"]),
    )


def _solution_text(section: dict[str, Any]) -> SolutionText:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in section.items()
    }
    return SolutionText(**values)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _keys(table: dict[str, Any], keys: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Flaw]:
    yield from (Flaw((*path, key), "missing") for key in keys if key not in table)
    known = {*keys, *(FIELDS if path else ())}
    yield from (Flaw((*path, key), "unknown") for key in table if key not in known)


def _section(section: object, language: str) -> Iterator[Flaw]:
    if not isinstance(section, dict):
        yield Flaw((language,), "not_a_table")
        return
    needed = tuple(key for key, rule in FIELDS.items() if not rule.optional)
    yield from _keys(section, needed, (language,))
    for key, rule in FIELDS.items():
        if key in section:
            longest = rule.ja if language == "ja" else rule.en
            path = (language, key)
            check = _texts(section[key], rule, longest, path) if rule.most else None
            yield from check or _text(section[key], longest, path)
    if not str(section.get("help_url", "https://")).startswith("https://"):
        yield Flaw((language, "help_url"), "not_https")


def _texts(value: object, rule: Field, longest: int, path: tuple[str, ...]) -> Iterator[Flaw]:
    if not isinstance(value, list):
        yield Flaw(path, "not_a_list")
        return
    if not rule.least <= len(value) <= rule.most:
        yield Flaw(path, "count", {"n": len(value), "least": rule.least, "most": rule.most})
    for number, item in enumerate(value, 1):
        yield from _text(item, longest, (*path, number))


def _text(value: object, longest: int, path: tuple[str | int, ...]) -> Iterator[Flaw]:
    if not isinstance(value, str):
        yield Flaw(path, "not_a_text")
    elif not value.strip():
        yield Flaw(path, "empty")
    elif not _is_plain(value):
        yield Flaw(path, "not_plain")
    elif len(value) > longest and (length := _length(value, path)) > longest:
        yield Flaw(path, "too_long", {"length": length, "longest": longest})


def _is_plain(value: str) -> bool:
    if value.isprintable() and is_normalized("NFC", value):  # the usual case, ten times as fast
        return value == value.strip()
    return value == clean(value).strip() and "\n" not in value


def _length(value: str, path: tuple[str | int, ...]) -> int:
    return (display_width(value) + 1) // 2 if path[0] == "ja" else len(value)
