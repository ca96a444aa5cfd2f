"""Kana in Latin letters, and texts in a form that is compared with what is typed."""

import re
import unicodedata

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
