"""The schema of entry files: keys, languages, and lengths that fit the audience display."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from unicodedata import is_normalized

from workshop_app.domain.solution import Solution, SolutionText, last_heading
from workshop_app.domain.text import clean
from workshop_app.domain.width import display_width

SCHEMA = 1
"""The version of the schema; a file with a higher one requires a newer program."""
LANGUAGES = ("ja", "en")


class FieldLimits(NamedTuple):
    """The limits of one key of a language section: the length of a text, the items of a list.

    Japanese lengths are in full-width characters (two half-width ones count as one), English
    lengths in characters. A field whose `most` is 0 is a single text instead of a list.
    """

    ja: int
    en: int
    least: int = 0
    most: int = 0
    optional: bool = False

    def longest(self, language: str) -> int:
        """Return the maximum length of a text in `language`."""
        return self.ja if language == "ja" else self.en


SUBJECT = FieldLimits(ja=32, en=48, most=40, optional=True)

FIELDS: dict[str, FieldLimits] = {
    "name": FieldLimits(ja=32, en=44),
    "what": FieldLimits(ja=120, en=220),
    "answer_line": FieldLimits(ja=30, en=52),
    "action": FieldLimits(ja=32, en=60, optional=True),
    "problems": FieldLimits(ja=80, en=160, least=4, most=80),
    "not_for": FieldLimits(ja=80, en=160, least=1, most=20, optional=True),
    "other_names": FieldLimits(ja=32, en=48, least=2, most=8),
    "terms": FieldLimits(ja=32, en=48, most=60, optional=True),
    "subject": SUBJECT,
    "limits": FieldLimits(ja=80, en=140, least=1, most=4),
    "first_steps": FieldLimits(ja=28, en=52, least=3, most=4),
    "example": FieldLimits(ja=48, en=96, optional=True),
    "asks": FieldLimits(ja=28, en=64, optional=True),
    "asks_product": FieldLimits(ja=28, en=64, optional=True),
    "products": FieldLimits(ja=32, en=48, most=8, optional=True),
    "search_words": FieldLimits(ja=32, en=48, least=2, most=4),
    "help_path": FieldLimits(ja=160, en=240),
    "help_url": FieldLimits(ja=160, en=160),
    "help_heading": FieldLimits(ja=30, en=60, optional=True),
}
HEAD = ("schema", "id", "kind", "checked")
KIND_LENGTH = 40
_LENIENT = frozenset({"help_url", "answer_line"})
"""The keys that are required only in Mackerel's entries."""
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


class EntryRequirements(NamedTuple):
    """What the entries of a catalogue must have; Mackerel's are checked more strictly.

    Entries of other catalogues may be in one language, and have no ``answer_line`` and no
    ``help_url``, or one with the scheme ``http``, for pages on a company's own network.
    """

    strict: bool = True
    languages: tuple[str, ...] = LANGUAGES
    """The languages that each entry must have; empty means at least one of LANGUAGES."""

    def needs(self, key: str) -> bool:
        """Return whether a language section must have this key."""
        return not FIELDS[key].optional and (self.strict or key not in _LENIENT)


