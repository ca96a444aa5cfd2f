"""The participants with the fields of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.offered import Beside, FootArea, Offered, Offers
from ui.actions.table import key_of
from ui.components.section import Section
from ui.forms.record_list import RecordCommands, RecordList
from ui.pages.prepare.people_rows import not_listed, people_rows
from ui.pages.prepare.person_fields import PersonFields
from ui.rows.paged_list import PagedList
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import beside, column, row
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.look_alike import looks
from workshop_app.domain.participant_names import name_key
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.participants import (
    JoinPerson,
    RemoveParticipant,
)


class PeopleSection(Section):
    """A list of names with job and team; the fields belong to the current row."""

    NAME = "people"

    def build(self) -> None:
        self._before: dict[str, Participant] = {}
        """The people of the customer's other workshops, by person."""
        self.rows = PagedList(tr("prepare.people"), role="list", paging_keys=False)
        self.rows.view.keeps_current = True
        self.records = RecordList(
            self.api,
            self.rows,
            RecordCommands(RemoveParticipant, self._said_of_removal),
            count="prepare.people_count",
        )
        self.records.removed.connect(self._leave_if_empty)
        self.rows.current_changed.connect(lambda _: self._show_person())
        self.fields = PersonFields(self.api, self.private)
        for field in self.fields.all_fields:
            self.rows.take_keys_from(field.field)
        offered = self.records.offer({"prepare.moved": None, "row.remove": self.records.remove})
        self.fields.remove.clicked.connect(offered["row.remove"].run)
        key = key_of("everywhere.participant")
        add = ActionButton(tr("menu.participant"), "person", key, parent=self)
        add.clicked.connect(lambda: self.api.go_to("prepare", "people"))
        add.hide()
        self.foot_widgets["add"] = add
        left = column(None, (self.rows, 1), self._same_person(), gap=10)
        beside(self, (left, 4), (self.fields, 5, Qt.AlignmentFlag.AlignTop), gap=24)
        self.setFocusProxy(self.rows)

    def refresh(self, state: WorkshopState) -> None:
        brief = theme().metrics.narrow
        rows = people_rows(state, private=self.private, brief=brief)
        self._before = queries.people_of_customer(self.api.session, state)
        self.records.show(rows)
        self.records.select(str(self.memory.get("person", "")))
        self._show_person()

    def show_record(self, record_id: str) -> bool:
        known = self.records.select(record_id)
        if known:
            self._show_person()
        return known

    def _show_person(self) -> None:
        person = self.state.participant(self.rows.current_id())
        self.memory["person"] = person.id if person is not None else ""
        known = person is not None and person.person_id in self._before
        self.fields.show_person(person, known=known)
        self.same.setVisible(self._show_namesake(person))
        self.foot_changed.emit()

    def offered(self) -> Offers:
        person = self.state.participant(self.rows.current_id())
        leaves = person is not None and person.here
        words = tr("prepare.leaves_now" if leaves else "prepare.arrives_now")
        return {"prepare.moved": Offered(words), "add": Beside(FootArea.LEFT)}

    def _namesake(self, person: Participant | None) -> Participant | None:
        """Return the person whose name looks the same in the customer's other workshops, if any."""
        if person is None or person.person_id in self._before:
            return None
        key = looks(name_key(person.name))
        absent = not_listed(self._before, self.state).values()
        return next((who for who in absent if looks(name_key(who.name)) == key), None)

    def _show_namesake(self, person: Participant | None) -> bool:
        """Ask in private mode whether somebody is the known person of the same name."""
        known = self._namesake(person) if self.private else None
        if known is None:
            return False
        name = texts().addressed(known)
        about = spaced(name, known.team, known.job)
        self._question.setText(tr("prepare.same_person", who=about))
        return True

    def _join(self) -> None:
        person = self.state.participant(self.rows.current_id())
        known = self._namesake(person)
        if person is None or known is None or known.person_id is None:
            return
        self.api.execute(JoinPerson(person.id, known.person_id), done=tr("prepare.joined"))
        self.rows.setFocus()

    def _same_person(self) -> QWidget:
        """Create the question whether two people of one name are the same, and its button."""
        self.same = QWidget()
        self._question = Text("body-quiet")
        self.join = ActionButton(tr("prepare.join"), "people", size="small")
        self.join.clicked.connect(self._join)
        row(
            self.same,
            (self._question, 1),
            (self.join, 0, Qt.AlignmentFlag.AlignTop),
            gap=10,
        )
        self.same.hide()
        return self.same

    def _leave_if_empty(self) -> None:
        if not self.rows.rows():
            self.section_requested.emit("lines")

    def _said_of_removal(self, person_id: str) -> str:
        person = self.state.participant(person_id)
        return tr("prepare.person_removed", name=person.name if person is not None else "")
