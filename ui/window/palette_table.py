"""What the palette offers: all that the table of keys tells of, and every place of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ui.components.keys_table import KEYS, PRIVATE_ONLY
from ui.window.palette_readings import PLACE_READINGS, READINGS, SECTION_READINGS
from workshop_app.domain.steps import Step
from workshop_app.i18n import LANGUAGES, Texts

NO_ACTIONS = {"moving", "rest"}
"""Keys that only make sense under the fingers: moving about in a list, and those of a break."""
_DONE_AS_PLACES = {("everywhere", "step"), ("everywhere", "palette")}
_OF_ANOTHER_PAGE = {
    ("settings", "add"): "catalogues",
    ("settings", "again"): "catalogues",
    ("settings", "remove"): "catalogues",
}
"""Keys that the table tells of with the settings, and the page that listens to them."""
_PARTS = re.compile(r"／| / ")
_PAIR = {frozenset({"Up", "Down"}), frozenset({"PgUp", "PgDown"})}


@dataclass(frozen=True)
class Offer:
    """One line of the palette.

    `place` is where it is done: a page, or *everywhere*. `key` does it; empty for a place that
    has none. An offer that `leads` needs a choice: it goes there and tells the keys. `words` are
    the words in each language, `reading` is kana with blanks. `section` is part of a page.
    """

    place: str
    name: str
    key: str
    words: tuple[str, str]
    reading: str
    leads: bool = False
    section: str = ""
    private: bool = False

    def said(self, language: str) -> str:
        """Its words in a language."""
        return self.words[LANGUAGES.index(language)]


@cache
def offers() -> tuple[Offer, ...]:
    """Every offer, in the order of the table of keys, the places first."""
    return (*_places(), *_sections(), *_actions())


def _places() -> Iterator[Offer]:
    start = _both("frame.place.start")
    yield Offer("start", "", "", start, PLACE_READINGS["start"])
    for step in Step:
        words = _both(f"steps.name.{step}")
        numbered = (f"{step.number} {words[0]}", f"{step.number} {words[1]}")
        yield Offer(step.value, "", f"Ctrl+{step.number}", numbered, PLACE_READINGS[step])


def _sections() -> Iterator[Offer]:
    for place, sections in SECTION_READINGS.items():
        for section, reading in sections.items():
            words = _both(f"{place}.section.{section}")
            yield Offer(place, "", "", words, reading, section=section)


def _actions() -> Iterator[Offer]:
    for place, keys in KEYS.items():
        for combination, name in keys:
            if place not in NO_ACTIONS and (place, name) not in _DONE_AS_PLACES:
                yield from _of_line(place, combination, name)


def _of_line(place: str, combination: str, name: str) -> Iterator[Offer]:
    """One line of the table: one offer, or one for each key where each does another thing."""
    words = _both(f"keys.{place}.{name}")
    reading = READINGS[place][name]
    private = (place, name) in PRIVATE_ONLY
    page = _OF_ANOTHER_PAGE.get((place, name), place)
    keys = combination.split(" / ")
    parts = [_PARTS.split(text) for text in words]
    if "–" in combination:
        yield Offer(page, name, combination, words, reading, leads=True, private=private)
    elif frozenset(key.split("+")[-1] for key in keys) in _PAIR:
        for key, which in zip(keys, ("before", "after"), strict=True):
            told = _both(f"palette.{which}")
            both = (f"{words[0]}{told[0]}", f"{words[1]}{told[1]}")
            yield Offer(page, name, key, both, reading, private=private)
    elif len(keys) > 1 and all(len(part) == len(keys) for part in parts):
        for key, ja, en in zip(keys, *parts, strict=True):
            yield Offer(page, name, key, (ja, en), reading, private=private)
    else:
        yield Offer(page, name, keys[0], words, reading, private=private)


def place_key(place: str) -> str:
    """Return the key of the words for a page."""
    return f"{'steps.name' if place in set(Step) else 'frame.place'}.{place}"


def _both(key: str) -> tuple[str, str]:
    ja, en = (Texts(language)(key) for language in LANGUAGES)
    return ja, en
