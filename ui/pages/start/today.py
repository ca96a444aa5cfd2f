"""The large sheet of the start page: today's workshop, or how to start one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout

from ui.actions.binding import BoundAction
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import Part, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.agenda import step_times, whole_time
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


class TodayWords(NamedTuple):
    """The content of the sheet.

    ``start`` is the text of the button, ``ready`` the note next to it, which ``is_running`` if it
    says how far the workshop is, ``complete`` whether the preparation is complete or the papers
    were written; None shows neither.
    """

    when: str
    title: str
    who: str
    start: str
    ready: str
    complete: bool | None = None
    is_running: bool = False
    begins: bool = False
    """Whether it is prepared, for today, so that the button leads past the preparation."""


def words_without_workshop(today: date) -> TodayWords:
    """Return the texts for a day without a workshop: a new one can be created."""
    return TodayWords(
        when=texts().date(today.isoformat()),
        title=tr("start.none_today"),
        who="",
        start=tr("start.begin_new"),
        ready=tr("start.begin_new_hint"),
    )


def words_for(
    state: WorkshopState, today: date, *, named: bool, step: Step | None = None
) -> TodayWords:
    """Return the texts for a workshop; only if ``named`` what tells whose it is.

    ``step`` is the one at which a running workshop goes on, if known.
    """
    lacks = [tr(f"steps.missing.{lack.key}", n=lack.n) for lack in missing(state, Step.PREPARE)]
    minutes, _ = whole_time(state.agenda)
    ready = "  ".join(lacks) or tr("start.ready", minutes=minutes)
    complete: bool | None = not lacks
    running = bool(state.problems) and not state.written
    begins = complete and not state.problems and state.workshop.date == today.isoformat()
    start = "begin" if begins else "prepare"
    if state.written:
        ready, complete, start = tr("start.written"), True, "open"
    elif running:
        ready, complete, start = _running(state, step), None, "go_on"
    return TodayWords(
        when=_when(state, today) if named else tr("start.today", day=_day(today)),
        title=state.workshop.title if named else nameless_words(state),
        who=_who(state) if named else "",
        start=tr(f"start.{start}"),
        ready=ready,
        complete=complete,
        is_running=running,
        begins=begins,
    )


def _running(state: WorkshopState, step: Step | None) -> str:
    """Return the step, the time left for it, and the number of problems."""
    times = {part.step: part.planned * 60 - part.seconds for part in step_times(state.agenda)}
    left = times.get(step, 0) if step is not None else 0
    parts = (
        tr(f"steps.name.{step}") if step is not None else "",
        tr("start.left", time=f"{left // 60}:{left % 60:02}") if left > 0 else "",
        tr("start.problems", n=len(state.listed)),
    )
    return spaced(*parts)


def _when(state: WorkshopState, today: date) -> str:
    workshop = state.workshop
    day = texts().date(workshop.date, year=workshop.date[:4] != str(today.year))
    if workshop.date == today.isoformat():
        day = tr("start.today", day=_day(today))
    return spaced(day, _clock(state), workshop.place)


def _day(day: date) -> str:
    return texts().date(day.isoformat(), year=False)


def _clock(state: WorkshopState) -> str:
    times = (state.workshop.start_time, state.workshop.end_time)
    return " – ".join(time for time in times if time)


def nameless_words(state: WorkshopState) -> str:
    """Return the times and the number of people of a workshop, which do not tell whose it is."""
    time, what, _stage = nameless_parts(state)
    return f"{time}  {what}"


def nameless_parts(state: WorkshopState) -> tuple[str, str, str]:
    """Return the times of a workshop, its kind and number of people, and how far it is."""
    people = tr("start.people", n=len(state.participants))
    kind = tr(f"prepare.method.{state.workshop.kind}.name")
    if state.workshop.exported_at:
        stage = "written"
    elif state.problems:
        stage = "begun"
    else:
        stage = "preparing" if missing(state, Step.PREPARE) else "prepared"
    what = tr("start.kind_and_people", kind=kind, people=people)
    return _clock(state) or tr("start.no_time"), what, tr(f"start.stage.{stage}")


def _who(state: WorkshopState) -> str:
    people = tr("start.people", n=len(state.participants)) if state.participants else ""
    return spaced(state.customer.name, people)


class TodaySheet(Sheet):
    """Shows a workshop in large text, and ``begin``, the button that starts it."""

    def __init__(self, begin: BoundAction, *, in_sample: bool) -> None:
        super().__init__(padding=0, spacing=4)
        self._when = LongText("body-quiet", most_lines=1)
        self._title = LongText("problem", most_lines=2)
        self._who = LongText("room", most_lines=1)
        self._next_lines = MoreButton(self._when, self._title, self._who)
        self._begin = begin
        self.start_button = ActionButton(action=begin, kind="primary", size="large")
        """The large button, which has the initial focus."""
        self._tick = IconLabel("check", "accent", 20)
        self._ready = Text("body-quiet")
        self._sample = IconLabel("play", "accent", 18) if in_sample else None
        begin_line = row(None, self.start_button, self._tick, (self._ready, 1), gap=14)
        space = 6 if theme().metrics.low else 14
        parts = (self._head_row(), self._title, self._who, space, begin_line)
        self.add(*parts)

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
        self._tick.setVisible(words.complete is not None)
        self._ready.set_role("room-quiet" if words.is_running else "body-quiet")
        self._ready.setText(words.ready)

    def _head_row(self) -> QHBoxLayout:
        sample: tuple[Part, ...] = ()
        if self._sample is not None:
            words = Text("accent-bold", tr("start.sample.open_now"), wrap=False)
            sample = (self._sample, words, 8)
        return row(None, *sample, (self._when, 1), self._next_lines, gap=8)
