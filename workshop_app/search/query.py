"""A query split into words, each with its position in the typed text."""

import re
import unicodedata
from functools import cached_property, lru_cache, partial
from itertools import groupby

from workshop_app.search.terms import Term, meanings, terms

MOST_WORDS = 100
"""Maximum number of index words of a query that are looked up; the rest is ignored."""

# A combining mark is folded together with the character before it.
_CHARACTER = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
_KATAKANA = re.compile("[\u30a1-\u30ff]+")
_HIRAGANA = re.compile("[\u3041-\u3096ー]{3,}")
_TO_KATAKANA = {letter: letter + 0x60 for letter in range(0x3041, 0x3097)}
_PARTICLES = "がをにはとのもへ"
_ASKED = re.compile("を?(?:教え|おしえ)て(?:ください|下さい|ほしい|欲しい|もらえ|いただけ|頂け)")
"""「教えて」 in a question is a form of address, not a request for a notification."""
SHORTEST_FOREIGN = 3
"""Minimum length of a katakana word recognised in hiragana; shorter ones are too frequent."""
_STOP = frozenset({
    "a", "able", "about", "add", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "but", "by", "can", "cannot", "could", "did", "do", "does", "enhancement",
    "feature", "for", "from", "get", "has", "have", "how", "i", "if", "implement", "improve",
    "in", "into", "is", "it", "its", "just", "let", "like", "mackerel", "make", "me", "my",
    "need", "no", "not", "of", "on", "option", "or", "our", "please", "question", "request",
    "should", "so", "some", "such", "support", "than", "that", "the", "their", "them", "there",
    "they", "this", "to", "us", "use", "using", "want", "was", "way", "we", "were", "what",
    "when", "where", "which", "who", "will", "with", "would", "you", "your",
    "d", "ll", "m", "re", "s", "t", "ve",
    "出来", "場合", "方法", "自分", "必要", "機能", "要望", "希望", "対応", "改善", "追加", "修正",
    "出", "見", "欲", "思", "言", "何", "今", "中", "入", "使", "行", "付", "知", "等", "方", "時",
})  # fmt: skip
"""Words that any request may contain, such as the name of the product, or "t" of "don't"."""


def foreign_words(text: str) -> frozenset[str]:
    """Return the katakana words of a folded text, with and without a final long vowel mark."""
    found = _KATAKANA.findall(text)
    both = (each for run in found for each in (run, run.rstrip("ー")))
    return frozenset(each for each in both if len(each) >= SHORTEST_FOREIGN)


def is_stop_word(word: str) -> bool:
    """Return whether a folded word is a stop word, which any request may contain."""
    return word in _STOP


def in_katakana(folded: str, foreign: frozenset[str]) -> str:
    """Return folded text with the `foreign` words in katakana, even if typed in hiragana.

    They are recognised at the start of a run of hiragana or after a particle: さいと is found in
    さいとがおそい, but not in くださいと.
    """
    if not foreign:
        return folded
    return _HIRAGANA.sub(partial(_words_in_katakana, _by_beginning(foreign)), folded)


@lru_cache(maxsize=2)
def _by_beginning(foreign: frozenset[str]) -> dict[str, list[str]]:
    """Return the foreign words by their first letters, the longest first."""
    words: dict[str, list[str]] = {}
    for word in sorted(foreign, key=len, reverse=True):
        words.setdefault(word[:SHORTEST_FOREIGN], []).append(word)
    return words


def _words_in_katakana(foreign: dict[str, list[str]], match: re.Match[str]) -> str:
    """Return a run of hiragana with the longest foreign words in it in katakana."""
    run = match[0]
    katakana = run.translate(_TO_KATAKANA)
    shown = ""
    place = 0
    while place < len(run):
        begins = place == 0 or run[place - 1] in _PARTICLES
        words = foreign.get(katakana[place : place + SHORTEST_FOREIGN], ()) if begins else ()
        for word in words:
            if katakana.startswith(word, place):
                shown += word
                place += len(word)
                break
        else:
            shown += run[place]
            place += 1
    return shown


@lru_cache(maxsize=4_000)
def _folded(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()


class Query:
    """A typed text, folded for the search, whose parts can be returned as they were typed.

    `foreign` are katakana words that are also recognised in hiragana. Stop words are left out
    unless the query consists of them only, or `with_stop_words`.
    """

    def __init__(
        self, text: str, foreign: frozenset[str] = frozenset(), *, with_stop_words: bool = False
    ) -> None:
        self._pieces = _CHARACTER.findall(text)
        pieces = [_folded(piece) for piece in self._pieces]
        self._owner = [number for number, piece in enumerate(pieces) for _ in piece]
        plain = _ASKED.sub(lambda asked: " " * len(asked[0]), "".join(pieces))
        self.folded = in_katakana(plain, foreign)
        every = terms(self.folded)
        said = [term for term in every if self.folded[term.start : term.end] not in _STOP]
        self.words = [term for term in said if not term.ending][:MOST_WORDS]
        self.endings = [term for term in said if term.ending][:MOST_WORDS]
        if with_stop_words or not self.words:
            self.words = every[:MOST_WORDS]
            self.endings = []
        self._typed: dict[tuple[int, int], tuple[str, ...]] = {}

    @cached_property
    def meanings(self) -> list[Term]:
        """The synonym groups of its words."""
        return meanings(self.folded)[:MOST_WORDS]

    def typed(self, matched: list[Term]) -> tuple[str, ...]:
        """Return the distinct parts of the typed text that `matched` covers."""
        covered = 0
        lone = 0
        for word in matched:
            bits = ((1 << (word.end - word.start)) - 1) << word.start
            covered |= bits
            lone |= bits if word.end - word.start == 1 else 0
        if (covered, lone) not in self._typed:
            self._typed[covered, lone] = self._parts(covered, lone)
        return self._typed[covered, lone]

    def _parts(self, covered_bits: int, lone: int) -> tuple[str, ...]:
        covered = [bool(covered_bits >> place & 1) for place in range(len(self.folded))]
        for run in _KATAKANA.finditer(self.folded):
            first = run.start()
            last = run.end() - run[0].endswith("ー")
            whole = all(covered[first:last])  # part of a katakana word
            covered[first : run.end()] = [whole] * len(run[0])
        parts = []
        for is_covered, group in groupby(range(len(covered)), key=covered.__getitem__):
            places = list(group)
            if is_covered and (len(places) > 1 or lone >> places[0] & 1):
                first = self._owner[places[0]]
                last = self._owner[places[-1]]
                parts.append("".join(self._pieces[first : last + 1]))
        return tuple(dict.fromkeys(parts))
