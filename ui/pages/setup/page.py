"""The customer's Mackerel: what they use, use partially and never used, by their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QStackedLayout

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Offers, back
from ui.components.empty_state import EmptyState
from ui.components.entry_details import EntryDetailsPanel
from ui.components.foot_buttons import Offering
from ui.components.page_column import layer
from ui.components.page_memory import memory
from ui.components.section import Section, SectionedPage
from ui.theme.theme import theme
from ui.widgets.key_action import key_action
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.components.setup_files.files_section import FilesSection
    from ui.pages.setup.answers import AnswersSection

_NO_WORKSHOP, _SECTIONS, _DETAILS = range(3)
"""The layers of the page."""


class SetupPage(SectionedPage):
    """One section at a time, or the details of one answer of the catalogue; Esc leads back."""

    NAME = "setup"
    GOES_BACK = True
    SECTIONS: ClassVar[Mapping[str, str]] = {
        "answers": "ui.pages.setup.answers:AnswersSection",
        "alerts": "ui.pages.setup.alerts:AlertsSection",
        "rules": "ui.pages.setup.rules:RulesSection",
        "hosts": "ui.pages.setup.hosts:HostsSection",
        "files": "ui.components.setup_files.files_section:FilesSection",
    }

    def build(self) -> None:
        self.build_sections()
        self._choose = None
        if self.private:  # its key works in every section, like drag and drop
            self._choose = bind_button(self, "setup.file", self._choose_files)
        self.set_section(self.last_section)
        self.details = EntryDetailsPanel(self.api)
        self.details.cancelled.connect(self.handle_escape)
        self._arrange()
        key_action("Ctrl+Z", self, self.api.undo)  # the rail has its button in the steps only

    def section_built(self, section: Section) -> None:
        if section.NAME == "files":
            cast("FilesSection", section).added.connect(lambda: self.show_section("answers"))
        elif self._choose is not None:
            section.addAction(self._choose)
        if section.NAME == "answers":
            cast("AnswersSection", section).open_requested.connect(self._show_details)

    @property
    def last_section(self) -> str:
        state = self.session.state
        first = "answers" if state is not None and state.setup else "files"
        return str(memory(self).get("section", first))

    def refresh(self) -> None:
        if self.session.state is None:
            self._layers.setCurrentIndex(_NO_WORKSHOP)
            return
        if self._layers.currentIndex() == _NO_WORKSHOP:
            self._layers.setCurrentIndex(_SECTIONS)
        self.set_section(self.last_section)
        super().refresh()

    def offered(self) -> Offers:
        there = self._layers.currentIndex() != _NO_WORKSHOP
        return {BACK: back(), **(self.turning() if there else {})}

    def parts(self) -> Sequence[Offering]:
        if self._layers.currentIndex() == _NO_WORKSHOP:
            return (self,)
        return (*super().parts(), self.details) if self._in_details else super().parts()

    def focus_start(self) -> None:
        if self._in_details:
            self.details.focus_start()
        else:
            super().focus_start()

    def handle_escape(self) -> bool:
        if self._in_details:
            self._layers.setCurrentIndex(_SECTIONS)
            self.show_front()
            return True
        return super().handle_escape()

    @property
    def _in_details(self) -> bool:
        return self._layers.currentIndex() == _DETAILS

    def _show_details(self, entry: str) -> None:
        solution = self.api.answers.solution(entry)
        if solution is not None:
            self._layers.setCurrentIndex(_DETAILS)
            self.details.show_solution(solution, can_choose=False)
            self.show_front()

    def _arrange(self) -> None:
        self._layers = QStackedLayout(self)
        no_workshop = EmptyState(tr("setup.no_workshop"), tr("setup.no_workshop_hint"))
        top = theme().metrics.top
        sections = layer(self.choice, (self.stack, 1), above=top, below=top)
        details = layer((self.details, 1), above=top, below=top)
        for one in (no_workshop, sections, details):
            self._layers.addWidget(one)

    def _choose_files(self) -> None:
        self.show_section("files")
        cast("FilesSection", self.section).choose_files()

    def open_files(self, paths: Sequence[Path]) -> bool:
        if self._layers.currentIndex() == _NO_WORKSHOP:
            return False
        self._layers.setCurrentIndex(_SECTIONS)
        self.show_section("files")
        cast("FilesSection", self.section).preview_files(paths)
        return True
