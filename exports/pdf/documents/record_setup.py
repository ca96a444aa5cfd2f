"""What the customer's files told of their set-up, in numbers alone: no name of a host or rule."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Counted, heading, para, table
from exports.pdf.styles import NUMBER, PART
from workshop_app.domain.setup import SetupKind
from workshop_app.domain.setup_view import Setup, setup_of


def setup_overview(paper: Paper) -> list[Block]:
    """Return how many things of each kind the files hold; nothing when none was read."""
    parts = paper.state.setup
    if not parts:
        return []
    words, setup = paper.words, setup_of(parts)
    columns = (
        words("papers.setup.what"),
        Counted(words("papers.setup.files")),
        Counted(words("papers.setup.count")),
        words("papers.setup.taken"),
    )
    rows = (_row(paper, setup, kind) for kind in SetupKind if setup.knows(kind))
    title = heading(paper, words("papers.setup.title"), PART)
    return [Stack(title, table(paper, columns, rows, (None, 70, 70, 130)))]


def _row(paper: Paper, setup: Setup, kind: SetupKind) -> tuple[Block, ...]:
    files = sum(part.kind is kind for part in setup.parts)
    return (
        para(paper, paper.words(f"imports.setup.kind.{kind}")),
        para(paper, str(files), style=NUMBER),
        para(paper, str(_count(setup, kind)), style=NUMBER),
        para(paper, paper.words.date(setup.taken_at(kind)[:10])),
    )


def _count(setup: Setup, kind: SetupKind) -> int:
    things = {
        SetupKind.MONITORS: setup.rules,
        SetupKind.HOSTS: setup.hosts,
        SetupKind.SERVICES: setup.services,
        SetupKind.ROLES: setup.roles,
        SetupKind.CHANNELS: setup.channels,
        SetupKind.ALERTS: setup.alerts,
        SetupKind.DASHBOARDS: setup.dashboards,
        SetupKind.DOWNTIMES: setup.downtimes,
        SetupKind.NOTIFICATION_GROUPS: setup.notification_groups,
        SetupKind.ALERT_GROUP_SETTINGS: setup.alert_group_settings,
        SetupKind.CHECKS: setup.checks,
        SetupKind.ANNOTATIONS: setup.annotations,
        SetupKind.AGENT: setup.agents,
    }
    return len(things[kind])
