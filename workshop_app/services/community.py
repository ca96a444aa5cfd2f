"""What all contacts with all customers hold for the community: for the facilitator only."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from workshop_app.domain.action import Action
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.facts.outcomes import main_promise
from workshop_app.domain.facts.people import people_facts
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.text import match_key
from workshop_app.domain.workshop import Customer, Participant
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers
from workshop_app.services.known_people import age
from workshop_app.services.promise_words import promise_words
from workshop_app.services.request_board import own_or_sample
from workshop_app.services.session import Session
from workshop_app.services.snapshot import load_alone

PARTS = ("pointers", "candidates", "searched", "given_up")
_OFTEN = 2
"""Whoever came so often, and did an action, is a candidate without a mark."""


class CommunityLine(NamedTuple):
    """One line of a part, in words; `contact` is the id of the workshop that it leads to."""

    part: str
    id: str
    text: str
    said: str = ""
    customer: str = ""
    day: str = ""
    """ISO, or empty."""
    contact: str = ""
    marked: bool | None = None
    """Whether a pointer is in the papers of the open workshop, or a person has the mark."""


class Community:
    """Reads the lines from the records; nothing of them is stored elsewhere."""

    def __init__(self, session: Session, answers: Answers, words: Texts, today: str) -> None:
        self._session = session
        self._store = session.store
        self._answers = answers
        self._words = words
        self._today = today
        self._workshops = own_or_sample(session)
        self._customers = {each.id: each.name for each in self._store.all(Customer)}
        self._state_of = cache(partial(load_alone, self._store))

    def lines(self) -> tuple[CommunityLine, ...]:
        """Return all lines, part by part; raises StoreError."""
        return (*self._pointers(), *self._candidates(), *self._searched(), *self._given_up())

    def _pointers(self) -> Iterator[CommunityLine]:
        """Yield the pointers of the open workshop, and other ones that are not over, by day.

        Of each that several workshops know, it is the one whose papers are to come or are newest.
        """
        state = self._session.state
        own = state.pointers if state is not None else ()
        others = [each for each in self._store.all(Pointer) if each.workshop_id in self._workshops]
        others.sort(key=self._written, reverse=True)
        found = {each.shared_id: each for each in reversed((*own, *others))}
        shown = (one for one in found.values() if one in own or not "" < one.date < self._today)
        opened = self._session.workshop_id
        for each in sorted(shown, key=lambda each: each.date):
            chosen = each.workshop_id == opened and each.chosen if opened else None
            language = self._words(f"community.in.{each.language}")
            said = f"{each.address}  {language}".strip()
            yield CommunityLine(PARTS[0], each.id, each.title, said, day=each.date, marked=chosen)

    def _written(self, pointer: Pointer) -> str:
        """Return when the papers with a pointer were written; those to come are the latest."""
        return self._workshops[pointer.workshop_id].exported_at or "~"

    def _candidates(self) -> Iterator[CommunityLine]:
        """Yield those who have the mark, and those who came often and did something."""
        store, words = self._store, self._words
        acted = store.some(Action, None, "done", ["1"])
        owners = [each.owner_id for each in acted if each.owner_id]
        found = (
            *store.some(Participant, None, "ambassador", ["1"]),
            *store.some(Participant, None, "id", owners),
        )
        people = {who.person_id or who.id for who in found if who.workshop_id in self._workshops}
        met = [who for who in store.all(Participant) if (who.person_id or who.id) in people]
        met = [who for who in met if who.workshop_id in self._workshops]
        met.sort(key=lambda who: age(self._workshops[who.workshop_id]))
        problems = store.some(Problem, None, "speaker_id", [who.id for who in met])
        facts = people_facts(met, problems, acted)
        ranked = sorted(
            facts,
            key=lambda each: (each.who.ambassador, each.actions, each.problems, each.contacts),
            reverse=True,
        )
        for each in ranked:
            who = each.who
            if not who.ambassador and (each.contacts < _OFTEN or not each.actions):
                continue
            said = (
                words("customer.contacts", n=each.contacts),
                words("customer.problems", n=each.problems),
                words("community.actions", n=each.actions),
                who.thanks,
            )
            name = "  ".join(filter(None, (words.addressed(who), who.team)))
            yield self._line(PARTS[1], who, name, said)._replace(marked=who.ambassador)

    def _searched(self) -> Iterator[CommunityLine]:
        """Yield the words for which no answer was opened anywhere, those of most contacts first."""
        store = self._store
        searches = [each for each in store.all(SavedSearch) if each.workshop_id in self._workshops]
        there = store.which_exist(Problem, [each.problem_id for each in searches])
        lost: dict[str, list[SavedSearch]] = defaultdict(list)
        for each in searches:
            if each.problem_id in there:
                lost[match_key(each.words)].append(each)
        found = [each for each in lost.values() if not any(one.looked_at for one in each)]
        numbered = [(len({each.workshop_id for each in ones}), ones) for ones in found]
        for n, ones in sorted(numbered, key=lambda each: each[0], reverse=True):
            last = max(ones, key=lambda each: age(self._workshops[each.workshop_id]))
            said = (self._words("customer.contacts", n=n),)
            yield self._line(PARTS[2], last, last.words, said)

    def _given_up(self) -> Iterator[CommunityLine]:
        """Yield the features that are not used any more, with what became of each."""
        given_up = self._store.some(ContextAnswer, None, "mark", [AnswerMark.GIVEN_UP.value])
        mine = [each for each in given_up if each.workshop_id in self._workshops]
        mine.sort(key=lambda each: age(self._workshops[each.workshop_id]), reverse=True)
        made = self._store.some(Problem, None, "answer_id", [each.id for each in mine])
        problems = {each.answer_id: each for each in made if each.merged_into is None}
        for each in mine:
            yield self._line(PARTS[3], each, each.text, (self._revived(problems.get(each.id)),))

    def _revived(self, problem: Problem | None) -> str:
        """Return what solves the problem made of an answer, or else what became of it."""
        words = self._words
        if problem is None:
            return words("customer.no_problem")
        problem = self._latest(problem)
        state = self._state_of(problem.workshop_id)
        solved = [
            entry.text(words.language).name if entry is not None else card.title
            for card in state.cards_of(problem.id)
            if card.outcome is OutcomeKind.SOLUTION
            for entry in (self._answers.chosen(card),)
        ]
        if solved:
            return words("community.revived", names=words("widgets.problem_side.and").join(solved))
        promise = main_promise(state, problem)
        return promise_words(words, state, promise, Reader.FACILITATOR, problem)

    def _latest(self, problem: Problem) -> Problem:
        """Return the problem where it was taken over last."""
        seen = {problem.id}
        while True:
            later = self._store.some(Problem, None, "origin_id", [problem.id])
            new = [each for each in later if each.id not in seen]
            if not new:
                return problem
            problem = new[-1]
            seen.add(problem.id)

    def _line(
        self,
        part: str,
        record: Participant | SavedSearch | ContextAnswer,
        text: str,
        said: tuple[str, ...],
    ) -> CommunityLine:
        workshop = self._workshops[record.workshop_id]
        return CommunityLine(
            part,
            record.id,
            text,
            "  ".join(filter(None, said)),
            self._customers.get(workshop.customer_id, ""),
            workshop.date or workshop.created_at[:10],
            workshop.id,
        )
