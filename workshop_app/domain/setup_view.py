"""The customer's set-up as a whole: the facts of all files and their cross-references."""

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
)
from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupKind, SetupPart


@dataclass(frozen=True)
class Setup:
    """The facts of all parts by kind. A kind without a file is empty: see `knows`."""

    parts: tuple[SetupPart, ...] = ()

    def knows(self, kind: SetupKind) -> bool:
        """Return whether a file of this kind was read; only then does empty mean "none"."""
        return any(part.kind is kind for part in self.parts)

    def taken_at(self, kind: SetupKind) -> str:
        """Return when the newest file of this kind was read, ISO, or empty."""
        return max((part.taken_at for part in self.parts if part.kind is kind), default="")

    def facts(self, kind: SetupKind) -> tuple[Any, ...]:
        """Return the facts of all files of a kind: records of `setup.RECORDS[kind]`."""
        return tuple(fact for part in self.parts if part.kind is kind for fact in facts_of(part))

    @cached_property
    def rules(self) -> tuple[MonitorRule, ...]:
        """The monitoring rules, without check rules."""
        return self.facts(SetupKind.MONITORS)

    @cached_property
    def hosts(self) -> tuple[Host, ...]:
        """The hosts, including retired ones if the file contains them."""
        return self.facts(SetupKind.HOSTS)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """The services with their roles."""
        return self.facts(SetupKind.SERVICES)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles from files of roles; roles of services are in `services`."""
        return self.facts(SetupKind.ROLES)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The ids and names of the check rules."""
        return self.facts(SetupKind.CHECKS)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The graph annotations."""
        return self.facts(SetupKind.ANNOTATIONS)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """The channels."""
        return self.facts(SetupKind.CHANNELS)

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts, newest first; those without a time come last."""
        alerts: tuple[Alert, ...] = self.facts(SetupKind.ALERTS)
        return tuple(sorted(alerts, key=lambda alert: -(alert.opened_at or 0)))

    @cached_property
    def dashboards(self) -> tuple[Dashboard, ...]:
        """The dashboards."""
        return self.facts(SetupKind.DASHBOARDS)

    @cached_property
    def downtimes(self) -> tuple[Downtime, ...]:
        """The downtimes, including past ones."""
        return self.facts(SetupKind.DOWNTIMES)

    @cached_property
    def notification_groups(self) -> tuple[NotificationGroup, ...]:
        """The notification groups, including the default one."""
        return self.facts(SetupKind.NOTIFICATION_GROUPS)

    @cached_property
    def alert_group_settings(self) -> tuple[AlertGroupSetting, ...]:
        """The alert group settings."""
        return self.facts(SetupKind.ALERT_GROUP_SETTINGS)

    @cached_property
    def agents(self) -> tuple[AgentSettings, ...]:
        """The settings of the agents whose files were read, rarely those of all agents."""
        return self.facts(SetupKind.AGENT)

    @cached_property
    def plugins(self) -> tuple[AgentPlugin, ...]:
        """The plugins of all these agents."""
        return tuple(plugin for agent in self.agents for plugin in agent.plugins)

    def rule_of(self, alert: Alert) -> MonitorRule | None:
        """Return the rule of an alert, or None for a check, a deleted rule, or without a file."""
        return self._rules_by_id.get(alert.monitor_id)

    def check_of(self, alert: Alert) -> Check | None:
        """Return the check rule of an alert, or None."""
        return self._checks_by_id.get(alert.monitor_id)

    def rule_name(self, alert: Alert) -> str:
        """Return the name of the rule or check of an alert; empty if no file contains it."""
        found = self.rule_of(alert) or self.check_of(alert)
        return found.name if found else ""

    def host_of(self, alert: Alert) -> Host | None:
        """Return the host of an alert, or None: service and external rules have none."""
        return self._hosts_by_id.get(alert.host_id)

    @cached_property
    def _rules_by_id(self) -> dict[str, MonitorRule]:
        return {rule.id: rule for rule in self.rules if rule.id}

    @cached_property
    def _checks_by_id(self) -> dict[str, Check]:
        return {check.id: check for check in self.checks if check.id}

    @cached_property
    def _hosts_by_id(self) -> dict[str, Host]:
        return {host.id: host for host in self.hosts if host.id}


@lru_cache(maxsize=4)
def setup_of(parts: tuple[SetupPart, ...]) -> Setup:
    """Return the set-up of ``state.setup``; cached for the same parts."""
    return Setup(parts)
