"""Readings and synonyms of actions, places and sections, by which the palette finds them.

The data is in ``readings.toml``, which describes its format. A test checks that it is complete.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def of_action(place: str, name: str) -> str:
    """Return the kana of an action's text, with spaces between words; raises KeyError."""
    return _data()["actions"][place][name]["reading"]  # type: ignore[no-any-return]


def of_place(place: str) -> str:
    """Return the kana of a place's name; raises KeyError."""
    return _data()["places"][place]["reading"]  # type: ignore[no-any-return]


def sections() -> dict[str, dict[str, str]]:
    """Return by place the kana of its sections by name, in order."""
    return {
        place: {name: entry["reading"] for name, entry in names.items()}
        for place, names in _data()["sections"].items()
    }


def everyday_words(place: str, name: str) -> str:
    """Return synonyms for an action, a section or (with no name) a place; may be empty."""
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
