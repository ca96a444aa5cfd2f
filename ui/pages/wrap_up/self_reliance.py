"""The section of self-reliance: what each participant can do alone from now on."""

from __future__ import annotations

from collections.abc import Sequence

from ui.actions.binding import bind_each
from ui.components.empty_state import EmptyState, StartButton
from ui.components.people import name_options
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.pages.wrap_up.suggested_text import SuggestedText
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.check_line import CheckLine
from ui.widgets.room_search_lines import help_name
from ui.widgets.text import Text
from workshop_app.domain.facts.commitments import cards_for, carried_over
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers
from workshop_app.services.commands.participants import EditSelfReliance
from workshop_app.services.where_to_look import where_to_look

_Problems = dict[tuple[Participant, ...], tuple[Problem, ...]]


class SelfRelianceSection(Section):
    """Alt+1 to Alt+9 and PgDn switch between people."""

    NAME = "alone"

    def build(self) -> None:
        self._person = ""
        self.people = CheckLine(tr("wrap_up.alone.people"))
        numbers = bind_each(self.people, "wrap_up.person", self.people.choose_number)
        self.people.set_keys([each.key for each in numbers])
        self._name = Text("room-bold")
        text = FieldText(tr("wrap_up.alone.label"), role="room", lines=(4, 4))
        self._form = Form(
            Participant, {"can_do_alone": text}, by_command(self.api, EditSelfReliance)
        )
        self.area = self._form.fields["can_do_alone"]
        self.suggestion = SuggestedText(self, self._take_over)
        to_people = StartButton(
            tr("wrap_up.alone.to_people"), lambda: self.api.go_to("prepare", "people")
        )
        self._empty = EmptyState(tr("wrap_up.alone.empty"), begin=to_people)
        parts = (self.people, self._name, self.area, self.suggestion, self._empty, STRETCH)
        column(self, *parts, gap=theme().metrics.gap - 2)
        self.people.chosen.connect(self._go_to)
        self.setFocusProxy(self.area)

    def refresh(self, state: WorkshopState) -> None:
        ids = [person.id for person in state.participants]
        kept = str(self.memory.get("person", ""))
        person_id = kept if kept in ids else (ids[0] if ids else "")
        self._person = person_id
        person = state.participant(person_id)
        self._form.show_record(person)
        for part in (self.people, self._name, self.area):
            part.setVisible(person is not None)
        self._empty.setVisible(person is None)
        self.suggestion.setVisible(person is not None)
        if person is None:
            return
        self.people.set_options(name_options(state), person.id)
        self._name.setText(texts().addressed(person))
        self._show_suggestion(state, person)

    def show_record(self, record_id: str) -> bool:
        known = self.state.participant(record_id) is not None
        if known:
            self._go_to(record_id)
        return known

    def turn(self, by: int) -> bool:
        ids = [person.id for person in self.state.participants]
        if self._person not in ids:
            return False
        target = ids.index(self._person) + by
        if not 0 <= target < len(ids):
            return False
        self._go_to(ids[target])
        return True

    def _go_to(self, person_id: object) -> None:
        self.area.flush()
        self.memory["person"] = str(person_id)
        self.refresh(self.state)
        self.area.setFocus()

    def _show_suggestion(self, state: WorkshopState, person: Participant) -> None:
        """Show what may be added, or why there is nothing.

        After the lines that are this person's come the steps suggested to others who have the
        action for a problem that this person said; nothing depends on who said what where speakers
        are hidden.
        """
        written = person.alone
        named = self.private or state.speakers_shown
        own = suggested_steps(state, person, self.api.answers, language(), said=named)
        others, problems = steps_elsewhere(
            state, person if named else None, self.api.answers, language()
        )
        lines = [line for line in own if line not in written]
        about, take = tr("wrap_up.alone.suggestion"), "wrap_up.alone.insert_lines"
        if not lines:
            lines = [line for line in others if line not in written]
            take = "wrap_up.alone.insert_here"
            about = _reason(problems)
        if not lines:
            known = "all_taken" if own or others else "none"
            about = tr(f"wrap_up.alone.{known}")
        self.suggestion.about.setText(about)
        self.suggestion.take.setText(tr(take, n=len(lines)))
        self.suggestion.show_text("\n".join(lines))

    def _take_over(self) -> None:
        self.area.field.commit_composed()
        written = self.area.text().strip()
        lines = written.splitlines()
        new = [line for line in self.suggestion.text.text().splitlines() if line not in lines]
        self._form.save("can_do_alone", "\n".join([*lines, *new]))
        self.area.setFocus()


