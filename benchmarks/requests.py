"""Labelled requests: our own, and a set named by ``REQUESTS``."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

_OWN = Path(__file__).parent / "labelled" / "requests.jsonl"


@dataclass(frozen=True)
class Request:
    """What somebody said, and the ids of the answers that solve it; none when nothing does."""

    id: str
    language: str
    text: str
    answers: frozenset[str]


def sets() -> dict[str, list[Request]]:
    """Return the sets to measure on by name; our own in two halves, split by a hash of the id."""
    halves: dict[str, list[Request]] = {"tuning": [], "held out": []}
    for request in _read(_OWN):
        odd = hashlib.sha256(request.id.encode()).digest()[0] % 2
        halves["held out" if odd else "tuning"].append(request)
    named = os.environ.get("REQUESTS")
    return halves | ({Path(named).name: _read(Path(named))} if named else {})


def _read(file: Path) -> list[Request]:
    text = file.read_text(encoding="utf-8-sig")
    rows = json.loads(text) if text.lstrip().startswith("[") else map(json.loads, text.splitlines())
    return [
        Request(row["id"], row["lang"], row["text"], frozenset(row.get("answers") or ()))
        for row in rows
    ]
