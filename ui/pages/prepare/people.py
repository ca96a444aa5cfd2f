"""The participants: added by name with Enter, with the fields of each next to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_each
from ui.actions.offered import Offered, Offers
from ui.components.empty_state import EmptyState
from ui.components.section import Section
from ui.components.timestamps import now
from ui.forms.record_entry import EntryTexts, RecordEntry
from ui.forms.record_list import RecordCommands, RecordList
from ui.pages.prepare.person_fields import PersonFields
from ui.rows.cells import Number, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.text import Text
from workshop_app.domain.look_alike import looks
from workshop_app.domain.participant_names import name_key, split_people
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipants,
    JoinPerson,
    NoteArrival,
    NoteLeaving,
    RemoveParticipant,
)

_ICONS = {Attendance.PRESENT: "check", Attendance.LATE: "clock", Attendance.ABSENT: "minus"}


class PeopleSection(Section):
    """A list of names with job and team; the fields belong to the current row."""

    NAME = "people"

    def build(self) -> None:
        self._before: dict[str, Participant] = {}
        """The people of the customer's other workshops, by person."""
        words = EntryTexts(
            tr("prepare.person_new"), tr("prepare.person_new_hint"), tr("prepare.person_add")
        )
        self.entry = RecordEntry(self.api, "prepare", "new-person", words, icon="plus", role="list")
        self.known = CheckLine(tr("prepare.known_people"))
        self.known.chosen.connect(self._add_known)
        self._bind_known()
        self.rows = PagedList(tr("prepare.people"), role="list", paging_keys=False)
        self._empty = EmptyState(tr("prepare.people_empty"), tr("prepare.people_empty_hint"))
        self.records = RecordList(
            self.api,
            self.rows,
            RecordCommands(RemoveParticipant, self._said_of_removal, _addition),
            entry=self.entry,
            nothing=self._empty,
            count="prepare.people_count",
        )
        self.entry.lines_pasted.connect(self.records.add)
        self.records.added.connect(self._show_added)
        self.records.removed.connect(self._leave_fields)
        self.rows.current_changed.connect(lambda _: self._show_person())
        self.rows.take_keys_from(self.entry.field)
        self.fields = PersonFields(self.api, self.private)
        offered = self.records.offer({"prepare.moved": None, "row.remove": self.records.remove})
        self.fields.presence_change_requested.connect(self._change_presence)
        self.fields.remove.clicked.connect(offered["row.remove"].run)
        left = column(
            None, self.entry, self.known, self._empty, (self.rows, 1), self._same_person(), gap=10
        )
        left.addStretch(0)  # without rows the line stays at the top
        (column if theme().stacked else row)(
            self, (left, 4), (self.fields, 5, Qt.AlignmentFlag.AlignTop), gap=24, around=NO_MARGINS
        )
        self.setFocusProxy(self.entry)

    def refresh(self, state: WorkshopState) -> None:
        brief = theme().metrics.narrow
        rows = people_rows(state, private=self.private, brief=brief)
        self.entry.show_workshop(state.workshop.id)
        self.records.show(rows, rows[-1].id if rows else None)
        self._before = queries.people_of_customer(self.api.session, state)
        names = [
            Option(person_id, texts().person(who.name, who.honorific))
            for person_id, who in self._absent().items()
        ]
        self.known.set_options(names)
        self.known.setVisible(bool(names))
        self._show_person()

    def show_record(self, record_id: str) -> bool:
        known = self.records.select(record_id)
        if known:
            self._show_person()
        return known

    def _show_person(self) -> None:
        person = self.state.participant(self.rows.current_id())
        self.fields.show_person(person)
        self.same.setVisible(self._show_namesake(person))
        self.foot_changed.emit()

    def offered(self, state: WorkshopState | None) -> Offers:
        person = self.state.participant(self.rows.current_id())
        leaves = person is not None and person.here
        words = tr("prepare.leaves_now" if leaves else "prepare.arrives_now")
        return {"prepare.moved": Offered(words)}

    def _namesake(self, person: Participant | None) -> Participant | None:
        """Return the person whose name looks the same in the customer's other workshops, if any."""
        if person is None or person.person_id in self._before:
            return None
        key = looks(name_key(person.name))
        absent = self._absent().values()
        return next((who for who in absent if looks(name_key(who.name)) == key), None)

    def _absent(self) -> dict[str, Participant]:
        """Return the known people who are not listed here."""
        listed = {who.person_id for who in self.state.participants}
        return {key: who for key, who in self._before.items() if key not in listed}

    def _add_known(self, person_id: object) -> None:
        done = self.api.execute(AddKnownPerson(str(person_id)))
        if done is not None:
            self.rows.set_current(str(done.result))
            self._show_person()
        self.entry.setFocus()

    def _show_namesake(self, person: Participant | None) -> bool:
        """Ask in private mode whether somebody is the known person of the same name."""
        known = self._namesake(person) if self.private else None
        if known is None:
            return False
        name = texts().person(known.name, known.honorific)
        about = "  ".join(part for part in (name, known.team, known.job) if part)
        self._question.setText(tr("prepare.same_person", who=about))
        return True

    def _join(self) -> None:
        person = self.state.participant(self.rows.current_id())
        known = self._namesake(person)
        if person is None or known is None or known.person_id is None:
            return
        if self.api.execute(JoinPerson(person.id, known.person_id)) is not None:
            self.api.toast(tr("prepare.joined"), undo=True)
        self.entry.setFocus()

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
            around=NO_MARGINS,
        )
        self.same.hide()
        return self.same

    def _bind_known(self) -> None:
        keys = bind_each(self.known, "prepare.nth", self.known.choose_number)
        self.known.set_keys([action.key for action in keys])

    def enter_typed(self) -> bool:
        """Add the people that were typed but not entered; return False if that was refused."""
        return self.entry.save_begun()

    def _show_added(self, added: object) -> None:
        """Show the last one added, and say how many were added at once."""
        self._show_person()
        if isinstance(added, tuple) and len(added) > 1:
            self.api.toast(tr("prepare.people_added", n=len(added)), undo=True)

    def _change_presence(self, person_id: str) -> None:
        """Record that somebody arrives or leaves now."""
        person = self.state.participant(person_id)
        if person is None:
            return
        command, words = (NoteLeaving, "left") if person.here else (NoteArrival, "arrived")
        if self.api.execute(command(person.id, now())):
            count = self.state.present_count
            self.api.toast(tr(f"prepare.{words}", name=person.name, n=count), undo=True)

    def _said_of_removal(self, person_id: str) -> str:
        person = self.state.participant(person_id)
        return tr("prepare.person_removed", name=person.name if person is not None else "")

    def _leave_fields(self) -> None:
        if not self.rows.view.hasFocus():
            self.entry.setFocus()


