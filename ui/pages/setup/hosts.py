"""The hosts by service and role, by status, by kind and by their agent's version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ui.pages.setup.counts import CountsSection
from workshop_app.domain.setup import Host
from workshop_app.domain.setup_finders.hosts import active_hosts, version_numbers
from workshop_app.domain.setup_view import Setup
from workshop_app.i18n import tr

_STATUSES = ("working", "standby", "maintenance", "poweroff")


class HostsSection(CountsSection):
    """A host with two roles is counted in both."""

    NAME = "hosts"

    def groups(self, setup: Setup) -> Iterable[tuple[str, Mapping[str, int]]]:
        hosts = active_hosts(setup)
        roles = Counter(role for host in hosts for role in host.roles)
        bare = sum(not host.roles for host in hosts)
        by_role = dict(roles.most_common()) | ({tr("setup.hosts.no_role"): bare} if bare else {})
        sizes = Counter(host.size for host in hosts if host.size)
        versions = Counter(
            version_numbers(host.agent_version) for host in hosts if host.agent_version
        )
        return (
            (tr("setup.hosts.status"), _statuses(setup.hosts)),
            (tr("setup.hosts.roles"), by_role),
            (tr("setup.hosts.size"), {tr(f"setup.size.{k}"): n for k, n in sizes.most_common()}),
            (tr("setup.hosts.agents"), {_shown(v): versions[v] for v in sorted(versions)[::-1]}),
        )


def _statuses(hosts: Iterable[Host]) -> dict[str, int]:
    counts = Counter("retired" if host.retired else host.status for host in hosts)
    named = {tr(f"setup.status.{name}"): counts[name] for name in (*_STATUSES, "retired")}
    named[tr("setup.status.other")] = counts[""]
    return {name: count for name, count in named.items() if count}


def _shown(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers)) if numbers else tr("setup.other")
