"""The page of step 8, Wrap up: outcomes, actions, what each can do alone, and the papers."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.papers_section import PapersSection
from ui.components.section import Section
from ui.components.side_layout import roomy
from ui.pages.wrap_up.actions import ActionsSection
from ui.pages.wrap_up.community import CommunitySection
from ui.pages.wrap_up.next_time import NextTimeSection
from ui.pages.wrap_up.outcomes import OutcomesSection
from ui.pages.wrap_up.self_reliance import SelfRelianceSection
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.audience_view_builder import AudienceFocus
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_SECTIONS: tuple[type[Section], ...] = (
    OutcomesSection,
    ActionsSection,
    SelfRelianceSection,
    CommunitySection,
    NextTimeSection,
    PapersSection,
)


class WrapUpPage(Page):
    """One section at a time; PgDn and PgUp lead through pages and sections."""

    NAME: ClassVar[str] = "wrap_up"

    def build(self) -> None:
        self._memory = memory(self)
        names = [(kind.NAME, tr(f"wrap_up.section.{kind.NAME}")) for kind in _SECTIONS]
        self.choice = Choice(tr("wrap_up.sections"), names, role="body")
        self.choice.chosen.connect(lambda name: self.show_section(str(name)))
        self._stack = QStackedWidget()
        self.sections: dict[str, Section] = {}
        for kind in _SECTIONS:
            section = kind(self.api, self.private, self._memory)
            section.foot_changed.connect(self._foot_changed)
            section.audience_focus_changed.connect(self.audience_focus_changed)
            if isinstance(section, OutcomesSection):
                section.section_requested.connect(self.show_section)
            self.sections[kind.NAME] = section
            self._stack.addWidget(section)
        self._before = self._turn_button("before", "PgUp", -1)
        self._after = self._turn_button("after", "PgDown", 1)
        self._next = ActionButton(tr("wrap_up.next"), key="Ctrl+Enter", kind="primary", parent=self)
        self._next.hide()
        self._next.clicked.connect(lambda: self._go(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.addWidget(self.choice)
        self._column.addWidget(self._stack, 1)
        row.addLayout(self._column, 1)
        if self.private:
            self._add_panel(row)
        self._set_margins()
        theme().changed.connect(self._set_margins)
        Shortcut("PgDown", self, lambda: self._turn(1))
        Shortcut("PgUp", self, lambda: self._turn(-1))
        self._show(str(self._memory.get("section", _SECTIONS[0].NAME)))

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is not None:
            self._section.refresh(state)
            if self.private:
                self.panel.show_state(state)

    def show_record(self, record_id: str) -> None:
        if self.session.state is None:
            return
        for name, section in self.sections.items():
            section.refresh(self.session.state)
            if section.show_record(record_id):
                self.show_section(name)
                return

    def show_section(self, name: str) -> None:
        """Bring a section to the front and put the cursor into it."""
        self.commit_pending()
        self._show(name)
        self.refresh(self.session.state)
        self.api.update_foot()
        self.focus_start()

    def foot(self) -> FootContent:
        primary = self._section.primary()
        last = isinstance(self._section, PapersSection)
        paging: list[QWidget] = [self._before] if last else [self._before, self._after]
        return FootContent(
            left=self._section.ways(),
            right=paging,
            primary=primary or (None if last else self._next),
        )

    def focus_start(self) -> None:
        if not self._section.focus_start():
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def audience_focus(self) -> AudienceFocus:
        section = self._section
        return AudienceFocus(step=Step.WRAP_UP, section=section.NAME, record_id=section.in_hand())

    def handle_escape(self) -> bool:
        if self.private and self.panel.isVisible() and self.panel.running:
            self.panel.stop()
            return True
        return self._section.handle_escape()

    # -- parts

    @property
    def _section(self) -> Section:
        section = self._stack.currentWidget()
        if not isinstance(section, Section):
            raise TypeError("a section is always in front")
        return section

    def _add_panel(self, row: QHBoxLayout) -> None:
        from ui.components.papers.exporter import Exporter
        from ui.pages.wrap_up.export_panel import ExportPanel

        self.panel = ExportPanel(Exporter(self.api, self.private))
        self.panel.section_requested.connect(self.show_section)
        row.addWidget(self.panel)
        outcomes = self.sections[OutcomesSection.NAME]
        if isinstance(outcomes, OutcomesSection):
            gallery = outcomes.overview.gallery
            self.panel.export_changed.connect(gallery.show_status)
            gallery.selection_changed.connect(self.panel.clear_error)
            gallery.export_requested.connect(self.panel.start_export)
            gallery.preview_requested.connect(self._preview)

    def _preview(self, paper: str) -> None:
        ExportOptions(self.api).previewed = paper
        self.api.go("preview")

    def _show(self, name: str) -> None:
        self._memory["section"] = name
        self.choice.set_value(name)
        self._stack.setCurrentWidget(self.sections[name])
        self.audience_focus_changed.emit()
        self._fit_panel()

    def _turn(self, by: int) -> bool:
        """Turn a page of the section, or go to the next section; return False at the last one."""
        return self._section.turn(by) or self._go(by)

    def _go(self, by: int) -> bool:
        target = self._stack.currentIndex() + by
        if not 0 <= target < len(_SECTIONS):
            return False
        self.show_section(_SECTIONS[target].NAME)
        return True

    def _foot_changed(self) -> None:
        if self.isVisible():
            self.api.update_foot()

    def _turn_button(self, name: str, key: str, by: int) -> ActionButton:
        words = tr(f"wrap_up.{name}")
        button = ActionButton(words, key=key, kind="note", keyless=True, parent=self)
        button.hide()
        button.clicked.connect(lambda: self._turn(by))
        return button

    def _fit_panel(self) -> None:
        if self.private:
            self.panel.setVisible(isinstance(self._section, OutcomesSection) and roomy())

    def _set_margins(self) -> None:
        self._fit_panel()
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)
        self._column.setSpacing(metrics.gap)
