"""Which catalogue entries the customer already uses, judging by their files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Usage:
    """How far one entry is in use, and the reason."""

    entry: str
    """The entry's id in the catalogue."""
    status: UsageStatus
    reason: Message
    needs: tuple[SetupKind, ...] = ()
    """If the status is unknown: the kinds of files that would show it and were not read."""


@dataclass(frozen=True, slots=True)
class _CoverageGap:
    """Why the absence of something is not certain.

    `reason` is the text key ``setup.unknown.<reason>``: ``no_file`` (`needs` are the kinds of the
    missing files), ``agents`` (`n` settings files were read of `of` hosts), ``agents_alone`` (the
    number of hosts is unknown), ``include`` (an agent includes further files), ``dashboards`` (`n`
    were read), or ``cut`` (a file was truncated).
    """

    reason: str
    needs: tuple[SetupKind, ...] = ()
    n: int = 0
    of: int = 0


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
    gap = _coverage_gap(setup, rule.sources)
    if gap is None:
        return Usage(rule.entry, UsageStatus.NEVER, Message(f"never.{rule.never}"))
    return Usage(rule.entry, UsageStatus.UNKNOWN, _gap_message(gap), gap.needs)


def _partial_message(partial: PartialUse, found: Sequence[object], setup: Setup) -> Message:
    values: dict[str, object] = {"n": len(found)}
    if partial.among is not None:
        values["of"] = len(partial.among(setup))
    return Message(f"half.{partial.reason}", values)


def _gap_message(gap: _CoverageGap) -> Message:
    return Message(f"unknown.{gap.reason}", {"n": gap.n, "of": gap.of} if gap.n else {})


def _coverage_gap(setup: Setup, kinds: tuple[SetupKind, ...]) -> _CoverageGap | None:
    """Return why the files of these kinds are incomplete, or None if they are complete."""
    missing = tuple(kind for kind in kinds if not setup.knows(kind))
    if missing:
        return _CoverageGap("no_file", missing)
    gaps = (_gap_of_kind(setup, kind) for kind in kinds)
    return next((gap for gap in gaps if gap is not None), None)


def _gap_of_kind(setup: Setup, kind: SetupKind) -> _CoverageGap | None:
    parts = [part for part in setup.parts if part.kind is kind]
    if any(each.reason in _TRUNCATED for part in parts for each in left_out_of(part)):
        return _CoverageGap("cut")
    check = _CHECKS.get(kind)
    return check(setup) if check else None


def _agents(setup: Setup) -> _CoverageGap | None:
    """Check that there is a settings file for each host and that none includes further files."""
    if any("include" in agent.traits for agent in setup.agents):
        return _CoverageGap("include")
    if not setup.knows(SetupKind.HOSTS):
        return _CoverageGap("agents_alone", n=len(setup.agents))
    hosts = [host for host in setup.hosts if not host.retired]
    with_agent = [host for host in hosts if host.agent_version] or hosts
    if len(setup.agents) < len(with_agent):
        return _CoverageGap("agents", n=len(setup.agents), of=len(with_agent))
    return None


def _dashboards(setup: Setup) -> _CoverageGap | None:
    """Check that a file of all dashboards was read and that it contains their widgets.

    A part with a subject holds a single dashboard.
    """
    whole = any(part.kind is SetupKind.DASHBOARDS and not part.subject for part in setup.parts)
    unknown = any(dashboard.widgets is None for dashboard in setup.dashboards)
    return None if whole and not unknown else _CoverageGap("dashboards", n=len(setup.dashboards))


_CHECKS: dict[SetupKind, Callable[[Setup], _CoverageGap | None]] = {
    SetupKind.AGENT: _agents,
    SetupKind.DASHBOARDS: _dashboards,
}
