"""Where an answer is written down: who says it, one calm line, how the thing is doing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.components.side_layout import roomy
from ui.pages.context.answer_marks import MarkRow
from ui.theme.theme import theme
from ui.widgets.chips import Chips
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.words_line import LineWords, WordsLine
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr


class AnswerBlock(Sheet):
    """A sheet for the facilitator: ``chips``, ``words`` and ``marks``."""

    def __init__(self) -> None:
        super().__init__(padding=14, spacing=10)
        self.chips = Chips(tr("context.speaker"))
        self.words = WordsLine(
            LineWords(
                entry=tr("context.entry"),
                placeholder=tr("context.placeholder"),
                add=tr("context.add"),
                correction=tr("context.correction"),
                save=tr("context.correct_save"),
            ),
            name="answer",
            role="body",
            limit=NOTE_LIMIT,
            line_breaks=True,
            quiet=True,
        )
        self.marks = MarkRow()
        self._hint = Text("hint", tr("context.hint"), wrap=False)
        self._arrange()
        theme().changed.connect(self._fit)
        self._fit()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.chips, 1)
        top.addWidget(self._hint)
        self.content.addLayout(top)
        self.content.addWidget(self.words)
        self.content.addWidget(self.marks)

    def _fit(self) -> None:
        metrics = theme().metrics
        self._hint.setVisible(not metrics.compact and not (roomy() and metrics.tight))
