"""How actions, places and sections are read and otherwise called: data for finding them by words.

The data is ``readings.toml``, whose head tells its form. A test holds that nothing is missing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def of_action(place: str, name: str) -> str:
    """Return the kana of an action's words, blanks between words; raises KeyError."""
    return _data()["actions"][place][name]["reading"]  # type: ignore[no-any-return]


def of_place(place: str) -> str:
    """Return the kana of a place's name; raises KeyError."""
    return _data()["places"][place]["reading"]  # type: ignore[no-any-return]


def sections() -> dict[str, dict[str, str]]:
    """Return for each place that has sections their kana by name, in order."""
    return {
        place: {name: entry["reading"] for name, entry in names.items()}
        for place, names in _data()["sections"].items()
    }


def everyday_words(place: str, name: str) -> str:
    """Return what else an action, a section or (with no name) a place is called; may be empty."""
    data = _data()
    if not name:
        return data["places"].get(place, {}).get("also", "")  # type: ignore[no-any-return]
    for kind in ("actions", "sections"):
        entry = data[kind].get(place, {}).get(name)
        if entry is not None:
            return entry.get("also", "")  # type: ignore[no-any-return]
    return ""


@cache
def _data() -> dict[str, Any]:
    text = resources.files("ui.actions").joinpath("readings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
