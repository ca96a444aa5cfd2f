"""Step 1, Prepare: customer, participants, method, background, agenda, received list, files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.actions.binding import bind
from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, primary
from ui.actions.table import key_of
from ui.components.page_column import PageColumn
from ui.components.places import FACILITATOR
from ui.components.section import Section, SectionedPage
from ui.components.side_layout import roomy
from ui.components.step_intro import StepIntro, location_of
from ui.pages.prepare.hints import PrepareHints, is_too_long
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr

if TYPE_CHECKING:
    from ui.pages.prepare.basics import BasicsSection
    from ui.pages.prepare.files import MackerelFilesSection
    from ui.pages.prepare.opening import OpeningSection
    from ui.pages.prepare.people import PeopleSection
    from ui.pages.prepare.received_list import ReceivedListSection


class PreparePage(SectionedPage):
    """Customer and day in large text at the top; the current section below."""

    NAME: ClassVar[str] = "prepare"
    SECTIONS: ClassVar[Mapping[str, str]] = {
        "basics": "ui.pages.prepare.basics:BasicsSection",
        "people": "ui.pages.prepare.people:PeopleSection",
        "method": "ui.pages.prepare.method:MethodSection",
        "background": "ui.pages.prepare.background:BackgroundSection",
        "agenda": "ui.pages.prepare.agenda:AgendaSection",
        "advance": "ui.pages.prepare.received_list:ReceivedListSection",
        "opening": "ui.pages.prepare.opening:OpeningSection",
        "setup": "ui.pages.prepare.files:MackerelFilesSection",
    }

    def build(self) -> None:
        self._customer = Text("problem")
        self._day = Text("room-quiet")
        self.build_sections()
        self._choose = None
        if self.private:  # its key works in every section, like drag and drop
            self._choose = bind(self, "prepare.file", self._choose_file, on_button=True)
        bind(self, PRIMARY, self._go_on, on_button=True)
        self._last_time = ActionButton(
            tr("menu.last_time"), "undo", key_of("everywhere.last_time"), keyless=True, parent=self
        )
        self._last_time.clicked.connect(lambda: self.api.go("last_time"))
        self._last_time.hide()
        self.intro = StepIntro(self.api, Step.PREPARE)
        self.hints = PrepareHints(self.api)
        self.hints.section_requested.connect(self.show_section)
        self.hints.facilitator_requested.connect(lambda: self.show_location(FACILITATOR))
        self._arrange()
        self.set_section(self.last_section)

    def section_built(self, section: Section) -> None:
        if section.NAME == "advance":
            received = cast("ReceivedListSection", section)
            received.preview_toggled.connect(self._preview_toggled)
        elif self._choose is not None and section.NAME != "setup":
            section.addAction(self._choose)

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        customer = texts().organisation(state.customer.name, state.customer.honorific)
        self._customer.setText(customer if state.customer.name else state.workshop.title)
        workshop = state.workshop
        clock = f"{workshop.start_time} – {workshop.end_time}" if workshop.start_time else ""
        day = (texts().date(workshop.date), clock)
        self._day.setText("  ".join(part for part in day if part))
        super().refresh(state)
        begun = bool(state.customer.name or state.participants)
        # private fields need the height of a low window; missing items are in the foot bar, too
        has_room = not (self.private and theme().metrics.rather_low)
        # the line about an agenda that is too long needs the same height
        hinted = is_too_long(state) and self._hinted
        due = has_room and not begun and not self._previewing and not hinted
        self.intro.show_state(state, due=due, brief=True)
        if self.private:
            self._panel.refresh(state)
        self._last_time.setVisible(state.before is not None)
        self._show_hints(state)

    def offered(self, state: WorkshopState | None) -> Offers:
        if state is None:
            return {}
        offers: Offers = {}
        if not self.intro.due:
            lacks = [tr(f"steps.missing.{m.key}", n=m.n) for m in missing(state, Step.PREPARE)]
            offers["lacks"] = Beside(FootArea.LEFT, "  ".join(lacks) or tr("prepare.complete"))
        offers |= self.turning()
        offers["prepare.fit"] = Offered(tr("prepare.hint.fit", n=self.hints.minutes))
        if not self._previewing:
            lacking = self._lacking(state)
            if lacking:
                words = tr("prepare.to", section=tr(f"prepare.section.{lacking}"))
            else:
                words = tr("prepare.next_private" if self.private else "prepare.next")
            offers[PRIMARY] = primary(words)
        return offers

    def show_location(self, name: str) -> None:
        """Show a section by its name, or with ``FACILITATOR`` the field for that name."""
        if name != FACILITATOR:
            super().show_location(name)
            return
        self.show_section("basics")
        basics = cast("BasicsSection", self.section)
        basics.facilitator.setFocus(Qt.FocusReason.OtherFocusReason)

    def audience_focus(self) -> AudienceFocus:
        section = self.section
        shown = cast("OpeningSection", section).front if section.NAME == "opening" else ""
        return AudienceFocus(step=Step.PREPARE, section=shown)

    def open_files(self, paths: object) -> bool:
        """Preview files of a set-up in their section, and other files as the received list."""
        self.show_section("setup" if _of_setup(paths) else "advance")
        cast("MackerelFilesSection | ReceivedListSection", self.section).preview_files(paths)
        return True

    def set_section(self, name: str) -> None:
        super().set_section(name)
        self._fit()
        if self.session.state is not None:
            self._show_hints(self.session.state)

    @property
    def _previewing(self) -> bool:
        """Whether the preview of a received list is shown, which has its own button."""
        section = self.section
        return section.NAME == "advance" and cast("ReceivedListSection", section).previewing

    @property
    def _hinted(self) -> bool:
        """Whether the current section has room for hints."""
        named = ["agenda"]
        if not (self.private and theme().metrics.rather_low):  # private fields need its height
            named += ["basics", "people"]
        return self.section.NAME in named

    def _show_hints(self, state: WorkshopState) -> None:
        # the first section has fields for both, and the agenda needs the height
        people = self.section.NAME == "people"
        self.hints.show_state(state, people=people, most=1 if theme().metrics.low else 4)
        if not self._hinted:
            self.hints.hide()

    def _lacking(self, state: WorkshopState) -> str:
        """Return another section with missing items; empty without one.

        An agenda that is longer than the workshop is such a section, too.
        """
        locations = [location_of(lack) for lack in missing(state, Step.PREPARE)]
        if is_too_long(state):
            locations.append("agenda")
        return next((one for one in locations if one not in ("", self.section.NAME)), "")

    def _go_on(self) -> None:
        self.commit_pending()
        people = cast("PeopleSection", self.sections["people"])
        if not people.enter_typed():
            self.show_section(people.NAME)
            return
        state = self.session.state
        lacking = self._lacking(state) if state is not None else ""
        if lacking:
            self.show_section(lacking)
        else:
            self._go_to_context()

    def _preview_toggled(self) -> None:
        self.refresh(self.session.state)
        self._fit()
        self.api.update_foot()

    def _choose_file(self) -> None:
        self.show_section("advance")
        cast("ReceivedListSection", self.section).choose_file()

    def _go_to_context(self) -> None:
        if self.private:
            self.api.set_private(False)
        self.api.go(Step.CONTEXT.value)

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._outer = outer = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        column = PageColumn(None, gap=metrics.gap, below=metrics.top)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._customer)
        head.addWidget(self._day)
        top = QVBoxLayout() if theme().stacked else QHBoxLayout()
        top.addLayout(head, 1)
        top.addWidget(self._last_time, 0, Qt.AlignmentFlag.AlignVCenter)
        column.place(self.choice)  # above the parts that can be hidden
        column.place(top)
        self._below = row(None, (self.stack, 1), gap=0)
        column.place((self._below, 1), spans=True)
        column.place(self.intro)
        column.place(self.hints)
        column.keep_edge()
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(column, 1)
        if self.private:
            from ui.pages.prepare.private_panel import PreparePanel

            self._panel = PreparePanel(self.api)
            outer.addWidget(self._panel)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        """Place the panel at the edge of a wide window, and show it there with every section.

        Otherwise it is next to the fields of the first section, so that the names of the sections
        keep the whole width.
        """
        metrics = theme().metrics
        to_room = self.choice.value() == "opening" and not self.private
        high = ("people", "setup", *(["basics"] if self.private else []))
        hides_day = metrics.low and self.choice.value() in high
        self._customer.setVisible(not to_room and not self._previewing)  # participants read it
        self._day.setVisible(not (to_room or self._previewing or hides_day))
        wide = self.private and roomy()
        if self.private:
            beside = self._outer if wide or theme().stacked else self._below
            if beside.indexOf(self._panel) < 0:
                beside.addWidget(self._panel)
            self._panel.setVisible(
                self.choice.value() == "basics" or (wide and not metrics.rather_low)
            )


def _of_setup(paths: object) -> bool:
    """Return whether there is a file of a set-up among dropped paths."""
    from workshop_app.services.imports.mackerel.files import is_setup_file

    for path in paths if isinstance(paths, list) else []:
        try:
            if is_setup_file(path):
                return True
        except UserError:  # reported when it is read
            continue
    return False
