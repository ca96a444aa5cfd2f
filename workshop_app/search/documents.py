"""The indexed text of a catalogue's entries and gaps: their lines, each with its part."""

from typing import NamedTuple

from workshop_app.domain.gap import Gap, GapText
from workshop_app.domain.solution import Solution, SolutionText

Line = tuple[str, str]
"""The name of a part, such as ``problems``, and one of its texts."""
LANGUAGES = ("ja", "en")
ENTRY_PARTS = {
    "name": 5.5,
    "other_names": 2.5,
    "problems": 1.2,
    "search_words": 4.0,
    "terms": 2.0,
    "what": 1.5,
    "first_steps": 1.0,
    "limits": 0.3,
    "not_for": 0.0,
}
"""The weight of each part of an entry: names and problems count more than instructions.

Parts without weight are compared as sentences, and not searched.
"""
GAP_PARTS = {
    "name": 5.5,
    "wishes": 1.2,
    "looked_for": 2.5,
    "terms": 2.0,
    "says": 1.5,
}
"""The weight of each part of a gap; parts that correspond to those of an entry weigh the same."""
PARTS = GAP_PARTS | ENTRY_PARTS
SAID = frozenset({"problems", "wishes"})
"""The parts in the words of users."""


class IndexedDocument(NamedTuple):
    """The indexed text of an entry or a gap; `lines` are in the order of LANGUAGES."""

    id: str
    lines: tuple[list[Line], list[Line]]
    is_gap: bool = False
    subject: tuple[str, ...] = ()
    """Words of its subject in any language; a query that contains none of them ranks it lower."""


def document_of(record: Solution | Gap) -> IndexedDocument:
    """Return the document of an entry or a gap."""
    is_gap = isinstance(record, Gap)
    parts = GAP_PARTS if is_gap else ENTRY_PARTS
    ja, en = (_lines(record.text(language), parts) for language in LANGUAGES)
    subject = tuple(word for each in LANGUAGES for word in record.text(each).subject)
    return IndexedDocument(record.id, (ja, en), is_gap, subject)


def _lines(text: SolutionText | GapText, parts: dict[str, float]) -> list[Line]:
    lines: list[Line] = []
    for part in parts:
        value = getattr(text, part)
        lines += [(part, line) for line in ((value,) if isinstance(value, str) else value)]
    return lines
