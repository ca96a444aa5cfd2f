"""Texts for data from the customer's files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from workshop_app.domain.usage import Message, Usage
from workshop_app.i18n import texts, tr
from workshop_app.services.imports.mackerel.words import kind_name

_RULE_TYPES = (
    "connectivity", "host", "service", "external", "check", "expression", "anomalyDetection",
    "query",
)  # fmt: skip
_CHANNEL_TYPES = (
    "email", "email-broadcast", "slack", "chatwork", "twilio", "pagerduty", "opsgenie",
    "jira-service-management", "microsoft-teams", "webhook", "amazon-event-bridge", "line",
)  # fmt: skip


def say(words: Message) -> str:
    """Return one sentence, without the full stop."""
    values = {name: _shown(name, value) for name, value in words.values.items()}
    return tr(f"setup.{words.key}", **values)


def say_all(told: Iterable[Message]) -> str:
    """Return several sentences in one text; empty when there are none."""
    sentences = [say(words) for words in told]
    return tr("setup.answers.join").join(sentences) + tr("setup.answers.end") if sentences else ""


def listed(words: Sequence[str]) -> str:
    """Return several items joined as in a sentence."""
    last = list(words[-1:])
    parts = [tr("setup.answers.and").join(words[:-1]), *last] if words[1:] else last
    return tr("setup.answers.last").join(parts)


def reason(usage: Usage) -> str:
    """Return why an answer counts as in use, partially used, never used or unknown."""
    if usage.needs:
        kinds = listed([kind_name(kind) for kind in usage.needs])
        return tr("setup.unknown.no_file", kinds=kinds)
    return say(usage.reason)


def rule_type(kind: str) -> str:
    """Return the name of a type of monitoring rule."""
    return tr(f"setup.rule_type.{kind if kind in _RULE_TYPES else 'other'}")


def channel_type(kind: str) -> str:
    """Return the name of a type of channel."""
    return tr(f"setup.channel_type.{kind if kind in _CHANNEL_TYPES else 'other'}")


def day(moment: datetime) -> str:
    """Return a day such as 11月24日(火), with the year unless it is the current one."""
    other_year = moment.year != date.today().year
    return texts().date(moment.date().isoformat(), year=other_year, short=True)


def _shown(name: str, value: object) -> object:
    if isinstance(value, Message):
        return say(value)
    if isinstance(value, datetime):
        return day(value) if name == "day" else f"{day(value)} {value:%H:%M}"
    if name == "types" and isinstance(value, tuple):
        return listed(list(dict.fromkeys(channel_type(str(each)) for each in value)))
    return rule_type(str(value)) if name == "kind" else value
