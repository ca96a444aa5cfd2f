"""The one gate that every text a person typed or pasted passes before it is kept."""

import re
import unicodedata

from workshop_app.domain.errors import InvalidInput

LINE_LIMIT = 2_000
"""Characters that a wording, a name or another single line may have."""
NOTE_LIMIT = 20_000
"""Characters that a note of several lines may have."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
# Overrides and isolates can turn a whole line of the projector or the handout around.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# NFC would turn variants that people write their names with, such as U+FA19, into other letters.
_NORMALISED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` in NFC with newline ends, without control and bidi-override characters.

    Lone surrogates, which no file can hold, become U+FFFD.
    """
    text = _SURROGATES.sub("\ufffd", _BREAKS.sub("\n", text))
    text = _BIDI_CONTROLS.sub("", _CONTROLS.sub("", text))
    return _NORMALISED.sub(lambda run: unicodedata.normalize("NFC", run[0]), text)


def clean_line(text: str, *, limit: int = LINE_LIMIT) -> str:
    """Return `text` cleaned as one line, ends trimmed.

    Raises InvalidInput (`errors.too_long`) when it has more than `limit` characters.
    """
    line = " ".join(clean(text).replace("\t", " ").split("\n")).strip()
    if len(line) > limit:
        raise InvalidInput("errors.too_long", length=len(line), limit=limit)
    return line


def clean_note(text: str, *, limit: int = NOTE_LIMIT) -> str:
    """Return `text` cleaned as a note that may have several lines, ends trimmed.

    Raises InvalidInput (`errors.too_long`) when it has more than `limit` characters.
    """
    note = clean(text).strip()
    if len(note) > limit:
        raise InvalidInput("errors.too_long", length=len(note), limit=limit)
    return note


def required_line(text: str) -> str:
    """Return `text` as by `clean_line`; raises InvalidInput (`errors.empty`) for nothing."""
    return _required(clean_line(text))


def required_note(text: str) -> str:
    """Return `text` as by `clean_note`; raises InvalidInput (`errors.empty`) if nothing is left."""
    return _required(clean_note(text))


def _required(text: str) -> str:
    if not any(_leaves_ink(character) for character in text):
        raise InvalidInput("errors.empty")
    return text


def _leaves_ink(character: str) -> bool:
    """Tell whether a character can be seen: spaces, joiners and marks of direction cannot."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp", "Zs"}


def match_key(text: str) -> str:
    """Return a form of `text` in which exact duplicates are equal: NFKC, case and spaces folded."""
    return "".join(unicodedata.normalize("NFKC", clean(text)).casefold().split())
