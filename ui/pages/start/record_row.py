"""What the list of records says about one workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ui.widgets.badge import outcome_word
from ui.widgets.rows import Row
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import texts, tr
from workshop_app.services.queries import WorkshopSummary


@dataclass(frozen=True)
class RecordRow(Row):
    """A row for the eye in parts; ``text`` says all of it for the ear."""

    title: str = ""
    customer: str = ""
    day: str = ""
    year: str = ""
    done: tuple[bool, ...] = ()
    outcomes: Mapping[OutcomeKind, int] = field(default_factory=dict, hash=False)
    papers: bool = False
    sample: bool = False


def record_row(summary: WorkshopSummary, today: date) -> RecordRow:
    """The row of a workshop; the year is told when it is not the present one."""
    iso = summary.date or summary.created_at[:10]
    outcomes = dict(summary.outcomes)
    counts = [f"{outcome_word(kind)} {count}" for kind, count in outcomes.items()]
    spoken = [
        texts().date(iso),
        summary.title,
        summary.customer,
        tr("start.records.steps_done", n=summary.steps_done),
        *counts,
        paper_words(summary.exported),
    ]
    return RecordRow(
        summary.id,
        "  ".join(part for part in spoken if part),
        title=summary.title,
        customer=summary.customer,
        day=texts().date(iso, year=False, short=True),
        year="" if iso[:4] == str(today.year) else iso[:4],
        done=summary.done,
        outcomes=outcomes,
        papers=summary.exported,
        sample=summary.is_sample,
    )


def paper_words(written: bool) -> str:
    """Whether the papers of a workshop were written."""
    return tr("start.records.papers" if written else "start.records.no_papers")
