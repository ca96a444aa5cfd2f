"""The items of the palette: every declared action, and every place of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ui.actions import readings
from ui.actions.action_def import ActionDef, Form
from ui.actions.table import ACTIONS
from ui.components import places
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.steps import Step, steps_of
from workshop_app.i18n import LANGUAGES, Texts

NO_ACTIONS = {"moving", "rest", "row"}
"""Actions that depend on a context: moving in a list, its rows, and a break."""
_DONE_AS_PLACES = {"everywhere.step", "everywhere.palette"}
_BETWEEN = re.compile(r"／| / ")
_PAIR = re.compile(r"(前|短くする|[a-zA-Z]+)(?:・|, )(次|長くする|[a-zA-Z]+)")
"""The two things that the text of a pair names."""


@dataclass(frozen=True)
class PaletteOffer:
    """One item of the palette.

    `place` is where it is done: a page, or *everywhere*. `key` triggers it; empty for a place
    without one. An item that `leads` requires a choice: it goes there and shows the keys. `words`
    are the texts in each language, `reading` is kana with spaces. `section` is part of a page.
    `action` is the id of a declared action, empty for a place, and `argument` its argument.
    `record` is the id of a problem that the page shows.
    """

    place: str
    name: str
    key: str
    words: tuple[str, str]
    reading: str
    leads: bool = False
    section: str = ""
    private: bool = False
    action: str = ""
    argument: int | None = None
    record: str = ""

    def said(self, language: str) -> str:
        """Return its text in a language."""
        return self.words[LANGUAGES.index(language)]


@cache
def offers(kind: ContactKind = ContactKind.WORKSHOP) -> tuple[PaletteOffer, ...]:
    """Return every item: the places, their sections, then the actions as in the cheat sheet.

    Only the steps of this kind of contact are included.
    """
    gone = {step.value for step in set(Step) - set(steps_of(kind))}
    found = (*_places(kind), *_sections(), *_actions())
    return tuple(offer for offer in found if offer.place not in gone)


def _places(kind: ContactKind) -> Iterator[PaletteOffer]:
    start = _both("start.title")
    yield PaletteOffer("start", "", "", start, readings.of_place("start"))
    for number, step in enumerate(steps_of(kind), 1):
        words = _both(f"steps.name.{step}")
        numbered = (f"{number} {words[0]}", f"{number} {words[1]}")
        key = f"Ctrl+{number}"
        yield PaletteOffer(step.value, "", key, numbered, readings.of_place(step))


def _sections() -> Iterator[PaletteOffer]:
    for place, sections in readings.sections().items():
        for section, reading in sections.items():
            words = _both(f"{place}.section.{section}")
            private = places.find(place).private_only
            yield PaletteOffer(place, "", "", words, reading, section=section, private=private)


def _actions() -> Iterator[PaletteOffer]:
    for place, definitions in ACTIONS.items():
        for definition in definitions:
            if place not in NO_ACTIONS and definition.id not in _DONE_AS_PLACES:
                yield from _offers_of(definition)


def _offers_of(definition: ActionDef) -> Iterator[PaletteOffer]:
    """Return one item, or one for each key if the keys have different effects."""
    words = _both(definition.words)
    if definition.form is Form.NUMBERED:
        yield _offer(definition, definition.combination, words, None, leads=True)
    elif definition.form is Form.SAME:
        yield _offer(definition, definition.keys[0], words, None)
    elif definition.form is Form.PAIR:
        for argument, which in ((-1, r"\1"), (1, r"\2")):
            ja, en = (_PAIR.sub(which, text, count=1) for text in words)
            both = (ja, en[:1].upper() + en[1:])
            yield _offer(definition, definition.keys_for(argument)[0], both, argument)
    else:
        parts = [_BETWEEN.split(text) for text in words]
        for argument, ja, en in zip(definition.arguments(), *parts, strict=True):
            yield _offer(definition, definition.keys_for(argument)[0], (ja, en), argument)


def _offer(
    definition: ActionDef,
    key: str,
    words: tuple[str, str],
    argument: int | None,
    *,
    leads: bool = False,
) -> PaletteOffer:
    return PaletteOffer(
        definition.page or definition.place,
        definition.name,
        key,
        words,
        readings.of_action(definition.place, definition.name),
        leads=leads,
        private=_is_private(definition),
        action=definition.id,
        argument=argument,
    )


def _is_private(definition: ActionDef) -> bool:
    """Return whether an action needs private mode, or belongs or leads to a place that does."""
    named = (definition.page or definition.place, definition.name)
    only_private = (name for name, place in places.PLACES.items() if place.private_only)
    return definition.private_only or any(name in named for name in only_private)


def _both(key: str) -> tuple[str, str]:
    ja, en = (Texts(language)(key) for language in LANGUAGES)
    return ja, en
