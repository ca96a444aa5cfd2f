"""Index terms of full-text search: words for Latin text, pairs of characters for Japanese.

A trigram index cannot find words of two characters, such as 監視 or 通知. Pairs need no dictionary.
"""

import re
import unicodedata
from collections import Counter

_RUNS = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+", re.UNICODE)
_LATIN = re.compile(r"[a-z0-9]+")


def index_words(text: str) -> list[str]:
    """Return the index terms of `text` in order: 監視通知 gives 監視 視通 通知."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [word for run in _RUNS.findall(folded) for word in _words_of(run)]


def at_most(words: list[str], times: int) -> list[str]:
    """Return `words` with at most `times` occurrences of each word."""
    seen: Counter[str] = Counter()
    kept = []
    for word in words:
        seen[word] += 1
        if seen[word] <= times:
            kept.append(word)
    return kept


def match_expression(query: str) -> str:
    """Return an FTS5 expression for texts that contain every run of `query`; empty for no words.

    A run of several pairs must occur as a phrase; a single character is searched as a prefix.
    """
    folded = unicodedata.normalize("NFKC", query).casefold()
    return " AND ".join(_phrase(run) for run in _RUNS.findall(folded))


def _words_of(run: str) -> list[str]:
    if _LATIN.fullmatch(run) or len(run) == 1:
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]


def _phrase(run: str) -> str:
    words = " ".join(_words_of(run))
    open_ended = len(run) == 1 or _LATIN.fullmatch(run)
    return f'"{words}"*' if open_ended else f'"{words}"'
