"""What the room sees first: the agenda of the session and the ground rules."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.binding import button_for
from ui.actions.offered import Offered, Offers
from ui.components.action_switch import action_switch
from ui.components.section import Section, turn_list
from ui.forms.form import FieldText, Form, by_command
from ui.rows.cells import Number, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, aside
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import GROUND_RULES
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.ground_rules import ground_rules
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, steps_of
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import SetAnonymous, ShowSpeakers
from workshop_app.services.commands.workshops import EditWorkshop


class OpeningSection(Section):
    """Two pages: the agenda and the ground rules, which are edited here."""

    NAME = "opening"

    def build(self) -> None:
        self.welcome = Text("section" if self.private else "room-bold", "")
        self.course = PagedList(tr("opening.course"), role=self.role, paging_keys=False)
        self.rules = PagedList(tr("opening.rules"), role=self.role, paging_keys=False)
        for rows in (self.course, self.rules):
            rows.view.page_changed.connect(self.foot_changed)
        text = FieldText(tr("opening.own_rules"), tr("opening.own_rules_hint"), "list", (6, 8))
        self._form = Form(Workshop, {"ground_rules": text}, by_command(self.api, EditWorkshop))
        self.editor = self._form.fields["ground_rules"]
        self._pages = QStackedWidget()
        for page in (self._course_page(), self._rules_page()):
            self._pages.addWidget(page)
        column(self, (self._pages, 1))
        self._set_focus_proxy()

    def refresh(self, state: WorkshopState) -> None:
        kind = state.workshop.kind
        told = kind if kind.is_talk else ContactKind.WORKSHOP
        self.welcome.setText(tr(f"opening.welcome.{told}"))
        said = [one.speaker_id for one in state.problems]
        said += [one.participant_id for one in state.answers]
        self._undo.setVisible(any(said))
        minutes = {item.step: item.minutes for item in state.agenda}
        steps = steps_of(kind)[1:]
        self.course.show_rows(
            [
                self._course_row(step, number, minutes.get(step.value, 0))
                for number, step in enumerate(steps, 2)  # as in the rail
            ]
        )
        rules = rules_of(state)
        self.rules.show_rows(
            [Row(str(n), rule, before=(Number(str(n)),)) for n, rule in enumerate(rules, 1)]
        )
        self._form.show_record(state.workshop)
        anonymous = state.workshop.anonymous
        for toggle, on in ((self.anonymous, anonymous), (self.shown, state.speakers_shown)):
            toggle.show_on(on)
        self.shown.setEnabled(not anonymous)

    def _course_row(self, step: Step, number: int, minutes: int) -> Row:
        """Return a step with its minutes, which are as large as its name."""
        said = tr("time.minutes", n=minutes) if minutes else ""
        marks = (Words(said),) if said and self.private else ()
        beside = "" if self.private else said
        name = tr(f"opening.step.{step.value}")
        return Row(
            step.value, name, before=(Number(str(number)),), asides=aside(beside), after=marks
        )

    @property
    def front(self) -> str:
        """Return the section for the audience: the ground rules, or the agenda."""
        return GROUND_RULES if self._pages.currentIndex() else ""

    def turn(self, by: int) -> bool:
        if turn_list(self.rules if self._pages.currentIndex() else self.course, by):
            return True
        target = self._pages.currentIndex() + by
        if not 0 <= target < self._pages.count():
            return False
        self._pages.setCurrentIndex(target)
        self.foot_changed.emit()
        self.audience_focus_changed.emit()
        self._set_focus_proxy()
        self.setFocus()
        return True

    def offered(self) -> Offers:
        words = tr("opening.write_rules" if self.editor.isHidden() else "opening.rules_done")
        return {"prepare.rules": Offered(words)}

    def turns_to(self, by: int) -> str:
        index = self._pages.currentIndex()
        rows = self.rules if index else self.course
        more = rows.view.rows_after() if by > 0 else rows.view.rows_before()
        if not more and by > 0 and index == 0:
            return tr("opening.rules")
        return tr("opening.course") if not more and by < 0 and index else ""

    def handle_escape(self) -> bool:
        editing = not self.editor.isHidden()
        self._edit(False)
        return editing

    def _edit(self, editing: bool) -> None:
        """Show the field in which the rules are edited, or the list of rules."""
        if not editing:
            self.editor.flush()
        self.editor.setVisible(editing)
        self.rules.setVisible(not editing)
        self.foot_changed.emit()
        self._set_focus_proxy()
        self.setFocus()

    def _set_focus_proxy(self) -> None:
        rules = self.rules if self.editor.isHidden() else self.editor
        self.setFocusProxy(rules if self._pages.currentIndex() else self.course)

    def _set_anonymous(self, on: bool) -> None:
        self.api.execute(SetAnonymous(on), done=tr("opening.nameless" if on else "opening.named"))

    def _show_speakers(self, on: bool) -> None:
        self.api.execute(ShowSpeakers(on), done=tr("opening.shown" if on else "opening.unshown"))

    def _course_page(self) -> QWidget:
        page = QWidget()
        column(page, self.welcome, (self.course, 1), gap=8)
        return page

    def _rules_page(self) -> QWidget:
        page = QWidget()
        self.anonymous = action_switch("prepare.anonymous")
        self.anonymous.toggled.connect(self._set_anonymous)
        self.shown = action_switch("prepare.speakers_shown")
        self.shown.toggled.connect(self._show_speakers)
        self._undo = Text("hint", tr("opening.anonymous_undo"))
        switches = QWidget()
        row = Flow(theme().metrics.gap, switches)
        write = button_for(
            self, "prepare.rules", lambda: self._edit(self.editor.isHidden()), size="small"
        )
        for widget in (write, self.anonymous, self.shown):
            row.addWidget(widget)
        layout = column(page, switches, self._undo, (self.rules, 1), self.editor, gap=8)
        layout.addStretch(0)
        self.editor.hide()
        return page


def rules_of(state: WorkshopState) -> tuple[str, ...]:
    """Return the rules that the room sees; the last one on names, if it applies."""
    return ground_rules(
        state.workshop.own_rules,
        tr,
        anonymous=state.workshop.anonymous,
        named=state.speakers_shown,
    )
