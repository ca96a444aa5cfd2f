"""Finders of hosts and services."""

from collections import Counter
from collections.abc import Callable

from workshop_app.domain.setup import Host, Service
from workshop_app.domain.setup_view import Setup


def active_hosts(setup: Setup) -> list[Host]:
    """Return hosts that are not retired."""
    return [host for host in setup.hosts if not host.retired]


def hosts_where(**fields: object) -> Callable[[Setup], list[Host]]:
    """Return a finder of active hosts that have these values in their fields."""
    return lambda setup: [
        host
        for host in active_hosts(setup)
        if all(getattr(host, name) == value for name, value in fields.items())
    ]


def services_or_hosts_with_roles(setup: Setup) -> list[object]:
    """Return the services; without a file of services, the active hosts that have a role."""
    return list(setup.services) or [host for host in active_hosts(setup) if host.roles]


def services_without_roles(setup: Setup) -> list[Service]:
    """Return services that have no role."""
    return [service for service in setup.services if not service.roles]


def hosts_not_working(setup: Setup) -> list[Host]:
    """Return active hosts with a status other than working."""
    return [host for host in active_hosts(setup) if host.status not in ("", "working")]


def version_numbers(text: str) -> tuple[int, ...]:
    """Return the first two numbers of a version such as 0.87.0; empty if it is no version."""
    parts = text.split(".")[:2]
    return tuple(int(part) for part in parts) if all(map(str.isdecimal, parts)) else ()


def hosts_with_agent(setup: Setup) -> list[Host]:
    """Return active hosts whose agent version is known."""
    return [host for host in active_hosts(setup) if version_numbers(host.agent_version)]


def hosts_with_old_agent(setup: Setup) -> list[Host]:
    """Return hosts whose agent is older than the most common version (the newest of a tie)."""
    hosts = hosts_with_agent(setup)
    counts = Counter(version_numbers(host.agent_version) for host in hosts)
    if not counts:
        return []
    usual = max(counts, key=lambda version: (counts[version], version))
    return [host for host in hosts if version_numbers(host.agent_version) < usual]
