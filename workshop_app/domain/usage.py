"""Which catalogue entries the customer already uses, judging by their files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from workshop_app.domain.setup import Reason
from workshop_app.domain.setup_json import left_out_of
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage_rules import USAGE_RULES, PartialUse, UsageRule

_TRUNCATED = {Reason.PAGE, Reason.BEYOND}


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


class Usage(NamedTuple):
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
    if missing := tuple(kind for kind in rule.sources if not setup.knows(kind)):
        return Usage(rule.entry, UsageStatus.UNKNOWN, Message("unknown.no_file"), missing)
    gaps = (_gap_of_kind(setup, kind) for kind in rule.sources)
    if (gap := next(filter(None, gaps), None)) is not None:
        return Usage(rule.entry, UsageStatus.UNKNOWN, gap)
    return Usage(rule.entry, UsageStatus.NEVER, Message(f"never.{rule.never}"))


def _partial_message(partial: PartialUse, found: Sequence[object], setup: Setup) -> Message:
    values: dict[str, object] = {"n": len(found)}
    if partial.among is not None:
        values["of"] = len(partial.among(setup))
    return Message(f"half.{partial.reason}", values)


def _gap_of_kind(setup: Setup, kind: SetupKind) -> Message | None:
    """Return why files of a kind do not tell for certain that something is absent, or None."""
    parts = [part for part in setup.parts if part.kind is kind]
    if any(each.reason in _TRUNCATED for part in parts for each in left_out_of(part)):
        return Message("unknown.cut")
    check = _CHECKS.get(kind)
    return check(setup) if check else None


def _agents(setup: Setup) -> Message | None:
    """Check that there is a settings file for each host and that none includes further files."""
    if any("include" in agent.traits for agent in setup.agents):
        return Message("unknown.include")
    if not setup.knows(SetupKind.HOSTS):
        return Message("unknown.agents_alone", {"n": len(setup.agents)})
    hosts = [host for host in setup.hosts if not host.retired]
    with_agent = [host for host in hosts if host.agent_version] or hosts
    if len(setup.agents) < len(with_agent):
        return Message("unknown.agents", {"n": len(setup.agents), "of": len(with_agent)})
    return None


def _dashboards(setup: Setup) -> Message | None:
    """Check that a file of all dashboards was read and that it contains their widgets.

    A part with a subject holds a single dashboard.
    """
    whole = any(part.kind is SetupKind.DASHBOARDS and not part.subject for part in setup.parts)
    unknown = any(dashboard.widgets is None for dashboard in setup.dashboards)
    if whole and not unknown:
        return None
    return Message("unknown.dashboards", {"n": len(setup.dashboards)})


_CHECKS: dict[SetupKind, Callable[[Setup], Message | None]] = {
    SetupKind.AGENT: _agents,
    SetupKind.DASHBOARDS: _dashboards,
}
