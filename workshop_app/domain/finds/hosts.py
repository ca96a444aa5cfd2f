"""Questions on hosts and services."""

from collections import Counter
from collections.abc import Callable

from workshop_app.domain.setup import Host, Service
from workshop_app.domain.setup_view import Setup


def active(setup: Setup) -> list[Host]:
    """Hosts that are not retired."""
    return [host for host in setup.hosts if not host.retired]


def hosts(**wanted: object) -> Callable[[Setup], list[Host]]:
    """Look for hosts that are not retired by one of their fields."""
    return lambda setup: [
        host for host in active(setup) if all(getattr(host, k) == v for k, v in wanted.items())
    ]


def classed(setup: Setup) -> list[object]:
    """Services, or where their file is missing, hosts that have a role."""
    return list(setup.services) or [host for host in active(setup) if host.roles]


def without_roles(setup: Setup) -> list[Service]:
    """Services that have no role."""
    return [service for service in setup.services if not service.roles]


def not_working(setup: Setup) -> list[Host]:
    """Hosts of another status than working."""
    return [host for host in active(setup) if host.status not in ("", "working")]


def version(text: str) -> tuple[int, ...]:
    """Return an agent's version such as 0.87.0 as numbers; empty for what is none."""
    parts = text.split(".")[:2]
    return tuple(int(part) for part in parts) if all(map(str.isdecimal, parts)) else ()


def with_agent(setup: Setup) -> list[Host]:
    """Hosts of which the file tells the agent's version."""
    return [host for host in active(setup) if version(host.agent_version)]


def old_agents(setup: Setup) -> list[Host]:
    """Hosts whose agent is older than that of most others, or than the newest of a tie."""
    counts = Counter(version(host.agent_version) for host in with_agent(setup))
    if not counts:
        return []
    usual = max(counts, key=lambda each: (counts[each], each))
    return [host for host in with_agent(setup) if version(host.agent_version) < usual]
