"""The introduction of a step: task, duration, start button, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.components.empty_state import EmptyState, StartButton
from ui.components.page_memory import memory_of
from ui.components.window_api import WindowApi
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import flow
from ui.widgets.discard import discard
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.text import Text
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Missing, Step, missing_before
from workshop_app.i18n import tr

_MOST_LINKS = 3
TELLING = "telling"
"""The location in Wrap up where it is settled who tells the customer about requests."""
UNSAID = "unsaid"
"""The location in Appraise where what a request lacks is entered."""
_LOCATIONS = {
    "customer": "customer",
    "date": "date",
    "participant": "people",
    "unsaid": UNSAID,
    "telling": TELLING,
    "next_date": "next_time",
}
"""The lines of Prepare, or the locations of other steps, where missing items are entered."""


def location_of(lack: Missing) -> str:
    """Return the location of its step where a missing item is entered; empty for none."""
    return _LOCATIONS.get(lack.key, "")


class StepIntro(EmptyState):
    """Shown while nothing was entered in the step, and on request (F4).

    Without ``brief`` it replaces the step's content, with all parts. With ``brief``, used
    when the step already has content, it is a single line for the facilitator with the sentence and
    the missing items; after F4 it also shows what may be said. The line can be closed; F4 shows it
    again.
    """

    def __init__(self, api: WindowApi, step: Step) -> None:
        super().__init__()
        self._api = api
        self._step = step
        self._state: WorkshopState | None = None
        self.due = False
        """Whether it is shown because nothing was entered yet."""
        self._recalled = False
        self._brief = False
        self._begin: StartButton | None = None
        self._links: tuple[StartButton, ...] = ()
        self._say = Text("body")
        self._hairline = Line()
        self._missing = MissingLine(api)
        self.sheet.add(self._hairline, self._missing)
        self._brief_line = MissingLine(api, lead=True)
        self._brief_line.closed.connect(self._put_away)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._brief_line)
            layout.addWidget(self._say)
        self.hide()

    def show_state(
        self,
        state: WorkshopState,
        *,
        due: bool,
        begin: StartButton | None = None,
        links: Sequence[StartButton] = (),
        brief: bool = False,
    ) -> None:
        """Show the step of a workshop; visible while ``due``, or until the next change."""
        if state is not self._state:
            self._recalled = False
        self._state = state
        self.due = due and not (brief and self._step in self._closed)
        self._brief = brief
        self._begin = begin
        self._links = tuple(links)
        self._show()

    def recall(self) -> bool:
        """Show it again with what may be said, or hide it if it was recalled.

        Return False if there is nothing to show.
        """
        if self._state is None:
            return False
        self._closed.discard(self._step)
        self._recalled = not self._recalled
        self._show()
        return True

    @property
    def _closed(self) -> set[Step]:
        """The steps whose line was closed in this workshop."""
        return cast("set[Step]", memory_of(self._api, "step_intro").setdefault("closed", set()))

    def _put_away(self) -> None:
        self._closed.add(self._step)
        self.due = self._recalled = False
        self._show()

    def _show(self) -> None:
        visible = self.due or self._recalled
        if visible and self._state is not None:
            self._show_parts(self._state)
        self.setVisible(visible)

    def _show_parts(self, state: WorkshopState) -> None:
        minutes = plan_of(state.agenda).get(self._step, 0)
        area = f"guide.{self._step.value}"
        whole = not self._brief
        timed = minutes and whole  # beside content the clock runs already
        sentence = tr(f"{area}.{'timed' if timed else 'untimed'}", n=minutes)
        missing = missing_before(state, self._step)
        lacks = missing[:_MOST_LINKS]
        self.show_words(*((sentence, tr(f"{area}.hint")) if whole else ("", "")))
        self.show_buttons(self._begin, self._links)
        self._missing.show_missing("", lacks)
        self._hairline.setVisible(bool(lacks))
        metrics = theme().metrics
        fitting = 1 if metrics.narrow else 2 if metrics.columns else _MOST_LINKS
        own = self._step is Step.PREPARE
        # the items of the preceding steps
        nearest = missing[:fitting] if own else missing[-fitting:]
        self._brief_line.show_missing("" if whole else sentence, () if whole else nearest)
        said = self._recalled and self._api.settings.script_lines == "on"
        self._say.setText(tr(f"script.say.{self._step.value}") if said else "")
        self._say.setVisible(said)


class MissingLine(QWidget):
    """The missing items, each a link to where it is entered.

    With ``lead``, a sentence precedes them and a button closes the line (``closed``).
    """

    closed = Signal()

    def __init__(self, api: WindowApi, *, lead: bool = False) -> None:
        super().__init__()
        self._api = api
        self._links: list[ActionButton] = []
        self._shown: tuple[str, tuple[tuple[Step, Missing], ...]] | None = None
        self._lead = Text("body-bold", wrap=False) if lead else None
        self._ring = IconLabel("ring", "ink", 16)
        self._name = Text("body", tr("guide.missing"), wrap=False)
        self._close: IconButton | None = None
        if lead:
            self._close = IconButton("close", tr("guide.close"), size=16, target=32)
            self._close.clicked.connect(self.closed)
        self._flow = flow(self, self._lead, self._ring, self._name, self._close)

    def show_missing(self, lead: str, lacks: tuple[tuple[Step, Missing], ...]) -> None:
        """Show these items; if there are none, only the lead."""
        if (lead, lacks) == self._shown:
            return
        self._shown = (lead, lacks)
        if self._lead is not None:
            self._lead.setText(lead)
        for link in self._links:
            self._flow.removeWidget(link)
            discard(link)
        self._links = []
        for step, lack in lacks:
            words = tr(f"steps.missing.{lack.key}", n=lack.n)
            link = ActionButton(tr("guide.link", what=words), kind="quiet", size="small")
            link.clicked.connect(partial(self._go, step, location_of(lack)))
            self._flow.addWidget(link)
            link.show()
            self._links.append(link)
        if self._close is not None:
            self._flow.removeWidget(self._close)
            self._flow.addWidget(self._close)  # after the links
        self._ring.setVisible(bool(lacks))
        one_line = self._lead is not None and theme().metrics.narrow  # no button wraps alone
        self._name.setVisible(bool(lacks) and not one_line)
        self.setVisible(bool(lead or lacks))

    def _go(self, step: Step, location: str, _on: bool = False) -> None:
        self._api.go_to(step.value, location)
