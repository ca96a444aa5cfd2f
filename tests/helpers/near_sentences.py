"""Finds sentences that are nearly equal: with one word replaced, or an additional word."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from workshop_app.domain.text import match_key

_LETTERS = {"ja": 2, "en": 3}
_NAME = re.compile(r"[a-z0-9][a-z0-9._/+-]*|[ァ-ヺー]{2,}")
_WORD = re.compile(r"[a-z0-9'._/+-]+")


def shingles(sentence: str, language: str) -> frozenset[str]:
    """Return the n-grams of a sentence, ignoring spaces and case."""
    key = match_key(sentence)
    size = _LETTERS[language]
    return frozenset(key[i : i + size] for i in range(max(1, len(key) - size + 1)))


def near_pairs(
    sentences: Iterable[tuple[str, str]], language: str, least: float
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Return the pairs of (owner, sentence) that share at least `least` of their n-grams.

    Sets that share that much share one of the rarest members of each, so only sentences with a
    common rare n-gram are compared.
    """
    rows = [(owner, sentence, shingles(sentence, language)) for owner, sentence in sentences]
    common = Counter(run for _, _, runs in rows for run in runs)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for number, (owner, sentence, runs) in enumerate(rows):
        rarest = sorted(runs, key=lambda run: (common[run], run))
        rarest = rarest[: len(runs) - int(least * len(runs) - 1e-9)]
        for other in sorted({place for run in rarest for place in seen[run]}):
            before = rows[other]
            there = len(before[2])
            if not least <= len(runs) / there <= 1 / least:
                continue  # too different in length
            shared = len(runs & before[2])
            if shared >= least * (len(runs) + there - shared):
                yield before[:2], (owner, sentence)
        for run in rarest:
            seen[run].append(number)


def moulds(sentence: str, language: str) -> Iterator[str]:
    """Yield the sentence with each of its words left open, one at a time; in Japanese all names."""
    if language == "ja":
        yield _NAME.sub("□", match_key(sentence))
        return
    words = _WORD.findall(sentence.casefold())
    for place in range(len(words)):
        yield " ".join([*words[:place], "□", *words[place + 1 :]])
