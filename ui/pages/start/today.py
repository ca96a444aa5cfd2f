"""The one large thing of the start page: the workshop of today, or how to begin one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.pages.start.long_words import MoreOfAll
from ui.pages.start.step_bar import StepBar
from ui.pages.start.unfinished import Waiting
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class TodaySheet(Sheet):
    """Shows what waits and the button that starts it; ``started`` when it is pressed.

    In projected mode it is written for the room; in private mode it is lower, with the button
    at the right, so that the records below it have room.
    """

    started = Signal()

    def __init__(self, *, private: bool, in_sample: bool) -> None:
        super().__init__(bar="accent", padding=_padding(private), spacing=2 if private else 4)
        self._when = LongText("body-quiet" if not private else "meta", most_lines=1)
        self._title = LongText("title" if private else "problem", most_lines=1 if private else 2)
        self._who = LongText("body" if private else "room", most_lines=1)
        self._more = MoreOfAll((self._when, self._title, self._who))
        self._start = ActionButton("", key="Enter", kind="primary", size="large", keyless=True)
        self._tick = IconLabel("check", "accent", 20)
        self._ready = Text("body-quiet")
        self._steps = StepBar() if private else None
        self._start.clicked.connect(self.started)
        self._sample = IconLabel("play", "accent", 18) if in_sample else None
        self._head = self._head_row()
        if private:
            self._arrange_low()
        else:
            self._arrange_high()

    @property
    def start_button(self) -> ActionButton:
        """The large button, where the keyboard begins."""
        return self._start

    def set_title_lines(self, most: int) -> None:
        """Show so many lines of a long title at a time."""
        self._title.set_most_lines(most)
        self.content.invalidate()
        self.updateGeometry()  # at once: whoever asked measures next

    def show_waiting(self, waiting: Waiting) -> None:
        """Show the workshop that waits, or that there is none."""
        self._when.set_text(waiting.when)
        self._title.set_text(waiting.title)
        self._who.set_text(waiting.who)
        self._who.setVisible(bool(waiting.who))
        self._start.setText(waiting.start)
        self._tick.set_icon("check" if waiting.complete else "circle-alert")
        self._tick.setVisible(bool(waiting.done))
        self._ready.setText(waiting.ready)
        if self._steps is not None:
            self._steps.show_done(waiting.done)
            self._steps.setVisible(bool(waiting.done))

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._sample is not None:
            row.addWidget(self._sample)
            row.addWidget(Text("accent-bold", tr("start.sample.open_now"), wrap=False))
            row.addSpacing(8)
        row.addWidget(self._when, 1)
        row.addWidget(self._more)
        return row

    def _arrange_high(self) -> None:
        self.content.addLayout(self._head)
        self.content.addWidget(self._title)
        self.content.addWidget(self._who)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._start)
        row.addWidget(self._tick)
        row.addWidget(self._ready, 1)
        self.content.addSpacing(6 if theme().metrics.low else 14)
        self.content.addLayout(row)

    def _arrange_low(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._head)
        words.addWidget(self._title)
        words.addWidget(self._who)
        below = QHBoxLayout()
        below.setSpacing(8)
        if self._steps is not None:
            below.addWidget(self._steps)
        below.addWidget(self._tick)
        below.addWidget(self._ready, 1)
        words.addLayout(below)
        row.addLayout(words, 1)
        row.addWidget(self._start, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(row)


def _padding(private: bool) -> int:
    metrics = theme().metrics
    if private:
        return 12 if metrics.low else 16
    return 18 if metrics.low else 30
