"""The reader of monitoring rules: their features, without addresses, bodies, headers and limits."""

from workshop_app.domain.setup import MonitorRule, Reason
from workshop_app.services.imports.mackerel.field_reader import FieldReader

RULE_TYPES = (
    "connectivity",
    "host",
    "service",
    "external",
    "expression",
    "anomalyDetection",
    "query",
)
_FORECAST_FUNCTIONS = ("timeleftforecast", "linearregression")
_BACKWARD = "evaluateBackwardMinutes"
_EXTERNAL_TRAITS = {
    "containsString": "contains_string",
    "headers": "headers",
    "requestBody": "request_body",
    "expectedStatusCode": "expected_status",
    "dualstack": "dualstack",
}


def monitor_rule(thing: FieldReader) -> MonitorRule | None:
    """Return the rule; None for an unknown type."""
    kind = thing.text("type")
    if kind not in RULE_TYPES:
        thing.left_out.add(Reason.TYPE, kind or "?")
        return None
    traits = _common(thing) + _of_type(thing, kind)
    return MonitorRule(
        id=thing.id(),
        # A connectivity rule may have no name.
        name=thing.text("name") or (kind if kind == "connectivity" else ""),
        type=kind,
        muted=thing.flag("isMute"),
        metric=thing.text("metric"),
        service=thing.text("service"),
        scopes=thing.scopes("scopes"),
        exclude_scopes=thing.scopes("excludeScopes"),
        attempts=thing.number("maxCheckAttempts"),
        notification_interval=thing.number("notificationInterval") or None,
        traits=tuple(dict.fromkeys(traits)),
    )


def _common(thing: FieldReader) -> list[str]:
    thing.unused("operator")
    traits = ["memo"] if thing.has("memo") else []
    thing.private("memo")
    traits += [level for level in ("warning", "critical") if thing.given(level)]
    if (thing.number("duration") or 0) > 1:
        traits.append("averaged")
    return traits


def _of_type(thing: FieldReader, kind: str) -> list[str]:
    if kind == "connectivity":
        status = thing.word("alertStatusOnGone", ("CRITICAL", "WARNING"))
        return ["gone_status"] * bool(status) + ["gone_warning"] * (status == "WARNING")
    if kind == "service":
        return _levels(thing, "missingDuration", "missing_data", "missing")
    if kind == "external":
        return _external(thing)
    if kind == "expression":
        return _expression(thing)
    if kind == "anomalyDetection":
        return _anomaly(thing)
    if kind == "query":
        thing.private("query")
        return [
            trait
            for trait, name in (("legend", "legend"), ("evaluate_backward", _BACKWARD))
            if thing.has(name)
        ]
    return []


def _levels(thing: FieldReader, field: str, either: str, trait: str) -> list[str]:
    """Return `either` and a trait for each threshold of a field that is set; empty if none is."""
    found = [
        f"{trait}_{level.casefold()}"
        for level in ("Warning", "Critical")
        if thing.number(f"{field}{level}")
    ]
    return [either, *found] if found else []


def _external(thing: FieldReader) -> list[str]:
    traits = _levels(thing, "responseTime", "response_time", "response_time")
    traits += _levels(thing, "certificationExpiration", "certificate", "certificate")
    traits += [trait for name, trait in _EXTERNAL_TRAITS.items() if thing.has(name)]
    if thing.flag("skipCertificateVerification"):
        traits.append("skip_verification")
    if thing.flag("followRedirect"):
        traits.append("follow_redirect")
    method = thing.word("method", ("GET", "POST", "PUT", "DELETE")).casefold()
    traits += [method] if method else []
    traits += ["https"] if _starts(thing, "url", "https://") else []
    thing.private("url", "headers", "requestBody", "containsString")
    thing.unused("responseTimeDuration")
    return traits


def _expression(thing: FieldReader) -> list[str]:
    expression = thing.raw("expression").casefold()
    thing.private("expression")
    traits = ["forecast"] if any(name in expression for name in _FORECAST_FUNCTIONS) else []
    return traits + (["evaluate_backward"] if thing.has(_BACKWARD) else [])


def _anomaly(thing: FieldReader) -> list[str]:
    known = ("insensitive", "normal", "sensitive")
    traits = [
        level for level in ("warning", "critical") if thing.word(f"{level}Sensitivity", known)
    ]
    return traits + (["training_period"] if thing.time("trainingPeriodFrom") else [])


def _starts(thing: FieldReader, name: str, beginning: str) -> bool:
    return thing.raw(name).strip().casefold().startswith(beginning)
