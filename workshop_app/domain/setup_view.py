"""The customer's set-up as a whole: the facts of all files and their cross-references."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

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
    Fact,
    Host,
    MonitorRule,
    NotificationGroup,
    Role,
    Service,
)
from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupKind, SetupPart

F = TypeVar("F", bound=Fact)


def _facts(kind: SetupKind, _record: type[F]) -> "cached_property[tuple[F, ...]]":
    """Return a property with the facts of all files of a kind."""
    return cached_property(lambda setup: setup.facts(kind))


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

    rules = _facts(SetupKind.MONITORS, MonitorRule)
    """The monitoring rules, without check rules."""
    hosts = _facts(SetupKind.HOSTS, Host)
    """The hosts, including retired ones if the file contains them."""
    services = _facts(SetupKind.SERVICES, Service)
    """The services with their roles."""
    roles = _facts(SetupKind.ROLES, Role)
    """The roles from files of roles; roles of services are in `services`."""
    checks = _facts(SetupKind.CHECKS, Check)
    """The ids and names of the check rules."""
    annotations = _facts(SetupKind.ANNOTATIONS, Annotation)
    """The graph annotations."""
    channels = _facts(SetupKind.CHANNELS, Channel)
    """The channels."""

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts, newest first; those without a time come last."""
        alerts: tuple[Alert, ...] = self.facts(SetupKind.ALERTS)
        return tuple(sorted(alerts, key=lambda alert: -(alert.opened_at or 0)))

    dashboards = _facts(SetupKind.DASHBOARDS, Dashboard)
    """The dashboards."""
    downtimes = _facts(SetupKind.DOWNTIMES, Downtime)
    """The downtimes, including past ones."""
    notification_groups = _facts(SetupKind.NOTIFICATION_GROUPS, NotificationGroup)
    """The notification groups, including the default one."""
    alert_group_settings = _facts(SetupKind.ALERT_GROUP_SETTINGS, AlertGroupSetting)
    """The alert group settings."""
    agents = _facts(SetupKind.AGENT, AgentSettings)
    """The settings of the agents whose files were read, rarely those of all agents."""

    @cached_property
    def plugins(self) -> tuple[AgentPlugin, ...]:
        """The plugins of all these agents."""
        return tuple(plugin for agent in self.agents for plugin in agent.plugins)

    def rule_of(self, alert: Alert) -> MonitorRule | None:
        """Return the rule of an alert, or None for a check, a deleted rule, or without a file."""
        return self._by_id.get((SetupKind.MONITORS, alert.monitor_id))

    def check_of(self, alert: Alert) -> Check | None:
        """Return the check rule of an alert, or None."""
        return self._by_id.get((SetupKind.CHECKS, alert.monitor_id))

    def rule_name(self, alert: Alert) -> str:
        """Return the name of the rule or check of an alert; empty if no file contains it."""
        found = self.rule_of(alert) or self.check_of(alert)
        return found.name if found else ""

    def host_of(self, alert: Alert) -> Host | None:
        """Return the host of an alert, or None: service and external rules have none."""
        return self._by_id.get((SetupKind.HOSTS, alert.host_id))

    @cached_property
    def _by_id(self) -> dict[tuple[SetupKind, str], Any]:
        """The rules, checks and hosts by kind and id."""
        kinds = (SetupKind.MONITORS, SetupKind.CHECKS, SetupKind.HOSTS)
        return {(kind, fact.id): fact for kind in kinds for fact in self.facts(kind) if fact.id}


@lru_cache(maxsize=4)
def setup_of(parts: tuple[SetupPart, ...]) -> Setup:
    """Return the set-up of ``state.setup``; cached for the same parts."""
    return Setup(parts)
