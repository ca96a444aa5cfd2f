"""Cleaning of text that people type or paste; applied to every text before it is stored."""

import re
import unicodedata

from workshop_app.domain.errors import InvalidInput

LINE_LIMIT = 2_000
"""Maximum length of a wording, a name or another single line."""
NOTE_LIMIT = 20_000
"""Maximum length of a note of several lines."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
# Overrides and isolates can reverse a whole line on the display or in a paper.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# NFC would replace variants used in names, such as U+FA19, by other characters.
_NORMALISED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Matches every character that `clean` removes or replaces."""


def clean(text: str) -> str:
    """Return `text` in NFC with newline ends, without control and bidi-override characters.

    Lone surrogates, which cannot be encoded in a file, become U+FFFD.
    """
    if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = _SURROGATES.sub("\ufffd", _BREAKS.sub("\n", text))
    text = _BIDI_CONTROLS.sub("", _CONTROLS.sub("", text))
    return _NORMALISED.sub(lambda run: unicodedata.normalize("NFC", run[0]), text)


def clean_line(text: str) -> str:
    """Return `text` cleaned as one line, with leading and trailing spaces removed.

    Raises InvalidInput (`errors.too_long`) if it has more than `LINE_LIMIT` characters.
    """
    return _limited(" ".join(clean(text).replace("\t", " ").split("\n")), LINE_LIMIT)


def clean_note(text: str) -> str:
    """Return `text` cleaned as a note of one or more lines, with surrounding spaces removed.

    Raises InvalidInput (`errors.too_long`) if it has more than `NOTE_LIMIT` characters.
    """
    return _limited(clean(text), NOTE_LIMIT)


def _limited(text: str, limit: int) -> str:
    text = text.strip()
    if len(text) > limit:
        raise InvalidInput("errors.too_long", length=len(text), limit=limit)
    return text


def required_line(text: str) -> str:
    """Return `text` as by `clean_line`; raises InvalidInput (`errors.empty`) if nothing is left."""
    return _required(clean_line(text))


def required_note(text: str) -> str:
    """Return `text` as by `clean_note`; raises InvalidInput (`errors.empty`) if nothing is left."""
    return _required(clean_note(text))


def _required(text: str) -> str:
    if is_blank(text):
        raise InvalidInput("errors.empty")
    return text


def is_blank(text: str) -> bool:
    """Return whether a text has no visible character."""
    return not any(_is_visible(character) for character in text)


def _is_visible(character: str) -> bool:
    """Return whether a character is visible; spaces, joiners and direction marks are not."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp", "Zs"}


def match_key(text: str) -> str:
    """Return `text` in NFKC without case and spaces, to compare texts for equality."""
    return "".join(unicodedata.normalize("NFKC", clean(text)).casefold().split())
