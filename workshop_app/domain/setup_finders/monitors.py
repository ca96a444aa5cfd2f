"""Finders of monitoring rules."""

from collections.abc import Callable

from workshop_app.domain.setup import MonitorRule
from workshop_app.domain.setup_finders.finder import Finder
from workshop_app.domain.setup_view import Setup

DELAYABLE_TYPES = ("host", "service", "external")
"""Types of rules that can require a second bad result before they fire."""


def rules_of_type(
    *types: str, trait: str = "", without: str = ""
) -> Callable[[Setup], list[MonitorRule]]:
    """Return a finder of rules of these types (all if none is given), with or without a trait."""

    def find(setup: Setup) -> list[MonitorRule]:
        return [
            rule
            for rule in setup.rules
            if (not types or rule.type in types)
            and (not trait or trait in rule.traits)
            and not (without and without in rule.traits)
        ]

    return find


def muted_rules(*types: str) -> Finder:
    """Return a finder of muted rules of these types."""
    return lambda setup: [rule for rule in rules_of_type(*types)(setup) if rule.muted]


def rules_on_metrics(*ends: str, prefix: str = "") -> Finder:
    """Return a finder of host rules whose metric has one of these suffixes, or this prefix."""
    return lambda setup: [
        rule
        for rule in rules_of_type("host")(setup)
        if rule.metric.endswith(ends) or (prefix and rule.metric.startswith(prefix))
    ]


def delayed_rules(setup: Setup) -> list[MonitorRule]:
    """Return rules that require several bad results, or evaluate an average."""
    return [rule for rule in rules_of_type(*DELAYABLE_TYPES)(setup) if _is_delayed(rule)]


def immediate_rules(setup: Setup) -> list[MonitorRule]:
    """Return rules that fire at the first bad value although they could require more."""
    return [rule for rule in rules_of_type(*DELAYABLE_TYPES)(setup) if not _is_delayed(rule)]


def _is_delayed(rule: MonitorRule) -> bool:
    return (rule.attempts or 1) > 1 or "averaged" in rule.traits


def rules_on_status_only(setup: Setup) -> list[MonitorRule]:
    """Return URL rules that check only whether there is a response."""
    checks = {"response_time", "certificate", "contains_string"}
    return [rule for rule in rules_of_type("external")(setup) if not checks & set(rule.traits)]


def https_rules(setup: Setup) -> list[MonitorRule]:
    """Return URL rules on an https address."""
    return rules_of_type("external", trait="https")(setup)


def https_rules_without_certificate(setup: Setup) -> list[MonitorRule]:
    """Return URL rules on an https address that do not check the certificate's expiry."""
    return [rule for rule in https_rules(setup) if "certificate" not in rule.traits]


def scoped_rules(setup: Setup) -> list[MonitorRule]:
    """Return rules that include or exclude some services or roles."""
    return [rule for rule in setup.rules if rule.scopes or rule.exclude_scopes]


def renotifying(setup: Setup) -> list[object]:
    """Return rules and check plugins that repeat notifications while their alert is open."""
    checks = [plugin for plugin in setup.plugins if plugin.kind == "checks"]
    return [each for each in (*setup.rules, *checks) if each.notification_interval]
