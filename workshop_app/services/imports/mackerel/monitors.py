"""Monitoring rules: what each is set up with, without addresses, bodies, headers and thresholds."""

from workshop_app.domain.setup import MonitorRule, Reason
from workshop_app.services.imports.mackerel.item import Item

RULE_TYPES = (
    "connectivity",
    "host",
    "service",
    "external",
    "expression",
    "anomalyDetection",
    "query",
)
_AHEAD = ("timeleftforecast", "linearregression")
"""Functions of expressions that look ahead."""


def monitor_rule(item: Item) -> MonitorRule | None:
    """Return the rule; None for one of a type that is not known."""
    kind = item.text("type")
    if kind not in RULE_TYPES:
        item.tally.add(Reason.TYPE, kind or "?")
        return None
    traits = _common(item) + _of_type(item, kind)
    return MonitorRule(
        id=item.id(),
        # The rule of connectivity may come without its name.
        name=item.text("name") or (kind if kind == "connectivity" else ""),
        type=kind,
        muted=item.flag("isMute"),
        metric=item.text("metric"),
        service=item.text("service"),
        scopes=item.scopes("scopes"),
        exclude_scopes=item.scopes("excludeScopes"),
        attempts=item.number("maxCheckAttempts"),
        notification_interval=item.number("notificationInterval") or None,
        traits=tuple(dict.fromkeys(traits)),
    )


def _common(item: Item) -> list[str]:
    item.unused("operator")
    traits = ["memo"] if item.has("memo") else []
    item.private("memo")
    traits += [level for level in ("warning", "critical") if item.given(level)]
    if (item.number("duration") or 0) > 1:
        traits.append("averaged")
    return traits


def _of_type(item: Item, kind: str) -> list[str]:
    if kind == "connectivity":
        status = item.word("alertStatusOnGone", ("CRITICAL", "WARNING"))
        return ["gone_status"] * bool(status) + ["gone_warning"] * (status == "WARNING")
    if kind == "service":
        return _levels(item, "missingDuration", "missing_data", "missing")
    if kind == "external":
        return _external(item)
    if kind == "expression":
        return _expression(item)
    if kind == "anomalyDetection":
        return _anomaly(item)
    if kind == "query":
        item.private("query")
        return [
            trait
            for trait, name in (("legend", "legend"), ("evaluate_backward", _BACKWARD))
            if item.has(name)
        ]
    return []


_BACKWARD = "evaluateBackwardMinutes"


def _levels(item: Item, field: str, either: str, trait: str) -> list[str]:
    """Return which of the two thresholds of a field are set, and that one is."""
    found = [
        f"{trait}_{level.casefold()}"
        for level in ("Warning", "Critical")
        if item.number(f"{field}{level}")
    ]
    return [either, *found] if found else []


def _external(item: Item) -> list[str]:
    traits = _levels(item, "responseTime", "response_time", "response_time")
    traits += _levels(item, "certificationExpiration", "certificate", "certificate")
    named = {
        "containsString": "contains_string",
        "headers": "headers",
        "requestBody": "request_body",
        "expectedStatusCode": "expected_status",
        "dualstack": "dualstack",
    }
    traits += [trait for name, trait in named.items() if item.has(name)]
    if item.flag("skipCertificateVerification"):
        traits.append("skip_verification")
    if item.flag("followRedirect"):
        traits.append("follow_redirect")
    method = item.word("method", ("GET", "POST", "PUT", "DELETE")).casefold()
    traits += [method] if method else []
    traits += ["https"] if _starts(item, "url", "https://") else []
    item.private("url", "headers", "requestBody", "containsString")
    item.unused("responseTimeDuration")
    return traits


def _expression(item: Item) -> list[str]:
    words = item.raw("expression").casefold()
    item.private("expression")
    traits = ["forecast"] if any(name in words for name in _AHEAD) else []
    return traits + (["evaluate_backward"] if item.has(_BACKWARD) else [])


def _anomaly(item: Item) -> list[str]:
    known = ("insensitive", "normal", "sensitive")
    traits = [level for level in ("warning", "critical") if item.word(f"{level}Sensitivity", known)]
    return traits + (["training_period"] if item.time("trainingPeriodFrom") else [])


def _starts(item: Item, name: str, beginning: str) -> bool:
    return item.raw(name).strip().casefold().startswith(beginning)
