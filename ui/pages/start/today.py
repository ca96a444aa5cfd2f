"""The large sheet of the start page: today's workshop, or how to start one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.actions.binding import BoundAction
from ui.actions.table import key_of
from ui.pages.start.step_bar import StepBar
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.steps import Step, has_tick, missing, steps_of
from workshop_app.i18n import texts, tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


class TodayWords(NamedTuple):
    """The content of the sheet; ``done`` says for each step whether nothing is missing.

    ``start`` is the text of the button, ``ready`` the note next to it, ``complete`` whether the
    preparation is complete or the papers were written.
    """

    when: str
    title: str
    who: str
    start: str
    ready: str
    complete: bool = True
    done: tuple[bool, ...] = ()


def words_without_workshop(today: date) -> TodayWords:
    """Return the texts for a day without a workshop: a new one can be created."""
    return TodayWords(
        when=texts().date(today.isoformat()),
        title=tr("start.none_today"),
        who="",
        start=tr("start.begin_new"),
        ready=tr("start.begin_new_hint"),
    )


def words_for(state: WorkshopState, today: date, *, named: bool) -> TodayWords:
    """Return the texts for a workshop; only if ``named`` what tells whose it is."""
    lacks = [tr(f"steps.missing.{lack.key}", n=lack.n) for lack in missing(state, Step.PREPARE)]
    minutes = sum(item.minutes for item in state.agenda)
    ready = "  ".join(lacks) or tr("start.ready", minutes=minutes)
    start = "go_on" if state.problems else "begin"
    written = bool(state.problems and state.workshop.exported_at)
    if written:
        ready = tr("start.written")
        start = "open"
    return TodayWords(
        when=_when(state, today) if named else tr("start.today", day=_day(today)),
        title=state.workshop.title if named else nameless_words(state),
        who=_who(state) if named else "",
        start=tr(f"start.{start}"),
        ready=ready,
        complete=written or not lacks,
        done=tuple(has_tick(state, step) for step in steps_of(state.workshop.kind)),
    )


def _when(state: WorkshopState, today: date) -> str:
    workshop = state.workshop
    day = texts().date(workshop.date, year=workshop.date[:4] != str(today.year))
    if workshop.date == today.isoformat():
        day = tr("start.today", day=_day(today))
    return "  ".join(part for part in (day, _clock(state), workshop.place) if part)


def _day(day: date) -> str:
    return texts().date(day.isoformat(), year=False)


def _clock(state: WorkshopState) -> str:
    times = (state.workshop.start_time, state.workshop.end_time)
    return " – ".join(time for time in times if time)


def nameless_words(state: WorkshopState) -> str:
    """Return the times and the number of people of a workshop, which do not tell whose it is."""
    people = tr("start.people", n=len(state.participants))
    return "  ".join((_clock(state) or tr("start.no_time"), people))


def _who(state: WorkshopState) -> str:
    people = tr("start.people", n=len(state.participants)) if state.participants else ""
    return "  ".join(part for part in (state.customer.name, people) if part)


class TodaySheet(Sheet):
    """Shows a workshop and the button that starts it.

    In projected mode it has large text; in private mode it is lower, with the button at the right,
    to leave space for the records below it. ``begin`` is the action of the button.
    """

    def __init__(self, begin: BoundAction, *, private: bool, in_sample: bool) -> None:
        padding = (12 if theme().metrics.low else 16) if private else 0
        super().__init__(padding=padding, spacing=2 if private else 4)
        self._when = LongText("body-quiet" if not private else "meta", most_lines=1)
        self._title = LongText("title" if private else "problem", most_lines=1 if private else 2)
        self._who = LongText("body" if private else "room", most_lines=1)
        self._next_lines = _NextLinesButton((self._when, self._title, self._who))
        self._begin = begin
        self._start = ActionButton(action=begin, kind="primary", size="large")
        self._tick = IconLabel("check", "accent", 20)
        self._ready = Text("body-quiet")
        self._steps = StepBar() if private else None
        self._sample = IconLabel("play", "accent", 18) if in_sample else None
        self._head = self._head_row()
        if private:
            self._arrange_low()
        else:
            self._arrange_high()

    @property
    def start_button(self) -> ActionButton:
        """The large button, which has the initial focus."""
        return self._start

    def set_title_lines(self, most: int) -> None:
        """Show at most this number of lines of the title at a time."""
        self._title.set_most_lines(most)
        self.content.invalidate()
        self.updateGeometry()  # immediately, since the caller measures next

    def show_words(self, words: TodayWords) -> None:
        """Show a workshop, or that there is none."""
        self._when.set_text(words.when)
        self._title.set_text(words.title)
        self._who.set_text(words.who)
        self._who.setVisible(bool(words.who))
        self._begin.setText(words.start)
        self._tick.set_icon("check" if words.complete else "circle-alert")
        self._tick.setVisible(bool(words.done))
        self._ready.setText(words.ready)
        if self._steps is not None:
            self._steps.show_done(words.done)
            self._steps.setVisible(bool(words.done))

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._sample is not None:
            row.addWidget(self._sample)
            row.addWidget(Text("accent-bold", tr("start.sample.open_now"), wrap=False))
            row.addSpacing(8)
        row.addWidget(self._when, 1)
        row.addWidget(self._next_lines)
        return row

    def _arrange_high(self) -> None:
        self.content.addLayout(self._head)
        self.content.addWidget(self._title)
        self.content.addWidget(self._who)
        layout = row(None, self._start, self._tick, (self._ready, 1), gap=14)
        self.content.addSpacing(6 if theme().metrics.low else 14)
        self.content.addLayout(layout)

    def _arrange_low(self) -> None:
        layout = row(
            None,
            (
                column(
                    None,
                    self._head,
                    self._title,
                    self._who,
                    row(None, self._steps, self._tick, (self._ready, 1), gap=8),
                    gap=2,
                ),
                1,
            ),
            (self._start, 0, Qt.AlignmentFlag.AlignVCenter),
            gap=20,
        )
        self.content.addLayout(layout)


class _NextLinesButton(ActionButton):
    """Shows the next lines of all ``texts``; visible only while one of them has more."""

    def __init__(self, texts: Sequence[LongText]) -> None:
        super().__init__("", key=key_of("moving.more"), kind="note", size="small")
        self._texts = tuple(texts)
        self.hide()
        self.clicked.connect(self._turn)
        for text in self._texts:
            text.pages_changed.connect(self._show_pages)

    def _turn(self) -> None:
        for text in self._texts:
            text.turn()

    def _show_pages(self) -> None:
        longest = max(self._texts, key=lambda text: text.pages)
        words = tr("widgets.problem.more", page=longest.page + 1, pages=longest.pages)
        self.setText(words)
        self.setVisible(longest.pages > 1)
