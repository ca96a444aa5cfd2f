"""One workshop as a whole: the frozen snapshot that screens show and exports print."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal, Verdict
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.merging import Merging
from workshop_app.domain.outcome import OutcomeKind, PlayedCard, outcomes_of
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.setup import SetupPart
from workshop_app.domain.trail import Search
from workshop_app.domain.verdict_rules import Decision, decide
from workshop_app.domain.voting import Count, Placing, placings
from workshop_app.domain.workshop import AgendaItem, Customer, Participant, Workshop


@dataclass(frozen=True, kw_only=True)
class WorkshopState:
    """Everything of one workshop, each tuple in its own order (position, number or id).

    What every screen asks for after each action is worked out once (`cached_property`), which
    is safe because nothing in it ever changes.
    """

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

    @cached_property
    def merging(self) -> Merging:
        """Which problems count as one."""
        return Merging(self.problems)

    @cached_property
    def unmerged(self) -> tuple[Problem, ...]:
        """All problems that are not merged into another.

        What was decided for a merged problem counts for the one it was merged into: that one is
        chosen, and *not ours*, as any of them was. The records stay as they are for unmerging.
        """
        played = {card.problem_id for card in self.cards}
        whole = self.merging.counts
        return tuple(
            self._as_one(problem, played) if problem.id in whole else problem
            for problem in self.problems
            if problem.merged_into is None
        )

    def _as_one(self, problem: Problem, played: set[str]) -> Problem:
        together = (problem, *self.merging.behind(problem.id))
        reason = next((one.not_ours_reason for one in together if one.not_ours_reason), "")
        if any(one.id in played for one in together):
            reason = ""  # an answer of one of them is an answer for all
        chosen = any(one.chosen for one in together)
        return replace(problem, chosen=chosen, not_ours_reason=reason)

    @cached_property
    def listed(self) -> tuple[Problem, ...]:
        """The problems at work: all but those merged into another, held back or parked."""
        return tuple(one for one in self.unmerged if not one.held and not one.parked)

    @property
    def inbox(self) -> tuple[Problem, ...]:
        """The problems held back until they are released."""
        return tuple(problem for problem in self.problems if problem.held)

    @property
    def parking_lot(self) -> tuple[Problem, ...]:
        """The problems kept for another time."""
        return tuple(one for one in self.unmerged if one.parked and not one.held)

    @cached_property
    def chosen(self) -> tuple[Problem, ...]:
        """The chosen problems, most votes first, equals in order of entry."""
        marked = tuple(problem for problem in self.listed if problem.chosen)
        if len(marked) < 2:
            return marked
        return tuple(problem for problem in self.ranked if problem.chosen)

    @cached_property
    def ranked(self) -> tuple[Problem, ...]:
        """The listed problems, most votes first, equals in order of entry.

        Only closed rounds count: the order would tell the room what is still being counted.
        """
        listed = {problem.id: problem for problem in self.listed}
        closed = self.workshop.round - (not self.workshop.vote_closed)
        return tuple(listed[placing.id] for placing in self.placings_in(closed))

    @cached_property
    def _hands(self) -> tuple[Tally, ...]:
        return tuple(tally for tally in self.tallies if not tally.set_aside)

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds of choosing in which anything was counted, in order."""
        known = {vote.round for vote in (*self._hands, *self.dots)}
        return tuple(number for number in sorted(known) if self.votes_in(number))

    def votes_in(self, number: int) -> dict[str, int]:
        """The votes of one round by problem: hands as typed in, dots added up.

        In the round in hand only the way in force counts; what the other way counted waits.
        Hands for merged problems cannot be added, since one may be in both counts: the higher
        count stands, as the least there were, until it is counted anew.
        Dots on a merged problem count for the one it was merged into; a ballot that gave dots to
        several of these counts once, with the most it gave to one.
        """
        in_hand, by_dots = number == self.workshop.round, self.workshop.dots > 0
        votes: dict[str, int] = {}
        whole = self.merging.whole
        if not (in_hand and by_dots):
            for tally in self._hands:
                if tally.round == number:
                    one = whole.get(tally.problem_id, tally.problem_id)
                    votes[one] = max(votes.get(one, 0), tally.votes)
        if not in_hand or by_dots:
            ballots: dict[tuple[str, int], int] = {}
            for dot in self.dots:
                if dot.round == number and dot.voter:
                    ballot = (whole.get(dot.problem_id, dot.problem_id), dot.voter)
                    ballots[ballot] = max(ballots.get(ballot, 0), dot.dots)
            if ballots:  # nobody's dot on a problem is a count too
                votes = {problem.id: 0 for problem in self.candidates_of(number)} | votes
            for (problem_id, _voter), dots in ballots.items():
                votes[problem_id] = votes.get(problem_id, 0) + dots
        return votes

    def at_least_in(self, number: int) -> tuple[Problem, ...]:
        """The listed problems whose hands of a round are the higher of several counts."""
        if number == self.workshop.round and self.workshop.dots:
            return ()
        whole = self.merging.whole
        counts = Counter(whole.get(t.problem_id) for t in self._hands if t.round == number)
        return tuple(problem for problem in self.listed if counts[problem.id] > 1)

    def candidates_of(self, number: int) -> tuple[Problem, ...]:
        """The listed problems that a round is about: all, or those on its ballot paper."""
        printed = {dot.problem_id for dot in self.dots if dot.round == number and not dot.voter}
        return tuple(problem for problem in self.listed if problem.id in printed) or self.listed

    def placings_in(self, number: int) -> tuple[Placing, ...]:
        """The listed problems by place after a round, on the ground of those before it."""
        listed = tuple(problem.id for problem in self.listed)
        counts: list[Count] = []
        for each in range(number, 0, -1):
            about = frozenset(problem.id for problem in self.candidates_of(each))
            counts.insert(0, Count(about, self.votes_in(each)))
            if len(about) == len(listed):
                break  # a round on all of them begins the order anew
        return placings(listed, counts)

    @property
    def voters(self) -> tuple[int, ...]:
        """The ballots with dots in the round in hand, by number."""
        number = self.workshop.round
        return tuple(sorted({d.voter for d in self.dots if d.round == number and d.voter}))

    def ballot(self, voter: int) -> dict[str, int]:
        """The dots of one ballot in the round in hand, by problem."""
        number = self.workshop.round
        mine = (dot for dot in self.dots if dot.round == number and dot.voter == voter > 0)
        return {dot.problem_id: dot.dots for dot in mine}

    @property
    def to_appraise(self) -> tuple[Problem, ...]:
        """The listed problems in the order of appraisal: chosen ones first."""
        return self.chosen + tuple(problem for problem in self.listed if not problem.chosen)

    @property
    def speakers_shown(self) -> bool:
        """Whether the room sees who said a problem; never where nobody is named."""
        return self.workshop.show_speakers and not self.workshop.anonymous

    @property
    def present_count(self) -> int:
        """The number of people in the room: as counted, or by who came and did not leave."""
        return self.workshop.present or sum(person.here for person in self.participants)

    def problem(self, problem_id: str | None) -> Problem | None:
        """The problem with this id, or None; as one with those merged into it."""
        return self._by_id.get(problem_id or "")

    @cached_property
    def _by_id(self) -> dict[str, Problem]:
        return {problem.id: problem for problem in (*self.problems, *self.unmerged)}

    def participant(self, participant_id: str | None) -> Participant | None:
        """The participant with this id, or None."""
        return next((who for who in self.participants if who.id == participant_id), None)

    def merged_into(self, problem_id: str) -> tuple[Problem, ...]:
        """The problems merged into this one, whose words and speakers are kept."""
        return self.merging.behind(problem_id)

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
        """The cards played for a problem and those merged into it, in order of play.

        An entry of the catalogue that was played for several of them is told once.
        """
        ids = self.merging.ids(problem_id)
        told: dict[str, PlayedCard] = {}
        for card in self.cards:
            if card.problem_id in ids:
                told.setdefault(card.catalogue_id or card.id, card)
        return tuple(told.values())

    def outcomes_of(self, problem: Problem) -> tuple[OutcomeKind, ...]:
        """What the problem ended with; *open* when nothing was played."""
        whole = self.problem(problem.id) or problem
        return outcomes_of(whole.not_ours_reason, self.cards_of(problem.id))

    def searches_of(self, problem_id: str) -> tuple[Search, ...]:
        """The searches made for the answer of a problem or of those merged into it, in order."""
        ids = self.merging.ids(problem_id)
        return tuple(search for search in self.searches if search.problem_id in ids)

    def request_of(self, problem_id: str) -> Request | None:
        """The request that came of a problem, else of one merged into it, or None."""
        ids = self.merging.ids(problem_id)
        return next((self._requested[one] for one in ids if one in self._requested), None)

    @cached_property
    def _requested(self) -> dict[str, Request]:
        return {request.problem_id: request for request in self.requests}

    def appraisal_of(self, problem_id: str) -> Appraisal | None:
        """The appraisal of a problem, or None while no criterion was touched.

        Merged problems have one: that of the problem they stand in, else the first of theirs.
        """
        ids = self.merging.ids(self.merging.whole.get(problem_id, problem_id))
        return next((self._appraised[one] for one in ids if one in self._appraised), None)

    @cached_property
    def _appraised(self) -> dict[str, Appraisal]:
        return {appraisal.problem_id: appraisal for appraisal in self.appraisals}

    def decision_of(self, problem: Problem) -> Decision:
        """The rules' own verdict on a problem, whether or not a person overruled it."""
        appraisal = self.appraisal_of(problem.id) or Appraisal(
            id="", workshop_id=problem.workshop_id, problem_id=problem.id
        )
        whole = self.problem(self.merging.whole.get(problem.id)) or problem
        return decide(appraisal, solved=OutcomeKind.SOLUTION in self.outcomes_of(whole))

    def verdict_of(self, problem: Problem) -> Verdict:
        """The verdict that counts: the person's where one overruled, else the rules'."""
        appraisal = self.appraisal_of(problem.id)
        if appraisal and appraisal.override:
            return appraisal.override
        return self.decision_of(problem).verdict
