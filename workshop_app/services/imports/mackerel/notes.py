"""What a reader of a file should know about it: where it tells less than one might think."""

from typing import Any

from workshop_app.domain.setup import LeftOut, Reason, SetupKind
from workshop_app.services.imports.mackerel.preview import Note


def notes_on(kind: SetupKind, facts: list[Any], left_out: tuple[LeftOut, ...]) -> tuple[Note, ...]:
    """Return the notes on a file's facts, the more important ones first."""
    found = [Note("page")] if any(each.reason is Reason.PAGE for each in left_out) else []
    if not facts:
        return (*found, Note("none"))
    found += _NOTES[kind](facts) if kind in _NOTES else []
    return tuple(note for note in found if note.n)


def _on_rules(rules: list[Any]) -> list[Note]:
    return [Note("checks_elsewhere"), Note("without_id", sum(not rule.id for rule in rules))]


def _on_hosts(hosts: list[Any]) -> list[Note]:
    short = all(not host.size and not host.agent_version for host in hosts)
    return [Note("short_hosts", int(short))]


def _on_dashboards(dashboards: list[Any]) -> list[Note]:
    return [Note("no_widgets", sum(each.widgets is None for each in dashboards))]


def _on_agents(agents: list[Any]) -> list[Note]:
    plugins = [plugin for agent in agents for plugin in agent.plugins]
    return [
        Note("include", sum("include" in agent.traits for agent in agents)),
        Note("other_host", sum(bool(plugin.custom_identifier) for plugin in plugins)),
    ]


_NOTES = {
    SetupKind.MONITORS: _on_rules,
    SetupKind.HOSTS: _on_hosts,
    SetupKind.DASHBOARDS: _on_dashboards,
    SetupKind.AGENT: _on_agents,
    SetupKind.ROLES: lambda _: [Note("roles_of_service")],
}
