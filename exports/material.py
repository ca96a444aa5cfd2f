"""The data from which every document is made: snapshot, catalogue entries, texts of a language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from exports.branding import PLAIN, Branding
from exports.customer_mask import CustomerMask
from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal, Criterion
from workshop_app.domain.context_questions import QUESTIONS, ContextAnswer
from workshop_app.domain.facts.commitments import purposes
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.solutions import SolvedBy, solved_by
from workshop_app.domain.ids import request_code, stable_request_code
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.participant_names import short_names
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION
from workshop_app.domain.request import Request
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import chooses
from workshop_app.domain.text import clean
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import Texts
from workshop_app.services.actions_to_do import (
    all_actions,
    kept_actions,
    problem_name,
    problem_words,
)
from workshop_app.services.contact_words import kind_noun

_MANY = 10
"""From this number on, Japanese counts with 件 instead of つ."""


class Attachment(NamedTuple):
    """A file that is attached to a draft."""

    name: str
    data: bytes
    kind: str = "application/pdf"


class Material:
    """The data of a document about one workshop in one language.

    With `masked`, the customer's name is replaced by a code in all texts. `attachment_of` returns
    the paper of a name for a participant, or that for everybody.
    """

    def __init__(
        self,
        state: WorkshopState,
        solutions: Mapping[str, Solution],
        language: str,
        *,
        masked: bool = False,
        branding: Branding = PLAIN,
        attachment_of: Callable[[str, Participant | None], Attachment | None] = lambda *_: None,
    ) -> None:
        self.attachment_of = attachment_of
        self.branding = branding
        self.state = state
        self.solutions = solutions
        self.words = Texts(language)
        self.language = language
        self.masked = masked
        self._code = self.words("papers.head.customer_code", code=state.customer_code)
        self._mask = CustomerMask(state.customer.name if masked else "", self._code)

    def printable(self, text: str) -> str:
        """Return `text` without control characters, and masked if `masked`."""
        return self._mask.mask(clean(text))

    @property
    def facilitator(self) -> str:
        """The facilitator's name: that of the workshop, else that of the settings."""
        return self.state.workshop.facilitator or self.branding.facilitator

    @property
    def summary_name(self) -> str:
        """The title of the summary."""
        kind = kind_noun(self.words, self.state.workshop, begins=True)
        return self.words("papers.name.summary_of", kind=kind)

    @property
    def own_customer(self) -> str:
        """The customer's name, or the code used instead of it."""
        if self.masked:
            return self._code
        return self.state.customer.name

    @property
    def next_day(self) -> str:
        """When the next meeting is, in words with its time; empty without a date."""
        workshop = self.state.workshop
        return self.words.date_and_time(workshop.next_date, workshop.next_time)

    @property
    def next_place(self) -> str:
        """The sentence on where the next meeting is, or an empty text."""
        place = self.state.workshop.next_place
        return self.words("papers.next.place", place=place) if place else ""

    @cached_property
    def actions(self) -> list[Action]:
        """What was promised in the workshop and what is carried over to it, by day.

        A remark on the latter is a line of its own.
        """
        return all_actions(self.state, self.words, in_line=False)

    @cached_property
    def kept(self) -> list[Action]:
        """What was promised in earlier contacts and is done, or not needed, since, by day."""
        return kept_actions(self.state, self.words)

    def kept_by(self, participant: Participant) -> list[Action]:
        """Return what a participant has done since, or what of theirs is not needed any more."""
        words = self.words
        return [
            replace(each, text=words("papers.actions.not_needed", text=each.text))
            if each.not_needed
            else each
            for each in self.kept
            if each.owner_id == participant.id
        ]

    def person(self, participant: Participant) -> str:
        """Return a participant's name with its honorific, such as 青木 健 様."""
        return self.words.organisation(participant.name, participant.honorific)

    def called(self, participant: Participant) -> str:
        """Return how others refer to a participant: 青木 健 様, or Sarah."""
        if self.language == "ja" or self.masked:
            return self.person(participant)
        return self._short_names(self.state)[participant.id]

    def owner_of(self, action: Action) -> str:
        """Return how others refer to the owner of an action; empty if it has none."""
        owner = self.state.owner_of(action, self.called)
        return self._known.get(owner, owner)

    @cached_property
    def _known(self) -> dict[str, str]:
        """The short names of all who took part in a contact, by name, where papers have them."""
        if self.language == "ja" or self.masked:
            return {}
        contacts = (self.state, *self.state.all_before)
        people = {who.name: who for contact in contacts for who in contact.participants}
        names = short_names(people.values())
        return {name: names[who.id] for name, who in people.items()}

    def called_briefly(self, participant: Participant, contact: WorkshopState | None = None) -> str:
        """Return the shortest name that is unique in the workshop: 青木 様, or Sarah.

        `contact` is an earlier one of the customer if that is the participant's.
        """
        if self.masked:
            return self.person(participant)
        short = self._short_names(contact or self.state)[participant.id]
        return self.words.organisation(short, participant.honorific)

    def _short_names(self, contact: WorkshopState) -> dict[str, str]:
        known = self._names.get(contact.workshop.id)
        if known is None:
            known = self._names[contact.workshop.id] = short_names(contact.participants)
        return known

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Cache of the short names by workshop id."""
        return {}

    def roles(self, problem: Problem) -> str:
        """Return the jobs and teams of those who said a problem, without their names.

        It is empty if nobody noted who that was.
        """
        people = self.state.speakers_of(problem)
        named = list(dict.fromkeys(filter(None, map(self.role, people))))
        return self.list(named) or (self.words("papers.dossier.no_role") if people else "")

    def role(self, participant: Participant) -> str:
        """Return the team and the job of a participant; empty if neither is known."""
        space = " " if self.language == "ja" else ", "
        return space.join(part for part in (participant.team, participant.job) if part)

    def question_of(self, answer: ContextAnswer) -> str:
        """Return the question of a context answer."""
        known = answer.question in QUESTIONS
        return self.words(f"questions.ask.{answer.question}") if known else answer.question

    def ground(self, problem: Problem, judged: Appraisal, criterion: Criterion) -> str:
        """Return the reason for an answer as papers print it.

        A persona is reduced to the roles, since the rest is already printed next to it.
        """
        ground = judged.ground(criterion)
        if ground and ground == describe_persona(self.state, problem):
            return self.roles(problem)
        return ground

    def solution_of(self, card: PlayedCard) -> Solution | None:
        """Return the catalogue entry of a card; None if there is no such entry."""
        return self.solutions.get(card.catalogue_id)

    def unchecked_answer(self, problem: Problem) -> Solution | None:
        """Return the entry that may answer a problem, of which nobody has made sure."""
        ids = (each.catalogue_id for each in self.state.unchecked if each.problem_id == problem.id)
        return self.solutions.get(next(ids, ""))

    @property
    def worked_on(self) -> tuple[Problem, ...]:
        """The chosen problems; if nothing was chosen, those with a solution."""
        ranked = self.state.votes.ranked
        return self.state.chosen or tuple(
            each
            for each in ranked
            if any(said in WITH_SOLUTION for said in promises_of(self.state, each).values())
        )

    @property
    def is_choice(self) -> bool:
        """Whether the room chose the problems that were worked on."""
        return bool(self.state.chosen) and chooses(self.state.workshop.kind)

    def solved_by(self, problems: Iterable[Problem]) -> SolvedBy:
        """Return by what those of `problems` are solved that are."""
        return solved_by(self.state, problems, self.solutions)

    def title_of(self, card: PlayedCard) -> str:
        """Return a card's title, in the language of the document if it is a catalogue entry."""
        solution = self.solution_of(card)
        return solution.text(self.language).name if solution else card.title

    def answer_of(self, card: PlayedCard) -> str:
        """Return what a catalogue entry does about a problem, in a line; else a card's title."""
        solution = self.solution_of(card)
        return (solution and solution.text(self.language).answer_line) or self.title_of(card)

    def appraisal_of(self, problem: Problem) -> Appraisal | None:
        """Return the appraisal of a problem."""
        return self.state.appraisal_of(problem.id)

    def short_code(self, request: Request) -> str:
        """Return the code of a request within its workshop, such as R-3."""
        return request_code(request.number)

    def request_code(self, request: Request) -> str:
        """Return the code of a request that is unique across workshops, such as R-3-f3c2a1."""
        return stable_request_code(request.number, self.state.workshop.id)

    def with_problems(self, text: str, action: Action, *, brief: bool = False) -> str:
        """Return a text with the problems that an action is for.

        Those of this workshop are named by their numbers, earlier ones with their words, or not at
        all if `brief`, as the paper has no such numbers.
        """
        state, words = self.state, self.words
        own = (each for each in purposes(state, action) if each.contact is state)
        numbers = [problem_name(state, words, each) for each in own]
        names = self.list(numbers if brief else problem_words(state, words, action))
        known = {"text": text, "problem": names}
        return self.words("papers.actions.with_problem", **known) if names else text

    def things(self, count: int) -> str:
        """Return a count of items: 3 つ, 12 件, or only the number."""
        many = count >= _MANY
        return self.words("papers.head.many" if many else "papers.head.few", count=count)

    @property
    def stop(self) -> str:
        """The punctuation after a short sentence that is followed by another one."""
        return "。" if self.language == "ja" else ". "

    @property
    def gap(self) -> str:
        """The separator of two facts on one line."""
        return "　" if self.language == "ja" else "   "

    def list(self, parts: list[str]) -> str:
        """Return `parts` joined by the separator of the language."""
        return self.words("papers.head.separator").join(parts)
