"""The contents of the two columns of private mode in Appraise."""

from __future__ import annotations

from ui.actions.meanings import Meaning
from ui.components.hand_over import request_state
from ui.components.paragraph_view import text_row
from ui.components.problem_notes import speaker_pieces
from ui.pages.appraise.request_fields import filled
from ui.pages.appraise.verdicts import REQUESTS, verdict_word
from ui.rows.cells import Icon, Number, Outcome
from ui.rows.row import Line, Row
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.requests import unsaid_of
from workshop_app.domain.facts.verdicts import open_criteria, verdict_of, waits_for_appraisal
from workshop_app.domain.ids import request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def outline_row(state: WorkshopState, problem: Problem, *, current: bool) -> Row:
    """Return a problem with its verdict, or with the number of answers that are missing."""
    verdict = verdict_of(state, problem)
    outcomes: list[Outcome] = []
    remark = Line("")
    if verdict is not Verdict.OPEN:
        outcomes.append(Outcome(OUTCOME_OF[verdict], verdict_word(verdict)))
        icon = Icon("circle-alert", small=True)
        remark = Line(_missing_text(state, problem, verdict), "meta", lead=icon)
    elif waits_for_appraisal(state, problem):
        missing = tr("appraise.details.to_go", n=len(open_criteria(state, problem)))
        remark = Line(missing, "meta", lead=Icon("circle-dashed", small=True))
    elif not state.is_open(problem):
        outcomes += map(Outcome, state.outcomes_of(problem))
    low = theme().metrics.rather_low
    return Row(
        problem.id,
        problem.title,
        before=(Number(str(problem.number)),),
        lines=(*(map(_line, outcomes) if low else ()), remark),
        after=() if low else tuple(outcomes),
        bold=current,
    )


def _line(outcome: Outcome) -> Line:
    """Return an outcome as a line of text, which is lower than its badge."""
    style = OUTCOMES[outcome.kind]
    icon = Icon(style.icon, style.colour, small=True)
    return Line(outcome.words, "meta", style.colour, lead=icon)


def _missing_text(state: WorkshopState, problem: Problem, verdict: Verdict) -> str:
    """Return what the request text still lacks, in words; empty if nothing."""
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
