"""Recognises files of Mackerel that contain nothing of its set-up, to refuse them with advice."""

import re

from workshop_app.domain.errors import InvalidInput

_REFUSE = "imports.setup.refuse"
_ALERT_LINE = re.compile(r"\w{8,16} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d (OK|WARNING|CRITICAL|UNKNOWN) ")
_METRIC_LINE = re.compile(r"[\w.-]{1,200}[\t ]+[-+]?\d[\d.eE+-]*[\t ]+\d{9,13}\s*")
_SNMP = re.compile(r"^(collector|x-api-key)\s*:", re.MULTILINE)
_TERRAFORM = re.compile(r"^\s*(resource|data|provider)\s+\"?mackerel", re.MULTILINE)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*(\{|\]\s*\Z)")
_CALL = re.compile(r"(?:[^\n\[{]{0,80}?(?:\[[^\n\]]{0,60}\])?[$%#>❯]\s*)?(?:sudo\s+)?mkr\s[^\n]*\n")
"""The line of a terminal in which mkr was called."""
_PROMPT = re.compile(r"\s*|(?:\[[^\]\"]*\]|[^\[\]{}\"]*)[$%#>❯]\s*(?:[^\[\]{}\"]*)")
"""A prompt after the output of a command."""
_LONGEST_PROMPT = 1_000
"""Maximum number of characters of a prompt, since the pattern takes long for long lines."""
_SETTINGS = re.compile(
    r"^\s*(\[\s*\"?plugin\"?\s*\.\s*\"?(metrics|checks|metadata)\b|apikey\s*=\s*[\"'])",
    re.MULTILINE,
)
_OBJECTS = (
    ("webhook", {"event", "orgName"}),
    ("error_answer", {"error"}),
    ("tfstate", {"terraform_version"}),
    ("alert_logs", {"logs"}),
    ("alert_logs", {"createdAt", "status", "monitorId"}),
    *(
        ("elsewhere", fields)
        for fields in (
            {"users"},
            {"screenName", "authority"},
            {"awsIntegrations"},
            {"roleArn", "services"},
            {"invitations"},
            {"email", "authority"},
            {"metadata"},
            {"namespace"},
            {"traces"},
            {"httpServerStats"},
            {"dbQueryStats"},
            {"traceId"},
        )
    ),
    ("metrics", {"metrics"}),
    ("metrics", {"hostId", "name", "time", "value"}),
    ("metrics", {"name", "time", "value"}),
)


def without_prompts(text: str) -> str:
    """Return the output of mkr from a text copied from a terminal, without the prompts.

    Any other text is returned unchanged.
    """
    begun = text.lstrip()
    called = _CALL.match(begun)
    if called is None or not _JSON.match(begun[called.end() :].lstrip()[:2_000]):
        return text
    lines = begun[called.end() :].rstrip().split("\n")
    while len(lines[-1]) <= _LONGEST_PROMPT and _PROMPT.fullmatch(lines[-1]):
        lines.pop()
    return "\n".join(lines)


def is_json(text: str) -> bool:
    """Return whether a text begins like JSON of objects, perhaps after a prompt."""
    return bool(_JSON.match(without_prompts(text).lstrip()[:2_000]))


def is_agent_settings(text: str) -> bool:
    """Return whether a text contains a table or key of an agent's settings."""
    return bool(_SETTINGS.search(text))


def known_text(text: str) -> str:
    """Return what a text is, as a key under ``imports.setup.refuse``; empty if unknown."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    if lines and all(_ALERT_LINE.match(line) for line in lines[:-1] or lines):
        return "alerts_text"
    if lines and all(_METRIC_LINE.fullmatch(line) for line in lines[:-1] or lines):
        return "metrics"
    if "mibs" in text and len(_SNMP.findall(text)) > 0:
        return "sabatrafficd"
    return "terraform" if _TERRAFORM.search(text) else ""


def refuse_known(value: object) -> None:
    """Raise InvalidInput for a JSON value that is known but contains nothing of the set-up."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return
    for key, needed in _OBJECTS:
        if needed <= first.keys():
            raise InvalidInput(f"{_REFUSE}.{key}")
