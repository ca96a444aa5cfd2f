"""The current time in the format of records, and the day from which days are counted."""

from __future__ import annotations

from datetime import date, datetime

from workshop_app.domain.state import WorkshopState


def now() -> str:
    """Return the local date and time to the minute, as ``2026-06-12T14:03``."""
    return datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="minutes")


def day_of(state: WorkshopState | None) -> date:
    """Return today, or the day of a workshop that is planned for later: it counts from there."""
    planned = state.workshop.date if state is not None else ""
    return max(date.today(), date.fromisoformat(planned)) if planned else date.today()
