"""Replaces characters that the typeface lacks, and records them."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from exports.replaced_characters import ReplacedCharacter, code_point
from exports.similar_kanji import SIMILAR, is_kanji, is_variant_selector
from workshop_app.domain.text import clean


class Glyphs:
    """Fits text to the characters of a typeface and counts what it replaced."""

    def __init__(self, characters: frozenset[str]) -> None:
        self._characters = _and_line_feed(characters)
        self._replaced: Counter[tuple[str, str]] = Counter()

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """The characters replaced so far, in order of first occurrence."""
        return tuple(ReplacedCharacter(*pair, count) for pair, count in self._replaced.items())

    def add(self, replaced: Iterable[ReplacedCharacter]) -> None:
        """Count characters that were replaced elsewhere, as in a part that several papers share."""
        for each in replaced:
            self._replaced[each.character, each.shown] += each.count

    def fit(self, text: str) -> str:
        """Return `text` cleaned, with only characters of the typeface.

        Invisible characters (joiners, direction marks) are removed.
        """
        text = clean(text).replace("\t", " ")
        if text.isascii() or self._characters.issuperset(text):
            return text
        fitted: list[str] = []
        missing: list[str] = []
        for character in text:
            shown = self._shown(character, fitted)
            if shown is None:
                missing.append(character)
            elif shown:
                self._write_codes(missing, fitted)
                fitted.append(shown)
        self._write_codes(missing, fitted)
        return "".join(fitted)

    def _shown(self, character: str, before: list[str]) -> str | None:
        """Return what is printed for `character`, or None if only its code point can be printed."""
        if is_variant_selector(character):
            self._count_variant(character, before)
            return ""
        category = unicodedata.category(character)
        if category == "Cf":
            return ""
        if character in self._characters:
            return character
        if category == "Zs":
            return " "
        shown = SIMILAR.get(character) or unicodedata.normalize("NFKC", character)
        if shown == character or not self._characters.issuperset(shown):
            return None
        self._replaced[character, shown] += 1
        return shown

    def _count_variant(self, selector: str, before: list[str]) -> None:
        """Count a kanji that is printed in its usual form instead of a variant."""
        base = before[-1] if before else ""
        if is_kanji(base):
            self._replaced[base + selector, base] += 1

    def _write_codes(self, missing: list[str], fitted: list[str]) -> None:
        """Append the code points of the missing characters in brackets, and clear the list."""
        if not missing:
            return
        for character in missing:
            self._replaced[character, f"[{code_point(character)}]"] += 1
        fitted.append(f"[{' '.join(map(code_point, missing))}]")
        missing.clear()


@cache
def _and_line_feed(characters: frozenset[str]) -> frozenset[str]:
    return characters | {"\n"}
