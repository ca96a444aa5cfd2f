"""The line for the next answer, who gives it, and how the customer gets on."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from ui.components.next_entry import NextEntry
from ui.pages.context.rows import MARK_ICONS
from ui.theme.theme import theme
from ui.widgets.check_group import Option, Rule
from ui.widgets.check_line import CheckLine
from ui.widgets.ruled_line import RuledLine
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr

_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class NextAnswer(NextEntry):
    """The line says who will have given the answer; below it are the names and the marks."""

    def __init__(self) -> None:
        entry = RuledLine(
            tr("context.entry"),
            tr("context.placeholder"),
            icon="speech",
            button=tr("context.add"),
            role="room",
            limit=NOTE_LIMIT,
            line_breaks=True,
        )
        self.marks = CheckLine(tr("context.mark_label"), rule=Rule.AT_MOST_ONE)
        self.marks.set_options(
            [Option(mark, tr(f"context.mark.{mark.value}")) for mark in MARK_ICONS]
        )
        super().__init__(entry, tr("context.speaker"), (self.marks,))

    @property
    def mark(self) -> AnswerMark:
        """The mark that is chosen."""
        chosen = self.marks.value()
        return chosen if isinstance(chosen, AnswerMark) else AnswerMark.NONE

    def fit_parts(self) -> None:
        """Put the marks next to the names; below them if not all names fit there."""
        beside = self.room - self.marks.labelled_width - theme().metrics.hang
        names = self.speakers.brief_width if self.speakers.isEnabled() else 0
        below = theme().stacked or beside < names
        directions = QBoxLayout.Direction
        self.chips.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        if below:  # it takes what there is, also when a scroll bar makes the page narrower
            self.speakers.setMinimumWidth(0)
            self.speakers.setMaximumWidth(_WIDEST)
        else:
            self.speakers.setFixedWidth(max(0, min(names, beside)))
        super().fit_parts()
