"""Readings and synonyms of actions, places and sections, by which the palette finds them.

The data is in ``readings.toml``, which describes its format. A test checks that it is complete.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from workshop_app.package_files import package_folder


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
    file = package_folder("ui.actions") / "readings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
