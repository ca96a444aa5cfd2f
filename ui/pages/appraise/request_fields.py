"""The fields of a request's text, in the order in which the room fills them in."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.request import Request


@dataclass(frozen=True)
class RequestField:
    """A field of ``Request``; its words are ``appraise.request.<name>`` and ``.<name>_hint``."""

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
    """How many of the fields have something in them."""
    return sum(bool(getattr(request, field.name)) for field in FIELDS)


def first_empty(request: Request) -> int:
    """The place of the first empty field; the first one when all are filled."""
    empty = (place for place, field in enumerate(FIELDS) if not getattr(request, field.name))
    return next(empty, 0)
