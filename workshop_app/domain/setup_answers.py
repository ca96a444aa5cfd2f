"""Answers to the context questions derived from the customer's files, next to those of the room."""

from collections.abc import Callable, Sequence

from workshop_app.domain.alert_log import alert_log, local_time
from workshop_app.domain.setup import Alert
from workshop_app.domain.setup_finders.alerts import stale_alerts
from workshop_app.domain.setup_finders.channels import channels_of_type, suspended_channels
from workshop_app.domain.setup_finders.finder import epoch_seconds
from workshop_app.domain.setup_finders.hosts import (
    active_hosts,
    hosts_with_agent,
    hosts_with_old_agent,
)
from workshop_app.domain.setup_finders.monitors import muted_rules
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage import Message, UsageStatus, usage_of

_NEW_HOST = 180 * 86_400
"""A host counts as new for this many seconds."""
_OUTAGE = 30 * 60
"""An alert longer than this many seconds counts as an outage."""


def answers_from_setup(setup: Setup, question: str) -> tuple[Message, ...]:
    """Return the sentences that answer a question of the bank; empty if no file answers it."""
    answer = _ANSWERS.get(question)
    return tuple(answer(setup)) if answer and setup.parts else ()


def _last_alert(setup: Setup) -> list[Message]:
    log = alert_log(setup)
    if log is None:
        return []
    if log.last is None:
        return [Message("answers.no_alerts")]
    last = _alert_message("answers.last_alert", setup, log.last)
    if log.open_only:
        return [last, Message("answers.open_only", {"n": len(log.still_open)})]
    if log.since is not None:
        return [last, Message("answers.since", {"n": log.recent, "day": log.since})]
    return [last, Message("answers.recent", {"n": log.recent, "day": log.taken})]


def _last_outage(setup: Setup) -> list[Message]:
    """Return the latest long alert; the severity of closed alerts is not in the file."""
    for alert in setup.alerts:
        if alert.opened_at and alert.closed_at and alert.closed_at - alert.opened_at >= _OUTAGE:
            message = _alert_message("answers.last_long", setup, alert)
            minutes = round((alert.closed_at - alert.opened_at) / 60)
            return [Message(message.key, {**message.values, "n": minutes})]
    return []


def _ignored_alerts(setup: Setup) -> list[Message]:
    log = alert_log(setup)
    messages: list[Message] = []
    if log is not None and log.rule_counts and not log.open_only and log.rule_counts[0].count > 1:
        top = log.rule_counts[0]
        values = {"rule": _rule_name(top.name, top.type), "n": top.count}
        messages.append(Message("answers.noisiest", values))
    stale = stale_alerts(setup)
    if stale:
        day = local_time(stale[-1].opened_at)
        messages.append(Message("answers.left_lying", {"n": len(stale), "day": day}))
    return messages + _muted(setup)


def _night_duty(setup: Setup) -> list[Message]:
    log = alert_log(setup)
    messages: list[Message] = []
    if log is not None and log.recent and not log.open_only:
        messages.append(Message("answers.night", {"n": log.night, "of": log.recent}))
    return messages + _suspended(setup)


def _counted(name: str, things: Sequence[object], **more: object) -> list[Message]:
    """Return a message with the number of things; none without any."""
    return [Message(f"answers.{name}", {"n": len(things), **more})] if things else []


def _channels(setup: Setup) -> list[Message]:
    active = (each.type for each in channels_of_type()(setup) if not each.suspended)
    types = tuple(dict.fromkeys(active))
    return [Message("answers.channels", {"types": types})] if types else []


def _given_up(setup: Setup) -> list[Message]:
    halves = [u for u in usage_of(setup).values() if u.status is UsageStatus.HALF]
    return _muted(setup) + _suspended(setup) + _counted("halves", halves)


def _muted(setup: Setup) -> list[Message]:
    return _counted("muted", muted_rules()(setup))


def _suspended(setup: Setup) -> list[Message]:
    return _counted("suspended", suspended_channels()(setup))


def _hosts(setup: Setup) -> list[Message]:
    hosts = active_hosts(setup)
    dated = sorted((h for h in hosts if h.created_at), key=lambda h: h.created_at or 0)
    messages: list[Message] = []
    for which, host in (("newest", dated[-1]), ("oldest", dated[0])) if dated else ():
        day = local_time(host.created_at)
        messages.append(Message(f"answers.{which}_host", {"host": host.name, "day": day}))
    without_role = [host for host in hosts if not host.roles]
    messages += _counted("no_role", without_role, of=len(hosts))
    old = hosts_with_old_agent(setup)
    return messages + _counted("old_agents", old, of=len(hosts_with_agent(setup)))


def _new_hosts(setup: Setup) -> list[Message]:
    taken = epoch_seconds(setup.taken_at(SetupKind.HOSTS))
    hosts = active_hosts(setup)
    new = [h for h in hosts if h.created_at and taken - h.created_at < _NEW_HOST]
    return _counted("new_hosts", new, of=len(hosts))


def _rules(setup: Setup) -> list[Message]:
    muted = len(muted_rules()(setup))
    return _counted("rules" if muted else "rules_loud", setup.rules, muted=muted)


_ANSWERS: dict[str, Callable[[Setup], list[Message]]] = {
    "last_alert": _last_alert,
    "last_outage": _last_outage,
    "who_noticed": _channels,
    "first_screen": lambda setup: _counted("dashboards", setup.dashboards),
    "night_duty": _night_duty,
    "ignored_alert": _ignored_alerts,
    "given_up": _given_up,
    "new_server": _hosts,
    "changed_rule": _rules,
    "after_outage": lambda setup: _counted("annotations", setup.annotations),
    "coming_change": _new_hosts,
}


def _alert_message(key: str, setup: Setup, alert: Alert) -> Message:
    """Return a message on an alert with its rule and, under the key ``<key>_on``, its host."""
    host = setup.host_of(alert)
    values = {
        "moment": local_time(alert.opened_at),
        "rule": _rule_name(setup.rule_name(alert), alert.type),
        "host": host.name if host else "",
    }
    return Message(f"{key}_on" if host and host.name else key, values)


def _rule_name(name: str, kind: str) -> Message | str:
    """Return the name of a rule, or a message with its type if no file contains the name."""
    return name or Message("rule_type.unnamed", {"kind": kind})
