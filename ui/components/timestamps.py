"""The time of day, as records hold it."""

from __future__ import annotations

from datetime import datetime


def now() -> str:
    """The local date and time to the minute, ``2026-06-12T14:03``."""
    return datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="minutes")
