"""One file's text becomes a preview: what kind it is, its facts, and what was left out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import Host, Reason, SetupKind
from workshop_app.services.imports.mackerel.agent import agent_settings, is_agent_table
from workshop_app.services.imports.mackerel.decode import load_json, load_toml
from workshop_app.services.imports.mackerel.item import Tally
from workshop_app.services.imports.mackerel.notes import notes_on
from workshop_app.services.imports.mackerel.others import (
    is_agent_settings,
    is_json,
    other_text,
)
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.recognise import recognise
from workshop_app.services.imports.mackerel.scrub import MASK, scrub
from workshop_app.services.imports.mackerel.things import read_things

MOST_KEPT = 10_000
"""Facts that one part keeps."""
_LONG_LIST = ("size", "agent_version", "cloud", "platform")
_TOML = (".conf", ".toml")
_JSON = (".json",)
_USUAL_NAMES = ("mackerel-agent", "roles")


def read_text(text: str, stem: str, suffix: str) -> SetupPreview:
    """Return what the text of the file named `stem` + `suffix` tells.

    Raises InvalidInput with one sentence, which holds nothing of the text.
    """
    file = stem + suffix
    if not text.strip():
        raise InvalidInput("imports.setup.refuse.empty", file=file)
    tally = Tally()
    if is_json(text) or suffix.lower() in _JSON:
        found = recognise(load_json(text, file, tally), file, tally)
        facts = read_things(found.kind, found.things, tally)
        if found.things and not facts:
            raise InvalidInput("imports.setup.refuse.nothing_known", file=file)
        return _preview(found.kind, _subject(found.kind, facts, stem), file, facts, tally)
    if is_agent_settings(text) or suffix.lower() in _TOML:
        table = load_toml(text, file)
        if not is_agent_table(table):
            raise InvalidInput("imports.setup.refuse.other_toml", file=file)
        settings = agent_settings(table, file, tally)
        subject = _subject(SetupKind.AGENT, [settings], stem)
        return _preview(SetupKind.AGENT, subject, file, [settings], tally)
    raise InvalidInput(f"imports.setup.refuse.{other_text(text) or 'other'}", file=file)


def joined(first: SetupPreview, second: SetupPreview) -> SetupPreview:
    """Return two files of one kind and subject, such as pages of alerts, as one part.

    One that names no further page is the last: then no page is said to be missing.
    """
    tally = Tally()
    complete = not (_names_a_page(first) and _names_a_page(second))
    for each in (*first.left_out, *second.left_out):
        if each.reason is not Reason.PAGE or not complete:
            tally.add(each.reason, each.name, each.count)
    facts = [*first.facts, *second.facts]
    files = (*first.files, *second.files)
    return _finish(first.kind, first.subject, files, facts, tally)


def _names_a_page(preview: SetupPreview) -> bool:
    return any(each.reason is Reason.PAGE for each in preview.left_out)


def _preview(
    kind: SetupKind, subject: str, file: str, facts: list[Any], tally: Tally
) -> SetupPreview:
    return _finish(kind, subject, (file,), facts, tally)


def _finish(
    kind: SetupKind, subject: str, files: tuple[str, ...], facts: list[Any], tally: Tally
) -> SetupPreview:
    once = _once([*map(_completed(facts), facts)] if kind is SetupKind.HOSTS else facts)
    if len(once) < len(facts):
        tally.add(Reason.REPEAT, "id", len(facts) - len(once))
    if len(once) > MOST_KEPT:
        if kind is SetupKind.ALERTS:
            once.sort(key=lambda alert: -(alert.opened_at or 0))
        tally.add(Reason.BEYOND, count=len(once) - MOST_KEPT)
        once = once[:MOST_KEPT]
    left_out = tally.result()
    return SetupPreview(
        kind=kind,
        subject=subject,
        files=files,
        facts=tuple(once),
        counts=_counts(once),
        left_out=left_out,
        notes=notes_on(kind, once, left_out),
    )


def _once(facts: list[Any]) -> list[Any]:
    """Return the facts without those whose id comes again later; without an id, all stay."""
    last = {fact.id: number for number, fact in enumerate(facts) if getattr(fact, "id", "")}
    return [
        fact
        for number, fact in enumerate(facts)
        if last.get(getattr(fact, "id", ""), number) == number
    ]


def _completed(hosts: list[Host]) -> Callable[[Host], Host]:
    """Return how a host gets what only its entry in another list, the long one, tells."""
    known: dict[str, dict[str, Any]] = {}
    for host in hosts:
        told = {name: value for name in _LONG_LIST if (value := getattr(host, name))}
        known.setdefault(host.id, {}).update(told)
    return lambda host: replace(host, **known[host.id]) if host.id else host


def _counts(facts: list[Any]) -> tuple[tuple[str, int], ...]:
    """Return how many there are of each type, status or kind."""
    words: Counter[str] = Counter()
    for fact in facts:
        parts = getattr(fact, "plugins", None) or getattr(fact, "widgets", None) or (fact,)
        for part in parts:
            word = getattr(part, "type", "") or getattr(part, "kind", "")
            word = word or getattr(part, "status", "")
            words.update([word] if word else [])
    return tuple(words.most_common())


def _subject(kind: SetupKind, facts: list[Any], stem: str) -> str:
    """Return which one it is, of kinds that a customer has several files of; else empty."""
    named = scrub(stem)[:60]
    named = "" if named.casefold() in _USUAL_NAMES or MASK in named else named
    if kind is SetupKind.DASHBOARDS and len(facts) == 1:
        return facts[0].id or facts[0].title
    if kind is SetupKind.AGENT:
        return facts[0].name or named or " ".join(facts[0].roles)[:60]
    return named.removeprefix("roles-") if kind is SetupKind.ROLES else ""
