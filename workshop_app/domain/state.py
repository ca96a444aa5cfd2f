"""One workshop as a whole: the frozen snapshot that screens show and exports print."""

from dataclasses import dataclass

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal, Verdict
from workshop_app.domain.hearing import ContextAnswer
from workshop_app.domain.outcome import OutcomeKind, PlayedCard, outcomes_of
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.setup import SetupPart
from workshop_app.domain.trail import Search
from workshop_app.domain.verdict_rules import Decision, decide
from workshop_app.domain.workshop import AgendaItem, Attendance, Customer, Participant, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopState:
    """Everything of one workshop, each tuple in its own order (position, number or id)."""

    workshop: Workshop
    customer: Customer
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    answers: tuple[ContextAnswer, ...] = ()
    problems: tuple[Problem, ...] = ()
    """All problems, merged ones among them, in order of position."""
    themes: tuple[Theme, ...] = ()
    tallies: tuple[Tally, ...] = ()
    dots: tuple[Dot, ...] = ()
    cards: tuple[PlayedCard, ...] = ()
    requests: tuple[Request, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    actions: tuple[Action, ...] = ()
    searches: tuple[Search, ...] = ()
    setup: tuple[SetupPart, ...] = ()

    @property
    def listed(self) -> tuple[Problem, ...]:
        """The problems at work: all but those merged into another, held back or parked."""
        return tuple(
            problem
            for problem in self.problems
            if problem.merged_into is None and not problem.held and not problem.parked
        )

    @property
    def inbox(self) -> tuple[Problem, ...]:
        """The problems held back until they are released."""
        return tuple(problem for problem in self.problems if problem.held)

    @property
    def parking_lot(self) -> tuple[Problem, ...]:
        """The problems kept for another time."""
        return tuple(p for p in self.problems if p.parked and not p.held and p.merged_into is None)

    @property
    def chosen(self) -> tuple[Problem, ...]:
        """The chosen problems, most votes first, equals in order of entry."""
        return tuple(problem for problem in self.ranked if problem.chosen)

    @property
    def ranked(self) -> tuple[Problem, ...]:
        """The listed problems, most votes first, equals in order of entry."""
        votes = self.votes_in(self.workshop.round)
        return tuple(sorted(self.listed, key=lambda p: (-votes.get(p.id, 0), p.position)))

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds of choosing in which anything was counted, in order."""
        counted = [vote.round for vote in (*self.tallies, *self.dots)]
        return tuple(sorted(set(counted)))

    def votes_in(self, number: int) -> dict[str, int]:
        """The votes of one round by problem: hands as typed in, dots added up."""
        votes = {t.problem_id: t.votes for t in self.tallies if t.round == number}
        for dot in self.dots:
            if dot.round == number:
                votes[dot.problem_id] = votes.get(dot.problem_id, 0) + dot.dots
        return votes

    @property
    def to_appraise(self) -> tuple[Problem, ...]:
        """The listed problems in the order of appraisal: chosen ones first."""
        return self.chosen + tuple(problem for problem in self.listed if not problem.chosen)

    @property
    def present_count(self) -> int:
        """The number of people in the room: as counted, or by the participants' attendance."""
        here = sum(p.attendance is not Attendance.ABSENT for p in self.participants)
        return self.workshop.present or here

    def problem(self, problem_id: str | None) -> Problem | None:
        """The problem with this id, or None."""
        return next((problem for problem in self.problems if problem.id == problem_id), None)

    def participant(self, participant_id: str | None) -> Participant | None:
        """The participant with this id, or None."""
        return next((who for who in self.participants if who.id == participant_id), None)

    def merged_into(self, problem_id: str) -> tuple[Problem, ...]:
        """The problems merged into this one, whose words and speakers are kept."""
        return tuple(problem for problem in self.problems if problem.merged_into == problem_id)

    def speakers_of(self, problem: Problem) -> tuple[Participant, ...]:
        """Everybody who said this problem, also in problems merged into it, each once."""
        ids = [p.speaker_id for p in (problem, *self.merged_into(problem.id))]
        people = (self.participant(who) for who in dict.fromkeys(ids))
        return tuple(who for who in people if who is not None)

    def in_theme(self, theme_id: str | None) -> tuple[Problem, ...]:
        """The listed problems of a theme; None gives those without any."""
        return tuple(problem for problem in self.listed if problem.theme_id == theme_id)

    def votes_of(self, problem_id: str) -> int | None:
        """The votes for a problem in the round in hand, or None while not counted."""
        return self.votes_in(self.workshop.round).get(problem_id)

    def cards_of(self, problem_id: str) -> tuple[PlayedCard, ...]:
        """The cards played for a problem, in order of play."""
        return tuple(card for card in self.cards if card.problem_id == problem_id)

    def outcomes_of(self, problem: Problem) -> tuple[OutcomeKind, ...]:
        """What the problem ended with; *open* when nothing was played."""
        return outcomes_of(problem.not_ours_reason, self.cards_of(problem.id))

    def searches_of(self, problem_id: str) -> tuple[Search, ...]:
        """The searches made for a problem's answer, in order."""
        return tuple(search for search in self.searches if search.problem_id == problem_id)

    def request_of(self, problem_id: str) -> Request | None:
        """The request that came of a problem, or None."""
        return next((r for r in self.requests if r.problem_id == problem_id), None)

    def appraisal_of(self, problem_id: str) -> Appraisal | None:
        """The appraisal of a problem, or None while no criterion was touched."""
        return next((a for a in self.appraisals if a.problem_id == problem_id), None)

    def decision_of(self, problem: Problem) -> Decision:
        """The rules' own verdict on a problem, whether or not a person overruled it."""
        appraisal = self.appraisal_of(problem.id) or Appraisal(
            id="", workshop_id=problem.workshop_id, problem_id=problem.id
        )
        return decide(appraisal, solved=OutcomeKind.SOLUTION in self.outcomes_of(problem))

    def verdict_of(self, problem: Problem) -> Verdict:
        """The verdict that counts: the person's where one overruled, else the rules'."""
        appraisal = self.appraisal_of(problem.id)
        if appraisal and appraisal.override:
            return appraisal.override
        return self.decision_of(problem).verdict
