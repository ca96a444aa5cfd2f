"""Finders of agents and their plugins."""

from collections.abc import Callable, Iterable, Sequence

from workshop_app.domain.setup import AgentPlugin
from workshop_app.domain.setup_finders.finder import Finder
from workshop_app.domain.setup_view import Setup

_OFFICIAL_PREFIXES = ("check-", "mackerel-plugin-")


def plugins_of_kind(kind: str) -> Callable[[Setup], list[AgentPlugin]]:
    """Return a finder of plugins of a kind: metrics, checks or metadata."""
    return lambda setup: [each for each in setup.plugins if each.kind == kind]


def plugins_running(*programs: str) -> Callable[[Setup], list[AgentPlugin]]:
    """Return a finder of plugins that run one of these programs."""
    return lambda setup: [each for each in setup.plugins if each.program in programs]


def official_plugins(setup: Setup, exclude: Iterable[str] = ()) -> list[AgentPlugin]:
    """Return plugins with names of the official plugin packs, without those in `exclude`."""
    excluded = set(exclude)
    return [
        each
        for each in setup.plugins
        if each.program.startswith(_OFFICIAL_PREFIXES) and each.program not in excluded
    ]


def custom_plugins(setup: Setup) -> list[AgentPlugin]:
    """Return plugins that are not official ones, judging by their names only."""
    official = {id(each) for each in official_plugins(setup)}
    return [p for p in setup.plugins if p.program not in ("", "mkr") and id(p) not in official]


def agents_with_trait(*traits: str) -> Finder:
    """Return a finder of agents that have one of these traits (`setup.AGENT_TRAITS`)."""
    return lambda setup: [agent for agent in setup.agents if set(traits) & set(agent.traits)]


def agents_missing_program(*programs: str) -> Finder:
    """Return a finder of agents without a program that another agent of the same role runs."""

    def find(setup: Setup) -> Sequence[object]:
        runs = {id(a): any(p.program in programs for p in a.plugins) for a in setup.agents}
        roles = {role for agent in setup.agents if runs[id(agent)] for role in agent.roles}
        return [a for a in setup.agents if not runs[id(a)] and roles & set(a.roles)]

    return find


def agents_in_same_roles(*programs: str) -> Finder:
    """Return a finder of all agents of the roles in which at least one runs a program."""

    def find(setup: Setup) -> Sequence[object]:
        running = [a for a in setup.agents if any(p.program in programs for p in a.plugins)]
        roles = {role for agent in running for role in agent.roles}
        return [agent for agent in setup.agents if roles & set(agent.roles)]

    return find


def agents_without_checks(setup: Setup) -> Sequence[object]:
    """Return agents that run no check; empty if no agent runs any."""
    without = [a for a in setup.agents if not any(p.kind == "checks" for p in a.plugins)]
    return without if len(without) < len(setup.agents) else ()


def monitored_devices(setup: Setup) -> list[str]:
    """Return the ids of other hosts that agents ping or query by SNMP, each once."""
    plugins = plugins_running("check-ping", "mackerel-plugin-snmp")(setup)
    return list(dict.fromkeys(p.custom_identifier for p in plugins if p.custom_identifier))


def devices_only_pinged(setup: Setup) -> list[str]:
    """Return the monitored devices that are pinged but not queried by SNMP."""
    queried = {p.custom_identifier for p in plugins_running("mackerel-plugin-snmp")(setup)}
    return [device for device in monitored_devices(setup) if device not in queried]
