"""Questions on agents and their plugins."""

from collections.abc import Callable, Iterable, Sequence

from workshop_app.domain.finds.find import Find
from workshop_app.domain.setup import AgentPlugin
from workshop_app.domain.setup_view import Setup


def plugins(kind: str) -> Callable[[Setup], list[AgentPlugin]]:
    """Look for plugins of a kind: metrics, checks or metadata."""
    return lambda setup: [each for each in setup.plugins if each.kind == kind]


def programs(*names: str) -> Callable[[Setup], list[AgentPlugin]]:
    """Look for plugins by the names of their programs."""
    return lambda setup: [each for each in setup.plugins if each.program in names]


def official(setup: Setup, but: Iterable[str] = ()) -> list[AgentPlugin]:
    """Plugins whose names are those of the official packs."""
    packs, left_out = ("check-", "mackerel-plugin-"), set(but)
    return [
        each
        for each in setup.plugins
        if each.program.startswith(packs) and each.program not in left_out
    ]


def own(setup: Setup) -> list[AgentPlugin]:
    """Plugins of the customer's own making, as far as a name tells."""
    foreign = {id(each) for each in official(setup)}
    return [p for p in setup.plugins if p.program not in ("", "mkr") and id(p) not in foreign]


def with_trait(*traits: str) -> Find:
    """Look for agents that are set up with one of these."""
    return lambda setup: [agent for agent in setup.agents if set(traits) & set(agent.traits)]


def not_on_all_of_a_role(*names: str) -> Find:
    """Look for agents without the program where another agent of the same role has it."""

    def find(setup: Setup) -> Sequence[object]:
        has = {id(a): any(p.program in names for p in a.plugins) for a in setup.agents}
        roles = {role for agent in setup.agents if has[id(agent)] for role in agent.roles}
        return [a for a in setup.agents if not has[id(a)] and roles & set(a.roles)]

    return find


def of_the_same_roles(*names: str) -> Find:
    """Look for the agents of all roles in which one has the program."""

    def find(setup: Setup) -> Sequence[object]:
        have = [a for a in setup.agents if any(p.program in names for p in a.plugins)]
        roles = {role for agent in have for role in agent.roles}
        return [agent for agent in setup.agents if roles & set(agent.roles)]

    return find


def without_checks(setup: Setup) -> Sequence[object]:
    """Agents that run no check, where another one does."""
    bare = [a for a in setup.agents if not any(p.kind == "checks" for p in a.plugins)]
    return bare if len(bare) < len(setup.agents) else ()


def devices(setup: Setup) -> list[str]:
    """Other hosts that agents watch by ping or ask for their values."""
    asked = programs("check-ping", "mackerel-plugin-snmp")(setup)
    return list(dict.fromkeys(p.custom_identifier for p in asked if p.custom_identifier))


def only_pinged(setup: Setup) -> list[str]:
    """Of these, the ones whose values nobody asks for."""
    asked = {p.custom_identifier for p in programs("mackerel-plugin-snmp")(setup)}
    return [device for device in devices(setup) if device not in asked]
