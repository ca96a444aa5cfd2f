"""The immutable snapshot of one workshop that screens show and exports print."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.caveat import Caveat
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.facts.votes import Votes
from workshop_app.domain.grouped import grouped
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.merging import Merging
from workshop_app.domain.outcome import OutcomeKind, PlayedCard, outcomes_of
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, RequestState, in_order, state_of
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.domain.voices import CUSTOMER_CODE, Voice
from workshop_app.domain.workshop import AgendaItem, Customer, Participant, Workshop

MOST_PHRASINGS = 8
"""Maximum number of texts that are searched for at one problem: each takes a millisecond."""


@dataclass(frozen=True, kw_only=True)
class WorkshopState:
    """All records of one workshop, each tuple in its own order (position, number or id).

    Values needed after each action are cached properties, since a snapshot never changes.
    """

    workshop: Workshop
    customer: Customer
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    answers: tuple[ContextAnswer, ...] = ()
    problems: tuple[Problem, ...] = ()
    """All problems, including merged ones, in order of position."""
    themes: tuple[Theme, ...] = ()
    tallies: tuple[Tally, ...] = ()
    dots: tuple[Dot, ...] = ()
    cards: tuple[PlayedCard, ...] = ()
    requests: tuple[Request, ...] = ()
    news: tuple[RequestNews, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    actions: tuple[Action, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    setup: tuple[SetupPart, ...] = ()
    can_do: tuple[CanDoCheck, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    before: "WorkshopState | None" = None
    """The customer's workshop before this one, if there is one with any content.

    It is shown beside this one but is not part of it: no file of this workshop contains it.
    """
    earlier: "tuple[WorkshopState, ...]" = ()
    """Further earlier contacts with open commitments or untold news, latest first.

    Untold news are changes of a request that nobody was informed of. Like `before`, these contacts
    are not part of this workshop.
    """
    likes: tuple[LikeProblem, ...] = ()
    """The decisions made here about like problems of other workshops.

    They are part of the workshop file; those on problems that are not in the store have no effect.
    """
    voices: tuple[Voice, ...] = ()
    """Who said the same as a request, over all workshops; only set for papers."""
    customer_code: str = CUSTOMER_CODE.format(number=1)
    """What papers without its name call the customer, as the store counts; only set for papers."""
    unchecked: tuple[UncheckedAnswer, ...] = ()
    """What may answer problems that were not discussed; only set for papers."""
    caveats: tuple[Caveat, ...] = ()
    """What the solutions of problems leave open; only set for papers."""
    changes: int = field(default=0, compare=False)
    """The number of changes that were logged; only set for papers."""
    changed_at: str = field(default="", compare=False)
    """When the last one was made, ISO in local time; only set for papers."""

    @cached_property
    def facts(self) -> dict[tuple[str, ...], object]:
        """What was found out about the workshop (`domain/facts/once.py`)."""
        return {}

    @cached_property
    def merging(self) -> Merging:
        """The groups of merged problems, which count as one."""
        return Merging(self.problems)

    @cached_property
    def votes(self) -> Votes:
        """The votes for the listed problems."""
        return Votes(
            self.workshop,
            self.participants,
            self.listed,
            self.merging.root_ids,
            self.tallies,
            self.dots,
        )

    @cached_property
    def unmerged(self) -> tuple[Problem, ...]:
        """All problems that are not merged into another.

        Decisions about a merged problem count for the one it was merged into: that one is chosen,
        or *not ours*, if any of the group is. The records stay unchanged, so that unmerging
        restores them.
        """
        played = {card.problem_id for card in self.cards}
        groups = self.merging.counts
        return tuple(
            [
                self._as_one(problem, played) if problem.id in groups else problem
                for problem in self.problems
                if problem.merged_into is None
            ]
        )

    def _as_one(self, problem: Problem, played: set[str]) -> Problem:
        """Return a problem with the decisions of its group; `played` has ids with cards."""
        group = (problem, *self.merging.merged_into(problem.id))
        reason = next((one.not_ours_reason for one in group if one.not_ours_reason), "")
        if any(one.id in played for one in group):
            reason = ""  # a card for one of them answers all
        chosen = any(one.chosen for one in group)
        return replace(problem, chosen=chosen, not_ours_reason=reason)

    @cached_property
    def listed(self) -> tuple[Problem, ...]:
        """The problems to work on: not merged into another, not in the inbox, not parked."""
        return tuple([one for one in self.unmerged if not one.held and not one.parked])

    @property
    def written(self) -> bool:
        """Whether its papers were written, after which it is over unless time runs again."""
        return bool(self.problems and self.workshop.exported_at)

    @property
    def inbox(self) -> tuple[Problem, ...]:
        """The problems that the room does not see until they are released."""
        return tuple(problem for problem in self.problems if problem.held)

    @property
    def parking_lot(self) -> tuple[Problem, ...]:
        """The parked problems."""
        return tuple(one for one in self.unmerged if one.parked and not one.held)

    @cached_property
    def chosen(self) -> tuple[Problem, ...]:
        """The chosen problems, most votes first, equals in order of entry."""
        marked = tuple([problem for problem in self.listed if problem.chosen])
        if len(marked) < 2:
            return marked
        return tuple([problem for problem in self.votes.ranked if problem.chosen])

    @property
    def all_before(self) -> "tuple[WorkshopState, ...]":
        """The contact before this one and `earlier`, latest first."""
        return (self.before, *self.earlier) if self.before is not None else ()

    def who_can(self, check_id: str) -> tuple[Participant, ...]:
        """Return the participants who can do a line of the can-do check, as far as recorded."""
        return tuple(who for who in self.participants if check_id in who.can_do_ids)

    def lines_of(self, who: Participant) -> tuple[CanDoCheck, ...]:
        """Return the lines of the can-do check that a participant can do, as far as recorded."""
        return tuple(check for check in self.can_do if check.id in who.can_do_ids)

    @property
    def to_appraise(self) -> tuple[Problem, ...]:
        """The listed problems in order of appraisal: chosen ones first."""
        return self.chosen + tuple(problem for problem in self.listed if not problem.chosen)

    @property
    def speakers_shown(self) -> bool:
        """Whether the room sees who said a problem; never in an anonymous workshop."""
        return self.workshop.show_speakers and not self.workshop.anonymous

    def problem(self, problem_id: str | None) -> Problem | None:
        """Return the problem with this id as it counts for its group (see `unmerged`), or None."""
        return self._by_id.get(problem_id or "")

    @cached_property
    def _by_id(self) -> dict[str, Problem]:
        return {problem.id: problem for problem in (*self.problems, *self.unmerged)}

    def root_of(self, problem_id: str | None) -> Problem | None:
        """Return the problem that this one counts as, which it may be merged into, or None."""
        return self.problem(self.merging.root_ids.get(problem_id or ""))

    def participant(self, participant_id: str | None) -> Participant | None:
        """Return the participant with this id, or None."""
        return self._people.get(participant_id or "")

    @cached_property
    def _people(self) -> dict[str, Participant]:
        return {who.id: who for who in self.participants}

    def owner_of(self, action: Action, name: Callable[[Participant], str]) -> str:
        """Return an action's owner; ``name`` is that of a participant. Empty for nobody."""
        who = self.participant(action.owner_id)
        return name(who) if who is not None else action.owner_name

    def merged_into(self, problem_id: str) -> tuple[Problem, ...]:
        """Return the problems merged into this one, with their own words and speakers."""
        return self.merging.merged_into(problem_id)

    def phrasings_of(self, problem: Problem) -> tuple[str, ...]:
        """Return the words in which a problem was said, with those merged into it.

        Its own wordings are first, no text is repeated, and there are `MOST_PHRASINGS` at most.
        """
        group = (problem, *self.merged_into(problem.id))
        said = [words for one in group for words in (one.wording, one.first_wording) if words]
        return tuple(dict.fromkeys(said))[:MOST_PHRASINGS]

    def speakers_of(self, problem: Problem) -> tuple[Participant, ...]:
        """Return who said this problem or one merged into it, each person once."""
        ids = [p.speaker_id for p in (problem, *self.merged_into(problem.id))]
        people = (self.participant(who) for who in dict.fromkeys(ids))
        return tuple(who for who in people if who is not None)

    def in_theme(self, theme_id: str | None) -> tuple[Problem, ...]:
        """Return the listed problems of a theme in their order; None: those without a theme."""
        return tuple(self._by_theme.get(theme_id, ()))

    @cached_property
    def _by_theme(self) -> dict[str | None, list[Problem]]:
        placed = sorted(self.listed, key=lambda one: (not one.theme_position, one.theme_position))
        return grouped(placed, lambda one: one.theme_id)

    def cards_of(self, problem_id: str) -> tuple[PlayedCard, ...]:
        """Return the cards played for a problem and those merged into it, in order of play.

        A catalogue entry that was played for several of them is returned once.
        """
        ids = self.merging.group_ids(problem_id)
        played = [card for one in ids for card in self._cards_by_problem.get(one, ())]
        if len(ids) > 1:
            played.sort(key=lambda numbered: numbered[0])
        found: dict[str, PlayedCard] = {}
        for _, card in played:
            found.setdefault(card.catalogue_id or card.id, card)
        return tuple(found.values())

    @cached_property
    def _cards_by_problem(self) -> dict[str, list[tuple[int, PlayedCard]]]:
        """The cards of each problem with their positions among all cards."""
        return grouped(enumerate(self.cards), lambda numbered: numbered[1].problem_id)

    def outcomes_of(self, problem: Problem) -> tuple[OutcomeKind, ...]:
        """Return the outcomes of a problem; *open* if no card was played."""
        whole = self.problem(problem.id) or problem
        return outcomes_of(whole.not_ours_reason, self.cards_of(problem.id))

    def is_open(self, problem: Problem) -> bool:
        """Return whether a problem has no outcome: no card, no request, and not *not ours*."""
        whole = self._by_id.get(problem.id, problem)
        return not whole.not_ours_reason and problem.id not in self._with_card

    @cached_property
    def _with_card(self) -> frozenset[str]:
        """The ids of the problems with a card of their own or of one merged into them."""
        return self.merging.with_any(self._cards_by_problem)

    def actions_of(self, problem_id: str) -> tuple[Action, ...]:
        """Return the actions for a problem and those merged into it, in order."""
        ids = self.merging.group_ids(problem_id)
        return tuple(action for action in self.actions if action.problem_id in ids)

    def searches_of(self, problem_id: str) -> tuple[SavedSearch, ...]:
        """Return the searches for a problem and those merged into it, in order."""
        ids = self.merging.group_ids(problem_id)
        return tuple(search for search in self.searches if search.problem_id in ids)

    def request_of(self, problem_id: str) -> Request | None:
        """Return the request of a problem, else of one merged into it, or None."""
        ids = self.merging.group_ids(problem_id)
        return next(filter(None, map(self._requests_by_problem.get, ids)), None)

    def gap_of(self, problem: Problem) -> str:
        """Return the id of the known gap that was stated for a problem, or empty."""
        group = (problem, *self.merged_into(problem.id))
        return next((each.gap_id for each in group if each.gap_id), "")

    @cached_property
    def _requests_by_problem(self) -> dict[str, Request]:
        return {request.problem_id: request for request in self.requests}

    def appraisal_of(self, problem_id: str) -> Appraisal | None:
        """Return the appraisal of a problem, or None while there is none.

        A merged group has one appraisal: that of its root, else the first one of the others.
        """
        ids = self.merging.group_ids(self.merging.root_ids.get(problem_id, problem_id))
        return next(filter(None, map(self._appraisals_by_problem.get, ids)), None)

    @cached_property
    def _appraisals_by_problem(self) -> dict[str, Appraisal]:
        return {appraisal.problem_id: appraisal for appraisal in self.appraisals}

    def news_of(self, request: Request) -> tuple[RequestNews, ...]:
        """Return the news of a request in order; the last one determines its state."""
        return self._news_by_request.get(request.id, ())

    @cached_property
    def _news_by_request(self) -> dict[str, tuple[RequestNews, ...]]:
        found = grouped(in_order(self.news), lambda each: each.request_id)
        return {request_id: tuple(news) for request_id, news in found.items()}

    def state_of_request(self, request: Request) -> RequestState:
        """Return the state of a request according to its news."""
        return state_of(self.news_of(request))

    def whole(self, problem: Problem) -> Problem:
        """Return the problem that represents the group of `problem`."""
        return self.root_of(problem.id) or problem
