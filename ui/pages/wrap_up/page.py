"""The page of step 8, Wrap up: outcomes, actions, what each can do alone, and the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtGui import QHideEvent

from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Offers, back, primary
from ui.components.foot_buttons import Offering
from ui.components.page_column import PageColumn
from ui.components.section import SectionedPage
from ui.components.step_intro import TELLING
from ui.pages.wrap_up.closing import ClosingView
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from workshop_app.domain.audience_focus import CLOSING, AudienceFocus
from workshop_app.domain.facts.asked import asked_of_customer
from workshop_app.domain.facts.commitments import ours, to_do
from workshop_app.domain.facts.requests import telling_is_open
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.components.papers.papers_section import PapersSection
    from ui.pages.wrap_up.actions import ActionsSection


class WrapUpPage(SectionedPage):
    """One section at a time, the papers last; then a closing view for the room."""

    NAME = "wrap_up"
    SECTIONS: ClassVar[Mapping[str, str]] = {
        "outcomes": "ui.pages.wrap_up.outcomes:OutcomesSection",
        "actions": "ui.pages.wrap_up.actions:ActionsSection",
        "cards": "ui.pages.wrap_up.promises:PromisesSection",
        "alone": "ui.pages.wrap_up.self_reliance:SelfRelianceSection",
        "check": "ui.pages.wrap_up.check:CheckSection",
        "community": "ui.pages.wrap_up.community:CommunitySection",
        "next_time": "ui.pages.wrap_up.next_time:NextTimeSection",
        "message": "ui.pages.wrap_up.message:MessageSection",
        "papers": "ui.components.papers.papers_section:PapersSection",
    }

    def build(self) -> None:
        self.build_sections()
        finish = ActionButton(tr("wrap_up.papers.finish"), parent=self)
        finish.hide()
        finish.clicked.connect(self._finish_workshop)
        self.foot_widgets["finish"] = finish
        self.closing = ClosingView()
        self.closing.hide()
        self._column = PageColumn(self, self.choice, (self.stack, 1), (self.closing, 1), gap=0)
        self.set_section(self.last_section)
        self._set_margins()
        theme().changed.connect(self._set_margins)

    def refresh(self) -> None:
        super().refresh()
        state = self.state
        self.show_counts(
            {
                "actions": len(to_do(state)),
                "cards": len(ours(state)),
            },
            _lacking(state),
        )

    def show_location(self, name: str) -> None:
        super().show_location("actions" if name == TELLING else name)
        if name == TELLING:
            cast("ActionsSection", self.section).show_telling()

    def offered(self) -> Offers:
        if not self.closing.isHidden():
            home = primary(tr("wrap_up.closing.home"))._replace(icon="arrow-right")
            return {BACK: back(tr("wrap_up.closing.back")), PRIMARY: home}
        offers: Offers = {}
        following = self.next_stop(1)
        ended = self._papers is not None and self._papers.written
        offers.update(self.turning(FootArea.NONE))
        if ended and self.private:
            offers["finish"] = Beside(FootArea.LEFT)
        if following:
            words = tr("wrap_up.next", section=tr(f"wrap_up.section.{following}"))
            offers[PRIMARY] = primary(words, filled=bool(self.state.listed))
        elif ended:
            filled = self._papers is not None and self._papers.handed_over
            finish = primary(tr("wrap_up.papers.finish"), filled=filled)
            offers[PRIMARY] = finish._replace(icon="check")
        return offers

    def stops_at(self, name: str) -> bool:
        """Pass over the promises if there are none; an answer was given at once."""
        return name != "cards" or bool(ours(self.state))

    def parts(self) -> Sequence[Offering]:
        return super().parts() if self.closing.isHidden() else (self,)

    @property
    def _papers(self) -> PapersSection | None:
        """The section of the papers while it is the current one."""
        section = self.section
        return cast("PapersSection", section) if section.NAME == "papers" else None

    def do_primary(self) -> None:
        """Go on to the next section, after the last one to the closing view, then to Start."""
        self.commit_pending()
        if not self.closing.isHidden():
            self._go_home()
        elif not self.section.can_leave():
            return
        elif not self.go_on(1):
            self._finish_workshop()

    def audience_focus(self) -> AudienceFocus:
        section = self.section
        if not self.closing.isHidden():
            papers = self._papers.to_take_home if self._papers is not None else ()
            return AudienceFocus(step=Step.WRAP_UP, section=CLOSING, papers=papers)
        return AudienceFocus(
            step=Step.WRAP_UP, section=section.NAME, record_id=section.current_record_id()
        )

    def handle_escape(self) -> bool:
        if not self.closing.isHidden():
            self._leave_closing()
            return True
        return super().handle_escape()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_closing(shown=False)

    def focus_start(self) -> None:
        if self.closing.isHidden():
            super().focus_start()
        else:
            self.closing.setFocus()

    def set_section(self, name: str) -> None:
        self._show_closing(shown=False)
        super().set_section(name)
        self._set_margins()

    def _finish_workshop(self) -> None:
        """Show the room the closing view; where the room sees nothing, go to Start."""
        self.api.run_timer(False)
        unseen = self.private and not self.api.has_audience_display
        if unseen or self._papers is None:
            self._go_home()
            return
        from workshop_app.domain.audience_view_builder import closing  # on use

        self.closing.show_closing(closing(self.state, self._papers.to_take_home))
        self._show_closing(shown=True)
        self.closing.setFocus()
        self.api.update_foot()
        self.audience_focus_changed.emit()

    def _go_home(self) -> None:
        self.api.go("start")
        self.api.toast(tr("wrap_up.finished"))

    def _leave_closing(self) -> None:
        self._show_closing(shown=False)
        self.api.update_foot()
        self.audience_focus_changed.emit()
        self.focus_start()

    def _show_closing(self, *, shown: bool) -> None:
        if shown is not self.closing.isHidden():
            return
        self.closing.setVisible(shown)
        self.choice.setVisible(not shown)
        self.stack.setVisible(not shown)
        self.api.time_step(None if shown else Step.WRAP_UP)

    def _set_margins(self) -> None:
        gap = 0 if self.section.reaches_foot else theme().metrics.gap
        self._column.setContentsMargins(0, 0, 0, gap)
        self._column.setSpacing(gap or (theme().metrics.gap // 2 if theme().metrics.desk else 0))


def _lacking(state: WorkshopState) -> frozenset[str]:
    """Return the sections without which papers ask for something or are not there yet."""
    asked = asked_of_customer(state)
    lacks = {
        "actions": bool(asked.undated or asked.ownerless),
        "cards": telling_is_open(state),
        "next_time": asked.meeting,
        "papers": not state.workshop.exported_at,
    }
    return frozenset(name for name in lacks if lacks[name])
