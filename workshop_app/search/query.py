"""A query cut into the words that say something, each with its place in what was typed."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from workshop_app.domain.words import index_words

MOST_WORDS = 100
"""Index words of a query that are looked up; a longer text is told by its beginning."""

# A mark belongs to the letter before it: only together do they fold into one.
_CHARACTER = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
_RUN = re.compile(r"[a-z0-9]+|[\u3041-\u309f]+|(?:(?![a-z\u3041-\u309f])[^\W\d_])+")
_LATIN = re.compile(r"[a-z0-9]+")
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_KATAKANA = re.compile("[\u30a1-\u30ff]+")
_STOP = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "cannot", "do", "does", "for",
    "from", "get", "has", "have", "how", "i", "if", "in", "is", "it", "my", "not", "of", "on",
    "or", "our", "so", "that", "the", "their", "there", "they", "this", "to", "us", "want", "was",
    "we", "what", "when", "where", "which", "will", "with", "would", "you", "your",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the index that a query asks for, and where it stands in the folded query."""

    text: str
    start: int
    end: int
    open_ended: bool = False
    """A lone character stands for every word that begins with it."""


class Query:
    """What was typed, folded for the search, with a way back to how it was typed."""

    def __init__(self, text: str) -> None:
        self._pieces = _CHARACTER.findall(text)
        folded = [unicodedata.normalize("NFKC", piece).casefold() for piece in self._pieces]
        self._owner = [number for number, piece in enumerate(folded) for _ in piece]
        self._folded = "".join(folded)
        self.words = _telling([w for run in _RUN.finditer(self._folded) for w in _words(run)])

    def typed(self, matched: list[QueryWord]) -> tuple[str, ...]:
        """Return the parts of the query that `matched` covers, as they were typed, each once."""
        covered = [False] * len(self._folded)
        for word in matched:
            covered[word.start : word.end] = [True] * (word.end - word.start)
        for run in _KATAKANA.finditer(self._folded):
            if not all(covered[run.start() : run.end()]):  # part of a foreign word is no word
                covered[run.start() : run.end()] = [False] * len(run[0])
        lone = {word.start for word in matched if word.end - word.start == 1}
        parts = []
        for is_covered, group in groupby(range(len(covered)), key=lambda place: covered[place]):
            places = list(group)
            if is_covered and (len(places) > 1 or places[0] in lone):
                parts.append(self._as_typed(places[0], places[-1]))
        return tuple(dict.fromkeys(parts))

    def _as_typed(self, first: int, last: int) -> str:
        return "".join(self._pieces[self._owner[first] : self._owner[last] + 1])


def _telling(words: list[QueryWord]) -> list[QueryWord]:
    """Leave out endings, particles and stop words, unless the query has nothing else."""
    telling = [w for w in words if w.text not in _STOP and not _HIRAGANA.fullmatch(w.text)]
    return (telling or words)[:MOST_WORDS]


def _words(run: re.Match[str]) -> list[QueryWord]:
    """Return the words under which the index holds a run: itself, or its pairs of characters."""
    words = index_words(run[0])
    length = len(run[0]) if _LATIN.fullmatch(run[0]) or len(run[0]) == 1 else 2
    lone = len(run[0]) == 1 and not _LATIN.fullmatch(run[0])
    return [
        QueryWord(word, run.start() + place, run.start() + place + length, lone)
        for place, word in enumerate(words)
    ]
