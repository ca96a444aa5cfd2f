"""Which answers of the catalogue the customer has in use already, as far as files can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from workshop_app.domain.setup import SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage_reading import Shortfall, shortfall
from workshop_app.domain.usage_rules import FEATURES, Feature, Half


class Standing(StrEnum):
    """How far an answer is in use."""

    HALF = "half"
    """It is there, but something is missing: there is something to gain."""
    NEVER = "never"
    IN_USE = "in_use"
    UNKNOWN = "unknown"
    """It was not found, and the files that would tell were not read, or not all of them."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in no language yet: a key of ``locale/*/setup.toml`` and what fills it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Usage:
    """How far one answer is in use, and why this is said."""

    entry: str
    """The answer's id in the catalogue."""
    standing: Standing
    reason: Words
    needs: tuple[SetupKind, ...] = ()
    """Of an unknown one: the kinds of files that would tell and of which none was read."""


@lru_cache(maxsize=4)
def usage_of(setup: Setup) -> Mapping[str, Usage]:
    """Return the usage of each answer on which files can tell anything, in the table's order.

    Before any file is read there is nothing to say.
    """
    if not setup.parts:
        return {}
    told = (_usage(feature, setup) for feature in FEATURES)
    return {usage.entry: usage for usage in told if usage is not None}


def _usage(feature: Feature, setup: Setup) -> Usage | None:
    """Return how one feature stands: the first half that holds, else in use, else never."""
    for half in feature.halves:
        found = half.found(setup)
        if found:
            return Usage(feature.entry, Standing.HALF, _half(half, found, setup))
    used = feature.used(setup)
    if used:
        return Usage(feature.entry, Standing.IN_USE, Words(f"thing.{feature.thing}", _n(used)))
    if not feature.never:
        return None  # that it was not found says nothing
    short = shortfall(setup, feature.told_by)
    if short is None:
        return Usage(feature.entry, Standing.NEVER, Words(f"never.{feature.never}"))
    return Usage(feature.entry, Standing.UNKNOWN, _unknown(short), short.needs)


def _half(half: Half, found: Sequence[object], setup: Setup) -> Words:
    values = _n(found)
    if half.among is not None:
        values["of"] = len(half.among(setup))
    return Words(f"half.{half.reason}", values)


def _unknown(short: Shortfall) -> Words:
    return Words(f"unknown.{short.reason}", {"n": short.n, "of": short.of} if short.n else {})


def _n(found: Sequence[object]) -> dict[str, object]:
    return {"n": len(found)}
