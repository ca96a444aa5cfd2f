"""Which problems may be the same, and which may be a theme: by similar words, as a suggestion.

Nothing here knows what words mean. Rare words weigh more than those that many problems share.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workshop_app.domain.words import index_words

LIKENESS = 0.42
"""Share of the words' weight that two texts must have in common."""
_LEAST_IN_COMMON = 3
_LEAST_OF_THEME = 3
_MOST_OF_THEME = 0.5  # of all problems: a word of more of them tells nothing apart
_TOO_COMMON = 40  # problems with one word: comparing them all would take long and say little
_TERM = re.compile(r"[a-z][a-z0-9+#.-]+|[ァ-ヺー]{2,}|[一-龠々]{2,}")
_KATAKANA = re.compile("[ァ-ヺー]{2,}")
_NO_TERMS = frozenset(
    """
    all an and any are as at be but by can cannot could do does each every for from has have how if
    in into is it its many more most much my no nobody not of on once one only or our out so takes
    than that the them then there they this to too us was we what when where which who why will with
    without would you your
    """.split()  # noqa: SIM905 - read as a paragraph
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two problems that may be the same, by id; `likeness` is 0 to 1."""

    first: str
    second: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Group:
    """Problems that have a term in common, which may be a theme's name."""

    term: str
    ids: tuple[str, ...]


def alike_pairs(texts: Mapping[str, str]) -> tuple[Pair, ...]:
    """Return the pairs of `texts` (wording by id) that may say the same, the most alike first."""
    words = {key: frozenset(_words_of(text)) for key, text in texts.items()}
    known = Counter(word for each in words.values() for word in each)
    weight = {word: math.log(1 + len(words) / times) for word, times in known.items()}
    having = defaultdict(list)
    for key, each in words.items():
        for word in each:
            having[word].append(key)
    near: Counter[tuple[str, str]] = Counter()
    for keys in having.values():
        if len(keys) <= _TOO_COMMON:
            near.update(combinations(keys, 2))
    whole = {key: sum(weight[word] for word in each) for key, each in words.items()}
    pairs = []
    for (one, other), times in near.items():
        if times >= _LEAST_IN_COMMON or words[one] == words[other]:
            common = sum(weight[word] for word in words[one] & words[other])
            likeness = 2 * common / (whole[one] + whole[other])
            if likeness >= LIKENESS:
                pairs.append(Pair(one, other, likeness))
    return tuple(sorted(pairs, key=lambda pair: -pair.likeness))


def theme_groups(texts: Mapping[str, str]) -> tuple[Group, ...]:
    """Return terms that several of `texts` (wording by id) share, those with most first.

    Of terms of the same problems only the longest is told.
    """
    having: dict[str, list[str]] = defaultdict(list)
    for key, text in texts.items():
        for term in dict.fromkeys(terms_of(text)):
            having[term].append(key)
    most = max(_LEAST_OF_THEME, len(texts) * _MOST_OF_THEME)
    longest: dict[tuple[str, ...], str] = {}
    for term, keys in having.items():
        ids = tuple(keys)
        if _LEAST_OF_THEME <= len(ids) <= most and len(term) > len(longest.get(ids, "")):
            longest[ids] = term
    groups = [Group(_as_written(term, texts[ids[0]]), ids) for ids, term in longest.items()]
    return tuple(sorted(groups, key=lambda group: (-len(group.ids), -len(group.term))))


def _words_of(text: str) -> list[str]:
    """Return the words of a text; one in katakana is one, so that it alone makes no two alike."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _KATAKANA.findall(folded) + index_words(_KATAKANA.sub(" ", folded))


def _as_written(term: str, text: str) -> str:
    """Return a term with its capital letters."""
    found = re.search(re.escape(term), unicodedata.normalize("NFKC", text), re.IGNORECASE)
    return found.group() if found else term


def terms_of(text: str) -> Sequence[str]:
    """Return what may name a theme: runs of katakana or of kanji, and Latin words."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    found = (term.rstrip(".-") for term in _TERM.findall(folded))
    return [term for term in found if len(term) > 1 and term not in _NO_TERMS]
