"""The subjects of documents, and whether a query mentions them.

Everyday words ("it is slow, but nobody knows why") match an entry about one product as well as a
general one, but users who need the former nearly always name the product. A gap is only stated if
its subject is mentioned, since the words of a trouble alone do not tell what is wished for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from workshop_app.search.common_words import is_common_word, is_scene_word
from workshop_app.search.similarity import distinctive_words
from workshop_app.search.stems import stem
from workshop_app.search.synonyms import generic_words, other_matters, synonym_classes
from workshop_app.search.terms import fold, meanings, terms

_LATIN = re.compile("[a-z0-9]+")
_PIECE = re.compile(r"[a-z0-9]+|[^\x00-\x7f\s\u3000-\u3004\u3008-\u301f\u30fb]+")
"""A word in Latin letters, or a run of Japanese characters without punctuation."""
_FEW = 2
"""With more generic words than these a term may mention a subject."""
_LONG_VOWEL = re.compile("(?<=[\u30a1-\u30fa\u30fc]{3})ー(?![\u30a1-\u30fc])")


class Subjects:
    """The subjects of the documents, in order: words, one of which a query about it contains."""

    def __init__(self, subjects: Iterable[Sequence[str]]) -> None:
        self._narrow: set[int] = set()
        self._by_term: defaultdict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
        for number, words in enumerate(subjects):
            for word in words:
                parts = _parts(fold(word))
                self._by_term[min(parts)].append((parts, number))
                self._narrow.add(number)

    def not_said(self, folded: str) -> set[int]:
        """Return the numbers of the documents whose subject a folded query does not mention."""
        said = _parts(folded)
        named = {n for term in said for parts, n in self._by_term.get(term, ()) if parts <= said}
        return self._narrow - named


def _parts(folded: str) -> frozenset[str]:
    return frozenset([term.text for term in terms(folded)])


def is_mentioned(subject: Iterable[str], folded: str) -> bool:
    """Return whether a folded text contains all words of one of the terms of `subject`.

    A word is also contained if another word of an exact class of synonyms is. Terms of one or two
    generic words do not count.
    """
    said = _said(folded)
    for term in subject:
        if not is_generic(term) and all(
            any(_is_said(spelling, said) for spelling in spellings)
            for spellings in _spellings(term)
        ):
            return True
    return False


def is_elsewhere(folded: str, found: Iterable[Iterable[str]], *, is_weak: bool) -> bool:
    """Return whether a folded text is about something that no monitoring knows of.

    If it has no word of monitoring, it is if it says another matter, or if what was found `is_weak`
    and the text mentions none of the subjects `found`.
    """
    said = _said(folded)
    everyday, matters = _other_matters()
    topics = {term.text for term in meanings(folded)}
    if topics - everyday or any(_is_said(word, said) for word in _generic()):
        return False
    if any(all(_is_said(piece, said) for piece in matter) for matter in matters):
        return True
    return is_weak and not any(is_mentioned(each, folded) for each in found)


@lru_cache(maxsize=4096)
def matter_of(text: str) -> frozenset[str]:
    """Return the words and synonym classes that tell what a text is about; not everyday ones."""
    words = [
        word
        for word, term in distinctive_words(text).items()
        if not (term.open_ended or is_common_word(word) or is_scene_word(word))
    ]
    return frozenset(words) | {term.text for term in meanings(fold(text))} - _other_matters()[0]


def _is_said(spelling: str, said: tuple[str, str]) -> bool:
    return spelling in said[spelling[0] == " "]


@lru_cache(maxsize=20_000)
def is_generic(term: str) -> bool:
    """Return whether a term consists of one or two generic words, which mention no subject."""
    generic = _generic()
    pieces = _pieces(fold(term))
    return len(pieces) <= _FEW and all(piece in generic for piece in pieces)


@lru_cache(maxsize=20_000)
def _spellings(term: str) -> list[tuple[str, ...]]:
    """Return for each word of a term what a text with it contains, in the form of `_said`."""
    others = _exact()
    return [others.get(piece, (piece,)) for piece in _pieces(fold(term))]


def _pieces(folded: str) -> list[str]:
    """Return the words of a folded term: Latin ones as stems between spaces, Japanese runs."""
    pieces = _PIECE.findall(folded)
    return [f" {stem(each)} " if each.isascii() else _shortened(each) for each in pieces]


@lru_cache(maxsize=64)
def _said(folded: str) -> tuple[str, str]:
    """Return a folded text for looking up Japanese words, and its Latin words as stems."""
    latin = " ".join(map(stem, _LATIN.findall(folded)))
    return _shortened(folded), f" {latin} "


def _shortened(folded: str) -> str:
    """Return a folded text without final long vowel marks: サーバー and サーバ are equal."""
    return _LONG_VOWEL.sub("", folded)


@cache
def _generic() -> frozenset[str]:
    return frozenset(piece for word in generic_words() for piece in _pieces(fold(word)))


@cache
def _other_matters() -> tuple[frozenset[str], list[list[str]]]:
    """Return the everyday topics, and the pieces of each other matter."""
    everyday, *matters = other_matters()
    words = " ".join(matters).split()
    topics = frozenset(f"={name}" for name in everyday.split())
    return topics, [_pieces(fold(each.replace("_", " "))) for each in words]


@cache
def _exact() -> dict[str, tuple[str, ...]]:
    """Return the spellings that may replace a word, by the word."""
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for group in synonym_classes():
        if group.exact:
            spelled = [_phrase(word) for word in group.words]
            for word in spelled:
                classes[word] += spelled
    return {word: tuple(dict.fromkeys(spelled)) for word, spelled in classes.items()}


def _phrase(word: str) -> str:
    folded = fold(word)
    if folded.isascii():
        return " " + " ".join(map(stem, folded.split("_"))) + " "
    return _shortened(folded)
