"""What the customer's files tell about a context question, beside what the room remembers."""

from collections.abc import Callable
from datetime import tzinfo

from workshop_app.domain.alert_log import alert_log, moment
from workshop_app.domain.finds.channels import channels, suspended
from workshop_app.domain.finds.find import seconds
from workshop_app.domain.finds.hosts import active, old_agents, with_agent
from workshop_app.domain.finds.monitors import muted
from workshop_app.domain.finds.times import left_lying
from workshop_app.domain.setup import Alert, SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage import Standing, Words, usage_of

_Told = list[Words]
_NEW = 180 * 86_400
"""Seconds within which a host counts as new."""
_LONG = 30 * 60
"""Seconds after which an alert counts as an outage."""


def told(setup: Setup, question: str, zone: tzinfo | None = None) -> tuple[Words, ...]:
    """Return the sentences that answer a question of the bank; empty where files tell nothing.

    `zone` is the clock of the times, by default this machine's.
    """
    teller = _TELLERS.get(question)
    return tuple(teller(setup, zone)) if teller and setup.parts else ()


def _last_alert(setup: Setup, zone: tzinfo | None) -> _Told:
    log = alert_log(setup, zone)
    if log is None:
        return []
    if log.last is None:
        return [Words("told.no_alerts")]
    said = [_alert("told.last_alert", setup, log.last, zone)]
    if log.open_only:
        return [*said, Words("told.open_only", {"n": len(log.still_open)})]
    if log.since is not None:
        return [*said, Words("told.since", {"n": log.recent, "day": log.since})]
    return [*said, Words("told.recent", {"n": log.recent, "day": log.taken})]


def _last_outage(setup: Setup, zone: tzinfo | None) -> _Told:
    """The latest alert that lasted; a closed one no longer tells how bad it was."""
    for alert in setup.alerts:
        if alert.opened_at and alert.closed_at and alert.closed_at - alert.opened_at >= _LONG:
            said = _alert("told.last_long", setup, alert, zone)
            minutes = round((alert.closed_at - alert.opened_at) / 60)
            return [Words(said.key, {**said.values, "n": minutes})]
    return []


def _ignored(setup: Setup, zone: tzinfo | None) -> _Told:
    log, said = alert_log(setup, zone), list[Words]()
    if log is not None and log.noise and not log.open_only and log.noise[0].count > 1:
        loud = log.noise[0]
        said.append(Words("told.noisiest", {"rule": _name(loud.name, loud.type), "n": loud.count}))
    lying = left_lying(setup)
    if lying:
        day = moment(lying[-1].opened_at, zone)
        said.append(Words("told.left_lying", {"n": len(lying), "day": day}))
    quiet = muted()(setup)
    return [*said, Words("told.muted", {"n": len(quiet)})] if quiet else said


def _night(setup: Setup, zone: tzinfo | None) -> _Told:
    log, said = alert_log(setup, zone), list[Words]()
    if log is not None and log.recent and not log.open_only:
        said.append(Words("told.night", {"n": log.night, "of": log.recent}))
    stopped = suspended()(setup)
    return [*said, Words("told.suspended", {"n": len(stopped)})] if stopped else said


def _noticed(setup: Setup, _zone: tzinfo | None) -> _Told:
    types = list(dict.fromkeys(each.type for each in channels()(setup) if not each.suspended))
    return [Words("told.channels", {"types": tuple(types)})] if types else []


def _given_up(setup: Setup, _zone: tzinfo | None) -> _Told:
    said, stopped = list[Words](), suspended()(setup)
    quiet = muted()(setup)
    if quiet:
        said.append(Words("told.muted", {"n": len(quiet)}))
    if stopped:
        said.append(Words("told.suspended", {"n": len(stopped)}))
    halves = [u for u in usage_of(setup).values() if u.standing is Standing.HALF]
    return [*said, Words("told.halves", {"n": len(halves)})] if halves else said


def _boards(setup: Setup, _zone: tzinfo | None) -> _Told:
    return [Words("told.dashboards", {"n": len(setup.dashboards)})] if setup.dashboards else []


def _hosts(setup: Setup, zone: tzinfo | None) -> _Told:
    dated = sorted((h for h in active(setup) if h.created_at), key=lambda h: h.created_at or 0)
    said = list[Words]()
    for which, host in (("newest", dated[-1]), ("oldest", dated[0])) if dated else ():
        day = moment(host.created_at, zone)
        said.append(Words(f"told.{which}_host", {"host": host.name, "day": day}))
    bare, old = [host for host in active(setup) if not host.roles], old_agents(setup)
    if bare:
        said.append(Words("told.no_role", {"n": len(bare), "of": len(active(setup))}))
    if old:
        said.append(Words("told.old_agents", {"n": len(old), "of": len(with_agent(setup))}))
    return said


def _coming(setup: Setup, _zone: tzinfo | None) -> _Told:
    taken = seconds(setup.taken_at(SetupKind.HOSTS))
    new = [h for h in active(setup) if h.created_at and taken - h.created_at < _NEW]
    return [Words("told.new_hosts", {"n": len(new), "of": len(active(setup))})] if new else []


def _rules(setup: Setup, _zone: tzinfo | None) -> _Told:
    if not setup.rules:
        return []
    values = {"n": len(setup.rules), "muted": len(muted()(setup))}
    return [Words("told.rules" if values["muted"] else "told.rules_loud", values)]


def _after(setup: Setup, _zone: tzinfo | None) -> _Told:
    return [Words("told.annotations", {"n": len(setup.annotations)})] if setup.annotations else []


_TELLERS: dict[str, Callable[[Setup, tzinfo | None], _Told]] = {
    "last_alert": _last_alert,
    "last_outage": _last_outage,
    "who_noticed": _noticed,
    "first_screen": _boards,
    "night_duty": _night,
    "ignored_alert": _ignored,
    "given_up": _given_up,
    "new_server": _hosts,
    "changed_rule": _rules,
    "after_outage": _after,
    "coming_change": _coming,
}


def _alert(key: str, setup: Setup, alert: Alert, zone: tzinfo | None) -> Words:
    """Say an alert with its rule and, where it has one, its host."""
    host = setup.host_of(alert)
    values = {
        "moment": moment(alert.opened_at, zone),
        "rule": _name(setup.rule_name(alert), alert.type),
        "host": host.name if host else "",
    }
    return Words(f"{key}_on" if host and host.name else key, values)


def _name(name: str, kind: str) -> Words | str:
    """The name of a rule, or words for its kind where no file tells its name."""
    return name or Words("rule_type.unnamed", {"kind": kind})
