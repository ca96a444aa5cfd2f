"""Stems of English words, so that monitor, monitors and monitoring are equal.

Simpler than Porter's algorithm: an ending is cut if three letters remain. Stems are only compared
with stems and need not be words.
"""

from functools import lru_cache

_SHORTEST = 3
_ENDINGS = (
    "ications", "ication", "izations", "ization", "abilities",
    "ability", "ibility", "ations", "ation", "itions", "ition", "ements", "ement", "ments",
    "ment", "ingly", "ively", "ences", "ances", "ence", "ance", "ables", "able", "ible", "ings",
    "ing", "edly", "ions", "ion", "ives", "ive", "ates", "ate", "ures", "ure", "ally", "ies",
    "ied", "ers", "ed", "er", "es", "ly", "al", "s",
)  # fmt: skip
_WHOLE = frozenset({
    "access", "process", "status", "always", "less", "does", "during", "bring", "missing", "router",
    "learning", "teams", "driver",
})  # fmt: skip
"""Words whose last letters are not an ending, or which mean something else without it.

Examples: router and route, misses and missing, learns and (machine) learning, team and (Microsoft)
Teams, driver and drive. Their plurals end in "s".
"""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded word; a word with characters other than letters is unchanged."""
    if len(word) <= _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    singular = word[:-2] if word.endswith("sses") else word
    if singular[-1] == "s" and singular[:-1] in _WHOLE:
        singular = singular[:-1]
    if singular not in _WHOLE and not singular.endswith(("ss", "us", "is")):
        singular = _cut(singular)
    if len(singular) > _SHORTEST and singular[-1] in "eiy":
        singular = singular[:-1]
    if len(singular) > _SHORTEST and singular[-1] == singular[-2] and singular[-1] not in "ls":
        singular = singular[:-1]
    return singular


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and any(vowel in rest for vowel in "aeiouy"):
            return rest
    return word
