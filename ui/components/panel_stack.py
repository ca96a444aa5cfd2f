"""The work area of a page, which panels can replace temporarily."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Slot, Unsent
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.entry_line import EntryLine
from ui.widgets.plain_field import field_with

if TYPE_CHECKING:
    from ui.components.task_panel import TaskPanel
    from workshop_app.domain.problem import Problem
    from workshop_app.domain.state import WorkshopState


class PanelStack(QWidget):
    """Shows ``work_area`` until a panel is opened, and again when it is closed.

    ``factories`` creates each panel by name when it is first opened. What is typed is kept in
    ``unsent``, and the name of the open panel in ``memory`` (``page_memory.memory``), which
    survives the page. ``page`` is the page's name. Panels begin at the page's text edge.

    Signals:
        changed: Another panel or the work area is shown, or the panel's foot bar changed.
        panel_finished: The task of the open panel is done; carries its name.
    """

    changed = Signal()
    panel_finished = Signal(str)

    def __init__(
        self,
        work_area: QWidget,
        factories: Mapping[str, Callable[[], TaskPanel]],
        memory: dict[str, object],
        unsent: Unsent,
        page: str,
    ) -> None:
        super().__init__()
        self._work_area = work_area
        self._factories = factories
        self._memory = memory
        self._unsent = unsent
        self._page = page
        unsent.attach(self)
        self._panels: dict[str, TaskPanel] = {}
        self._name = ""
        self._column = column(self, work_area)
        theme().changed.connect(self._fit)

    @property
    def current(self) -> TaskPanel | None:
        """The open panel, or None while the work area is shown."""
        return self._panels.get(self._name)

    def panel(self, name: str) -> TaskPanel:
        """Return a panel by its name, created on first use."""
        if name not in self._panels:
            panel = self._factories[name]()
            panel.hide()
            panel.cancelled.connect(self.close_panel)
            panel.finished.connect(lambda: self.panel_finished.emit(name))
            panel.foot_changed.connect(self.changed)
            self._column.addWidget(panel)
            self._panels[name] = panel
            self._fit()
        return self._panels[name]

    def open(self, name: str, state: WorkshopState, problem: Problem) -> None:
        """Show a panel about a problem, with what was typed into it about this problem."""
        if self.current is not None:
            self.keep()
            self.current.hide()
        panel = self.panel(name)
        self._name = name
        panel.open(state, problem, self._unsent.parts(self._slot(problem)))
        if self.current is not panel:
            return  # the panel had nothing to show and cancelled itself
        self._work_area.hide()
        panel.show()
        self.changed.emit()
        panel.focus_start()

    def close_panel(self, *, done: bool = False) -> None:
        """Show the work area again; with ``done`` what was typed is dropped."""
        panel = self.current
        if panel is None:
            return
        self.keep()
        if done or not panel.KEEPS_DRAFT:
            self._unsent.drop(self._slot(panel.problem))
        self._name = ""
        self._memory["panel"] = ""
        panel.hide()
        self._work_area.show()
        self.changed.emit()
        self._work_area.setFocus()

    def focus_start(self) -> None:
        """Set the initial focus, in the open panel or the work area."""
        if self.current is not None:
            self.current.focus_start()
        else:
            self._work_area.setFocus()

    def save(self) -> None:
        """Store the name of the open panel, to reopen it on a rebuilt page."""
        panel = self.current
        self._memory["panel"] = self._name if panel is not None and panel.REOPENS else ""

    def reopen(self, state: WorkshopState, problem: Problem) -> None:
        """Open the panel that was open when ``save`` was called on the previous page."""
        name = str(self._memory.pop("panel", ""))
        if name:
            self.open(name, state, problem)

    def keep(self) -> None:
        """Keep what is typed into the open panel about its problem, unless it is in conversion."""
        panel = self.current
        if panel is None:
            return
        if not any(entry.composing for entry in panel.findChildren(EntryLine)):
            self._unsent.put(self._slot(panel.problem), panel.typed(), begun=panel.KEEPS_DRAFT)

    def field_of(self, slot: Slot) -> QWidget | None:
        panel = self.current
        if panel is None or slot != self._slot(panel.problem):
            return None
        return field_with(panel, self._unsent.parts(slot).values()) or panel

    def show_unsent(self, state: WorkshopState, slot: Slot) -> None:
        """Open the panel with the content of a slot, if it is one of these."""
        problem = state.problem(slot.record)
        if problem is not None and slot.name in self._factories:
            self.open(slot.name, state, problem)

    def _fit(self) -> None:
        metrics = theme().metrics
        for panel in self._panels.values():
            panel.setContentsMargins(metrics.edge, metrics.gap, metrics.margin, metrics.gap)

    def _slot(self, problem: Problem) -> Slot:
        return Slot(problem.workshop_id, self._page, self._name, problem.id)
