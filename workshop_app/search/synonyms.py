"""The classes of synonyms about monitoring, and generic words: ``*.toml`` beside this file."""

import tomllib
from functools import cache
from typing import Any, NamedTuple

from workshop_app.package_files import package_folder


class SynonymClass(NamedTuple):
    """Words of both languages about the same topic; English ones of several words joined by _."""

    name: str
    words: tuple[str, ...]
    exact: bool
    """Whether they mean the same, so that one may be replaced by another."""


@cache
def synonym_classes() -> tuple[SynonymClass, ...]:
    """Return the classes of ``synonyms.toml``."""
    return tuple(
        SynonymClass(
            name,
            tuple(dict.fromkeys(f"{table.get('ja', '')} {table.get('en', '')}".split())),
            bool(table.get("exact")),
        )
        for name, table in _read("synonyms").items()
    )


@cache
def generic_words() -> frozenset[str]:
    """Return the words of ``generic_words.toml``."""
    return frozenset(word for text in _read("generic_words").values() for word in text.split())


@cache
def other_matters() -> tuple[str, ...]:
    """Return the everyday classes and the Japanese and English terms of ``other_matters.toml``."""
    return tuple(_read("other_matters").values())


def _read(name: str) -> dict[str, Any]:
    file = package_folder("workshop_app.search") / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
