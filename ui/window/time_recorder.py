"""Saves the time measured by the timer, so that neither a crash nor a restart loses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.window.step_timer import StepTimer
from workshop_app.domain.agenda import hours_of, plan_of, spent_of
from workshop_app.domain.errors import UserError
from workshop_app.services.command import Command
from workshop_app.services.session import Session


class TimeRecorder(QObject):
    """Sets the plan and the time spent in the timer, and saves what it measures."""

    def __init__(self, timer: StepTimer, session: Callable[[], Session]) -> None:
        super().__init__(timer)
        self._timer = timer
        self._session = session
        self.writing = False
        """True while it saves: that is no action of the facilitator."""
        timer.save_requested.connect(self.write)

    def read(self) -> None:
        """Set the open workshop's plan and the time spent in the timer."""
        state = self._session().state
        agenda = state.agenda if state else ()
        hours = hours_of(state.workshop) if state else None
        self._timer.set_plan(plan_of(agenda), hours, over=state is not None and state.written)
        self._timer.set_spent(spent_of(agenda))

    def write(self) -> None:
        """Save the measured time; if that fails, it is saved the next time."""
        unsaved = self._timer.unsaved_seconds()
        if not unsaved:
            return
        from workshop_app.services.commands.agenda import BookTime  # not on the start path

        session = self._session()
        items = {item.step: item.id for item in session.state.agenda} if session.state else {}
        for step, seconds in unsaved.items():
            if step in items and self._execute(session, BookTime(items[step], seconds)):
                self._timer.mark_saved(step, seconds)

    def _execute(self, session: Session, command: Command) -> bool:
        self.writing = True
        try:
            session.execute(command)
        except UserError:
            return False
        finally:
            self.writing = False
        return True
