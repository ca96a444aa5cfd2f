"""Finds items of the palette by words, readings in kana or Latin letters, and initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ui.actions import readings
from ui.components import places
from ui.window.palette_table import PaletteOffer
from workshop_app.i18n import LANGUAGES, Texts

_SYLLABLES = (
    "あa いi うu えe おo かka きki くku けke こko さsa しsi すsu せse そso たta ちti つtu てte "
    "とto なna にni ぬnu ねne のno はha ひhi ふhu へhe ほho まma みmi むmu めme もmo やya "
    "ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じzi ずzu ぜze "
    "ぞzo だda ぢzi づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔbu"
)
_ROMAJI = {pair[0]: pair[1:] for pair in _SYLLABLES.split()}
_SMALL_Y = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_SMALL_VOWEL = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_SPELLINGS = (
    ("sh", "sy"), ("ch", "ty"), ("ts", "t"), ("j", "zy"), ("f", "h"), ("yi", "i"), ("nn", "n"),
    ("wo", "o"), ("-", ""),
)  # fmt: skip
"""Spelling variants of romanised Japanese, and their normalised form."""
_LONG = re.compile(r"([aiueo])\1+")
"""A long vowel, or the same vowel at the end of a word and at the beginning of the next."""

EXACT, WHOLE, BEGINS, WORD, WITHIN, INITIALS, PLACE, NONE = range(-1, 7)


class _SearchTexts(NamedTuple):
    """What is compared with a word; several texts are `_lines`, so that a word is one search."""

    texts: str
    starts: str
    latin: str
    page: str
    parts: str
    initials: str
    place: str
    everyday: str


def search(
    offers: Sequence[PaletteOffer],
    query: str,
    *,
    fitting: Sequence[PaletteOffer] = (),
    recent: Sequence[PaletteOffer] = (),
) -> list[PaletteOffer]:
    """Return the items that match all words of `query`, best first.

    A whole word matches better than the beginning of one, and that better than other letters. Of
    equal matches `recent` ones come first, then those `fitting` what is shown, then the others in
    order. An empty query returns all items in that order.
    """
    words = [(word, spelling(word)) for word in fold(query).split()]
    lately, near = ({one: n for n, one in enumerate(some)} for some in (recent, fitting))
    ranked = []
    for number, offer in enumerate(offers):
        found = _readable(offer)
        fits = list(takewhile(lambda fit: fit != NONE, (_fit(found, *word) for word in words)))
        if len(fits) == len(words):
            first = (lately.get(offer, len(lately)), near.get(offer, len(near)))
            ranked.append(((sum(fits), *first, number), offer))
    return [offer for _, offer in sorted(ranked, key=lambda pair: pair[0])]


def fold(text: str) -> str:
    """Return text normalised for comparison: half-width, lower case, katakana as hiragana."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain)


def latin(kana: str) -> str:
    """Return hiragana in Latin letters, in the normalised spelling."""
    out: list[str] = []
    for char in kana:
        if char in _SMALL_Y and out:
            out[-1] = out[-1][:-1] + _SMALL_Y[char]
        elif char in _SMALL_VOWEL and out:
            out[-1] = out[-1][:-1] + _SMALL_VOWEL[char]
        elif char == "っ":
            out.append("っ")
        elif char != "ー":
            out.append(_ROMAJI.get(char, char))
    for index, syllable in enumerate(out[:-1]):
        if syllable == "っ":
            out[index] = out[index + 1][:1]
    return spelling("".join(out).replace("っ", ""))


def spelling(letters: str) -> str:
    """Return romanised Japanese in the normalised spelling."""
    for written, compared in _SPELLINGS:
        letters = letters.replace(written, compared)
    return _LONG.sub(r"\1", letters)


def _fit(found: _SearchTexts, word: str, written: str) -> int:
    """Return how well a word matches; `written` is its normalised spelling in Latin letters."""
    begins, whole, long = f"\n{word}", f"\n{word}\n", f"\n{_long_o(written)}"
    if whole in found.texts or written == found.page:
        return EXACT
    if whole in found.everyday or whole in found.starts:
        return WHOLE
    if begins in found.texts:
        return BEGINS
    if begins in found.starts or begins in found.everyday or long in found.everyday:
        return WORD
    if word in found.texts:
        return WITHIN
    if written.isascii() and len(written) > 1 and written in found.latin:
        return BEGINS if found.latin.startswith(written) else WITHIN
    if f"\n{written}\n" in found.parts:  # a particle of one letter
        return WITHIN
    in_place = begins in found.place or f"\n{written}" in found.place
    return INITIALS if begins in found.initials else PLACE if in_place else NONE


def _lines(*texts: str) -> str:
    """Return texts with a line end before and after each; no word of a query contains one."""
    return "".join(f"\n{text}\n" for text in texts)


@cache
def _readable(offer: PaletteOffer) -> _SearchTexts:
    ja, en = (fold(words) for words in offer.words)
    reading = offer.reading.split()
    english = en.replace("(", " ").replace(")", " ").replace(",", " ").split()
    whole = "".join(reading)
    first = "".join(part[0] for part in reading)
    letters = "".join(latin(part)[:1] for part in reading)
    return _SearchTexts(
        texts=_lines(ja, en, whole),
        starts=_lines(*english, *reading, fold(offer.key)),
        latin=latin(whole),
        page="" if offer.name or offer.section else latin(ja),
        parts=_lines(*map(latin, reading)),
        initials=_lines("".join(word[0] for word in english), first, letters),
        place=_place_words(offer.place),
        everyday=_everyday_words(offer.place, offer.name or offer.section),
    )


@cache
def _everyday_words(place: str, name: str) -> str:
    words = fold(readings.everyday_words(place, name)).split()
    letters = (_long_o(latin(word)) for word in words)
    return _lines(*words, *(written for written in letters if written.isascii()))


def _long_o(letters: str) -> str:
    """Return the common spelling of the long o of a single word: tohyo for touhyou."""
    return letters.replace("ou", "o")


@cache
def _place_words(place: str) -> str:
    if place == "everywhere":
        return ""
    key = places.find(place).title_key
    names = [fold(Texts(language)(key)) for language in LANGUAGES]
    kana = readings.of_place(place).replace(" ", "")
    return _lines(*names, kana, latin(kana))