MACKEREL = EntryRequirements()
OTHERS = EntryRequirements(strict=False)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One error in an entry: `problem` is a text key of ``locale/*/faults.toml``.

    `path` locates the value: section, key, 1-based number of the item, as far as they apply.
    """

    path: tuple[str | int, ...]
    problem: str
    values: dict[str, object] = field(default_factory=dict)


def flaws(
    entry: dict[str, Any], expected_id: str, rules: EntryRequirements = MACKEREL
) -> list[Flaw]:
    """Return all errors in a parsed entry file; empty if it can be loaded."""

    def of_section(section: dict[str, Any], language: str) -> Iterator[Flaw]:
        yield from key_flaws(section, filter(rules.needs, FIELDS), FIELDS, (language,))
        yield from texts_flaws(section, FIELDS, language)
        yield from address_flaws(section, "help_url", language, rules)
        yield from _heading_flaws(section, language)

    kind = entry.get("kind")
    of_head = text_flaws(kind, KIND_LENGTH, ("kind",), "en") if "kind" in entry else ()
    return file_flaws(entry, expected_id, rules, (HEAD, ()), of_head, of_section)


def file_flaws(
    table: dict[str, Any],
    expected_id: str,
    rules: EntryRequirements,
    heads: tuple[tuple[str, ...], tuple[str, ...]],
    of_head: Iterable[Flaw],
    of_section: Callable[[dict[str, Any], str], Iterable[Flaw]],
) -> list[Flaw]:
    """Return all errors in a file of an entry or a gap, whose head has these keys or may have more.

    `of_head` are those in the values of the head, `of_section` finds those in a language section.
    """
    found = head_flaws(table, expected_id)
    if any(flaw.problem == "newer" for flaw in found):
        return found
    head, more = heads
    needed = (*head, *written_languages(table, rules))
    found = [*key_flaws(table, needed, (*head, *more, *LANGUAGES), ()), *found, *of_head]
    for language in LANGUAGES:
        if isinstance(table.get(language), dict):
            found += of_section(table[language], language)
        elif language in table:
            found.append(Flaw((language,), "not_a_table"))
    return found


def head_flaws(table: dict[str, Any], expected_id: str) -> list[Flaw]:
    """Return the errors in the schema version, the id and the day of an entry or a gap.

    If the file requires a newer program, that is the only flaw returned.
    """
    schema = table.get("schema")
    if type(schema) is int and schema > SCHEMA:
        return [Flaw(("schema",), "newer", {"version": schema, "known": SCHEMA})]
    found: list[Flaw] = []
    if "schema" in table and schema != SCHEMA:
        found.append(Flaw(("schema",), "schema", {"known": SCHEMA}))
    if "id" in table and table["id"] != expected_id:
        found.append(Flaw(("id",), "other_id", {"expected": expected_id}))
    elif not _ID.fullmatch(expected_id):
        found.append(Flaw(("id",), "bad_id"))
    if "checked" in table and not _is_day(table["checked"]):
        found.append(Flaw(("checked",), "not_a_date"))
    return found


def written_languages(table: dict[str, Any], rules: EntryRequirements) -> Sequence[str]:
    """Return the languages that an entry or a gap must have."""
    there = [language for language in LANGUAGES if language in table]
    return rules.languages or there or LANGUAGES[:1]


def to_solution(entry: dict[str, Any], prefix: str = "", catalogue: str = "") -> Solution:
    """Return the solution of an entry without flaws.

    For an entry in one language, the other language gets the same text. `prefix` is prepended to
    its id.
    """
    sections = [entry[language] for language in LANGUAGES if language in entry]
    ja, en = (_solution_text(entry.get(language, sections[0])) for language in LANGUAGES)
    return Solution(
        id=prefix + entry["id"],
        kind=entry["kind"],
        checked=entry["checked"].isoformat(),
        ja=ja,
        en=en,
        catalogue=catalogue,
    )


def _solution_text(section: dict[str, Any]) -> SolutionText:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in section.items()
    }
    values.setdefault("help_heading", last_heading(values["help_path"]))
    return SolutionText(**values)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def key_flaws(
    table: dict[str, Any], needed: Iterable[str], known: Collection[str], path: tuple[str, ...]
) -> Iterator[Flaw]:
    """Return a flaw for each required key that is missing and each unknown key."""
    yield from (Flaw((*path, key), "missing") for key in needed if key not in table)
    yield from (Flaw((*path, key), "unknown") for key in table if key not in known)


def texts_flaws(
    section: dict[str, Any], fields: Mapping[str, FieldLimits], language: str
) -> Iterator[Flaw]:
    """Return the errors in the texts of a language section."""
    for key, limits in fields.items():
        if key in section:
            path = (language, key)
            if limits.most:
                yield from list_flaws(section[key], limits, path, language)
            else:
                yield from text_flaws(section[key], limits.longest(language), path, language)


def address_flaws(
    section: dict[str, Any], key: str, language: str, rules: EntryRequirements
) -> Iterator[Flaw]:
    """Return the errors in the scheme of the address under `key`, if there is one."""
    begins = ("https://",) if rules.strict else ("https://", "http://")
    if not str(section.get(key, begins[0])).startswith(begins):
        yield Flaw((language, key), "not_https" if rules.strict else "not_http")


def _heading_flaws(section: dict[str, Any], language: str) -> Iterator[Flaw]:
    """Return a flaw unless the page heading, or the last heading of its path, is short enough."""
    path = section.get("help_path")
    if "help_heading" in section or "help_url" not in section or not isinstance(path, str):
        return
    longest = FIELDS["help_heading"].longest(language)
    if not 0 < _length(last_heading(path), language) <= longest:
        yield Flaw((language, "help_heading"), "no_heading", {"longest": longest})


def list_flaws(
    value: object, limits: FieldLimits, path: tuple[str, ...], language: str
) -> Iterator[Flaw]:
    """Return the errors in a list of texts: not a list, too few or many items, an invalid text."""
    if not isinstance(value, list):
        yield Flaw(path, "not_a_list")
        return
    if not limits.least <= len(value) <= limits.most:
        yield Flaw(path, "count", {"n": len(value), "least": limits.least, "most": limits.most})
    for number, item in enumerate(value, 1):
        yield from text_flaws(item, limits.longest(language), (*path, number), language)


def text_flaws(
    value: object, longest: int, path: tuple[str | int, ...], language: str
) -> Iterator[Flaw]:
    """Return the errors in one text: wrong type, empty, not plain, or too long."""
    if not isinstance(value, str):
        yield Flaw(path, "not_a_text")
    elif not value.strip():
        yield Flaw(path, "empty")
    elif not _is_plain(value):
        yield Flaw(path, "not_plain")
    elif len(value) > longest and (length := _length(value, language)) > longest:
        yield Flaw(path, "too_long", {"length": length, "longest": longest})


def _is_plain(value: str) -> bool:
    # fast path for the usual case, about ten times as fast
    if value.isprintable() and is_normalized("NFC", value):
        return value == value.strip()
    return value == clean(value).strip() and "\n" not in value


def _length(value: str, language: str) -> int:
    return (display_width(value) + 1) // 2 if language == "ja" else len(value)
