"""The schema of gap files: keys, languages, and lengths that fit the audience display."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from workshop_app.catalogue.schema import (
    LANGUAGES,
    MACKEREL,
    SUBJECT,
    EntryRequirements,
    FieldLimits,
    Flaw,
    address_flaws,
    file_flaws,
    key_flaws,
    list_flaws,
    text_flaws,
    texts_flaws,
)
from workshop_app.domain.gap import Gap, GapEvidence, GapText

GAP_FIELDS: dict[str, FieldLimits] = {
    "name": FieldLimits(ja=32, en=44),
    "wishes": FieldLimits(ja=80, en=160, least=3, most=40),
    "says": FieldLimits(ja=120, en=220),
    "source_heading": FieldLimits(ja=160, en=240),
    "source_url": FieldLimits(ja=160, en=160),
    "looked_for": FieldLimits(ja=32, en=48, least=1, most=6),
    "way_round": FieldLimits(ja=120, en=220, optional=True),
    "terms": FieldLimits(ja=32, en=48, most=40, optional=True),
    "subject": SUBJECT,
}
"""The keys of a language section, except the table `FALLS_SHORT`."""
FALLS_SHORT = "falls_short"
FALLS_SHORT_LIMITS = FieldLimits(ja=80, en=140)
GAP_HEAD = ("schema", "id", "evidence", "checked", "nearest")
GAP_MORE = ("related",)
MOST_NEAREST = 3
_MOST_RELATED = 8
_OF_EVIDENCE = {
    GapEvidence.STATED: ("source_heading", "source_url"),
    GapEvidence.NOT_FOUND: ("looked_for",),
}
"""The keys that only gaps with this evidence may have."""


def gap_flaws(
    gap: dict[str, Any],
    expected_id: str,
    entries: Collection[str],
    rules: EntryRequirements = MACKEREL,
) -> list[Flaw]:
    """Return all errors in a parsed gap file; empty if it can be loaded.

    `entries` are the ids that the gap may name as its nearest entries.
    """
    nearest = _ids(gap.get("nearest"))
    of_section = partial(_section, evidence=gap.get("evidence"), nearest=nearest, rules=rules)
    of_head = _head_flaws(gap, nearest, entries)
    return file_flaws(gap, expected_id, rules, (GAP_HEAD, GAP_MORE), of_head, of_section)


def _head_flaws(
    gap: dict[str, Any], nearest: list[str], entries: Collection[str]
) -> Iterator[Flaw]:
    if "evidence" in gap and gap["evidence"] not in list(GapEvidence):
        yield Flaw(("evidence",), "evidence")
    for key, most in (("nearest", MOST_NEAREST), ("related", _MOST_RELATED)):
        if key in gap:
            yield from list_flaws(gap[key], FieldLimits(ja=80, en=80, most=most), (key,), "en")
    for number, name in enumerate(nearest, 1):
        if name not in entries:
            yield Flaw(("nearest", number), "no_entry", {"id": name})


def related_flaws(gap: dict[str, Any], gaps: Collection[str]) -> list[Flaw]:
    """Return a flaw for each related id that is not in `gaps`; they do not exclude the gap."""
    related = enumerate(_ids(gap.get("related")), 1)
    return [
        Flaw(("related", number), "no_gap", {"id": name})
        for number, name in related
        if name not in gaps
    ]


def to_gap(
    gap: dict[str, Any], nearest: tuple[str, ...], prefix: str = "", catalogue: str = ""
) -> Gap:
    """Return the gap of a file without flaws.

    `nearest` are the full ids of its nearest entries. For a gap in one language, the other language
    gets the same text. `prefix` is prepended to its id and those of its related gaps.
    """
    sections = [gap[language] for language in LANGUAGES if language in gap]
    ja, en = (_gap_text(gap.get(each, sections[0]), gap["nearest"]) for each in LANGUAGES)
    return Gap(
        id=prefix + gap["id"],
        evidence=GapEvidence(gap["evidence"]),
        checked=gap["checked"].isoformat(),
        nearest=nearest,
        related=tuple(prefix + name for name in gap.get("related", ())),
        ja=ja,
        en=en,
        catalogue=catalogue,
    )


def _gap_text(section: dict[str, Any], nearest: list[str]) -> GapText:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in section.items()
    }
    short = values.pop(FALLS_SHORT, {})
    return GapText(**values, falls_short=tuple(short[name] for name in nearest))


def _ids(value: object) -> list[str]:
    names = value if isinstance(value, list) else []
    return [name for name in names if isinstance(name, str)]


def _section(
    section: dict[str, Any],
    language: str,
    *,
    evidence: object,
    nearest: list[str],
    rules: EntryRequirements,
) -> Iterator[Flaw]:
    other = {key for kind, keys in _OF_EVIDENCE.items() if kind != evidence for key in keys}
    needed = [
        key
        for key, limits in GAP_FIELDS.items()
        if not limits.optional and key not in other and (rules.strict or key != "source_url")
    ]
    yield from key_flaws(section, needed, (*GAP_FIELDS, FALLS_SHORT), (language,))
    if evidence in _OF_EVIDENCE:
        yield from (Flaw((language, k), "not_this_evidence") for k in section if k in other)
    yield from texts_flaws(section, GAP_FIELDS, language)
    yield from address_flaws(section, "source_url", language, rules)
    yield from _shortfalls(section.get(FALLS_SHORT, {}), language, nearest)


def _shortfalls(table: object, language: str, nearest: list[str]) -> Iterator[Flaw]:
    path = (language, FALLS_SHORT)
    if not isinstance(table, dict):
        yield Flaw(path, "not_a_table")
        return
    yield from key_flaws(table, nearest, nearest, path)
    for name, text in table.items():
        yield from text_flaws(text, FALLS_SHORT_LIMITS.longest(language), (*path, name), language)
