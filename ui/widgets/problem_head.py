"""The head of a page about one problem: its number, its wording, and tabs of all problems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.long_text import LongText
from ui.widgets.problem_tabs import ProblemTab, ProblemTabs
from ui.widgets.text import Text
from workshop_app.i18n import tr


class ProblemHead(QWidget):
    """The problem in large text, below a line with its number and the tabs of all problems.

    ``wording`` is the action that opens the concrete wording; ``switch`` the one that lists other
    problems. A very long problem is read page by page (Alt+PgDn).

    Signals:
        problem_requested: Another problem was chosen in the tabs; carries its id.
    """

    problem_requested = Signal(str)

    def __init__(self, label: str, wording: KeyAction, switch: KeyAction | None = None) -> None:
        super().__init__()
        self._called = Text("body-quiet", "", wrap=False)
        self._wording = ActionButton(action=wording, kind="quiet", size="small")
        self._more = ActionButton("", key="Alt+PgDown", kind="note", size="small")
        self._tabs = ProblemTabs(label)
        self._tabs_shown = True
        self._switch = None
        if switch is not None:
            self._switch = ActionButton(action=switch, kind="note", size="small")
            self._switch.hide()
        self._with_switch = False
        self.problem = LongText("problem")
        self._fitted: tuple[object, ...] = ()
        self._line_layout = DeferredLayout(self, self._fit_line)
        self._arrange()
        self._tabs.chosen.connect(self.problem_requested)
        self._more.clicked.connect(self.problem.turn)
        self.problem.pages_changed.connect(self._show_pages)

    def show_problem(self, called: str, words: str) -> None:
        """Show a problem: ``called`` is its number and facts, ``words`` its wording."""
        self._called.setText(called)
        self.problem.set_text(words)
        self._line_layout.invalidate()

    def set_tabs(
        self,
        label: str,
        items: Sequence[ProblemTab],
        current: str | None,
        *,
        with_switch: bool = False,
    ) -> None:
        """Show one tab per problem, and the button of ``switch`` if there are other problems."""
        self._tabs.set_label(label)
        self._tabs.set_items(items, current)
        self._with_switch = with_switch
        self._show_switch()
        self._line_layout.invalidate()

    def show_tabs(self, shown: bool) -> None:
        """Show the tabs, or hide them if a list of the problems is next to the page."""
        self._tabs.setVisible(shown)
        self._tabs_shown = shown
        self._show_switch()

    def set_keys(self, before: str, after: str) -> None:
        """Show the keys of the previous and next problem, which call ``step``."""
        self._tabs.set_keys(before, after)

    def step(self, by: int) -> bool:
        """Move by ``by`` problems in the tabs; return False if there is none."""
        return self._tabs.go(by)

    def _show_switch(self) -> None:
        if self._switch is not None:
            self._switch.setVisible(self._with_switch and self._tabs_shown)

    def show_words(self, shown: bool) -> None:
        """Show the large text, or hide it while it is being reworded."""
        self.problem.setVisible(shown)
        self._wording.setVisible(shown)
        self._show_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_layout.invalidate()

    def _fit_line(self) -> None:
        """Move keys to the tool tips if the line is too narrow, then wrap the number's line."""
        layout = self.layout()
        if layout is None or theme().stacked:
            return
        shown = tuple(one.text() for one in (self._called, self._more) if not one.isHidden())
        beside = self._tabs.minimumSizeHint().width(), self._with_switch and self._tabs_shown
        fitted = (self.width(), self._wording.isHidden(), *beside, *shown)
        if fitted == self._fitted:
            return  # trying a layout triggers another layout request
        self._fitted = fitted
        steps = (self._wording.set_brief, self._more.set_brief, self._called.set_wrap)
        for step in steps:
            step(False)
        for step in steps:
            for each in (self._line, layout):
                each.invalidate()  # Qt tells them later that a button has another width
            if layout.minimumSize().width() <= self.width():
                return
            step(True)

    def _arrange(self) -> None:
        row = self._line = Flow(8) if theme().stacked else QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._called, self._wording, self._more):
            row.addWidget(widget)
        layout = column(self, row, gap=2, around=NO_MARGINS)
        if isinstance(row, Flow):
            if self._switch is not None:
                row.addWidget(self._switch)
            layout.addWidget(self._tabs)
        else:
            row.addStretch(0)
            row.addWidget(self._tabs, 1)
            if self._switch is not None:
                row.addWidget(self._switch)
        layout.addWidget(self.problem)

    def _show_pages(self) -> None:
        pages = self.problem.pages
        self._more.setVisible(pages > 1 and not self.problem.isHidden())
        self._more.setText(tr("widgets.problem.more", page=self.problem.page + 1, pages=pages))
        self._line_layout.invalidate()
