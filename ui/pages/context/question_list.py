"""Private mode: all questions at the left, with the number of answers to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind_each
from ui.components.side_layout import roomy
from ui.pages.context.questions import Question
from ui.theme.theme import theme
from ui.widgets.icon_button import IconButton
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.text import Text
from workshop_app.i18n import tr

_LESS_COMPACT = 56  # px given up in a compact window
_LESS_BESIDE = 104  # px given up where the panel at the right leaves little
_WIDEST = 330  # px at 100 %, so that the question keeps its room


class QuestionList(QWidget):
    """``chosen(question_id)`` when the reader goes to another question."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = PagedList(tr("context.questions"), role="list", footer=False, paging_keys=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme().metrics.top, 0, theme().metrics.top)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.list, 1)
        self.list.current_changed.connect(self.chosen)
        bind_each(self, "context.question", self.list.view.step)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_questions(self, asked: Sequence[Question], current: str) -> None:
        """Show all questions, the current one marked."""
        self.list.set_rows([self._row(question) for question in asked], current)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Text("section", tr("context.questions"), wrap=False))
        head.addStretch(1)
        for icon, words, by in (("chevron-up", "before", -1), ("chevron-down", "after", 1)):
            button = IconButton(icon, tr(f"context.{words}"))
            button.clicked.connect(lambda _on=False, by=by: self.list.view.turn(by))
            head.addWidget(button)
        return head

    def _row(self, question: Question) -> Row:
        count = len(question.answers)
        marks = (Mark(str(count), "speech", "accent"),) if count else ()
        return Row(id=question.id, number=str(question.number), text=question.words, marks=marks)

    def _restyle(self) -> None:
        metrics = theme().metrics
        if not theme().stacked:
            widest = round(_WIDEST * max(1.0, theme().text_scale))
            less = (
                _LESS_COMPACT
                if metrics.compact
                else _LESS_BESIDE
                if roomy() and metrics.tight
                else 0
            )
            self.setFixedWidth(min(metrics.panel, widest) - less)
