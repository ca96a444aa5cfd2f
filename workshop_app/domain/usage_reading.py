"""Whether the files that were read are all there are: only then does "not found" mean "never"."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.domain.setup import Reason, SetupKind
from workshop_app.domain.setup_json import left_out_of
from workshop_app.domain.setup_view import Setup

_CUT = {Reason.PAGE, Reason.BEYOND}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing before one could say that there is none.

    `reason` is ``no_file`` (then `needs` are the kinds of files), or why the files of a kind are
    not all: ``agents`` (`n` settings were read, there are `of` hosts), ``agents_alone`` (nobody
    knows how many hosts), ``include``, ``dashboards`` (`n` were read), ``cut``.
    """

    reason: str
    needs: tuple[SetupKind, ...] = ()
    n: int = 0
    of: int = 0


def shortfall(setup: Setup, kinds: tuple[SetupKind, ...]) -> Shortfall | None:
    """Return why the files of these kinds do not tell all, or None when they do."""
    missing = tuple(kind for kind in kinds if not setup.knows(kind))
    if missing:
        return Shortfall("no_file", missing)
    found = (_incomplete(setup, kind) for kind in kinds)
    return next((short for short in found if short is not None), None)


def _incomplete(setup: Setup, kind: SetupKind) -> Shortfall | None:
    parts = [part for part in setup.parts if part.kind is kind]
    if any(each.reason in _CUT for part in parts for each in left_out_of(part)):
        return Shortfall("cut")
    look = _LOOKS.get(kind)
    return look(setup) if look else None


def _agents(setup: Setup) -> Shortfall | None:
    """Agents: a file for each host is needed, and none may lead to further files."""
    if any("include" in agent.traits for agent in setup.agents):
        return Shortfall("include")
    hosts = [host for host in setup.hosts if not host.retired]
    with_agent = [host for host in hosts if host.agent_version] or hosts
    if not setup.knows(SetupKind.HOSTS):
        return Shortfall("agents_alone", n=len(setup.agents))
    if len(setup.agents) < len(with_agent):
        return Shortfall("agents", n=len(setup.agents), of=len(with_agent))
    return None


def _dashboards(setup: Setup) -> Shortfall | None:
    """Dashboards: a file of one tells nothing of the others, and some do not tell their widgets."""
    whole = any(part.kind is SetupKind.DASHBOARDS and not part.subject for part in setup.parts)
    blind = any(board.widgets is None for board in setup.dashboards)
    return None if whole and not blind else Shortfall("dashboards", n=len(setup.dashboards))


_LOOKS: dict[SetupKind, Callable[[Setup], Shortfall | None]] = {
    SetupKind.AGENT: _agents,
    SetupKind.DASHBOARDS: _dashboards,
}
