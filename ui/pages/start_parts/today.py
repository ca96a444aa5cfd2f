"""The one large thing of the start page: the workshop of today, or how to begin one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr


class TodaySheet(Sheet):
    """Shows one workshop (or none) and the button that starts it; ``started`` when pressed."""

    started = Signal()

    def __init__(self) -> None:
        super().__init__(bar="accent", padding=30, spacing=4)
        self._when = Text("body-quiet")
        self._title = Text("problem")
        self._who = Text("room")
        self._start = ActionButton("", key="Enter", kind="primary", size="large")
        self._tick = IconLabel("check", "accent", 20)
        self._ready = Text("body-quiet")
        for words in (self._when, self._title, self._who):
            self.content.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._start)
        row.addWidget(self._tick)
        row.addWidget(self._ready, 1)
        self.content.addSpacing(14)
        self.content.addLayout(row)
        self._start.clicked.connect(self.started)

    @property
    def start_button(self) -> ActionButton:
        """The large button, where the keyboard begins."""
        return self._start

    def show_state(self, state: WorkshopState | None, today: date) -> None:
        """Show the workshop that waits, or that there is none for today."""
        self._who.setVisible(state is not None)
        self._tick.setVisible(state is not None)
        if state is None:
            self._when.setText(texts().date(today.isoformat()))
            self._title.setText(tr("start.none_today"))
            self._start.setText(tr("start.begin_new"))
            self._ready.setText(tr("start.begin_new_hint"))
            return
        workshop = state.workshop
        self._when.setText(_when(state, today))
        self._title.setText(workshop.title)
        self._who.setText(_who(state))
        resumed = any(problem.position >= 0 for problem in state.problems)
        self._start.setText(tr("start.go_on" if resumed else "start.begin"))
        lacks = [tr(f"steps.missing.{m.key}", n=m.n) for m in missing(state, Step.PREPARE)]
        self._tick.set_icon("circle-alert" if lacks else "check")
        minutes = sum(item.minutes for item in state.agenda)
        self._ready.setText(tr("start.lacking").join(lacks) or tr("start.ready", minutes=minutes))


def _when(state: WorkshopState, today: date) -> str:
    workshop = state.workshop
    day = texts().date(workshop.date, year=workshop.date[:4] != str(today.year))
    if workshop.date == today.isoformat():
        day = tr("start.today", day=texts().date(workshop.date, year=False))
    clock = f"{workshop.start_time} – {workshop.end_time}" if workshop.start_time else ""
    return "  ".join(part for part in (day, clock, workshop.place) if part)


def _who(state: WorkshopState) -> str:
    people = tr("start.people", n=len(state.participants)) if state.participants else ""
    return "  ".join(part for part in (state.customer.name, people) if part)
