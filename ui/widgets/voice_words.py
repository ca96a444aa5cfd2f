"""Texts for how many said the same: four separate counts, never one number."""

from __future__ import annotations

from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr


def voice_parts(counts: VoiceCounts) -> list[tuple[str, str]]:
    """Return each known count with its unit, such as ("3", "社")."""
    people = "people_at_least" if counts.people_unknown else "people"
    numbers = {
        "customers": counts.customers,
        people: counts.people,
        "jobs": counts.jobs,
        "ways": counts.ways,
    }
    return [(str(n), tr(f"widgets.voices.{unit}", n=n)) for unit, n in numbers.items() if n]


def voices_in_a_line(counts: VoiceCounts) -> str:
    """Return the counts as one sentence; for a single customer, that nobody else said it."""
    if not counts.elsewhere:
        return tr("widgets.voices.here")
    said = [tr("widgets.voices.count", n=n, unit=unit) for n, unit in voice_parts(counts)]
    return tr("widgets.voices.and").join(said)
