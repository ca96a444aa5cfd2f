"""Text reduced to what is compared: no spaces, no line ends, no characters that print nothing."""

import difflib
import unicodedata

_NOTHING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}


def squeezed(text: object) -> str:
    """Return a text, or the empty text for None, without what differs by layout only."""
    whole = unicodedata.normalize("NFC", "" if text is None else str(text))
    return "".join(each for each in whole if unicodedata.category(each) not in _NOTHING)


def differences(what: str, said: list[str], true: list[str]) -> list[str]:
    """Return a fault for each line that is said and not true, or true and not said."""
    expected, found = list(map(squeezed, true)), list(map(squeezed, said))
    if expected == found:
        return []
    lines = difflib.ndiff(expected, found)
    marks = {"+": "untrue", "-": "missing"}
    return [f"{what}: {marks[line[0]]}: {line[2:]}" for line in lines if line[0] in marks]
