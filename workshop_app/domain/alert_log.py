"""Statistics of the customer's alerts, counted back from the time their file was read."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from workshop_app.domain.setup import Alert, Reason
from workshop_app.domain.setup_finders.alerts import open_alerts
from workshop_app.domain.setup_json import left_out_of
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup

DAYS = 30
"""The number of days counted, including the day on which the file was read."""
_DEFAULT_LIMIT = 100
"""The default limit of ``mkr alerts``; a file with fewer alerts is complete."""
_NIGHT_ENDS = 6
_NIGHT_BEGINS = 22


@dataclass(frozen=True, slots=True)
class RuleAlertCount:
    """How often one rule fired in the counted days; `name` is empty if no file contains it."""

    rule_id: str
    name: str
    type: str
    count: int


class AlertLog(NamedTuple):
    """Counts of alerts; days and hours are local time."""

    taken: datetime
    last: Alert | None
    days: tuple[int, ...]
    """The number of alerts opened on each of the counted days, oldest first."""
    rule_counts: tuple[RuleAlertCount, ...]
    """The rules that fired in the counted days, most frequent first."""
    night: int
    """How many of these alerts opened between 22:00 and 6:00."""
    still_open: tuple[Alert, ...]
    open_only: bool
    """The file contains open alerts only, the default of ``mkr alerts``."""
    since: datetime | None
    """The time of the first alert in the file, if the file does not cover all counted days."""

    @property
    def recent(self) -> int:
        """The number of alerts opened in the counted days."""
        return sum(self.days)

    @property
    def dates(self) -> tuple[datetime, ...]:
        """The counted days, oldest first."""
        last = _midnight(self.taken)
        return tuple(last - timedelta(days=DAYS - 1 - number) for number in range(DAYS))


@lru_cache(maxsize=4)
def alert_log(setup: Setup) -> AlertLog | None:
    """Return the statistics, or None without a file, in the local time zone."""
    if not setup.knows(SetupKind.ALERTS):
        return None
    taken = datetime.fromisoformat(setup.taken_at(SetupKind.ALERTS))
    last_day = _midnight(taken)
    first_day = last_day - timedelta(days=DAYS - 1)
    days = [0] * DAYS
    recent: list[Alert] = []
    night = 0
    for alert in setup.alerts:
        opened = local_time(alert.opened_at)
        if opened is None or not first_day <= opened < last_day + timedelta(days=1):
            continue
        recent.append(alert)
        days[(opened - first_day).days] += 1
        night += not _NIGHT_ENDS <= opened.hour < _NIGHT_BEGINS
    still_open = tuple(open_alerts(setup))
    return AlertLog(
        taken=taken,
        last=next((alert for alert in setup.alerts if alert.opened_at), None),
        days=tuple(days),
        rule_counts=_rule_counts(setup, recent),
        night=night,
        still_open=still_open,
        open_only=bool(setup.alerts) and len(still_open) == len(setup.alerts),
        since=_since(setup, first_day),
    )


def local_time(seconds: int | None) -> datetime | None:
    """Return epoch seconds as a naive local time; None for None and 0."""
    return datetime.fromtimestamp(seconds) if seconds else None  # noqa: DTZ006 - their clock


def _rule_counts(setup: Setup, alerts: list[Alert]) -> tuple[RuleAlertCount, ...]:
    counts = Counter((alert.monitor_id, alert.type) for alert in alerts)
    names = {(alert.monitor_id, alert.type): setup.rule_name(alert) for alert in alerts}
    found = [RuleAlertCount(rule, names[rule, kind], kind, n) for (rule, kind), n in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.count, each.name, each.rule_id)))


def _since(setup: Setup, first_day: datetime) -> datetime | None:
    """Return the time of the first alert if the file may be truncated before it."""
    parts = [part for part in setup.parts if part.kind is SetupKind.ALERTS]
    cut = any(e.reason in (Reason.PAGE, Reason.BEYOND) for p in parts for e in left_out_of(p))
    if len(setup.alerts) < _DEFAULT_LIMIT and not cut:
        return None
    opened = [alert for alert in setup.alerts if alert.opened_at]
    first = local_time(opened[-1].opened_at) if opened else None
    return first if first is not None and first > first_day else None


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
