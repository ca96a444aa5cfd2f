"""A line that offers a further problem if the chosen ones are solved and time is left."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.components.page import WindowApi
from ui.widgets.menu import shortened
from ui.window.banners import OfferBanner, offer_buttons
from ui.window.step_timer import StepTimer
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class NextProblemOffer(QObject):
    """Shown by ``banner`` in Solve while it applies, until it is accepted or declined.

    While the problem in front is the last open one, the line says that there is time for another
    one after it, and has space for the offer. Time counts only if it is measured in Solve. A
    declined problem is not offered again.
    """

    def __init__(self, window: QWidget, api: WindowApi, timer: StepTimer) -> None:
        super().__init__(window)
        self._api = api
        self._timer = timer
        self._declined = ""
        self._in_front: str | None = None
        words = ("time.spare.do", "time.spare.close")
        buttons = offer_buttons(window, "everywhere.next_problem", self._do, self._decline, words)
        self.banner = OfferBanner(buttons, self._sentence, lambda: self.found)
        timer.ticked.connect(self.banner.refresh)

    @property
    def found(self) -> Problem | None:
        """The problem that is offered, or None."""
        return None if self._at_work else self._following

    def show_if_due(self, in_front: str | None) -> None:
        """Show the line, or hide it; ``in_front`` is the id of the problem in Solve, if in front.

        On other pages, for which the time of Solve may run on, it is None.
        """
        self._in_front = in_front
        self.banner.show_if_due()

    @property
    def _following(self) -> Problem | None:
        """The problem that can follow the one in front, if there is time for it."""
        state = self._api.session.state
        if state is None or self._in_front is None or not self._minutes():
            return None
        from workshop_app.domain.facts.spare_time import (
            problem_for_spare_time,  # not on the start path
        )

        problem = problem_for_spare_time(state, self._in_front)
        return problem if problem is not None and problem.id != self._declined else None

    @property
    def _at_work(self) -> bool:
        """Whether the problem in front has no outcome yet."""
        state = self._api.session.state
        if state is None or self._in_front is None:
            return False
        from workshop_app.domain.facts.spare_time import is_at_work  # not on the start path

        return is_at_work(state, self._in_front)

    def _minutes(self) -> int:
        """Return the minutes left, 0 if too few for the open problem in front and another one."""
        timer = self._timer
        if timer.step is not Step.SOLVE or not (timer.seconds_used() or timer.running):
            return 0
        from workshop_app.domain.facts.spare_time import spare_minutes  # not on the start path

        return spare_minutes(timer.seconds_left(), timer.pace(), 1 + self._at_work)

    def _sentence(self) -> str:
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
            self.banner.show_if_due()
            return False
        if self._api.execute(Choose((problem.id,)), done=tr("time.spare.done")) is None:
            return False
        self._api.go_to(Step.SOLVE.value, problem.id)
        return True

    def _decline(self) -> None:
        problem = self.found
        if problem is not None:
            self._declined = problem.id
        self.banner.show_if_due()
