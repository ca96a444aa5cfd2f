"""What a chosen answer leaves open, according to the catalogue."""

from workshop_app.domain.field_types import Id
from workshop_app.domain.record import Record


class Caveat(Record):
    """A known gap, or a limit of the chosen answer, that is about a solved problem.

    `card_id` is the card of that answer, and `is_limit` tells a limit from a gap; `ja` and `en` are
    the catalogue's sentence on it, empty for a gap that is in no catalogue any more.
    """

    card_id: Id
    is_limit: bool
    ja: str
    en: str

    def text(self, language: str) -> str:
        """Return the sentence in `language` (``ja`` or ``en``)."""
        return self.ja if language == "ja" else self.en
