"""Commands on problems: adding, editing, correcting, parking, the inbox, removing."""

from typing import Any

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.ids import new_id
from workshop_app.domain.problem import Dot, Problem, Source, Tally
from workshop_app.domain.speaker_matching import Person
from workshop_app.domain.steps import Step, chooses
from workshop_app.domain.text import clean_line, clean_note, required_line
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import Edit, SetFields, cleaners, count
from workshop_app.services.commands.hands import restore_separate_counts
from workshop_app.services.commands.participants import AddKnownPerson, AddParticipant
from workshop_app.services.commands.removal import remove_outcomes
from workshop_app.store.store import Store


def add_problem(
    store: Store,
    workshop_id: str,
    words: str,
    *,
    speaker_id: str | None = None,
    source: Source = Source.ROOM,
    heard_at: str = "",
    method: ContactKind | None = None,
    place: tuple[int, int] | None = None,
    **others: Any,  # noqa: ANN401 - other fields of a problem
) -> str:
    """Store a problem with the next number and position; returns its id. Raises InvalidInput.

    In an anonymous workshop it has no speaker. `method` defaults to the kind of the contact, or
    mail for a list received before a meeting. If the contact has no step Choose, the problem is
    chosen. `place` is the number and position if the caller knows them already.
    """
    workshop = store.get(Workshop, workshop_id)
    number, position = place or store.next_problem(workshop_id)
    by_mail = source is Source.ADVANCE and workshop.kind.is_talk
    problem = Problem(
        id=new_id(),
        workshop_id=workshop_id,
        position=position,
        number=number,
        first_wording=required_line(words),
        speaker_id=None if workshop.anonymous else speaker_id,
        source=source,
        method=method or (ContactKind.MAIL if by_mail else workshop.kind),
        heard_at=heard_at,
        chosen=not chooses(workshop.kind),
        **others,
    )
    store.insert(problem)
    return problem.id


class AddProblem(Command):
    """Add a problem in somebody's own words; returns its id."""

    words: str
    speaker_id: str | None = None
    source: Source = Source.ROOM
    heard_at: str = ""
    worksheet: int = 0
    """The number of the worksheet that it was written on; 0 for none."""
    held: bool = False
    """Whether it goes to the inbox, which the audience display does not show."""

    step = Step.LIST

    def apply(self, store: Store, workshop_id: str) -> str:
        open_workshop(store, workshop_id)
        return add_problem(
            store,
            workshop_id,
            self.words,
            speaker_id=self.speaker_id,
            source=self.source,
            heard_at=self.heard_at,
            worksheet=count(self.worksheet),
            held=self.held,
        )


class AddProblems(Command):
    """Add many problems at once, such as a pasted list, as one undo step; returns the ids."""

    lines: tuple[str, ...]
    source: Source = Source.ROOM
    speaker_id: str | None = None
    heard_at: str = ""
    speakers: tuple[str | None, ...] = ()
    """The speaker of each line, if the list names them; if empty, `speaker_id` applies to all."""
    held: bool = False
    """Whether they go to the inbox, which the audience display does not show."""
    method: ContactKind | None = None
    """The way of listening, if not the default of the contact and the source."""
    heard: tuple[str, ...] = ()
    """When each was said, if the list contains it; `heard_at` applies where it is empty."""
    people: tuple[Person | None, ...] = ()
    """The speaker of each line instead of an id, as a known person of this contact or of another
    one, or as a new one. Who is not a participant yet is added, once. A department that the list
    tells (`teams`) is kept where none is known."""
    teams: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """A private note on each, such as the score that came with it."""

    step = Step.LIST

    @property
    def copied_before(self) -> str:
        return "import"

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        open_workshop(store, workshop_id)
        number, position = store.next_problem(workshop_id)
        speakers = self.speakers or (self.speaker_id,) * len(self.lines)
        if self.people:
            speakers = self._added_people(store, workshop_id)
        none = ("",) * len(self.lines)
        told = (self.heard or none, self.notes or none)
        rows = enumerate(zip(self.lines, speakers, *told, strict=True))
        return tuple(
            add_problem(
                store,
                workshop_id,
                line,
                speaker_id=speaker,
                source=self.source,
                heard_at=at or self.heard_at,
                method=self.method,
                place=(number + offset, position + offset),
                held=self.held,
                private_note=clean_note(note),
            )
            for offset, (line, speaker, at, note) in rows
        )

    def _added_people(self, store: Store, workshop_id: str) -> tuple[str | None, ...]:
        """Return the ids of the `people` as participants, who are added if they are none yet."""
        added: dict[Person, str] = {}
        teams = self.teams or ("",) * len(self.people)
        for who, team in zip(self.people, teams, strict=True):
            if who is None:
                continue
            if who not in added:
                added[who] = _participant(store, workshop_id, who)
            listed = store.get(Participant, added[who])
            if team and not listed.team:
                store.update(listed, team=clean_line(team))
        return tuple(None if who is None else added[who] for who in self.people)


