"""The text for the product team, read from the request, for the panel of private mode."""

from __future__ import annotations

from ui.components.pieces import Piece
from ui.components.problem_words import said_by
from ui.pages.appraise.request_fields import FIELDS, filled
from ui.pages.appraise.verdict_words import REQUESTS
from workshop_app.domain.ids import request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_TOLD = ("why", "impact", "wished_how")


def request_told(state: WorkshopState, problem: Problem) -> list[Piece]:
    """First the heading, then title, the room's own words, why and how, and who said it."""
    heading = Piece(tr("appraise.told.heading"), "section", line=True)
    request = state.request_of(problem.id)
    if request is None:
        wanted = state.verdict_of(problem) in REQUESTS
        words = tr("appraise.told.make" if wanted else "appraise.told.none")
        return [heading, Piece(words, "body-quiet"), *_voices(state, problem)]
    return [heading, *_text(request, problem), *_voices(state, problem)]


def _text(request: Request, problem: Problem) -> list[Piece]:
    said = request.own_words or problem.first_wording
    pieces = [
        Piece(tr("appraise.request.badge", code=request_code(request.number)), "meta-bold"),
        Piece(request.title or problem.title, "body-bold", bar="request"),
        Piece(tr("appraise.request.own_words"), "meta-bold"),
        Piece(tr("appraise.told.quoted", words=said), icon="speech"),
    ]
    for name in _TOLD:
        words = str(getattr(request, name))
        pieces.append(Piece(tr(f"appraise.request.{name}"), "meta-bold"))
        pieces.append(
            Piece(words)
            if words
            else Piece(tr("appraise.told.empty"), "hint", icon="circle-dashed")
        )
    count = tr("appraise.request.count", filled=filled(request), total=len(FIELDS))
    return [*pieces, Piece(tr("appraise.told.edit", count=count), "meta", line=True)]


def _voices(state: WorkshopState, problem: Problem) -> list[Piece]:
    """How many said it, merged problems among them, and who."""
    voices = len(state.speakers_of(problem))
    merged = len(state.merged_into(problem.id))
    if not voices and not merged:
        return []
    words = tr("appraise.problem.voices", n=voices) if voices else ""
    also = tr("appraise.told.merged", n=merged) if merged else ""
    told = "  ".join(part for part in (words, also) if part)
    return [*said_by(state, problem), Piece(told, "meta", icon="people", line=not voices)]
