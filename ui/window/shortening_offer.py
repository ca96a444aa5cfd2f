"""A line that offers to postpone problems if the remaining time is too short for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.window.banners import OfferBanner
from ui.window.step_timer import StepTimer
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.facts.spare_time import chosen_in_all
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.shortening import Shortening

_STEPS = (Step.CHOOSE, Step.SOLVE)
"""The steps in which it is offered."""


class ShorteningOffer(OfferBanner):
    """Shown while it applies, until it is accepted or declined.

    After it was declined it is offered again only if fewer problems fit.
    """

    _declined: tuple[str, int] | None = None

    def __init__(self, window: QWidget, api: WindowApi, timer: StepTimer) -> None:
        super().__init__(window, api, timer, "everywhere.shorten", "time.short")

    @property
    def found(self) -> Shortening | None:
        state = self._api.session.state
        if state is None or self._timer.step not in _STEPS:
            return None
        from workshop_app.domain.shortening import shortening  # not on the start path

        still_open = [problem.id for problem in state.chosen if state.is_open(problem)]
        chosen = chosen_in_all(state)
        found = shortening(plan_of(state.agenda), self._timer.seconds_to_end(), chosen, still_open)
        if found is None or self._declined is None:
            return found
        workshop_id, solve = self._declined
        again = workshop_id != state.workshop.id or found.solve < solve
        return found if again else None

    def _words(self) -> str:
        found = self.found
        if found is None:
            return ""
        from workshop_app.domain.shortening import KEPT_FOR_WRAP_UP  # not on the start path

        key = "offer" if found.minutes_left > KEPT_FOR_WRAP_UP else "over"
        return tr(f"time.short.{key}", left=found.minutes_left, n=found.solve,
                  parked=len(found.parked), kept=KEPT_FOR_WRAP_UP)  # fmt: skip

    def _do(self) -> bool:
        """Park the rest and keep the minutes of Wrap up, as one undo step."""
        from workshop_app.domain.shortening import shortened_plan  # not on the start path
        from workshop_app.services.commands.agenda import ShortenWorkshop  # not on the start path

        found = self.found
        state = self._api.session.state
        if found is None or state is None:
            return False
        minutes = tuple(shortened_plan(plan_of(state.agenda)))
        done = tr("time.short.done", n=len(found.parked))
        self._api.execute(ShortenWorkshop(found.parked, minutes), done=done)
        return True

    def _decline(self) -> None:
        if (found := self.found) is not None:
            self._declined = (self._api.session.workshop_id or "", found.solve)
        super()._decline()
