"""All that is known of the customer's set-up, joined: which rule an alert is of, on which host."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from workshop_app.domain.setup import (
    AgentPlugin,
    AgentSettings,
    Alert,
    AlertGroupSetting,
    Annotation,
    Channel,
    Check,
    Dashboard,
    Downtime,
    Host,
    MonitorRule,
    NotificationGroup,
    Role,
    Service,
    SetupKind,
    SetupPart,
)
from workshop_app.domain.setup_json import facts_of


@dataclass(frozen=True)
class Setup:
    """The facts of all parts by kind; a kind of which no file was read is empty, see `knows`."""

    parts: tuple[SetupPart, ...] = ()

    def knows(self, kind: SetupKind) -> bool:
        """Whether a file of this kind was read: only then does "none" mean none."""
        return any(part.kind is kind for part in self.parts)

    def taken_at(self, kind: SetupKind) -> str:
        """When the newest file of this kind was read, ISO; empty: none was."""
        return max((part.taken_at for part in self.parts if part.kind is kind), default="")

    @cached_property
    def rules(self) -> tuple[MonitorRule, ...]:
        """The monitoring rules, without those of checks."""
        return self._all(SetupKind.MONITORS)

    @cached_property
    def hosts(self) -> tuple[Host, ...]:
        """The hosts, retired ones among them where the file tells them."""
        return self._all(SetupKind.HOSTS)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """The services with their roles."""
        return self._all(SetupKind.SERVICES)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles told by files of their own; those of services are in `services`."""
        return self._all(SetupKind.ROLES)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The ids and names of the check rules."""
        return self._all(SetupKind.CHECKS)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations in graphs."""
        return self._all(SetupKind.ANNOTATIONS)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """The channels."""
        return self._all(SetupKind.CHANNELS)

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts, newest first, those without a time last."""
        alerts: tuple[Alert, ...] = self._all(SetupKind.ALERTS)
        return tuple(sorted(alerts, key=lambda alert: -(alert.opened_at or 0)))

    @cached_property
    def dashboards(self) -> tuple[Dashboard, ...]:
        """The dashboards."""
        return self._all(SetupKind.DASHBOARDS)

    @cached_property
    def downtimes(self) -> tuple[Downtime, ...]:
        """The downtimes, past ones among them."""
        return self._all(SetupKind.DOWNTIMES)

    @cached_property
    def notification_groups(self) -> tuple[NotificationGroup, ...]:
        """The notification groups, the default one among them."""
        return self._all(SetupKind.NOTIFICATION_GROUPS)

    @cached_property
    def alert_group_settings(self) -> tuple[AlertGroupSetting, ...]:
        """The settings of alert groups."""
        return self._all(SetupKind.ALERT_GROUP_SETTINGS)

    @cached_property
    def agents(self) -> tuple[AgentSettings, ...]:
        """The settings of the agents whose files were read: seldom all that there are."""
        return self._all(SetupKind.AGENT)

    @cached_property
    def plugins(self) -> tuple[AgentPlugin, ...]:
        """The plugins of all these agents."""
        return tuple(plugin for agent in self.agents for plugin in agent.plugins)

    def rule_of(self, alert: Alert) -> MonitorRule | None:
        """The rule that an alert is of, or None: a check, a rule since deleted, no file."""
        return self._rules_by_id.get(alert.monitor_id)

    def check_of(self, alert: Alert) -> Check | None:
        """The check rule that an alert is of, or None."""
        return self._checks_by_id.get(alert.monitor_id)

    def rule_name(self, alert: Alert) -> str:
        """The name of the rule or check that an alert is of; empty where no file tells it."""
        found = self.rule_of(alert) or self.check_of(alert)
        return found.name if found else ""

    def host_of(self, alert: Alert) -> Host | None:
        """The host that an alert is of, or None: service and external rules have none."""
        return self._hosts_by_id.get(alert.host_id)

    def alerts_of(self, monitor_id: str) -> tuple[Alert, ...]:
        """The alerts of one rule or check, newest first."""
        return tuple(self._alerts_by_rule.get(monitor_id, ()))

    @cached_property
    def _rules_by_id(self) -> dict[str, MonitorRule]:
        return {rule.id: rule for rule in self.rules if rule.id}

    @cached_property
    def _checks_by_id(self) -> dict[str, Check]:
        return {check.id: check for check in self.checks if check.id}

    @cached_property
    def _hosts_by_id(self) -> dict[str, Host]:
        return {host.id: host for host in self.hosts if host.id}

    @cached_property
    def _alerts_by_rule(self) -> dict[str, list[Alert]]:
        found: dict[str, list[Alert]] = {}
        for alert in self.alerts:
            if alert.monitor_id:
                found.setdefault(alert.monitor_id, []).append(alert)
        return found

    def _all(self, kind: SetupKind) -> tuple[Any, ...]:
        return tuple(fact for part in self.parts if part.kind is kind for fact in facts_of(part))


@lru_cache(maxsize=4)
def setup_of(parts: tuple[SetupPart, ...]) -> Setup:
    """Return the joined facts of ``state.setup``; the same parts give the same object."""
    return Setup(parts)
