"""Which catalogue entries the customer already uses, judging by their files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from workshop_app.domain.setup_coverage import CoverageGap, coverage_gap
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage_rules import USAGE_RULES, PartialUse, UsageRule


class UsageStatus(StrEnum):
    """How far an entry is in use, in display order."""

    HALF = "half"
    """It is used, but incompletely."""
    NEVER = "never"
    IN_USE = "in_use"
    UNKNOWN = "unknown"
    """It was not found, and the files that would show it are incomplete."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence without a language: a key of ``locale/*/setup.toml`` and its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Usage:
    """How far one entry is in use, and the reason."""

    entry: str
    """The entry's id in the catalogue."""
    status: UsageStatus
    reason: Message
    needs: tuple[SetupKind, ...] = ()
    """If the status is unknown: the kinds of files that would show it and were not read."""


@lru_cache(maxsize=4)
def usage_of(setup: Setup) -> Mapping[str, Usage]:
    """Return the usage of each entry that has a rule, by entry id, in the order of the rules.

    Empty if no file was read.
    """
    if not setup.parts:
        return {}
    found = (_usage(rule, setup) for rule in USAGE_RULES)
    return {usage.entry: usage for usage in found if usage is not None}


def _usage(rule: UsageRule, setup: Setup) -> Usage | None:
    """Apply one rule: partial use is checked first, then use, then completeness of the files."""
    for partial in rule.partial:
        found = partial.found(setup)
        if found:
            return Usage(rule.entry, UsageStatus.HALF, _partial_message(partial, found, setup))
    used = rule.used(setup)
    if used:
        reason = Message(f"thing.{rule.thing}", {"n": len(used)})
        return Usage(rule.entry, UsageStatus.IN_USE, reason)
    if not rule.never:
        return None
    gap = coverage_gap(setup, rule.sources)
    if gap is None:
        return Usage(rule.entry, UsageStatus.NEVER, Message(f"never.{rule.never}"))
    return Usage(rule.entry, UsageStatus.UNKNOWN, _gap_message(gap), gap.needs)


def _partial_message(partial: PartialUse, found: Sequence[object], setup: Setup) -> Message:
    values: dict[str, object] = {"n": len(found)}
    if partial.among is not None:
        values["of"] = len(partial.among(setup))
    return Message(f"half.{partial.reason}", values)


def _gap_message(gap: CoverageGap) -> Message:
    return Message(f"unknown.{gap.reason}", {"n": gap.n, "of": gap.of} if gap.n else {})
