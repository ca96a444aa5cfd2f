"""The review of the previous visit: actions, requests, can-do check, problems, then and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout

from ui.actions.offered import BACK, PRIMARY, Offers, back, primary
from ui.components.empty_state import EmptyState
from ui.components.foot_buttons import Offering
from ui.components.page_column import layer
from ui.components.section import SectionedPage
from ui.theme.theme import theme
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.facts.then_now import last_cards
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import tr

_NOTHING, _SECTIONS = range(2)
"""The layers of the page."""


class LastTimePage(SectionedPage):
    """One section at a time; Ctrl+Enter moves on to Context, Esc leads back to Prepare."""

    NAME = "last_time"
    SECTIONS: ClassVar[Mapping[str, str]] = {
        "actions": "ui.pages.last_time.actions:LastTimeActionsSection",
        "requests": "ui.pages.last_time.requests:LastTimeRequestsSection",
        "alone": "ui.pages.last_time.alone:AloneSection",
        "problems": "ui.pages.last_time.problems:ProblemsSection",
        "cards": "ui.pages.last_time.cards:LastTimeCardsSection",
        "then_now": "ui.pages.last_time.then_now:ThenNowSection",
    }

    def build(self) -> None:
        self.build_sections()
        self._layers = QStackedLayout(self)
        nothing = EmptyState(tr("last_time.nothing"), tr("last_time.nothing_hint"))
        for parts in ([(nothing, 1)], [self.choice, (self.stack, 1)]):
            self._layers.addWidget(layer(*parts, below=theme().metrics.gap))
        self.set_section(self.last_section)

    @property
    def step(self) -> Step:
        return Step.PREPARE

    def refresh(self) -> None:
        there = self.state.before is not None
        self._layers.setCurrentIndex(_SECTIONS if there else _NOTHING)
        if there:
            super().refresh()

    def stops_at(self, name: str) -> bool:
        return name != "cards" or self.state.before is None or bool(last_cards(self.state))

    def offered(self) -> Offers:
        turning = self.turning() if self._has_sections else {}
        return {
            BACK: back(),
            **turning,
            PRIMARY: primary(tr("prepare.next", step=tr(f"steps.name.{self._next_step}"))),
        }

    def parts(self) -> Sequence[Offering]:
        return super().parts() if self._has_sections else (self,)

    @property
    def _has_sections(self) -> bool:
        return self._layers.currentIndex() == _SECTIONS

    def focus_start(self) -> None:
        if self._has_sections:
            super().focus_start()
        else:
            self.primary_action.focus_button()

    def audience_focus(self) -> AudienceFocus:
        state = self.session.state
        if state is None or state.before is None:
            return AudienceFocus(step=Step.PREPARE)
        section = self.section
        return AudienceFocus(
            step=Step.PREPARE,
            section=f"last_time.{section.NAME}",
            record_id=section.current_record_id(),
        )

    def handle_escape(self) -> bool:
        if not super().handle_escape():
            self.api.go(Step.PREPARE.value)
        return True

    def leave(self) -> None:
        self.api.go(Step.PREPARE.value)

    def do_primary(self) -> None:
        self.commit_pending()
        if self.private:
            self.api.set_private(False)
        self.api.go(self._next_step.value)

    @property
    def _next_step(self) -> Step:
        return nearest_step(self.state.workshop.kind, Step.CONTEXT)
