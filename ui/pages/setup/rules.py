"""The monitoring rules by type, and those that need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ui.components.setup_words import rule_type
from ui.pages.setup.counts import CountsSection
from workshop_app.domain.setup_finders import monitors
from workshop_app.domain.setup_view import Setup
from workshop_app.i18n import tr

_WITH_THRESHOLD = ("host", "service", "expression", "query", "anomalyDetection")


class RulesSection(CountsSection):
    """Checks are counted by their program, from the settings of the agents."""

    NAME = "rules"

    def groups(self, setup: Setup) -> Iterable[tuple[str, Mapping[str, int]]]:
        types = Counter(rule_type(rule.type) for rule in setup.rules)
        programs = Counter(
            plugin.program or tr("setup.other")
            for plugin in setup.plugins
            if plugin.kind == "checks"
        )
        return (
            (tr("setup.rules.types"), dict(types.most_common())),
            (tr("setup.rules.care"), _care(setup)),
            (tr("setup.rules.checks"), dict(programs.most_common())),
        )


def _care(setup: Setup) -> dict[str, int]:
    """Return the number of rules that need attention, by reason, without zeros."""
    found = {
        "muted": monitors.muted_rules()(setup),
        "no_critical": monitors.rules_of_type(*_WITH_THRESHOLD, without="critical")(setup),
        "first_value": monitors.immediate_rules(setup),
        "no_memo": monitors.rules_of_type(without="memo")(setup),
    }
    return {tr(f"setup.rules.{name}"): len(rules) for name, rules in found.items() if rules}
