"""What is told beside a problem: where it comes from, who said it, and which one is next."""

from __future__ import annotations

from ui.components.paragraph_view import text_row
from ui.rows.row import Aside, Line, Row
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import came_from


def origin_aside(problem: Problem) -> tuple[Aside, ...]:
    """Return a small text with the contact that a problem was taken over from, or nothing."""
    earlier = came_from(texts(), problem)
    return (Aside(Line(earlier, "meta")),) if earlier else ()


def next_pieces(following: Problem | None) -> list[Row]:
    """Return the next problem that is open."""
    if following is None:
        return [text_row(tr("solve.side.none"), "body-quiet")]
    return [text_row(following.title, number=str(following.number))]


def speaker_pieces(state: WorkshopState, problem: Problem) -> list[Row]:
    """Return the last pieces of a side panel: who said a problem."""
    names = [texts().addressed(who) for who in state.speakers_of(problem)]
    words = tr("widgets.problem_side.speakers_of", number=problem.number)
    said = tr("widgets.problem_side.and").join(names)
    return [text_row(words, "meta-bold", ruled=True), text_row(said)] if names else []