def _addition(text: str) -> AddParticipants:
    """Return the command that adds one person, or all people named in a text."""
    people = split_people(text)
    return AddParticipants(
        tuple(person.name for person in people),
        tuple(person.team for person in people),
        tuple(person.job for person in people),
    )


def people_rows(state: WorkshopState, *, private: bool, brief: bool) -> list[Row]:
    """Return the participants, with their codes if ``private``, and with less about them."""
    return [
        _row(person, person.code if private else str(number), brief=brief)
        for number, person in enumerate(state.participants, 1)
    ]


def _row(person: Participant, number: str, *, brief: bool) -> Row:
    name = texts().person(person.name, person.honorific)
    parts = [part for part in (person.team, person.job) if part]
    about = "  ".join(parts[-1:] if brief else parts)
    attendance = person.attendance
    known = Words(tr(f"prepare.attendance.{attendance}"), _ICONS[attendance])
    marks = (Words(about), *(_times(person) or [known]))
    return Row(person.id, name, before=(Number(number),), after=marks)


def _times(person: Participant) -> list[Words]:
    """Return when somebody arrived late, and left early."""
    marks = []
    if person.arrived:
        marks.append(Words(tr("prepare.came_at", time=_clock(person.arrived)), "clock"))
    if person.left:
        marks.append(Words(tr("prepare.left_at", time=_clock(person.left)), "arrow-right"))
    return marks


def _clock(iso: str) -> str:
    """Return the time of day of a timestamp, such as 14:05."""
    return iso.partition("T")[2][:5]
