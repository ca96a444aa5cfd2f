"""Where the criteria stand, and what opens in their place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from ui.components.page import WindowApi
from ui.pages.appraise.criteria_sheet import CriteriaSheet
from ui.pages.appraise.overrule_panel import OverrulePanel
from ui.pages.appraise.panel import Panel
from ui.pages.appraise.request_panel import RequestPanel
from ui.pages.appraise.rules_panel import RulesPanel
from ui.pages.appraise.verdict_panel import VerdictPanel
from ui.pages.appraise.wording_panel import WordingPanel
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

_KINDS: tuple[type[Panel], ...] = (RulesPanel, OverrulePanel, RequestPanel, WordingPanel)
_SIDE_SHARE = 0.26
_NOTE_SHARE = 0.3
_WIDE_HEIGHT = 196
_UNLIMITED = 16_777_215  # px; Qt's own word for no limit


class Stage(QWidget):
    """Criteria with the verdict beside or below them, or one open panel. ``changed`` tells."""

    changed = Signal()

    def __init__(self, api: WindowApi, private: bool, side: QWidget | None) -> None:
        super().__init__()
        self._api = api
        self._panels: dict[str, Panel] = {}
        self.criteria = CriteriaSheet(private)
        self.verdict = VerdictPanel()
        self._right = QWidget()
        self._side = side
        self._wide = False
        self._fit_layout = DeferredLayout(self, self.fit)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._right)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        self._beside.addWidget(self.verdict, 1)
        if side is not None:
            self._beside.addWidget(side)
        self._main = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._main)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.criteria)
        self._box.addWidget(self._right)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._main)
        theme().changed.connect(self.fit)
        self.verdict.turned.connect(self.fit)  # another verdict may need more room, or less
        self.fit()

    @property
    def panel(self) -> Panel | None:
        """The open panel, or None while the criteria are shown."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Panel) else None

    def open(
        self, name: str, state: WorkshopState, problem: Problem, typed: dict[str, str]
    ) -> None:
        """Open a panel by its name."""
        panel = self._panels.get(name)
        if panel is None:
            kind = next(kind for kind in _KINDS if name == kind.NAME)
            panel = self._panels[name] = kind(self._api)
            panel.closed.connect(self.close_panel)
            panel.foot_changed.connect(self.changed)
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.open(state, problem, typed)
        self.changed.emit()
        if self.panel is panel:
            panel.focus_start()

    def close_panel(self) -> None:
        """Show the criteria again and give them the keyboard."""
        if self.panel is not None:
            self._stack.setCurrentWidget(self._main)
            self.changed.emit()
            self.criteria.setFocus()

    def set_wide(self, wide: bool) -> None:
        """Leave the private words to a panel, and put the verdict below, or leave it out too."""
        if wide != self._wide:
            self._wide = wide
            if self._side is not None and not wide:
                self._beside.addWidget(self._side)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_layout.invalidate()

    def fit(self) -> None:
        """Give the verdict the room it needs beside or below the criteria."""
        metrics = theme().metrics
        below = metrics.compact or self._wide
        self._right.setVisible(not (self._wide and metrics.tight))
        self.criteria.set_grounds_beside(self._wide and not metrics.tight)
        self.verdict.set_wide(self._wide and not metrics.tight)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        level = below and not theme().stacked
        self._beside.setDirection(directions.LeftToRight if level else directions.TopToBottom)
        self._box.setSpacing(metrics.gap if below else metrics.gap + 4)
        if below:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(_UNLIMITED)
            self._right.setFixedHeight(self._height_below())
        else:
            self._right.setMinimumHeight(0)
            self._right.setMaximumHeight(_UNLIMITED)
            self._right.setFixedWidth(round(self.width() * _SIDE_SHARE))
            if self._side is not None:
                self._side.setMinimumWidth(0)
                self._side.setMaximumWidth(_UNLIMITED)
        self._box.setStretch(0, 1)

    def _height_below(self) -> int:
        """Height in px of what stands below the criteria: the verdict, and in private the note."""
        if self._wide:
            return max(_WIDE_HEIGHT, self.verdict.height_for(self.width()))
        if self._side is None:
            return self.verdict.height_for(self.width())
        if theme().stacked:
            high = self.verdict.height_for(self.width()) + self._beside.spacing()
            return high + max(self._side.sizeHint().height(), self._side.minimumHeight())
        note = round(self.width() * _NOTE_SHARE)
        self._side.setFixedWidth(note)
        verdict = self.verdict.height_for(self.width() - note - self._beside.spacing())
        return max(verdict, self._side.heightForWidth(note))
