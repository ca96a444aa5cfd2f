"""The question in large letters, under the strip of all questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind, bind_each
from ui.pages.context.questions import Question
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.problem_tabs import ProblemTab, ProblemTabs
from ui.widgets.text import Text
from workshop_app.i18n import tr


class QuestionHead(QWidget):
    """The question, its place among all, and a line for a question of one's own.

    ``chosen(question_id)`` when another one is chosen in the strip; ``own_entered(words)`` when
    one of one's own was typed; ``own_closed`` when its line is put away. In private mode, where
    all questions are listed beside, a line on what the question is for replaces the strip.
    """

    chosen = Signal(str)
    own_entered = Signal(str)
    own_closed = Signal()

    def __init__(self, *, private: bool) -> None:
        super().__init__()
        self._place = Text("body-quiet", "", wrap=False)
        own = bind(self, "context.own", self.start_own, on_button=True)
        self._own = ActionButton(kind="quiet", size="small", action=own)
        self._strip = None if private else _strip()
        self.words = LongText("problem", most_lines=2)
        self._more = MoreButton(self.words)
        ask = tr("context.own_entry")
        self.own_entry = EntryLine(ask, ask, icon="question", name="own question")
        self._why = Text("body-quiet", "") if private else None
        self._arrange()
        if self._strip is not None:
            self._strip.chosen.connect(self.chosen)
        self.own_entry.entered.connect(self.own_entered)

    @property
    def writing_own(self) -> bool:
        """Whether the line for a question of one's own is shown."""
        return not self.own_entry.isHidden()

    def show_question(self, question: Question, asked: Sequence[Question]) -> None:
        """Show a question; ``asked`` are all of them."""
        self._place.setText(tr("context.place", number=question.number, n=len(asked)))
        if self._strip is not None:
            self._strip.set_items(_strip_items(asked), question.id)
        self.words.set_text(question.words)
        if self._why is not None:
            self._why.setText(question.why)
            self._why.setVisible(bool(question.why))

    def start_own(self) -> None:
        """Offer a line for a question of one's own in place of the one shown."""
        self._show_own(True)
        self.own_entry.setFocus()

    def end_own(self) -> None:
        """Show the question again."""
        self._show_own(False)
        self.own_closed.emit()

    def _show_own(self, writing: bool) -> None:
        self.own_entry.setVisible(writing)
        self.words.setVisible(not writing)
        self._more.setVisible(not writing and self.words.pages > 1)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = Flow(8) if theme().stacked else QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._place, self._own, self._more):
            row.addWidget(widget)
        column.addLayout(row)
        if isinstance(row, Flow):
            if self._strip is not None:
                column.addWidget(self._strip)
        elif self._strip is not None:
            row.addWidget(self._strip, 1)
        else:
            row.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.own_entry)
        if self._why is not None:
            column.addWidget(self._why)
        self.own_entry.hide()


def _strip() -> ProblemTabs:
    strip = ProblemTabs(tr("context.questions"))
    before, after = bind_each(strip, "context.question", strip.go)
    strip.set_keys(before.key, after.key)
    return strip


def _strip_items(asked: Sequence[Question]) -> list[ProblemTab]:
    """One item for each question, with a tick where there is an answer."""
    return [
        ProblemTab(
            id=question.id,
            number=str(question.number),
            marks=(("check", "accent"),) if question.answers else (),
            spoken=tr("context.spoken", number=question.number, n=len(question.answers)),
        )
        for question in asked
    ]
