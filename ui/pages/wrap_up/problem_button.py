"""A button with the problem that an action is for, and the menu to choose it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal

from ui.actions.binding import BoundAction
from ui.widgets.action_button import ActionButton
from ui.widgets.menu import MenuEntry, MenuGroup, shortened, window_menu
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class ProblemButton(ActionButton):
    """``chosen(id)``: the user chose another problem, or None. ``action`` opens its menu."""

    chosen = Signal(object)

    def __init__(self, action: BoundAction) -> None:
        self._groups: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
        self._current: str | None = None
        super().__init__(
            tr("wrap_up.actions.for_none"), "chevron-down", size="small", action=action
        )
        self.set_brief(True)
        self.hide()

    def show_problems(self, state: WorkshopState, current: str | None) -> None:
        """Offer the problems of a workshop, those with an answer first."""
        problems = (*state.to_appraise, *state.parking_lot)
        solved = tuple(one for one in problems if not state.is_open(one))
        self._groups = (
            ("answered", solved),
            ("open", tuple(one for one in problems if one not in solved)),
        )
        self.set_current(state.merging.root_ids.get(current or ""))

    def current(self) -> str | None:
        """Return the id of the problem, or None."""
        return self._current

    def set_current(self, problem_id: str | None) -> None:
        """Set the problem, without emitting ``chosen``."""
        known = {problem.id for _, problems in self._groups for problem in problems}
        self._current = problem_id if problem_id in known else None
        self._show()

    def _show(self) -> None:
        numbers = {one.id: one.number for _, problems in self._groups for one in problems}
        number = numbers.get(self._current or "")
        self.setVisible(bool(numbers))
        self.setText(
            tr("wrap_up.actions.for_none")
            if number is None
            else tr("wrap_up.actions.for", number=number)
        )

    def _choose(self, problem_id: str | None) -> None:
        self.set_current(problem_id)
        self.chosen.emit(self._current)

    def open_menu(self) -> None:
        none = self._entry(None, tr("wrap_up.actions.for_no_problem"))
        groups = [
            MenuGroup(tuple(self._entries(problems)), tr(f"wrap_up.actions.for_{name}"))
            for name, problems in self._groups
            if problems
        ]
        window_menu(self).open_beside([MenuGroup((none,)), *groups], self)

    def _entries(self, problems: Iterable[Problem]) -> Iterable[MenuEntry]:
        for problem in problems:
            yield self._entry(problem.id, f"{problem.number}  {shortened(problem.title)}")

    def _entry(self, problem_id: str | None, words: str) -> MenuEntry:
        icon = "check" if problem_id == self._current else ""
        return MenuEntry(words, partial(self._choose, problem_id), icon=icon)
