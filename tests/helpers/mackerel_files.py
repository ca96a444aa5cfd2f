"""Invented files of Mackerel for the tests, and ways to damage them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop_app.i18n import LANGUAGES, Texts

FOLDER = Path(__file__).resolve().parent.parent / "files" / "mackerel"
JSON_FILES = sorted(FOLDER.glob("*.json"))
ALL_FILES = [*JSON_FILES, FOLDER / "mackerel-agent.conf"]

Way = tuple[str | int, ...]


def value_of(name: str) -> Any:
    """Return the JSON value of one of the files."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def ways(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Yield every path in a JSON value with its value, the whole first."""
    yield way, value
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from ways(each, (*way, key))


def replaced(value: Any, way: Way, new: Any) -> Any:
    """Return the value with one place replaced."""
    if not way:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = replaced(value[way[0]], way[1:], new)
    return copy


def sentences(error: Any) -> list[str]:
    """Return the refusal in each language; fails if it has more than one line."""
    found = [Texts(language)(error.key, **error.values) for language in LANGUAGES]
    assert all(sentence and "\n" not in sentence for sentence in found)
    return found
