"""Search words by which people can find an answer again: whole words, as they would type them.

They are terms of the answer, which the help uses as well: a problem also says what happened
("ran", "in the morning"), which finds nothing there. The words that matched a problem are often
only the beginning of one, such as 止め of 止めたい.
"""

import re
from collections.abc import Iterator, Sequence

from workshop_app.domain.solution import SolutionText
from workshop_app.domain.text import match_key
from workshop_app.search.common_words import is_common_word, is_scene_word
from workshop_app.search.query import is_stop_word
from workshop_app.search.stems import stem
from workshop_app.search.terms import fold
from workshop_app.services.answers import Suggestion

_MOST = 4
_FEWEST = 2
"""With fewer words of the problem, the entry's own search words are added."""
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9+#._/-]*|(?:[ァ-ヺー]|[一-龠々])+")
_LATIN = re.compile("[a-z0-9+#._/-]+")
_BRACKET = re.compile("[（(]")
_KANJI = re.compile("[一-龠々]")
_NO_ENDING = re.compile(
    "(?:[^ぁ-ん]|$|[がをにはのでもへやだ]|と(?![さす])|か[らっ]|まで|さ[れせ]|し[たてなよ]|する|せず)"
)
"""Characters that may follow a noun in kanji but are not a verb ending."""
_COUNTER = re.compile("[0-9][台分件個回本通名人日時秒月年階枚]")
"""A number and its counter, which are useless as search words."""


def search_advice(
    hit: Suggestion, texts: Sequence[str], language: str, *, unnamed: bool = False
) -> str:
    """Return up to four words by which an answer to `texts` is found, separated by spaces.

    Those of `texts` that are terms of the entry come first; if they are few, search words of the
    entry follow. With `unnamed`, those that reveal its name are omitted, and other words of `texts`
    follow if nothing else is left.
    """
    entry = hit.solution.text(language)
    said = list(dict.fromkeys(word for text in texts for word in _whole_words(text, hit.matched)))
    terms = _terms(entry)
    words = [word for word in said if _is_term(word, terms)]
    if len(words) < _FEWEST:
        own = [word for word in entry.search_words if not (unnamed and names(word, entry))]
        own = own[:_FEWEST]
        said_besides = [word for word in words if not _is_term(word, fold(" ".join(own)))]
        words = [*said_besides, *own][:_FEWEST]
    return " ".join((words or said)[:_MOST])


def _terms(entry: SolutionText) -> str:
    """Return the terms of an entry, folded: its name, its search words, and its way in the help."""
    return fold("\n".join((entry.name, *entry.search_words, entry.help_path)))


def _is_term(word: str, terms: str) -> bool:
    """Return whether a word is one of the terms; an English one in the singular or the plural."""
    folded = fold(word)
    if not folded.isascii():
        return folded in terms
    return not {folded, f"{folded}s", folded.removesuffix("s")}.isdisjoint(_LATIN.findall(terms))


def names(words: str, entry: SolutionText) -> bool:
    """Return whether `words` contain the name of an entry, or are part of it."""
    return match_key(words) in _bare_name(entry) or contains_name(words, entry)


def contains_name(words: str, entry: SolutionText) -> bool:
    """Return whether `words` contain the name of an entry."""
    return _bare_name(entry) in match_key(words)


def _bare_name(entry: SolutionText) -> str:
    """Return the key of an entry's name without the part in brackets."""
    return match_key(_BRACKET.split(entry.name)[0])


def _whole_words(text: str, matched: Sequence[str]) -> Iterator[str]:
    """Yield the words of a text that contain a matching one, without common words."""
    for found in _WORD.finditer(text):
        word = found[0].rstrip("./-_")
        if len(word) < 2 or word.isdigit() or _says_little(word):
            continue
        if _COUNTER.match(text, max(0, found.start() - 1)):
            continue
        if _KANJI.match(word[-1]) and not _NO_ENDING.match(text, found.end()):
            continue
        if any(part in word or word in part for part in matched if len(part) > 1):
            yield word


def _says_little(word: str) -> bool:
    folded = word.casefold()
    return is_stop_word(folded) or is_common_word(stem(folded)) or is_scene_word(word)
