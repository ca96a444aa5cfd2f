"""Step 1, Prepare: who, when, how, with what background; one section at a time."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.side_layout import roomy
from ui.pages.prepare.opening import OpeningSection
from ui.pages.prepare.other_workshops import OtherWorkshops
from ui.pages.prepare.section import Section
from ui.pages.prepare.sections import SECTIONS
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.audience_view_builder import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr


class PreparePage(Page):
    """Customer and day in room text above; the fields of one section below."""

    NAME: ClassVar[str] = "prepare"

    def build(self) -> None:
        self._customer = Text("problem")
        self._day = Text("room-quiet")
        self.choice = Choice(
            tr("prepare.sections"),
            [(section.NAME, tr(f"prepare.section.{section.NAME}")) for section in SECTIONS],
            role="body",
        )
        self.choice.chosen.connect(lambda name: self.show_section(str(name)))
        self._stack = QStackedWidget()
        self.sections: dict[str, Section] = {}
        for kind in SECTIONS:
            section = kind(self.api, self.private)
            self.sections[kind.NAME] = section
            self._stack.addWidget(section)
        self._make_foot()
        self._arrange()
        Shortcut("PgDown", self, lambda: self._turn(1))
        Shortcut("PgUp", self, lambda: self._turn(-1))
        self._show(str(memory(self).get("section", SECTIONS[0].NAME)))

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        customer = texts().organisation(state.customer.name, state.customer.honorific)
        self._customer.setText(customer if state.customer.name else tr("prepare.no_customer"))
        workshop = state.workshop
        clock = f"{workshop.start_time} – {workshop.end_time}" if workshop.start_time else ""
        day = (texts().date(workshop.date), clock)
        self._day.setText("  ".join(part for part in day if part))
        for section in self.sections.values():
            section.refresh(state)
        if self.private:
            self._others.refresh(state)
        lacks = [tr(f"steps.missing.{m.key}", n=m.n) for m in missing(state, Step.PREPARE)]
        self._lacks.setText("  ".join(lacks) or tr("prepare.complete"))

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and state.participant(record_id) is not None:
            self._lead_to("people")
        if state is not None and record_id in [part.id for part in state.setup]:
            self._lead_to("setup")
        for section in self.sections.values():
            section.show_record(record_id)

    def show_section(self, name: str) -> None:
        """Bring a section to the front and put the cursor into it."""
        self._show(name)
        self.focus_start()

    def foot(self) -> FootContent:
        return FootContent(left=[self._lacks], right=self._paging, primary=self._next)

    def focus_start(self) -> None:
        self._section.setFocus()

    def front(self) -> Front:
        section = self._section
        shown = section.front if isinstance(section, OpeningSection) else ""
        return Front(step=Step.PREPARE, section=shown)

    def handle_escape(self) -> bool:
        return self._section.handle_escape()

    # -- parts

    @property
    def _section(self) -> Section:
        section = self._stack.currentWidget()
        if not isinstance(section, Section):
            raise TypeError("a section is always in front")
        return section

    def _show(self, name: str) -> None:
        memory(self)["section"] = name
        self.choice.set_value(name)
        self._stack.setCurrentWidget(self.sections[name])
        self.audience_focus_changed.emit()
        self._fit()

    def _lead_to(self, name: str) -> None:
        """Bring a section to the front; where it is there already the keyboard stays."""
        if self._section is not self.sections[name]:
            self.show_section(name)

    def _turn(self, by: int) -> bool:
        """Turn a page of the section, or to another section; False at the end of all."""
        if self._section.turn(by):
            self.audience_focus_changed.emit()
            return True
        target = self._stack.currentIndex() + by
        if not 0 <= target < len(SECTIONS):
            return False
        self.settle()
        self.show_section(SECTIONS[target].NAME)
        return True

    def _make_foot(self) -> None:
        self._lacks = Text("body-quiet", "", wrap=False)
        before = ActionButton(tr("prepare.before"), key="PgUp", kind="note", keyless=True)
        after = ActionButton(tr("prepare.after"), key="PgDown", kind="note", keyless=True)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        self._paging: list[QWidget] = [before, after]
        words = "prepare.next_private" if self.private else "prepare.next"
        self._next = ActionButton(tr(words), key="Ctrl+Enter", kind="primary")
        self._next.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        self.settle()
        if self.private:
            self.api.set_private(False)
        self.api.go(Step.CONTEXT.value)

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._outer = outer = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        self._column = column = QVBoxLayout()
        column.setSpacing(metrics.gap)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._customer)
        head.addWidget(self._day)
        column.addLayout(head)
        column.addWidget(self.choice)
        self._below = QHBoxLayout()
        self._below.setSpacing(28)
        self._below.addWidget(self._stack, 1)
        column.addLayout(self._below, 1)
        outer.addLayout(column, 1)
        if self.private:
            self._others = OtherWorkshops(self.api)
            outer.addWidget(self._others)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        """Where there is room the panel stands at the window's edge, in high windows all along.

        Elsewhere it stands beside the fields, so that the sections' names keep the whole width.
        """
        metrics, wide = theme().metrics, self.private and roomy()
        around = (metrics.side, metrics.top, metrics.side, metrics.top)
        self._outer.setContentsMargins(*((0, 0, 0, 0) if wide else around))
        self._outer.setSpacing(0 if wide else 28)
        self._column.setContentsMargins(*(around if wide else (0, 0, 0, 0)))
        if self.private:
            beside = self._outer if wide or theme().stacked else self._below
            if beside.indexOf(self._others) < 0:
                beside.addWidget(self._others)
            first = self.choice.value() == SECTIONS[0].NAME
            self._others.setVisible(first or (wide and not metrics.tight))
