"""The section of outcomes: the number of problems with each; in private mode an overview."""

from __future__ import annotations

from ui.actions.binding import bind_button
from ui.actions.offered import Offers, left
from ui.components.empty_state import StartButton
from ui.components.hand_over import hand_over
from ui.components.paragraph_view import ParagraphView
from ui.components.section import Section
from ui.components.side_layout import roomy
from ui.components.step_intro import StepIntro
from ui.rows.cells import Bar, Words
from ui.rows.row import Row, outcome_line
from ui.theme.theme import theme
from ui.widgets.agenda_bars import AgendaBars, Share
from ui.widgets.boxes import STRETCH, Part, column
from ui.widgets.deferred_layout import Refitted
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.agenda import step_times
from workshop_app.domain.facts.outcomes import not_discussed, outcomes_of_discussed
from workshop_app.domain.facts.requests import to_hand_over
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import requests_words


class OutcomesSection(Refitted, Section):
    """One line for each kind of outcome, in the room's text size.

    What was not talked about is a quiet line below them, since most of a long list is that.
    Private mode also shows the time spent on the steps. If the window is wide enough, an overview
    replaces the lines and has the times as text. ``section_requested(name)`` leads to another
    section.
    """

    NAME = "outcomes"

    def build(self) -> None:
        self._listed = True
        self._measured = False
        self._heading = Text("room-bold")
        self._rest = Text("room-quiet")
        self._decided = True
        self._several = Text("body-quiet")
        self._handed = bind_button(self, "wrap_up.handed_over", self._hand_over)
        self.list = ParagraphView("room", tr("wrap_up.section.outcomes"))
        self.intro = StepIntro(self.api, Step.WRAP_UP)
        parts = (self._heading, self.list, self._rest, self._several, *self._private_parts())
        column(self, *parts, self.intro, STRETCH, gap=theme().metrics.gap)
        theme().follow(self._fit)

    def fit_parts(self) -> None:
        """End the list where its rows end."""
        self.list.setFixedHeight(max(1, self.list.needed_height()))

    def focus_start(self) -> bool:
        return False

    def refresh(self, state: WorkshopState) -> None:
        self._show_intro(state)
        rest = len(not_discussed(state))
        found = outcomes_of_discussed(state)
        decided = len(found.said)
        self._decided = decided > 0
        self._heading.setText(tr("wrap_up.outcomes.lead", n=decided))
        self._rest.setText(tr("wrap_up.outcomes.rest", n=rest) if rest else "")
        most = max(1, *found.counts.values())
        names = {kind: outcome_name(texts(), kind, found.left) for kind in found.counts}
        rows = [
            Row(kind, "", lines=(outcome_line(kind, names[kind], "room"),), after=_bar(n, most))
            for kind, n in found.counts.items()
        ]
        self.list.show_paragraphs(rows)
        self.refit.invalidate()
        several = found.several
        if self.private:
            self._show_time(state)
            self._show_overview(state)
        requests = requests_words(texts(), state)
        remark = tr("wrap_up.outcomes.several", n=several) if several else ""
        self._several.setText(spaced(remark, requests))
        self._fit()
        self.foot_changed.emit()

    def offered(self) -> Offers:
        return {"wrap_up.handed_over": left()} if to_hand_over(self.state) else {}

    def _hand_over(self) -> bool:
        beside = self._handed.place(self)
        return hand_over(self.api, to_hand_over(self.state), beside)

    def _show_intro(self, state: WorkshopState) -> None:
        """Show the introduction instead of the counts if there are no problems."""
        begin = StartButton(
            tr("guide.wrap_up.begin"), lambda: self.section_requested.emit("actions")
        )
        listed = bool(state.listed)
        brief = listed or (self.private and roomy())
        self.intro.show_state(state, due=not state.actions, begin=begin, brief=brief)
        self._listed = listed
        self._fit()

    def _private_parts(self) -> tuple[Part, ...]:
        if not self.private:
            return ()
        from ui.pages.wrap_up.overview import Overview

        self.spent = AgendaBars("list")
        self.overview = Overview()
        self.overview.section_requested.connect(self.section_requested)
        return self.spent, (self.overview, 100)

    def _show_overview(self, state: WorkshopState) -> None:
        from ui.components.papers.jobs import ExportJob

        job = ExportJob.of(self.api)
        result = job.run.result if job is not None and job.run is not None else None
        unentered = self.api.unentered()
        self.overview.show_state(state, result, unentered, self.api.settings.reply_slack)

    def _fit(self) -> None:
        wide = self.private and roomy()
        if self.private:
            self.overview.setVisible(wide)
            self.spent.setVisible(self._measured and not wide)
        shown = self._listed and not wide
        for part in (self._heading, self._several, self.list):
            part.setVisible(shown and self._decided)
        self._rest.setVisible(shown and bool(self._rest.text()))

    def _show_time(self, state: WorkshopState) -> None:
        """Show the time spent on the steps next to the plan, if any was measured."""
        parts = step_times(state.agenda)
        self._measured = any(part.seconds for part in parts)
        self.spent.show_shares(
            [Share(tr(f"steps.name.{part.step}"), part.planned, part.minutes) for part in parts]
        )


def _bar(n: int, most: int) -> tuple[Words, Bar]:
    return Words(tr("wrap_up.outcomes.count", n=n), role="room-bold"), Bar(n / most)
