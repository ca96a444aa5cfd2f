"""Identifiers: UUIDv7 for records, short codes for people, workshops and requests."""

import re

_CODE_LENGTH = 6
_RECORD_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a new record id: a UUIDv7, so that ids sort by time of creation."""
    from uuid6 import uuid7  # imported lazily: it takes 13 ms

    return str(uuid7())


def record_id_in(text: str) -> str:
    """Return the record id with which a text begins; empty if there is none."""
    found = _RECORD_ID.match(text)
    return found.group() if found is not None else ""


def person_code(position: int) -> str:
    """Return the short code of the participant at `position` (0-based), such as ``P-1``."""
    return f"P-{position + 1}"


def request_code(number: int) -> str:
    """Return the short code of a request, such as ``R-3``."""
    return f"R-{number}"


def workshop_code(workshop_id: str) -> str:
    """Return a code that differs between workshops of the same day, such as ``f3c2a1``."""
    return re.sub(r"[^0-9A-Za-z]", "", workshop_id)[-_CODE_LENGTH:].lower()


def stable_request_code(number: int, workshop_id: str) -> str:
    """Return the code of a request that is unique across workshops, such as ``R-3-f3c2a1``."""
    return f"{request_code(number)}-{workshop_code(workshop_id)}"
