"""Private mode: how to listen, and problems made from answers, for the side panel."""

from __future__ import annotations

from ui.actions.table import find
from ui.components.paragraph_view import text_row
from ui.rows.row import Row
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_ASKED = (("when", "clock"), ("who", "person"), ("what", "circle-alert"))


def hint_pieces(state: WorkshopState) -> list[Row]:
    """Return how to listen, and the problems made from answers so far."""
    return [*_hints(), *_made_problems(state)]


def _hints() -> list[Row]:
    asked = [
        text_row(
            tr(f"context.listening.{name}_hint"),
            "body-quiet",
            icon=icon,
            lead=tr(f"context.listening.{name}"),
        )
        for name, icon in _ASKED
    ]
    return [text_row(tr("context.listening.lead"), "body-quiet"), *asked]


def _made_problems(state: WorkshopState) -> list[Row]:
    answers = {answer.id for answer in state.answers}
    grown = [problem for problem in state.problems if problem.answer_id in answers]
    key = find("context.problem").keys[0]
    heading = text_row(tr("context.listening.grown"), "section", ruled=True)
    if not grown:
        return [heading, text_row(tr("context.listening.none", key=key), "body-quiet")]
    return [heading, *(text_row(problem.title, number=str(problem.number)) for problem in grown)]
