"""The checklist before papers are handed over, as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from exports.progress import ExportResult
from ui.components.papers.export_messages import (
    dossier_gaps_text,
    no_reply_day_text,
    outdated_message_text,
    unentered_text,
)
from ui.components.paragraph_view import text_row
from ui.rows.row import Row
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import missing, steps_of
from workshop_app.i18n import texts, tr


def handover_check(
    state: WorkshopState, result: ExportResult | None, unentered: Sequence[str], slack: int
) -> list[Row]:
    """Return what is incomplete, who said no problem, and the findings of an export.

    ``unentered`` are the names of the editors where typed text waits, ``slack`` the days that the
    settings leave between the product team's reply and the promised day.
    """
    complete = text_row(tr("wrap_up.papers.complete"), icon="circle-check", colour="solution")
    return [
        *(_still_open(state, unentered) + _of_papers(state, slack) or [complete]),
        *_without_problem(state),
        *_export_findings(result),
    ]


def _still_open(state: WorkshopState, unentered: Sequence[str]) -> list[Row]:
    """Return what waits to be entered and what each step still lacks, one sentence each."""
    words = unentered_text(unentered)
    pieces = [text_row(words, icon="circle-alert")] if words else []
    pieces += [
        text_row(tr("wrap_up.overview.missing", step=tr(f"steps.name.{step}"),
                 what=tr(f"steps.missing.{one.key}", n=one.n)), icon="circle-alert")
        for step in steps_of(state.workshop.kind)
        for one in missing(state, step)
    ]  # fmt: skip
    return pieces


def _of_papers(state: WorkshopState, slack: int) -> list[Row]:
    """Return what the dossier lacks, and whether the key message is outdated."""
    said = (
        dossier_gaps_text(state),
        no_reply_day_text(state, slack),
        outdated_message_text(state),
    )
    return [text_row(text, icon="circle-alert") for text in said if text]


def _without_problem(state: WorkshopState) -> list[Row]:
    """Return the participants who said no problem; their handouts only have others' problems."""
    if state.workshop.anonymous:
        return []
    said = {who.id for problem in state.listed for who in state.speakers_of(problem)}
    names = [texts().addressed(who)
             for who in state.participants if who.id not in said]  # fmt: skip
    if not names:
        return []
    who = tr("widgets.problem_side.and").join(names)
    return [
        text_row(tr("wrap_up.panel.no_problem", n=len(names)), icon="circle-alert"),
        text_row(tr("wrap_up.panel.no_problem_of", who=who), "meta"),
    ]


def _export_findings(result: ExportResult | None) -> list[Row]:
    if result is None:
        return []
    strong = sum(not finding.weak for finding in result.findings)
    if strong:
        return [text_row(tr("export.stopped", n=strong), icon="circle-alert")]
    weak = "  ".join(finding.text for finding in result.findings)
    return [
        _all_right("wrap_up.panel.nothing_private") if not weak
        else text_row(tr("export.warned", found=weak), icon="circle-alert"),
        text_row(tr("wrap_up.panel.read_back", n=len(result.files)), "meta"),
        _all_right("wrap_up.panel.all_printed") if not result.replaced
        else text_row(tr("wrap_up.panel.replaced", n=sum(one.count for one in result.replaced)),
                   icon="circle-alert"),
    ]  # fmt: skip


def _all_right(key: str) -> Row:
    return text_row(tr(key), icon="circle-check", colour="solution")
