"""What only private mode says of a problem in Appraise."""

from __future__ import annotations

from ui.actions.meanings import Meaning
from ui.components.hand_over import request_state
from ui.components.paragraph_view import text_row
from ui.components.problem_notes import speaker_pieces
from ui.pages.appraise.request_fields import filled
from ui.pages.appraise.verdicts import REQUESTS
from ui.rows.row import Row
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.requests import unsaid_of
from workshop_app.domain.facts.verdicts import open_criteria, verdict_of, waits_for_appraisal
from workshop_app.domain.ids import request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def missing_words(state: WorkshopState, problem: Problem) -> str:
    """Return how many answers, or fields of the request's text, are missing; empty if none."""
    verdict = verdict_of(state, problem)
    if verdict is Verdict.OPEN and waits_for_appraisal(state, problem):
        return tr("appraise.details.to_go", n=len(open_criteria(state, problem)))
    request = state.request_of(problem.id)
    if request is None:
        return tr("appraise.details.no_text") if verdict in REQUESTS else ""
    left = len(unsaid_of(state, request))
    return tr("appraise.details.fields_left", n=left) if left else ""


def request_pieces(state: WorkshopState, problem: Problem) -> list[Row]:
    """Return the request text, and who said the problem."""
    request = state.request_of(problem.id)
    if request is not None:
        return [*_text_pieces(state, request, problem), *_voice_pieces(state, problem)]
    wanted = verdict_of(state, problem) in REQUESTS
    words = (
        tr("appraise.details.make", key=Meaning.REQUEST) if wanted else tr("appraise.details.none")
    )
    return [text_row(words, "body-quiet"), *_voice_pieces(state, problem)]


def _text_pieces(state: WorkshopState, request: Request, problem: Problem) -> list[Row]:
    said = request.own_words or problem.first_wording
    pieces = [
        text_row(tr("appraise.request.badge", code=request_code(request.number)), "meta-bold"),
        text_row(request.title or problem.title, "body-bold", icon="plane", colour="request"),
        text_row(request_state(state, request), "meta"),
        text_row(tr("appraise.request.own_words"), "meta-bold"),
        text_row(tr("appraise.details.quoted", words=said), icon="speech"),
    ]
    for name in (*ESSENTIAL_FIELDS, "wished_how"):
        words = str(getattr(request, name))
        if not words and name not in ESSENTIAL_FIELDS:
            continue
        empty = text_row(tr("appraise.details.empty"), "hint", icon="circle-dashed")
        pieces.append(text_row(tr(f"appraise.request.{name}"), "meta-bold"))
        pieces.append(text_row(words) if words else empty)
    count = tr("appraise.request.count", filled=filled(request), total=len(ESSENTIAL_FIELDS))
    edit = tr("appraise.details.edit", count=count, key=Meaning.WRITE)
    return [*pieces, text_row(edit, "meta", ruled=True)]


def _voice_pieces(state: WorkshopState, problem: Problem) -> list[Row]:
    """Return who said the problem, and how many, including merged problems."""
    voices = len(state.speakers_of(problem))
    merged = len(state.merged_into(problem.id))
    if not voices and not merged:
        return []
    counts = []
    if voices:
        counts.append(tr("appraise.problem.voices", n=voices))
    if merged:
        counts.append(tr("appraise.details.merged", n=merged))
    count = text_row("  ".join(counts), "meta", icon="people", ruled=not voices)
    return [*speaker_pieces(state, problem), count]
