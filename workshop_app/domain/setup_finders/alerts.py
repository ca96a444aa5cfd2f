"""Finders of alerts and downtimes, relative to when their file was read."""

from workshop_app.domain.setup import Alert, Downtime
from workshop_app.domain.setup_finders.finder import epoch_seconds
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup

STALE_AFTER = 7 * 86_400
"""An open alert counts as stale after this many seconds."""


def open_alerts(setup: Setup) -> list[Alert]:
    """Return alerts that were open when the file was read."""
    return [alert for alert in setup.alerts if alert.status != "OK" and alert.closed_at is None]


def stale_alerts(setup: Setup) -> list[Alert]:
    """Return alerts that had been open for a week or longer."""
    taken = epoch_seconds(setup.taken_at(SetupKind.ALERTS))
    return [a for a in open_alerts(setup) if a.opened_at and taken - a.opened_at >= STALE_AFTER]


def past_downtimes(setup: Setup) -> list[Downtime]:
    """Return downtimes that were over when the file was read and do not recur."""
    taken = epoch_seconds(setup.taken_at(SetupKind.DOWNTIMES))
    return [
        each
        for each in setup.downtimes
        if not each.recurrence
        and each.start is not None
        and each.start + 60 * (each.minutes or 0) < taken
    ]


def remaining_downtimes(setup: Setup) -> list[Downtime]:
    """Return downtimes that are not over: recurring, current and future ones."""
    past = {id(each) for each in past_downtimes(setup)}
    return [each for each in setup.downtimes if id(each) not in past]
