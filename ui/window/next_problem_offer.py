"""A line that offers a further problem if the chosen ones are solved and time is left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.widgets.menu import shortened
from ui.window.banners import OfferBanner
from ui.window.step_timer import StepTimer
from workshop_app.domain.facts.spare_time import is_at_work, problem_for_spare_time, spare_minutes
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class NextProblemOffer(OfferBanner):
    """Shown in Solve while it applies, until it is accepted or declined.

    While the problem in front is the last open one, the line says that there is time for another
    one after it, and has space for the offer. Time counts only if it is measured in Solve. A
    declined problem is not offered again.
    """

    in_front: str | None = None
    """The id of the problem in Solve; None while another page, or no problem, is in front.

    On other pages the time of Solve may run on.
    """

    _declined = ""

    def __init__(self, window: QWidget, api: WindowApi, timer: StepTimer) -> None:
        super().__init__(window, api, timer, "everywhere.next_problem", "time.spare")

    @property
    def found(self) -> Problem | None:
        return None if self._at_work else self._following

    def _decline(self) -> None:
        if (problem := self.found) is not None:
            self._declined = problem.id
        super()._decline()

    @property
    def _following(self) -> Problem | None:
        """The problem that can follow the one in front, if there is time for it."""
        state = self._api.session.state
        if state is None or self.in_front is None or not self._minutes():
            return None
        problem = problem_for_spare_time(state, self.in_front)
        return problem if problem is not None and problem.id != self._declined else None

    @property
    def _at_work(self) -> bool:
        """Whether the problem in front has no outcome yet."""
        state = self._api.session.state
        return state is not None and self.in_front is not None and is_at_work(state, self.in_front)

    def _minutes(self) -> int:
        """Return the minutes left, 0 if too few for the open problem in front and another one."""
        timer = self._timer
        if timer.step is not Step.SOLVE or not (timer.seconds_used() or timer.running):
            return 0
        return spare_minutes(timer.seconds_left(), timer.pace() or 0, 1 + self._at_work)

    def _words(self) -> str:
        problem = self._following
        state = self._api.session.state
        if problem is None or state is None:
            return ""
        if self._at_work:
            return tr("time.spare.after", n=self._minutes())
        counted = state.workshop.vote_closed and state.votes.of(problem.id) is not None
        key = "ranked" if counted else "plain"
        return tr(f"time.spare.{key}", n=self._minutes(), title=shortened(problem.title))

    def _do(self) -> bool:
        """Choose the problem and open it in Solve."""
        from workshop_app.services.commands.choosing import Choose  # not on the start path

        problem = self.found
        if problem is None:
            return False
        if self._api.execute(Choose((problem.id,)), done=tr("time.spare.done")) is None:
            return False
        self._api.go_to(Step.SOLVE.value, problem.id)
        return True
