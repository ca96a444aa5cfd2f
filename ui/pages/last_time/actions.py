"""The actions of the previous visit, followed up one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_each, button_for
from ui.components.earlier_words import words_of_day
from ui.components.timestamps import now
from ui.forms.form import FieldText, Form, by_command
from ui.pages.last_time.answered import AnsweredSection, answer_words
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.widgets.boxes import beside
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.spaced import spaced
from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.facts.then_now import answered_actions, contact_of, last_actions
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AnswerEarlier, NoteOnEarlierAction
from workshop_app.services.commands.participants import AddKnownPeople, AddKnownPerson
from workshop_app.services.known_people import not_here

LOOKS = {
    ActionAnswer.DONE: ("circle-check", "solution"),
    ActionAnswer.NOT_YET: ("clock", "ink2"),
    ActionAnswer.NOT_NEEDED: ("circle-slash", "ink2"),
    None: ("circle-dashed", "ink2"),
}
"""The icon and the colour of an answer; None if unanswered."""


class LastTimeActionsSection(AnsweredSection):
    """1, 2 and 3 answer the current action, which stays current for a note on it.

    The same answer again removes it. Above are the people of the previous visit who are not listed
    as participants yet; a chip adds one, a button all of them.
    """

    NAME = "actions"

    def build(self) -> None:
        self._actions: dict[str, Action] = {}
        self.people = CheckLine(tr("last_time.people"))
        numbers = bind_each(self.people, "last_time.person", self.people.choose_number)
        self.people.set_keys([each.key for each in numbers])
        self.people.chosen.connect(self._add_person)
        self._absent: tuple[str, ...] = ()
        self.add_all = button_for(self, "last_time.everybody", self._add_everybody, size="small")
        self._people_part = QWidget()
        beside(
            self._people_part,
            (self.people, 1),
            (self.add_all, 0, Qt.AlignmentFlag.AlignBottom),
            gap=12,
        )
        text = FieldText(tr("last_time.actions.note"), tr("last_time.actions.note_hint"))
        form = Form(Action, {"answer_note": text}, by_command(self.api, NoteOnEarlierAction))
        self.build_answers(lambda each: tr(f"last_time.answer.{each}"), form)
        strip = QWidget()
        beside(strip, (self.answer, 5), (self.note, 2), gap=16)
        self.build_list(
            tr("last_time.actions.rows"),
            tr("last_time.actions.none"),
            strip,
            above=[self._people_part],
        )
        self.bind_answers()

    def refresh(self, state: WorkshopState) -> None:
        actions = last_actions(state)
        self._actions = {action.id: action for action in actions}
        self._show_people(state)
        before = state.before
        day = texts().date(before.workshop.date, year=False) if before is not None else ""
        answered = answered_actions(state)
        lead = tr("last_time.actions.lead", day=day, n=len(actions), answered=answered).strip()
        self.show_rows(action_rows(state), lead)
        self.show_current()

    def first_id(self, ids: list[str]) -> str | None:
        waiting = (each for each in ids if self._actions[each].answer is None)
        return next(waiting, None)

    def show_current(self) -> None:
        action = self._current
        if action is not None:
            self.answer.set_value(action.answer)
            self._form.show_record(action)

    @property
    def _current(self) -> Action | None:
        return self._actions.get(self.rows.current_id() or "")

    def give(self, answer: object) -> None:
        action = self._current
        if action is None:
            return
        self.note.flush()
        given = None if answer == action.answer else ActionAnswer(str(answer))
        key = "last_time.actions.taken_back" if given is None else f"last_time.said.{given}"
        if self.api.execute(AnswerEarlier(action.id, given, now()), done=tr(key)) is None:
            self.show_current()
            return
        self.rows.view.setFocus()

    def _show_people(self, state: WorkshopState) -> None:
        before = state.before
        people = before.participants if before is not None else ()
        known = {who.person_id: who for who in people if who.person_id is not None}
        absent = [
            Option(person_id, texts().addressed(who))
            for person_id, who in not_here(known, state).items()
        ]
        self.people.set_options(absent)
        self._absent = tuple(str(each.value) for each in absent)
        self._people_part.setVisible(bool(absent))

    def _add_person(self, person_id: object) -> None:
        self.people.set_value(None)
        if person_id is not None and self.api.execute(AddKnownPerson(str(person_id))) is not None:
            name = next(
                (who.name for who in self.state.participants if who.person_id == person_id), ""
            )
            self.api.toast(tr("last_time.came", name=name), undo=True)
        self.rows.view.setFocus()

    def _add_everybody(self) -> bool:
        """Add all people of the previous visit who are not listed yet, as one undo step."""
        absent = self._absent
        done = tr("last_time.came_all", n=len(absent))
        if not absent or self.api.execute(AddKnownPeople(absent), done=done) is None:
            return False
        self.rows.view.setFocus()
        return True


def owner_of(state: WorkshopState, action: Action) -> str:
    """Return who does an action of the previous visit, as shown to the room; empty if nobody."""
    return contact_of(state, action).owner_of(action, texts().addressed)


def answer_word(answer: ActionAnswer | None) -> str:
    """Return the answer to an action in a word."""
    return tr(f"last_time.answer.{answer or 'none'}")


def action_rows(state: WorkshopState) -> list[Row]:
    """Return the actions of the previous visit with their answers."""
    return [_row(state, action) for action in last_actions(state)]


def _row(state: WorkshopState, action: Action) -> Row:
    icon, colour = LOOKS[action.answer]
    who = owner_of(state, action) or tr("wrap_up.actions.nobody")
    when = texts().date(action.due, year=False)
    parts = [who, tr("last_time.actions.by", day=when) if when else "", action.answer_note]
    return Row(
        action.id,
        words_of_day(state, action, action.text),
        before=(Icon(icon, colour),),
        asides=aside(
            answer_word(action.answer), answer_words(answer_word, tr("last_time.answer.none"))
        ),
        lines=detail(spaced(*parts), "person"),
    )
