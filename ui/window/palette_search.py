"""Finds items of the palette by words, readings in kana or Latin letters, and initials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ui.actions import readings
from ui.components import places
from ui.window.palette_table import PaletteOffer
from workshop_app.domain.kana import fold, latin, spelling
from workshop_app.i18n import LANGUAGES, Texts

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
