"""Turns a view into rows with head and foot, in the current language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.audience import last_time, lists, opening, outcomes
from ui.audience.row import Content
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


def content_of(view: AudienceView) -> Content:
    """Return the rows of a view, with its head and foot."""
    head = tr(f"steps.name.{view.step}") if view.step else tr("audience.waiting_head")
    if isinstance(view.picture, Waiting):
        return opening.waiting(head, view.step)
    return _CONTENTS[type(view.picture)](head, view.picture)


_CONTENTS: dict[type, Callable[[str, Any], Content]] = {
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
