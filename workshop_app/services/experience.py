"""What earlier workshops tell: which answers were chosen for problems in similar words."""

from collections.abc import Callable, Iterable

from workshop_app.domain.errors import StoreError
from workshop_app.search.similarity import COMMON, distinctive_words, similar_texts, word_weight
from workshop_app.search.terms import Term
from workshop_app.services.answers import EarlierChoices
from workshop_app.services.searched_words import SearchedWords
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_CATALOGUE = 1_500
"""How many problems the catalogue's sentences stand for when a word's rarity is told."""
_MOST_FOUND = 200


class Experience:
    """Recalls the answers chosen in all workshops of a store but the open one and samples.

    A problem is similar when it holds half of what the query's rare words weigh. Common words
    weigh nothing: those in one of twenty problems and sentences of the catalogue. The words by
    which an answer was found back then count like the problem's own. What is found leaves here as
    numbers and days alone; no word and no name of another workshop does.

    The store is asked for a word once, until another workshop is opened: what is written
    meanwhile belongs to the open one. Which answers were chosen is asked anew each time.
    """

    def __init__(self, session: Callable[[], Session]) -> None:
        self._session = session
        self._opened: tuple[Session, int] | None = None
        self._as_of: tuple[Store, int] | None = None
        self._keys: dict[str, frozenset[int]] = {}
        self._cards: dict[str, frozenset[int]] = {}
        self._searched: SearchedWords | None = None

    def recall(
        self, text: str, share: Callable[[str], float], today_id: Callable[[str], str]
    ) -> dict[str, EarlierChoices]:
        """Return by catalogue id how often it was chosen for problems like `text`.

        `share` tells how common a word is by itself (0 to 1), and `today_id` under which id an
        answer goes in today's edition. A store that cannot be read tells nothing.
        """
        session = self._session()
        try:
            problems, cards = self._alike(session, distinctive_words(text), share)
            if not problems and not cards:
                return {}
            rows = session.store.chosen_rows(problems, cards, session.workshop_id)
        except StoreError:
            return {}
        return _counted((today_id(answer), problem, day) for answer, problem, day in rows)

    def _forget_if_left(self, session: Session) -> None:
        opened = (session, session.openings)
        if opened == self._opened:
            return
        self._opened = opened
        written = (session.store, session.store.writes)
        if written != self._as_of:
            self._keys = {}
            self._cards = {}
            self._searched = None
            self._as_of = written

    def _alike(
        self, session: Session, words: dict[str, Term], share: Callable[[str], float]
    ) -> tuple[list[int], list[str]]:
        """Return the index keys of similar problems, and the cards found by similar words."""
        store = session.store
        texts = store.last_problem_key() + _CATALOGUE
        self._forget_if_left(session)
        problems: list[tuple[frozenset[int], float]] = []
        searched: list[tuple[frozenset[int], float]] = []
        for word, term in words.items():
            keys = self._problems_with(store, term, int(texts * COMMON) + 1)
            weighs = word_weight(term, (len(keys) + share(word) * _CATALOGUE) / texts)
            if weighs > 0:
                problems.append((keys, weighs))
                searched.append((self._cards_with(store, term), weighs))
        cards = self._searched.cards if self._searched else []
        return similar_texts(problems, _MOST_FOUND), [
            cards[n] for n in similar_texts(searched, _MOST_FOUND)
        ]

    def _problems_with(self, store: Store, term: Term, most: int) -> frozenset[int]:
        if term.text not in self._keys:
            begins = term.text.isascii() or term.open_ended
            expression = f'"{term.text}"' + "*" * begins
            self._keys[term.text] = store.problem_keys(expression, most)
        return self._keys[term.text]

    def _cards_with(self, store: Store, term: Term) -> frozenset[int]:
        if self._searched is None:
            self._searched = SearchedWords(store.searched_words())
        if term.text not in self._cards:
            self._cards[term.text] = self._searched.holding(term)
        return self._cards[term.text]


def _counted(choices: Iterable[tuple[str, str, str]]) -> dict[str, EarlierChoices]:
    """Count the problems of each answer; one problem counts once."""
    problems: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    for answer, problem, day in choices:
        problems.setdefault(answer, set()).add(problem)
        last[answer] = max(last.get(answer, ""), day)
    return {answer: EarlierChoices(len(problems[answer]), last[answer]) for answer in problems}
