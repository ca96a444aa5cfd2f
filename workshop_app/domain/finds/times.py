"""Questions on alerts and downtimes, counted from when their file was taken."""

from workshop_app.domain.finds.find import seconds
from workshop_app.domain.setup import Alert, Downtime, SetupKind
from workshop_app.domain.setup_view import Setup

LONG_OPEN = 7 * 86_400
"""Seconds after which an open alert counts as left lying."""


def open_alerts(setup: Setup) -> list[Alert]:
    """Alerts that were open when the file was taken."""
    return [alert for alert in setup.alerts if alert.status != "OK" and alert.closed_at is None]


def left_lying(setup: Setup) -> list[Alert]:
    """Alerts that had been open for a week or longer."""
    taken = seconds(setup.taken_at(SetupKind.ALERTS))
    return [a for a in open_alerts(setup) if a.opened_at and taken - a.opened_at >= LONG_OPEN]


def past_downtimes(setup: Setup) -> list[Downtime]:
    """Downtimes that were over when the file was taken and do not come again."""
    taken = seconds(setup.taken_at(SetupKind.DOWNTIMES))
    return [
        each
        for each in setup.downtimes
        if not each.recurrence
        and each.start is not None
        and each.start + 60 * (each.minutes or 0) < taken
    ]


def downtimes_ahead(setup: Setup) -> list[Downtime]:
    """All other downtimes."""
    past = {id(each) for each in past_downtimes(setup)}
    return [each for each in setup.downtimes if id(each) not in past]
