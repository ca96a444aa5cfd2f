"""A query cut into index words, each with its place, so that what matched can be shown."""

import re
import unicodedata
from dataclasses import dataclass

_RUNS = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+", re.UNICODE)
_LATIN = re.compile(r"[a-z0-9]+")
_KANA = re.compile("[\u3040-\u309fー]+")
_STOP = frozenset(
    "a an and are as at be but by can cannot do does for from get has have how i if in is it my "
    "not of on or our so that the their there they this to us want was we what when where which "
    "will with would you your".split()
)


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One index word of a query and where it stands in the folded text."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in the form in which it is searched: NFKC, case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def query_words(folded: str) -> list[QueryWord]:
    """Return the words of a folded query that say something.

    Pairs of hiragana are endings and particles; they and English stop words count only when the
    query has nothing else.
    """
    words = [word for run in _RUNS.finditer(folded) for word in _words_of(run[0], run.start())]
    telling = [w for w in words if w.word not in _STOP and not _KANA.fullmatch(w.word)]
    return telling or words


def matched_spans(folded: str, matched: list[QueryWord]) -> tuple[str, ...]:
    """Return the parts of the query that matched, neighbouring pairs joined, each once."""
    spans: list[tuple[int, int]] = []
    for word in sorted(matched, key=lambda w: w.start):
        if spans and word.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.end))
        else:
            spans.append((word.start, word.end))
    return tuple(dict.fromkeys(folded[start:end] for start, end in spans))


def _words_of(run: str, start: int) -> list[QueryWord]:
    if _LATIN.fullmatch(run) or len(run) == 1:
        return [QueryWord(run, start, start + len(run))]
    return [QueryWord(run[i : i + 2], start + i, start + i + 2) for i in range(len(run) - 1)]
