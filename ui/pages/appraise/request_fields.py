"""The fields of the text for the product team, in the order in which they are filled in."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.request import Request


@dataclass(frozen=True)
class RequestField:
    """A field of ``Request``; its words have the keys ``appraise.request.<name>`` and ``_hint``."""

    name: str
    is_search: bool = False


FIELDS = (
    *(RequestField(name) for name in ("why", "situation", "impact", "workaround",
                                      "good_enough", "wished_how", "own_words")),
    RequestField("nearest_id", is_search=True),
    RequestField("shortfall"),
    RequestField("title"),
)  # fmt: skip


def filled(request: Request) -> int:
    """Return how many fields are filled in."""
    return sum(bool(getattr(request, field.name)) for field in FIELDS)


def first_empty(request: Request) -> int:
    """Return the index of the first empty field, 0 when all are filled in."""
    empty = (place for place, field in enumerate(FIELDS) if not getattr(request, field.name))
    return next(empty, 0)
