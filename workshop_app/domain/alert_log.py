"""The customer's alerts as their file tells them, counted back from the moment it was taken."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache

from workshop_app.domain.finds.times import open_alerts
from workshop_app.domain.setup import Alert, Reason, SetupKind
from workshop_app.domain.setup_json import left_out_of
from workshop_app.domain.setup_view import Setup

DAYS = 30
"""Days that are counted, the one on which the file was taken among them."""
_FEWEST_CUT = 100
"""`mkr alerts` gives so many unless asked for more; a shorter file holds all there were."""
_NIGHT_ENDS, _NIGHT_BEGINS = 6, 22


@dataclass(frozen=True, slots=True)
class Noise:
    """How often one rule fired in the days counted; `name` is empty where no file tells it."""

    rule_id: str
    name: str
    type: str
    count: int


@dataclass(frozen=True, slots=True)
class AlertLog:
    """What the alerts tell; days are those of the customer's clock."""

    taken: datetime
    last: Alert | None
    days: tuple[int, ...]
    """Alerts opened on each of the days counted, oldest first."""
    noise: tuple[Noise, ...]
    """The rules that fired in these days, the noisiest first."""
    night: int
    """Of these alerts, the ones that opened between ten in the evening and six."""
    still_open: tuple[Alert, ...]
    open_only: bool
    """The file holds open alerts alone: what ``mkr alerts`` gives unless asked for closed ones."""
    since: datetime | None
    """From when on alerts are known, where the file does not reach back through all the days."""

    @property
    def recent(self) -> int:
        """The alerts opened in the days counted."""
        return sum(self.days)

    @property
    def dates(self) -> tuple[datetime, ...]:
        """The days counted, oldest first."""
        last = _midnight(self.taken)
        return tuple(last - timedelta(days=DAYS - 1 - number) for number in range(DAYS))


@lru_cache(maxsize=4)
def alert_log(setup: Setup, zone: tzinfo | None = None) -> AlertLog | None:
    """Return what the alerts tell, or None without a file; `zone` is this machine's by default."""
    if not setup.knows(SetupKind.ALERTS):
        return None
    taken = datetime.fromisoformat(setup.taken_at(SetupKind.ALERTS))
    last_day = _midnight(taken)
    first_day = last_day - timedelta(days=DAYS - 1)
    days, recent, night = [0] * DAYS, list[Alert](), 0
    for alert in setup.alerts:
        opened = moment(alert.opened_at, zone)
        if opened is None or not first_day <= opened < last_day + timedelta(days=1):
            continue
        recent.append(alert)
        days[(opened - first_day).days] += 1
        night += not _NIGHT_ENDS <= opened.hour < _NIGHT_BEGINS
    return AlertLog(
        taken=taken,
        last=next((alert for alert in setup.alerts if alert.opened_at), None),
        days=tuple(days),
        noise=_noise(setup, recent),
        night=night,
        still_open=tuple(open_alerts(setup)),
        open_only=bool(setup.alerts) and len(open_alerts(setup)) == len(setup.alerts),
        since=_since(setup, first_day, zone),
    )


def moment(seconds: int | None, zone: tzinfo | None = None) -> datetime | None:
    """Return epoch seconds on the clock of `zone`; None where the file does not tell."""
    return datetime.fromtimestamp(seconds, zone).replace(tzinfo=None) if seconds else None


def _noise(setup: Setup, alerts: list[Alert]) -> tuple[Noise, ...]:
    counts = Counter((alert.monitor_id, alert.type) for alert in alerts)
    names = {(alert.monitor_id, alert.type): setup.rule_name(alert) for alert in alerts}
    found = [Noise(rule, names[rule, kind], kind, n) for (rule, kind), n in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.count, each.name, each.rule_id)))


def _since(setup: Setup, first_day: datetime, zone: tzinfo | None) -> datetime | None:
    """Return the first alert's time where the file may have been cut before it."""
    parts = [part for part in setup.parts if part.kind is SetupKind.ALERTS]
    cut = any(e.reason in (Reason.PAGE, Reason.BEYOND) for p in parts for e in left_out_of(p))
    if len(setup.alerts) < _FEWEST_CUT and not cut:
        return None
    opened = [alert for alert in setup.alerts if alert.opened_at]
    first = moment(opened[-1].opened_at, zone) if opened else None
    return first if first is not None and first > first_day else None


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
