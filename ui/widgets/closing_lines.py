"""The sentences of the closing view, in the window and on the audience's display."""

from __future__ import annotations

from workshop_app.domain.audience_view import Closing
from workshop_app.i18n import texts, tr


def closing_lines(closing: Closing) -> list[str]:
    """Return the sentences below the thanks: what was achieved, and what comes next."""
    papers = tr("wrap_up.closing.and").join(tr(f"papers.name.{name}") for name in closing.papers)
    when = texts().date_and_time(closing.date, closing.time)
    place = tr("wrap_up.closing.place", place=closing.place) if closing.place else ""
    solved, n = closing.solved, closing.problems
    lines = (
        tr("wrap_up.closing.solved", n=n, solved=solved) if solved else "",
        tr("wrap_up.closing.actions", n=closing.actions) if closing.actions else "",
        tr("wrap_up.closing.papers", papers=papers) if papers else "",
        tr("wrap_up.closing.next", day=when, place=place) if when else "",
    )
    return [line for line in lines if line]
