"""The head of a page about one problem: what it is called, its wording, and the strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.long_text import LongText
from ui.widgets.problem_tabs import Strip, StripItem
from ui.widgets.text import Text
from workshop_app.i18n import tr


class ProblemHead(QWidget):
    """The problem in large letters under a calm line with the strip of all in hand.

    ``went(id)``: another problem is wanted. ``wording_wanted``: the concrete wording (Alt+W).
    ``all_wanted``: the strip is to show all problems, or the chosen ones again (Alt+L).
    A very long problem is read page by page with Alt+PgDn.
    """

    went = Signal(str)
    wording_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, label: str, *, with_all: bool = True) -> None:
        super().__init__()
        self._called = Text("body-quiet", "", wrap=False)
        self._wording = ActionButton(
            tr("widgets.problem.wording"), "pen", "Alt+W", "quiet", size="small"
        )
        self._more = ActionButton("", key="Alt+PgDown", kind="note", size="small")
        self._strip = Strip(label)
        self._strip_shown = True
        self._all = ActionButton("", key="Alt+L", kind="note", size="small")
        self.problem = LongText("problem")
        self._line_layout = DeferredLayout(self, self._fit_line)
        self._arrange()
        self._all.setVisible(with_all)
        self._wording.clicked.connect(self.wording_wanted)
        self._all.clicked.connect(self.all_wanted)
        self._strip.chosen.connect(self.went)
        self._more.clicked.connect(self.problem.turn)
        self.problem.pages_changed.connect(self._show_pages)

    def show_problem(self, called: str, words: str) -> None:
        """Show a problem: ``called`` is its number and what is known, ``words`` its wording."""
        self._called.setText(called)
        self.problem.set_text(words)
        self._line_layout.invalidate()

    def show_strip(
        self, label: str, items: Sequence[StripItem], current: str | None, other: str = ""
    ) -> None:
        """Show the problems in hand; ``other`` names the button that shows other ones."""
        self._strip.set_label(label)
        self._strip.set_items(items, current)
        self._all.setText(other)
        self._all.setVisible(bool(other) and self._strip_shown)
        self._line_layout.invalidate()

    def show_strip_at_all(self, shown: bool) -> None:
        """Take the strip away where a list of the problems stands beside it, or bring it back."""
        self._strip.setVisible(shown)
        self._all.setVisible(shown and bool(self._all.text()))
        self._strip_shown = shown

    def show_words(self, shown: bool) -> None:
        """Take the large words away while they are being reworded, or bring them back."""
        self.problem.setVisible(shown)
        self._wording.setVisible(shown)
        self._show_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_layout.invalidate()

    def _fit_line(self) -> None:
        """Leave the key of the wording to its tool tip where the line is too narrow for it."""
        self._wording.set_brief(False)
        layout = self.layout()
        if layout is not None and not theme().stacked:
            self._wording.set_brief(layout.minimumSize().width() > self.width())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = Flow(8) if theme().stacked else QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._called, self._wording, self._more):
            row.addWidget(widget)
        column.addLayout(row)
        if isinstance(row, Flow):
            row.addWidget(self._all)
            column.addWidget(self._strip)
        else:
            row.addStretch(0)
            row.addWidget(self._strip, 1)
            row.addWidget(self._all)
        column.addWidget(self.problem)

    def _show_pages(self) -> None:
        pages = self.problem.pages
        self._more.setVisible(pages > 1 and not self.problem.isHidden())
        self._more.setText(tr("widgets.problem.more", page=self.problem.page + 1, pages=pages))
        self._line_layout.invalidate()
