"""Whether the files that were read are complete, so that "not found" means "never used"."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.domain.setup import Reason
from workshop_app.domain.setup_json import left_out_of
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup

_TRUNCATED = {Reason.PAGE, Reason.BEYOND}


@dataclass(frozen=True, slots=True)
class CoverageGap:
    """Why the absence of something is not certain.

    `reason` is the text key ``setup.unknown.<reason>``: ``no_file`` (`needs` are the kinds of the
    missing files), ``agents`` (`n` settings files were read of `of` hosts), ``agents_alone`` (the
    number of hosts is unknown), ``include`` (an agent includes further files), ``dashboards`` (`n`
    were read), or ``cut`` (a file was truncated).
    """

    reason: str
    needs: tuple[SetupKind, ...] = ()
    n: int = 0
    of: int = 0


def coverage_gap(setup: Setup, kinds: tuple[SetupKind, ...]) -> CoverageGap | None:
    """Return why the files of these kinds are incomplete, or None if they are complete."""
    missing = tuple(kind for kind in kinds if not setup.knows(kind))
    if missing:
        return CoverageGap("no_file", missing)
    gaps = (_gap_of_kind(setup, kind) for kind in kinds)
    return next((gap for gap in gaps if gap is not None), None)


def _gap_of_kind(setup: Setup, kind: SetupKind) -> CoverageGap | None:
    parts = [part for part in setup.parts if part.kind is kind]
    if any(each.reason in _TRUNCATED for part in parts for each in left_out_of(part)):
        return CoverageGap("cut")
    check = _CHECKS.get(kind)
    return check(setup) if check else None


def _agents(setup: Setup) -> CoverageGap | None:
    """Check that there is a settings file for each host and that none includes further files."""
    if any("include" in agent.traits for agent in setup.agents):
        return CoverageGap("include")
    if not setup.knows(SetupKind.HOSTS):
        return CoverageGap("agents_alone", n=len(setup.agents))
    hosts = [host for host in setup.hosts if not host.retired]
    with_agent = [host for host in hosts if host.agent_version] or hosts
    if len(setup.agents) < len(with_agent):
        return CoverageGap("agents", n=len(setup.agents), of=len(with_agent))
    return None


def _dashboards(setup: Setup) -> CoverageGap | None:
    """Check that a file of all dashboards was read and that it contains their widgets.

    A part with a subject holds a single dashboard.
    """
    whole = any(part.kind is SetupKind.DASHBOARDS and not part.subject for part in setup.parts)
    unknown = any(dashboard.widgets is None for dashboard in setup.dashboards)
    return None if whole and not unknown else CoverageGap("dashboards", n=len(setup.dashboards))


_CHECKS: dict[SetupKind, Callable[[Setup], CoverageGap | None]] = {
    SetupKind.AGENT: _agents,
    SetupKind.DASHBOARDS: _dashboards,
}
