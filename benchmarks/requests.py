"""Labelled requests: our own, and a set named by ``REQUESTS``.

Our own are sixteen sets. ``requests.jsonl`` makes two halves: ``tuning`` may be used while the
search is changed, ``held out`` may not; both have been measured repeatedly. ``unseen.jsonl`` was
written later, without looking at the catalogue or at results of the search; neither of them is
changed because of its rows. ``talk.jsonl``, for entries chosen at random, may be used like the
tuning half, and so may ``room.jsonl``, everyday problems of a workshop. ``real-*.jsonl`` are lines
that people wrote in public places: two halves by source, and five sets that were collected later,
each measured before it was looked at. Of the last two, ``december`` and ``winter``, only totals are
read; ``winter`` is in our own words.
``rewritten.jsonl`` are such lines in our own words, each with a single label. ``everyday.jsonl`` is
what a facilitator types in front of a customer, ``denied.jsonl`` what was wrongly said to be
lacking, ``trades.jsonl`` what customers of all trades say, half of it about no monitoring.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LABELLED = Path(__file__).parent / "labelled"
MEASURE_ONLY = frozenset(
    {"held out", "unseen", "real-last", "real-december", "real-winter", "real-held-out"}
)
"""The sets of which only totals are read, so that their rows cannot be tuned for."""
_OTHERS = (
    "unseen",
    "talk",
    "room",
    "real-tuning",
    "everyday",
    "denied",
    "trades",
    "real-later",
    "real-fresh",
    "real-last",
    "real-december",
    "real-winter",
    "rewritten",
    "real-held-out",
)


@dataclass(frozen=True)
class LabelledRequest:
    """A request, and the ids of the answers that solve it, if any.

    `gaps` are the ids of the known gaps that describe it; a request without an answer may have
    none, if nobody has written or labelled one.
    """

    id: str
    language: str
    text: str
    answers: frozenset[str]
    gaps: frozenset[str] = frozenset()


def sets() -> dict[str, list[LabelledRequest]]:
    """Return the sets by name; the halves are split by a hash of the id."""
    halves: dict[str, list[LabelledRequest]] = {"tuning": [], "held out": []}
    for request in _read(_LABELLED / "requests.jsonl"):
        odd = hashlib.sha256(request.id.encode()).digest()[0] % 2
        halves["held out" if odd else "tuning"].append(request)
    named = os.environ.get("REQUESTS")
    own = halves | {name: _read(_LABELLED / f"{name}.jsonl") for name in _OTHERS}
    return own | ({Path(named).name: _read(Path(named))} if named else {})


def _read(file: Path) -> list[LabelledRequest]:
    text = file.read_text(encoding="utf-8-sig")
    rows = json.loads(text) if text.lstrip().startswith("[") else map(json.loads, text.splitlines())
    return [
        LabelledRequest(
            row["id"],
            row["lang"],
            row["text"],
            frozenset(row.get("answers") or ()),
            _gaps(row),
        )
        for row in rows
    ]


def _gaps(row: dict[str, Any]) -> frozenset[str]:
    """Return the gaps of a row: a list under ``gaps``, or one id or a list under ``gap``."""
    named = row.get("gaps") or row.get("gap") or ()
    return frozenset([named] if isinstance(named, str) else named)
