"""The votes for problems, round by round, and who is there to vote."""

from collections import Counter
from collections.abc import Container, Mapping
from functools import cached_property

from workshop_app.domain.problem import Dot, Problem, Tally
from workshop_app.domain.voting import Placing, RoundCount, placings
from workshop_app.domain.workshop import Participant, Workshop


class Votes:
    """The votes of a workshop; `root_ids` are those of `domain.merging`."""

    def __init__(
        self,
        workshop: Workshop,
        participants: tuple[Participant, ...],
        listed: tuple[Problem, ...],
        root_ids: Mapping[str, str],
        tallies: tuple[Tally, ...],
        dots: tuple[Dot, ...],
    ) -> None:
        self._workshop = workshop
        self._participants = participants
        self._listed = listed
        self._root_ids = root_ids
        self._tallies = tuple([tally for tally in tallies if not tally.set_aside])
        self._dots = dots

    @property
    def present(self) -> int:
        """The number of people in the room: as counted, else by attendance."""
        return self._workshop.present or sum(person.here for person in self._participants)

    @property
    def attended(self) -> int:
        """The number of participants who took part, if only for a time."""
        return sum(person.attended for person in self._participants)

    @property
    def present_then(self) -> int:
        """The number of people the votes are compared with, including those who left since."""
        return self.present + sum(person.came and not person.here for person in self._participants)

    @property
    def rounds(self) -> tuple[int, ...]:
        """The numbers of the rounds with any votes, in order."""
        known = {vote.round for vote in (*self._tallies, *self._dots)}
        return tuple(number for number in sorted(known) if self.in_round(number))

    def in_round(self, number: int) -> dict[str, int]:
        """Return the votes of one round by problem id: hands as typed in, dots added up.

        In the current round only hands or only dots count, whichever are used now. Hands for merged
        problems cannot be added, since a person may be in both counts: the highest count is the
        minimum, until the group is counted again. Dots on a merged problem count for its root; a
        ballot with dots on several problems of a group counts once, with the most dots it gave to
        one of them.
        """
        is_current = number == self._workshop.round
        by_dots = self._workshop.dots > 0
        votes: dict[str, int] = {}
        if not (is_current and by_dots):
            for tally in self._tallies:
                if tally.round == number:
                    one = self._root_ids.get(tally.problem_id, tally.problem_id)
                    votes[one] = max(votes.get(one, 0), tally.votes)
        if not is_current or by_dots:
            ballots: dict[tuple[str, int], int] = {}
            for dot in self._dots:
                if dot.round == number and dot.voter:
                    ballot = (self._root_ids.get(dot.problem_id, dot.problem_id), dot.voter)
                    ballots[ballot] = max(ballots.get(ballot, 0), dot.dots)
            if ballots:  # a candidate without dots has 0 votes
                votes = {problem.id: 0 for problem in self.candidates_of(number)} | votes
            for (problem_id, _voter), dots in ballots.items():
                votes[problem_id] = votes.get(problem_id, 0) + dots
        return votes

    @cached_property
    def now(self) -> dict[str, int]:
        """The votes of the current round by problem id."""
        return self.in_round(self._workshop.round)

    @property
    def given(self) -> int:
        """The number of votes in the current round."""
        return sum(self.now.values())

    @cached_property
    def most(self) -> int:
        """The most votes that a listed problem has in the current round."""
        return max((self.of(each.id) or 0 for each in self._listed), default=0)

    def of(self, problem_id: str) -> int | None:
        """Return the votes for a problem in the current round, or None if not counted."""
        return self.now.get(problem_id)

    def at_least_in(self, number: int) -> tuple[Problem, ...]:
        """Return the listed problems whose hands are a minimum: the highest of several counts."""
        if number == self._workshop.round and self._workshop.dots:
            return ()
        roots = (self._root_ids.get(t.problem_id) for t in self._tallies if t.round == number)
        counts = Counter(roots)
        return tuple(problem for problem in self._listed if counts[problem.id] > 1)

    def candidates_of(self, number: int) -> tuple[Problem, ...]:
        """Return the candidates of a round: all listed problems, or those on its ballot paper."""
        printed = {dot.problem_id for dot in self._dots if dot.round == number and not dot.voter}
        return tuple(problem for problem in self._listed if problem.id in printed) or self._listed

    @property
    def candidates(self) -> tuple[Problem, ...]:
        """The candidates of the current round."""
        return self.candidates_of(self._workshop.round)

    @property
    def uncounted(self) -> int:
        """How much of the current round is not counted: problems without hands, or ballots."""
        if self._workshop.dots:
            return max(0, self.present - len(self.voters))
        return sum(problem.id not in self.now for problem in self.candidates)

    @property
    def voters(self) -> tuple[int, ...]:
        """The numbers of the ballots with dots in the current round."""
        number = self._workshop.round
        return tuple(sorted({d.voter for d in self._dots if d.round == number and d.voter}))

    def ballot(self, voter: int) -> dict[str, int]:
        """Return the dots of one ballot in the current round, by problem id."""
        number = self._workshop.round
        mine = (dot for dot in self._dots if dot.round == number and dot.voter == voter > 0)
        return {dot.problem_id: dot.dots for dot in mine}

    def given_by(self, voter: int, *, besides: Container[str] = ()) -> int:
        """Return the number of dots on a ballot, without those for the problems `besides`."""
        return sum(dots for one, dots in self.ballot(voter).items() if one not in besides)

    @cached_property
    def ranked(self) -> tuple[Problem, ...]:
        """The listed problems, most votes first, equals in order of entry.

        Only closed rounds count: otherwise the order would reveal an open vote.
        """
        listed = {problem.id: problem for problem in self._listed}
        closed = self._workshop.round - (not self._workshop.vote_closed)
        return tuple([listed[placing.id] for placing in self.placings_in(closed)])

    def placings_in(self, number: int) -> tuple[Placing, ...]:
        """Return the places of the listed problems after this round and those before it."""
        counts = [
            RoundCount(frozenset(one.id for one in self.candidates_of(each)), self.in_round(each))
            for each in self.rounds_behind(number)
        ]
        return placings(tuple([problem.id for problem in self._listed]), counts)

    def rounds_behind(self, number: int) -> range:
        """Return the numbers of the rounds that give the places after this one.

        A round on all problems supersedes the rounds before it.
        """
        count = len(self._listed)
        of_all = (n for n in range(number, 0, -1) if len(self.candidates_of(n)) == count)
        return range(next(of_all, 1), number + 1)
