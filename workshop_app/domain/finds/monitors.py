"""Questions on monitoring rules."""

from collections.abc import Callable

from workshop_app.domain.finds.find import Find
from workshop_app.domain.setup import MonitorRule
from workshop_app.domain.setup_view import Setup


def rules(*types: str, trait: str = "", without: str = "") -> Callable[[Setup], list[MonitorRule]]:
    """Look for rules of these types (all if none is named), with one trait or without it."""

    def find(setup: Setup) -> list[MonitorRule]:
        return [
            rule
            for rule in setup.rules
            if (not types or rule.type in types)
            and (not trait or trait in rule.traits)
            and not (without and without in rule.traits)
        ]

    return find


def muted(*types: str) -> Find:
    """Look for rules of these types of which nobody is told."""
    return lambda setup: [rule for rule in rules(*types)(setup) if rule.muted]


def metrics(*ends: str, prefix: str = "") -> Find:
    """Look for host rules on metrics that end or begin so."""
    return lambda setup: [
        rule
        for rule in rules("host")(setup)
        if rule.metric.endswith(ends) or (prefix and rule.metric.startswith(prefix))
    ]


def patient(setup: Setup) -> list[MonitorRule]:
    """Rules that wait for several bad results, or judge an average."""
    return [rule for rule in rules(*HASTY)(setup) if _waits(rule)]


def hasty(setup: Setup) -> list[MonitorRule]:
    """Rules that fire at the first bad value, though they could wait."""
    return [rule for rule in rules(*HASTY)(setup) if not _waits(rule)]


HASTY = ("host", "service", "external")
"""Types of rules that can wait for a second bad result."""


def _waits(rule: MonitorRule) -> bool:
    return (rule.attempts or 1) > 1 or "averaged" in rule.traits


def status_only(setup: Setup) -> list[MonitorRule]:
    """URL rules that ask for nothing but an answer."""
    asked = {"response_time", "certificate", "contains_string"}
    return [rule for rule in rules("external")(setup) if not asked & set(rule.traits)]


def https(setup: Setup) -> list[MonitorRule]:
    """URL rules on an address that has a certificate."""
    return rules("external", trait="https")(setup)


def without_certificate(setup: Setup) -> list[MonitorRule]:
    """Of these, the ones that do not look at the certificate's last day."""
    return [rule for rule in https(setup) if "certificate" not in rule.traits]


def scoped(setup: Setup) -> list[MonitorRule]:
    """Rules that watch, or leave out, some services or roles only."""
    return [rule for rule in setup.rules if rule.scopes or rule.exclude_scopes]


def told_again(setup: Setup) -> list[object]:
    """Rules and checks that are told again while their alert is open."""
    checks = [plugin for plugin in setup.plugins if plugin.kind == "checks"]
    return [each for each in (*setup.rules, *checks) if each.notification_interval]
