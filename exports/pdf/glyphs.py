"""What happens to a character the typeface lacks: visibly replaced and reported, never lost."""

import unicodedata
from collections import Counter

from exports.replaced_characters import ReplacedCharacter, code_point
from workshop_app.domain.text import clean

# Kanji of names outside the typeface, and the nearest one inside; printed with a mark behind it.
_NEAREST = {
    "\U00020bb7": "吉",
    "\U0002123d": "土",
    "\U00020b9f": "叱",
    "\U0002363a": "橋",
    "\U00029d4b": "魚",
}
MARK = "*"
"""Stands behind a kanji that was replaced by the nearest one."""


class Glyphs:
    """Fits text to the characters of a typeface and remembers what it had to replace."""

    def __init__(self, characters: frozenset[str]) -> None:
        self._characters = characters | {"\n"}
        self._replaced: Counter[tuple[str, str]] = Counter()

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """Everything replaced so far, in order of first occurrence."""
        return tuple(ReplacedCharacter(*pair, count) for pair, count in self._replaced.items())

    def fit(self, text: str) -> str:
        """Return `text` cleaned, in characters that the typeface has.

        Characters without a picture (joiners, direction marks) are left out.
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
                self._name(missing, fitted)
                fitted.append(shown)
        self._name(missing, fitted)
        return "".join(fitted)

    def _shown(self, character: str, before: list[str]) -> str | None:
        """Return what stands for `character`, empty for nothing, or None if only its number can."""
        if _is_variant_selector(character):
            return self._as_variant(character, before)
        category = unicodedata.category(character)
        if category == "Cf":
            return ""
        if character in self._characters:
            return character
        if category == "Zs":
            return " "
        nearest = _NEAREST.get(character, "")
        shown = f"{nearest}{MARK}" if nearest else unicodedata.normalize("NFKC", character)
        if shown == character or not self._characters.issuperset(shown):
            return None
        self._replaced[character, shown] += 1
        return shown

    def _as_variant(self, selector: str, before: list[str]) -> str:
        """Mark a kanji whose chosen form the typeface cannot show; other selectors have no form."""
        base = before[-1] if before else ""
        if not _is_kanji(base):
            return ""
        self._replaced[base + selector, base + MARK] += 1
        return MARK

    def _name(self, missing: list[str], fitted: list[str]) -> None:
        """Put the numbers of a run of missing characters in brackets, and empty the run."""
        if not missing:
            return
        for character in missing:
            self._replaced[character, f"[{code_point(character)}]"] += 1
        fitted.append(f"[{' '.join(map(code_point, missing))}]")
        missing.clear()


def _is_variant_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_kanji(text: str) -> bool:
    return len(text) == 1 and unicodedata.name(text, "").startswith("CJK UNIFIED")
