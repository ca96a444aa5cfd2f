"""The base class of pages on which one problem at a time is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, bind, bind_button, bind_each
from ui.actions.offered import PRIMARY
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.problem_queue import ProblemQueue
from ui.components.side_panel import SidePanel, lay_out
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.forms.unsent import Slot
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class ProblemPage(Page):
    """Shows the problem's head above the work area, or above the panel that replaces that.

    ``build`` of a subclass calls ``bind_ways``, creates ``head``, ``side`` and ``intro``, and calls
    ``arrange``. ``refresh`` calls the methods that show a problem.
    """

    ONE_PROBLEM = True

    head: ProblemHead
    side: SidePanel | None
    intro: StepIntro

    def bind_ways(self, panels: Iterable[str], others: Mapping[str, Callable[[], object]]) -> None:
        """Bind the actions with a button: to open panels by their name, and others."""
        self._problem: Problem | None = None
        self._memory = memory(self)
        handlers = {name: partial(self._open, name) for name in panels} | dict(others)
        self._actions: dict[str, BoundAction] = {
            name: bind_button(self, f"{self.NAME}.{name}", then) for name, then in handlers.items()
        }
        bind_button(self, PRIMARY, self._go_on)
        bind(self, f"{self.NAME}.way", self._correct_method)

    def arrange(
        self,
        work: QWidget,
        panels: Mapping[str, Callable[[], TaskPanel]],
        *,
        before: QWidget | None = None,
    ) -> None:
        """Lay the page out: ``before`` is at its left; ``panels`` replace the work area."""
        self.panels = PanelStack(work, panels, self._memory, self.api.unsent, self.NAME)
        middle = column(None, self.head, (self.panels, 1), self.intro, gap=0)
        middle.addStretch(0)
        lay_out(self, row(None, before, (middle, 1), gap=0), self.side)
        keys = bind_each(self, f"{self.NAME}.problem", self._step)
        self.head.set_keys(*(one.key for one in keys))
        self.head.problem_requested.connect(self._go_to)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        theme().follow(self._fit)

    # -- what subclasses define

    def queue(self, state: WorkshopState) -> ProblemQueue:
        """Return the problems of the step."""
        raise NotImplementedError

    def _show_intro(self, state: WorkshopState, *, other: bool) -> None:
        """Show the introduction; ``other`` than the problem before is shown."""

    def _show(self, state: WorkshopState, problem: Problem, *, other: bool) -> None:
        """Show a problem in all parts but the panel."""

    def _go_on(self) -> None:
        """Do what the primary button says."""

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._problem_to_show(state) if state is not None else None
        other = problem is None or self._problem is None or problem.id != self._problem.id
        if other:
            self.panels.close_panel()  # its text belongs to the former problem
        self._problem = problem
        if state is not None:
            self._show_intro(state, other=other)
        self._fit()
        if state is None or problem is None:
            return
        self._remember(problem.id)
        self._show(state, problem, other=other)
        if self.panels.current is not None:
            self.panels.current.show_problem(state, problem)
        if other:
            self.panels.reopen(state, problem)

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and record_id in (problem.id for problem in state.listed):
            self._go_to(record_id)

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None or self._problem is None else (self, panel)

    def focus_start(self) -> None:
        if self._problem is None:
            self.intro.focus_start()
        else:
            self.panels.focus_start()

    def commit_pending(self) -> None:
        super().commit_pending()
        self.panels.save()

    def _problem_to_show(self, state: WorkshopState) -> Problem | None:
        """Return the problem shown before, or the first one to work on."""
        before = self.api.unsent.parts(self._slot).get("", "")
        shown = next((problem for problem in state.listed if problem.id == before), None)
        return shown or self.queue(state).first

    @property
    def _slot(self) -> Slot:
        """Where the current problem is kept, so that it is the current one after a restart."""
        return Slot(self.session.workshop_id or "", self.NAME, "problem")

    def _remember(self, problem_id: str) -> None:
        self.api.unsent.put(self._slot, {"": problem_id}, begun=False)

    def _fit(self) -> None:
        """Show the parts that apply at present."""
        at_work = self._problem is not None
        self.head.setVisible(at_work)
        self.panels.setVisible(at_work)
        if self.side is not None:
            self.side.set_subject(at_work)

    def _panel_changed(self) -> None:
        """Show what depends on the open panel."""
        panel = self.panels.current
        self.head.show_words(panel is None or not panel.hides_wording)
        self._update_foot()

    def _panel_finished(self, _name: str) -> None:
        self.panels.close_panel(done=True)

    # -- actions

    @property
    def _passed(self) -> set[str]:
        """The ids of the problems that were skipped on purpose.

        Moving on never leads back to one of them, until the step is left by moving on.
        """
        return cast("set[str]", self._memory.setdefault("passed", set()))

    def _open(self, name: str) -> None:
        """Open a panel about the problem."""
        if self.session.state is not None and self._problem is not None:
            self.panels.open(name, self.session.state, self._problem)

    def _go_to(self, problem_id: str) -> None:
        """Show another problem."""
        self.commit_pending()
        self.panels.close_panel()
        self._remember(problem_id)
        self.api.unsent.touched()
        self.refresh(self.session.state)
        self.audience_focus_changed.emit()
        self.api.update_foot()
        self.focus_start()

    def _step(self, by: int) -> bool:
        """Move by ``by`` problems; return False if there is none."""
        return self.head.step(by)

    def _correct_method(self) -> bool:
        found = () if self._problem is None else (self._problem,)
        return correct_method(self.api, self.head, found)
