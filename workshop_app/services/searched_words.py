"""The words by which answers were found, of all workshops, as one text that is quick to scan."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from workshop_app.search.terms import Term, fold

_BETWEEN = re.compile(r"[^\w\n]+|_")


class SearchedWords:
    """A line a card: cutting thousands of short texts into words would take a hundred times."""

    def __init__(self, cards: Iterable[tuple[str, str]]) -> None:
        """Take each card's id and the words that led to it."""
        self.cards: list[str] = []
        lines = []
        for card_id, words in cards:
            self.cards.append(card_id)
            lines.append(" ".join(words.split()))
        folded = _BETWEEN.sub(" ", fold("\n".join(lines))).replace("\n", "\n ")
        self._text = " " + folded
        self._ends = [place for place, sign in enumerate(self._text) if sign == "\n"]

    def holding(self, term: Term) -> frozenset[int]:
        """Return the numbers in `cards` of those that hold a word; a Latin one by its beginning."""
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
