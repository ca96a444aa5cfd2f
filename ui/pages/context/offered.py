"""What Context offers at present."""

from __future__ import annotations

from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, left, primary
from ui.pages.context.rows import MARK_ICONS
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def offered(
    state: WorkshopState,
    row: ContextAnswer | None,
    *,
    on_row: bool,
    told: bool,
    choosing: bool,
    following: bool,
    filled: bool,
) -> Offers:
    """Return what is offered for a question.

    ``row`` is the answer whose row is selected, and the foot bar is about it if it is ``on_row``.
    ``told``: what the files say can be taken as an answer. ``choosing``: the list of other
    questions is open. ``following``: an unanswered question follows. ``filled``: the primary button
    of the foot bar is the one of the page.
    """
    of_row = on_row and row is not None
    way = left() if of_row else Offered()
    listed = row is not None
    offers: Offers = _of_page(state, following=following)
    offers |= {
        "context.correct": way._replace(row=listed),
        "context.remove": way._replace(row=listed),
        "context.said_by": Offered(enabled=not state.workshop.anonymous, row=listed),
        "context.problem": Offered(row=listed),
        "context.told": Offered(enabled=told, row=not listed),
        "context.others": Offered(
            tr("context.close_others" if choosing else "context.open_others")
        ),
    }
    for place, mark in enumerate(MARK_ICONS):
        offers["context.mark", place] = Offered(tr(f"context.mark.{mark.value}"), row=listed)
    words = tr("context.next" if following else "context.go_on")
    offers[PRIMARY] = primary(words, filled=filled)
    return offers


def _of_page(state: WorkshopState, *, following: bool) -> Offers:
    """Return the ways from the page, which keep their place while an answer is selected."""
    skipped = state.workshop.context_skipped
    if skipped or not state.answers:
        return {"context.skip": left(tr("context.take_up" if skipped else "context.skip"))}
    # without a following question the primary button moves on
    return {"leave": Beside(FootArea.LEFT)} if following else {}
