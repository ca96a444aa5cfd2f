"""The actions of the start page, used by the buttons of both of its views."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, bind_button, bind_buttons
from ui.components.page import WindowApi
from ui.widgets.action_button import ActionButton
from workshop_app.domain.sample import Sample
from workshop_app.i18n import tr


class StartActions(NamedTuple):
    """Bound to the page; their keys work while a view shows a button for them."""

    begin: BoundAction
    others: tuple[BoundAction, ...]
    new: BoundAction
    sample: BoundAction
    second_visit: BoundAction
    check: BoundAction
    take: BoundAction | None
    """Imports a workshop file; in private mode only."""

    def check_button(self) -> ActionButton:
        """Return a button that shows the three text sizes."""
        return ActionButton(action=self.check, size="small")

    def second_visit_button(self) -> ActionButton:
        """Return a button that opens the sample of a second visit."""
        return ActionButton(action=self.second_visit, size="small")

    def sample_button(self, in_sample: bool) -> ActionButton:
        """Return a button that opens the sample or, ``in_sample``, leaves it."""
        icon = "arrow-left" if in_sample else None
        return ActionButton(icon=icon, action=self.sample, size="small")


def bind_actions(
    page: QWidget,
    api: WindowApi,
    begin: Callable[[], object],
    other: Callable[[int], object],
    check: Callable[[], object],
    take: Callable[[], object],
) -> StartActions:
    """Bind the actions to the page; the last four arguments are methods of the page.

    ``other`` gets the number of a further workshop of the day, from 1.
    """
    sample = bind_button(
        page,
        "start.sample",
        lambda: api.leave_sample() if api.in_sample else api.open_sample(),
    )
    return StartActions(
        begin=bind_button(page, "start.begin", begin, listens=False),
        others=bind_buttons(page, "start.other", other),
        new=bind_button(page, "start.new", api.new_workshop),
        sample=sample,
        second_visit=bind_button(
            page,
            "start.second_visit",
            lambda: api.open_sample(Sample.SECOND_VISIT),
        ),
        check=bind_button(page, "start.check", check),
        take=bind_button(page, "start.take", take) if api.private else None,
    )


def sample_words(in_sample: bool) -> tuple[str, str]:
    """Return heading and sentence about the sample."""
    if in_sample:
        return tr("start.sample.open_title"), tr("start.sample.open_what")
    return tr("start.sample.title"), tr("start.sample.what")
