"""Which answers were chosen in earlier workshops for problems with similar words."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from workshop_app.domain.errors import StoreError
from workshop_app.search.similarity import COMMON, distinctive_words, similar_texts, word_weight
from workshop_app.search.terms import Term, fold
from workshop_app.services.answers import EarlierChoices
from workshop_app.services.session import Session
from workshop_app.store import experience
from workshop_app.store.store import Store

_CATALOGUE = 1_500
"""The weight of the catalogue's sentences in the rarity of a word, as a number of problems."""
_MOST_FOUND = 200


class Experience:
    """Finds the answers chosen in all workshops of a store except the open one and samples.

    A problem is similar if it contains half of the weight of the query's rare words. Words in more
    than one of twenty problems and catalogue sentences have no weight. The words by which an answer
    was found count as words of its problem. Only numbers and dates are returned, no words and names
    of other workshops.

    The results for a word are cached until another workshop is opened, since until then only the
    open one is changed. The chosen answers are not cached.
    """

    def __init__(self, session: Callable[[], Session]) -> None:
        self._session = session
        self._opened: tuple[Session, int] | None = None
        self._written: tuple[Store, int] | None = None
        self._keys: dict[str, frozenset[int]] = {}
        self._cards: dict[str, frozenset[int]] = {}
        self._searched: SearchedWords | None = None
        self._weighed_for: tuple[int, Callable[[str], float]] | None = None
        self._weights: dict[tuple[str, int, bool], float] = {}
        """The weights of words, by text, run and open end: most stay the same while one types."""

    def recall(
        self, text: str, share: Callable[[str], float], canonical_id: Callable[[str], str]
    ) -> dict[str, EarlierChoices]:
        """Return by catalogue id how often it was chosen for problems like `text`.

        `share` returns how common a word is in the catalogues (0 to 1), `canonical_id` the current
        id of an answer. The result is empty if the store cannot be read.
        """
        session = self._session()
        try:
            problems, cards = self._alike(session, distinctive_words(text), share)
            if not problems and not cards:
                return {}
            rows = session.store.read(experience.chosen_rows, problems, cards, session.workshop_id)
        except StoreError:
            return {}
        return _counted((canonical_id(answer), problem, day) for answer, problem, day in rows)

    def _clear_if_reopened(self, session: Session) -> None:
        opened = (session, session.openings)
        if opened == self._opened:
            return
        self._opened = opened
        written = (session.store, session.store.writes)
        if written != self._written:
            self._keys = {}
            self._cards = {}
            self._weighed_for = None
            self._searched = None
            self._written = written

    def _alike(
        self, session: Session, words: dict[str, Term], share: Callable[[str], float]
    ) -> tuple[list[int], list[str]]:
        """Return the index keys of similar problems, and the cards found by similar words."""
        store = session.store
        texts = store.read(experience.last_key) + _CATALOGUE
        self._clear_if_reopened(session)
        problems: list[tuple[frozenset[int], float]] = []
        searched: list[tuple[frozenset[int], float]] = []
        if self._weighed_for != (texts, share):
            self._weighed_for = (texts, share)
            self._weights = {}
        for word, term in words.items():
            most = int(texts * COMMON) + 1
            keys = self._keys.get(word)
            if keys is None:
                keys = self._problems_with(store, term, most)
            known = (word, term.run, term.open_ended)
            weighs = self._weights.get(known)
            if weighs is None:
                weighs = word_weight(term, (len(keys) + share(word) * _CATALOGUE) / texts)
                self._weights[known] = weighs
            if weighs > 0:
                problems.append((keys, weighs))
                found = self._cards.get(word)
                searched.append((self._cards_with(store, term) if found is None else found, weighs))
        cards = self._searched.cards if self._searched else []
        return similar_texts(problems, _MOST_FOUND), [
            cards[n] for n in similar_texts(searched, _MOST_FOUND)
        ]

    def _problems_with(self, store: Store, term: Term, most: int) -> frozenset[int]:
        begins = term.text.isascii() or term.open_ended
        expression = f'"{term.text}"' + "*" * begins
        found = self._keys[term.text] = store.read(experience.keys_holding, expression, most)
        return found

    def _cards_with(self, store: Store, term: Term) -> frozenset[int]:
        if self._searched is None:
            self._searched = SearchedWords(store.read(experience.searched_words))
        found = self._cards[term.text] = self._searched.holding(term)
        return found


def _counted(choices: Iterable[tuple[str, str, str]]) -> dict[str, EarlierChoices]:
    """Return the number of problems for each answer; a problem counts once per answer."""
    problems: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    for answer, problem, day in choices:
        problems.setdefault(answer, set()).add(problem)
        last[answer] = max(last.get(answer, ""), day)
    return {answer: EarlierChoices(len(problems[answer]), last[answer]) for answer in problems}


_BETWEEN = re.compile(r"[^\w\n]+|_")


class SearchedWords:
    """The search words of all cards as one text, one line per card, for fast scanning.

    Splitting thousands of short texts into words would take a hundred times as long.
    """

    def __init__(self, cards: Iterable[tuple[str, str]]) -> None:
        """Build the text from the ids of cards and the words by which they were found."""
        self.cards: list[str] = []
        lines = []
        for card_id, words in cards:
            self.cards.append(card_id)
            lines.append(" ".join(words.split()))
        folded = _BETWEEN.sub(" ", fold("\n".join(lines))).replace("\n", "\n ")
        self._text = " " + folded
        self._ends = [place for place, sign in enumerate(self._text) if sign == "\n"]

    def holding(self, term: Term) -> frozenset[int]:
        """Return the indices in `cards` of those with a word; a Latin word matches as a prefix."""
        sought = f" {term.text}" if term.text.isascii() else term.text
        found = []
        place = self._text.find(sought)
        while place >= 0:
            line = bisect_right(self._ends, place)
            found.append(line)
            if line == len(self._ends):
                break
            place = self._text.find(sought, self._ends[line])
        return frozenset(found)
