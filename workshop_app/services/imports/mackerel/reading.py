"""Reads the text of one file and returns a preview: its kind, its facts, and what is left out."""

from collections import Counter
from typing import Any

from workshop_app.domain.errors import InvalidInput, about_file
from workshop_app.domain.setup import LeftOut, Reason
from workshop_app.domain.setup_part import SetupKind
from workshop_app.services.imports.mackerel.agent import agent_settings, is_agent_table
from workshop_app.services.imports.mackerel.decode import load_json, load_toml
from workshop_app.services.imports.mackerel.field_reader import FieldReader, LeftOutCounter
from workshop_app.services.imports.mackerel.kinds import KINDS, FileKind
from workshop_app.services.imports.mackerel.preview import FileNote, SetupPreview
from workshop_app.services.imports.mackerel.recognise import Recognised, recognise
from workshop_app.services.imports.mackerel.refused import (
    is_agent_settings,
    is_json,
    known_text,
    without_prompts,
)
from workshop_app.services.imports.mackerel.scrub import MASK, scrub

MOST_KEPT = 10_000
"""Maximum number of facts in one part."""
_TOML = (".conf", ".toml")
_JSON = (".json",)
_USUAL_NAMES = ("mackerel-agent", "roles")
"""File names that do not distinguish one customer's file from another."""


def read_text(text: str, stem: str, suffix: str) -> SetupPreview:
    """Return the preview of a file named `stem` + `suffix` with this text.

    Raises InvalidInput with one sentence, which contains nothing of the text.
    """
    file = stem + suffix
    with about_file(file):
        return _read_text(text, stem, file)


def _read_text(text: str, stem: str, file: str) -> SetupPreview:
    suffix = file.removeprefix(stem).lower()
    if not text.strip():
        raise InvalidInput("imports.setup.refuse.empty")
    left_out = LeftOutCounter()
    if is_json(text) or suffix in _JSON:
        value = load_json(without_prompts(text), left_out)
        found = recognise(value, left_out)
        facts = _facts(found, left_out)
        if found.things and not facts:
            raise InvalidInput("imports.setup.refuse.nothing_known")
        return _preview(found.kind, stem, file, facts, left_out)
    if is_agent_settings(text) or suffix in _TOML:
        table = load_toml(text)
        if not is_agent_table(table):
            raise InvalidInput("imports.setup.refuse.other_toml")
        settings = agent_settings(table, left_out)
        return _preview(KINDS[SetupKind.AGENT], stem, file, [settings], left_out)
    raise InvalidInput(f"imports.setup.refuse.{known_text(text) or 'other'}")


def joined(first: SetupPreview, second: SetupPreview) -> SetupPreview:
    """Return two files of one kind and subject, such as pages of alerts, as one part.

    If one of them refers to no further page, it is the last one and no page is missing.
    """
    left_out = LeftOutCounter()
    complete = not (_refers_to_page(first) and _refers_to_page(second))
    for each in (*first.left_out, *second.left_out):
        if each.reason is not Reason.PAGE or not complete:
            left_out.add(each.reason, each.name, each.count)
    facts = [*first.facts, *second.facts]
    files = (*first.files, *second.files)
    return _finished(KINDS[first.kind], first.subject, files, facts, left_out)


def _refers_to_page(preview: SetupPreview) -> bool:
    return any(each.reason is Reason.PAGE for each in preview.left_out)


def _facts(found: Recognised, left_out: LeftOutCounter) -> list[Any]:
    """Return the facts of all items; items that are not objects are counted."""
    read = found.kind.read
    if read is None:
        raise TypeError(found.kind.kind)
    facts = []
    for thing in found.things:
        if not isinstance(thing, dict):
            left_out.add(Reason.FORM)
            continue
        reader = FieldReader(thing, left_out)
        fact = read(reader)
        if fact is not None:
            reader.done()
            facts.append(fact)
    return facts


def _preview(
    kind: FileKind, stem: str, file: str, facts: list[Any], left_out: LeftOutCounter
) -> SetupPreview:
    name = scrub(stem)[:60]
    name = "" if name.casefold() in _USUAL_NAMES or MASK in name else name
    return _finished(kind, kind.subject(facts, name), (file,), facts, left_out)


def _finished(
    kind: FileKind,
    subject: str,
    files: tuple[str, ...],
    facts: list[Any],
    left_out: LeftOutCounter,
) -> SetupPreview:
    kept = _without_repeats(kind.completed(facts))
    if len(kept) < len(facts):
        left_out.add(Reason.REPEAT, "id", len(facts) - len(kept))
    if len(kept) > MOST_KEPT:
        if kind.newest_first is not None:
            kept.sort(key=kind.newest_first, reverse=True)
        left_out.add(Reason.BEYOND, count=len(kept) - MOST_KEPT)
        kept = kept[:MOST_KEPT]
    result = left_out.result()
    return SetupPreview(
        kind=kind.kind,
        subject=subject,
        files=files,
        facts=tuple(kept),
        counts=_counts(kept),
        left_out=result,
        notes=_notes(kind, kept, result),
    )


def _without_repeats(facts: list[Any]) -> list[Any]:
    """Return the facts without those whose id occurs again later; facts without an id are kept."""
    last = {fact.id: number for number, fact in enumerate(facts) if getattr(fact, "id", "")}
    return [
        fact
        for number, fact in enumerate(facts)
        if last.get(getattr(fact, "id", ""), number) == number
    ]


def _counts(facts: list[Any]) -> tuple[tuple[str, int], ...]:
    """Return how many facts, or plugins and widgets in them, have each type, kind or status."""
    words: Counter[str] = Counter()
    for fact in facts:
        parts = getattr(fact, "plugins", None) or getattr(fact, "widgets", None) or (fact,)
        for part in parts:
            word = getattr(part, "type", "") or getattr(part, "kind", "")
            word = word or getattr(part, "status", "")
            words.update([word] if word else [])
    return tuple(words.most_common())


def _notes(kind: FileKind, facts: list[Any], left_out: tuple[LeftOut, ...]) -> tuple[FileNote, ...]:
    """Return the notes on the facts of a file, most important first."""
    found = [FileNote("page")] if any(each.reason is Reason.PAGE for each in left_out) else []
    found += kind.notes(facts) if facts else [FileNote("none")]
    return tuple(note for note in found if note.n)