def suggested_steps(
    state: WorkshopState, person: Participant, answers: Answers, language: str, *, said: bool
) -> Sequence[str]:
    """Return suggestions of what `person` may be able to do alone, one distinct item per line.

    For participants who were present, first what the group found without help; then the first steps
    of the answers that are theirs to carry out: to the problems for which they have an action and,
    where no participant has one, to the problems that they ``said`` (only with that), and to those
    of the actions that they took on before and have not done yet. Empty without any.
    """
    lines: dict[str, None] = {}
    if person.attended:
        for problem in state.listed:
            lines |= dict.fromkeys(_found_lines(state, problem, answers, language))
    for problem in state.listed:
        if person in (_doers(state, problem) or (state.speakers_of(problem) if said else ())):
            for card in state.cards_of(problem.id):
                lines |= dict.fromkeys(_first_steps(card, answers, language))
    for left in carried_over(state):
        if left.action.owner_id == person.id:
            for card in cards_for(state, left.action):
                lines |= dict.fromkeys(_first_steps(card, answers, language))
    return tuple(lines)


def steps_elsewhere(
    state: WorkshopState, person: Participant | None, answers: Answers, language: str
) -> tuple[Sequence[str], _Problems]:
    """Return the steps that are not suggested to `person`, who said the problem, but to others.

    With them come the problems by those who have the action.
    """
    lines: dict[str, None] = {}
    problems: _Problems = {}
    for problem in state.listed:
        doers = _doers(state, problem)
        if not doers or person in doers or person not in state.speakers_of(problem):
            continue
        cards = state.cards_of(problem.id)
        steps = [step for card in cards for step in _first_steps(card, answers, language)]
        if steps:
            lines |= dict.fromkeys(steps)
            problems[doers] = (*problems.get(doers, ()), problem)
    return tuple(lines), problems


def _reason(problems: _Problems) -> str:
    """Return to whom the steps are suggested, and for which problems."""
    comma = tr("wrap_up.alone.and")
    said = [
        tr(
            "wrap_up.alone.elsewhere",
            n=len(theirs),
            numbers=comma.join(str(problem.number) for problem in theirs),
            names=comma.join(map(texts().addressed, doers)),
        )
        for doers, theirs in problems.items()
    ]
    return "\n".join(said)


def _doers(state: WorkshopState, problem: Problem) -> tuple[Participant, ...]:
    """Return the participants who have an action for a problem."""
    owners = {action.owner_id for action in state.actions_of(problem.id)}
    return tuple(person for person in state.participants if person.id in owners)


def _found_lines(
    state: WorkshopState, problem: Problem, answers: Answers, language: str
) -> list[str]:
    """Return a line per answer that the room found in a help or a catalogue."""
    if problem.found is None or not problem.found.by_room:
        return []
    lines = []
    for card in state.cards_of(problem.id):
        solution = answers.chosen(card)
        if solution is not None:
            text = solution.text(language)
            where = where_to_look(solution, language)
            key = "find_by" if card.search_words else "find"
            line = tr(
                f"wrap_up.alone.{key}",
                place=help_name(where.catalogue, where.address),
                heading=text.help_heading or text.name,
                words=card.search_words,
            )
            lines.append(line)
    return lines


def _first_steps(card: PlayedCard, answers: Answers, language: str) -> tuple[str, ...]:
    if card.kind is CardKind.ANSWER:
        return tuple(line.strip() for line in card.text.splitlines() if line.strip())
    solution = answers.chosen(card)
    return solution.text(language).first_steps if solution is not None else ()
