"""The work area of a page, which panels can replace temporarily."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.components.task_panel import TaskPanel
    from workshop_app.domain.problem import Problem
    from workshop_app.domain.state import WorkshopState

Drafts = dict[tuple[str, str], dict[str, str]]
"""Text typed into panels that is not saved yet, by problem id and name of the panel."""


class PanelStack(QWidget):
    """Shows ``work_area`` until a panel is opened, and again when it is closed.

    ``factories`` creates each panel by name when it is first opened. Drafts, and the name of the
    open panel, are kept in ``memory`` (``page_memory.memory``), which survives the page.

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
    ) -> None:
        super().__init__()
        self._work_area = work_area
        self._factories = factories
        self._memory = memory
        self._drafts = cast("Drafts", memory.setdefault("drafts", {}))
        self._panels: dict[str, TaskPanel] = {}
        self._name = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(work_area)

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
        return self._panels[name]

    def open(self, name: str, state: WorkshopState, problem: Problem) -> None:
        """Show a panel about a problem, with the draft stored for both."""
        if self.current is not None:
            self.keep_draft()
            self.current.hide()
        panel = self.panel(name)
        self._name = name
        panel.open(state, problem, self._drafts.get((problem.id, name), {}))
        if self.current is not panel:
            return  # the panel had nothing to show and cancelled itself
        self._work_area.hide()
        panel.show()
        self.changed.emit()
        panel.focus_start()

    def close_panel(self, *, done: bool = False) -> None:
        """Show the work area again; with ``done`` the draft of the panel is dropped."""
        panel = self.current
        if panel is None:
            return
        self.keep_draft()
        if panel.problem is not None and (done or not panel.KEEPS_DRAFT):
            self._drafts.pop((panel.problem.id, self._name), None)
        self._name = ""
        self._memory["panel"] = ""
        panel.hide()
        self._work_area.show()
        self.changed.emit()
        self._work_area.setFocus()

    def save(self) -> None:
        """Store the draft and the name of the open panel, to reopen it on a rebuilt page."""
        self.keep_draft()
        panel = self.current
        self._memory["panel"] = self._name if panel is not None and panel.REOPENS else ""

    def reopen(self, state: WorkshopState, problem: Problem) -> None:
        """Open the panel that was open when ``save`` was called on the previous page."""
        name = str(self._memory.pop("panel", ""))
        if name:
            self.open(name, state, problem)

    def keep_draft(self) -> None:
        """Store the text of the open panel as the draft for its problem."""
        panel = self.current
        if panel is None or panel.problem is None:
            return
        key = (panel.problem.id, self._name)
        typed = panel.typed()
        if typed:
            self._drafts[key] = typed
        else:
            self._drafts.pop(key, None)
