"""Finds terms that several texts have in common."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workshop_app.search.common_words import is_common_word
from workshop_app.search.query import is_stop_word
from workshop_app.search.stems import stem

LEAST = 3
"""Minimum number of texts that must contain a term."""
_MOST_SHARE = 0.5
"""Terms in more than this share of all texts are ignored."""
_LONGEST_KANJI = 6
_LONGEST_NAME = 30
_TERM = re.compile(r"[a-z][a-z0-9+#.-]+|[ァ-ヺー]{2,}|[一-龠々]{2,}")
_NO_NAMES = frozenset(
    """
    allow around cannot change check custom different everyone failed instead nobody number open
    read run send single stopped without
    一部 一番 以上 以外 以前 以降 今回 全体 全員 全部 全然 内容 別々 前回 原因 問題 大事
    大変 当日 影響 所要 担当 時期 時間 最近 期間 本当 毎回 毎年 毎日 毎月 毎朝 毎週 状態
    現在 理由 状況 相談 簡単 結局 結果 自体 説明 課題 面倒 頻度
    """.split()  # noqa: SIM905 - read as a paragraph
)


class CommonTerm(NamedTuple):
    """A term in its most frequent spelling, and the keys of the texts that contain it."""

    term: str
    keys: tuple[str, ...]


def common_terms(texts: Mapping[str, str]) -> Iterator[CommonTerm | None]:
    """Yield the terms that several of `texts` contain, starting with the most frequent.

    Of terms in the same texts only the longest is yielded. None is yielded after each small piece
    of work before them, so that a caller can pause.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    whole: set[str] = set()
    for key, text in texts.items():
        plain = unicodedata.normalize("NFKC", text)
        folded = plain.casefold()
        exact = plain if len(plain) == len(folded) else folded
        terms: dict[str, str] = {}
        for found in _TERM.finditer(folded):
            start, end = found.span()
            name, parts = _terms_of(found[0], exact[start:end])
            whole.add(name)
            terms |= parts
        for term, spelling in terms.items():
            holders[term].append(key)
            spellings[term][spelling] += 1
        yield None
    most = max(LEAST, len(texts) * _MOST_SHARE)
    longest: dict[tuple[str, ...], str] = {}
    for term in whole:
        keys = tuple(holders.get(term, ()))
        if LEAST <= len(keys) <= most:
            longest[keys] = max(term, longest.get(keys, ""), key=lambda one: (len(one), one))
    result = [
        CommonTerm(spellings[term].most_common(1)[0][0], keys) for keys, term in longest.items()
    ]
    yield from sorted(result, key=lambda one: (-len(one.keys), -len(one.term), one.term))


def _terms_of(run: str, spelling: str) -> tuple[str, dict[str, str]]:
    """Return the run as a term, and all terms in it with their spellings."""
    if run[0].isascii():
        run = run.rstrip(".-")
        spelling = spelling.rstrip(".-")
        name = stem(run)
        excluded = is_common_word(name) or is_stop_word(run) or run in _NO_NAMES
        return name, {name: spelling} if _is_name(run) and not excluded else {}
    if run[0] >= "一" or run[0] == "々":
        parts = {
            run[start:end]: run[start:end]
            for start in range(len(run) - 1)
            for end in range(start + 2, min(len(run), start + _LONGEST_KANJI) + 1)
        }
        allowed = {p: p for p in parts if p not in _NO_NAMES and not is_stop_word(p)}
        return run, allowed
    name = run.rstrip("ー")
    return name, {name: spelling} if _is_name(name) else {}


def _is_name(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST_NAME
