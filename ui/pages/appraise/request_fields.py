"""The fields of the request text, in the order in which they are filled in."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.request import ESSENTIAL_FIELDS, Request


@dataclass(frozen=True)
class RequestField:
    """A field of ``Request``; its texts have the keys ``appraise.request.<name>`` and ``_hint``."""

    name: str
    is_search: bool = False


FIELDS = (
    *(RequestField(name) for name in ESSENTIAL_FIELDS),
    *(RequestField(name) for name in ("situation", "workaround", "wished_how", "own_words")),
    RequestField("nearest_id", is_search=True),
    RequestField("shortfall"),
    RequestField("title"),
)
"""The essential ones first; the others are optional."""


def filled(request: Request) -> int:
    """Return how many of the essential fields are filled in."""
    return len(ESSENTIAL_FIELDS) - len(request.unsaid)


def first_empty(request: Request) -> int:
    """Return the index of the first empty essential field, 0 when all are filled in."""
    return ESSENTIAL_FIELDS.index(request.unsaid[0]) if request.unsaid else 0
