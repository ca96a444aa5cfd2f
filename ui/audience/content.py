"""Turns a view into a slide, in the current language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.audience import last_time, lists, opening, outcomes
from ui.audience.slide import Slide
from workshop_app.domain.audience_view import (
    AgreedActions,
    Appraising,
    AudienceView,
    Break,
    Closing,
    CountedLines,
    GroundRules,
    LastActions,
    LastCards,
    LastProblems,
    LastRequests,
    NextMeeting,
    OpenVote,
    OutcomeCounts,
    ProblemList,
    ProblemWordings,
    Ranking,
    RoomSearch,
    ShownQuestion,
    SilentWritingView,
    Solving,
    ThemeBoard,
    ThenNow,
    Waiting,
    Welcome,
)
from workshop_app.i18n import tr


def slide_of(view: AudienceView) -> Slide:
    """Return the slide of a view."""
    head = tr(f"steps.name.{view.step}") if view.step else tr("audience.waiting_head")
    if isinstance(view.picture, Waiting):
        return opening.waiting(head, view.step)
    return _SLIDES[type(view.picture)](head, view.picture)


_SLIDES: dict[type, Callable[[str, Any], Slide]] = {
    Welcome: opening.welcome,
    GroundRules: opening.promises,
    ShownQuestion: opening.question,
    ProblemList: lists.problems,
    SilentWritingView: lists.writing,
    ThemeBoard: lists.board,
    ProblemWordings: lists.thread,
    OpenVote: lists.counting,
    Ranking: lists.ranking,
    Solving: outcomes.solving,
    RoomSearch: outcomes.room_search,
    Appraising: outcomes.appraising,
    OutcomeCounts: outcomes.ended,
    AgreedActions: outcomes.actions,
    NextMeeting: opening.farewell,
    Closing: opening.closing,
    Break: opening.break_time,
    LastActions: last_time.actions,
    LastRequests: last_time.requests,
    CountedLines: last_time.lines,
    LastProblems: last_time.problems,
    LastCards: last_time.cards,
    ThenNow: last_time.then_now,
}