def _participant(store: Store, workshop_id: str, who: Person) -> str:
    if not isinstance(who, Participant):
        return AddParticipant(who.name, who.job, who.team).apply(store, workshop_id)
    if who.workshop_id == workshop_id:
        return who.id
    return AddKnownPerson(str(who.person_id)).apply(store, workshop_id)


class EditProblem(Edit):
    """Set one field of a problem, except the first wording."""

    step = Step.SORT
    record = Problem
    fields = cleaners(Problem, "wording", "speaker_id", "discussion", "private_note", "worksheet")

    @property
    def place(self) -> StepPlace:
        step = Step.SOLVE if self.field == "discussion" else self.step
        return StepPlace(step, self.record_id)


class CorrectMethod(SetFields):
    """Set the way of listening of problems."""

    problem_ids: tuple[str, ...]
    method: ContactKind

    step = Step.LIST
    placed = "problem_ids"
    record = Problem


class HoldProblems(SetFields):
    """Put problems into the inbox, which the audience display does not show, or release them.

    Released problems keep their other fields: a chosen one is chosen again.
    """

    problem_ids: tuple[str, ...]
    held: bool

    step = Step.LIST
    placed = "problem_ids"
    record = Problem

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.problem_ids[-1] if self.problem_ids else "")


class ParkProblem(SetFields):
    """Put problems into the parking lot, or take them out; their other fields are kept."""

    problem_ids: tuple[str, ...]
    parked: bool

    step = Step.LIST
    placed = "problem_ids"
    record = Problem


class CorrectFirstWording(Command):
    """Correct a typing error in the first wording and mark it as corrected."""

    problem_id: str
    words: str

    step = Step.LIST
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        words = required_line(self.words)
        if words != problem.first_wording:
            store.update(problem, first_wording=words, first_wording_corrected=True)


class RemoveProblem(Command):
    """Remove a problem with its votes, cards, request, appraisal and searches.

    Problems merged into it are unmerged, or merged into the one that it was merged into.
    """

    problem_id: str

    step = Step.LIST
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        if not problem.merged_into:
            restore_separate_counts(store, problem)
        for other in store.all(Problem, problem.workshop_id):
            if problem.id in (other.merged_into, other.split_from):
                merged = other.merged_into
                merged = problem.merged_into if merged == problem.id else merged
                split = None if other.split_from == problem.id else other.split_from
                store.update(other, merged_into=merged, split_from=split)
        for record in (Tally, Dot):
            for vote in store.all(record, problem.workshop_id):
                if vote.problem_id == problem.id:
                    store.delete(vote)
        remove_outcomes(store, problem)
        workshop = store.get(Workshop, problem.workshop_id)
        last = max(workshop.last_problem, problem.number)
        store.update(workshop, last_problem=last)
        store.delete(problem)
