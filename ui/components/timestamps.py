"""The current time in the format of records."""

from __future__ import annotations

from datetime import datetime


def now() -> str:
    """Return the local date and time to the minute, as ``2026-06-12T14:03``."""
    return datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="minutes")
