"""Turns a picture into rows with head and foot, in the language in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.audience import lists, opening, outcomes
from ui.audience.row import Content
from workshop_app.domain.room import (
    Appraising,
    Break,
    Counting,
    Deeds,
    Ended,
    Farewell,
    Grouped,
    Problems,
    Promises,
    Question,
    Ranking,
    RoomView,
    Solving,
    Waiting,
    Welcome,
    Writing,
)
from workshop_app.i18n import tr


def content_of(view: RoomView) -> Content:
    """The rows of a view, with its head and foot."""
    head = tr(f"steps.name.{view.step}") if view.step else tr("audience.waiting_head")
    if isinstance(view.picture, Waiting):
        return opening.waiting(head, view.step)
    return _CONTENTS[type(view.picture)](head, view.picture)


_CONTENTS: dict[type, Callable[[str, Any], Content]] = {
    Welcome: opening.welcome,
    Promises: opening.promises,
    Question: opening.question,
    Problems: lists.problems,
    Writing: lists.writing,
    Grouped: lists.grouped,
    Counting: lists.counting,
    Ranking: lists.ranking,
    Solving: outcomes.solving,
    Appraising: outcomes.appraising,
    Ended: outcomes.ended,
    Deeds: outcomes.deeds,
    Farewell: opening.farewell,
    Break: opening.break_time,
}
