"""The matched words of a search, as shown to the room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workshop_app.search.common_words import is_scene_word

Span = tuple[int, int]
"""Start and end of a word in a text, as in a slice."""
_MOST = 4
_STOP_WORDS = """
about after again all also am an and any are as at be because been before but by can cannot could
did do does doing down each even every few for from get gets go had has have he her here him his
how if in into is it its just know known like made make many may me more most much must my need
needs no nor not nothing now of off on once one only or other our out over own run runs same see
seen she so some still such take than that the their them then there these they this those to too
two under until up us use used uses very want wants was way we were what when where which while who
why will with without would you your anybody anyone anything everybody everyone everything nobody
somebody someone something ある いる したい する たい できない とき ない なる ほしい 欲しい
"""
_IGNORED = frozenset(_STOP_WORDS.split())
_LATIN = re.compile(r"[A-Za-z0-9]+")
_ENDING = 3
"""Maximum number of letters that are removed from the end of an English word to inflect it."""
_ENDINGS = "(?:s|es|d|ed|ing|ings|e|er|ers|y|ies|ied|ily)?"
"""The endings of inflected English words."""
_STEM = 4
_PAIR = 2
_CUT = re.compile(
    "(?:[一-龠々][ぁ-ん]*(?![うくぐすつぬぶむるい])[ぁ-ん]|[一-龠々][ぁ-ん]+[一-龠々])$"
)
"""Matches a Japanese word cut off within a verb, such as 止ま of 止まる."""


def shown_words(matched: Sequence[str], most: int = _MOST) -> tuple[str, ...]:
    """Return at most ``most`` of the distinct matched words, in order.

    Single characters, numbers and stop words are omitted, since they find nothing on their own.
    """
    found: dict[str, str] = {}
    for word in filter(_is_shown, matched):
        found.setdefault(word.casefold(), word)
    return tuple(found.values())[:most]


def whole_words(matched: Sequence[str]) -> tuple[str, ...]:
    """Return the shown words without those that say little or are cut off within a verb.

    If there are no others, these are shown.
    """
    words = [word for word in matched if not _CUT.search(word) and not is_scene_word(word)]
    return shown_words(words) or shown_words(matched)


def spans_in(text: str, matched: Sequence[str]) -> tuple[Span, ...]:
    """Return where ``text`` contains the shown words of ``matched``, or inflected forms of them."""
    lower = text.lower()
    if len(lower) != len(text):  # some capitals become two letters in lower case
        lower = text
    marked = [False] * len(text)
    for word in shown_words(matched, len(matched)):
        for first, last in _found(lower, word.lower()):
            marked[first:last] = [True] * (last - first)
    return tuple(_runs(marked))


def _found(text: str, word: str) -> list[Span]:
    """Return where a text contains a word, or else the longest prefix with the same meaning."""
    latin = _LATIN.fullmatch(word) is not None
    shortest = min(len(word), max(_STEM, len(word) - _ENDING) if latin else _PAIR)
    for length in range(len(word), shortest - 1, -1):
        start = word[:length]
        if start not in text:  # avoids compiling most expressions
            continue
        if length < len(word) and (start[-1].isspace() or not _is_shown(start)):
            continue
        # the last consonant may be doubled, as in "stopped"
        inflected = f"{start}{start[-1]}?{_ENDINGS}" if latin else re.escape(start)
        before = "(?<![a-z0-9])" if _LATIN.match(start) else ""
        after = "(?![a-z0-9])" if _LATIN.match(start[-1]) else ""
        pattern = before + inflected + after
        if found := [match.span() for match in re.finditer(pattern, text)]:
            return found
    return []


def _runs(marked: Sequence[bool]) -> Iterator[Span]:
    first: int | None = None
    for index, on in enumerate((*marked, False)):
        if on and first is None:
            first = index
        elif not on and first is not None:
            yield first, index
            first = None


def _is_shown(word: str) -> bool:
    if len(word) < 2 or word.isdigit():
        return False
    return not all(part in _IGNORED for part in word.casefold().split())
