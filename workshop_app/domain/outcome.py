"""Cards a CRE can play, and the outcome that they give a problem."""

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """A way to help."""

    SOLUTION = "solution"
    """An entry of the catalogue."""
    ANSWER = "answer"
    """A solution written on the spot."""
    UPDATE = "update"
    """An update of Mackerel: a request to the product team."""
    SUPPORT = "support"
    HANDS_ON = "hands_on"
    ARTICLE = "article"
    PRESALES = "presales"
    OWN = "own"


class OutcomeKind(StrEnum):
    """What a problem ends with; each has a shape of its own on screen and paper."""

    SOLUTION = "solution"
    CARD = "card"
    REQUEST = "request"
    NOT_OURS = "not_ours"
    OPEN = "open"


_KIND_OF_CARD = {
    CardKind.SOLUTION: OutcomeKind.SOLUTION,
    CardKind.ANSWER: OutcomeKind.SOLUTION,
    CardKind.UPDATE: OutcomeKind.REQUEST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedCard:
    """A card played for a problem.

    For a catalogue solution `catalogue_id` and `catalogue_version` name the entry as chosen and
    `search_words` tells which words led to it; `title` and `text` serve the other kinds.
    """

    id: str
    workshop_id: str
    position: int
    problem_id: str
    kind: CardKind
    title: str = ""
    text: str = ""
    catalogue_id: str = ""
    catalogue_version: str = ""
    search_words: str = ""

    @property
    def outcome(self) -> OutcomeKind:
        """The kind of outcome this card gives its problem."""
        return _KIND_OF_CARD.get(self.kind, OutcomeKind.CARD)


def outcomes_of(not_ours_reason: str, cards: tuple[PlayedCard, ...]) -> tuple[OutcomeKind, ...]:
    """Return the outcome kinds of a problem with these cards, each once, in order of the enum."""
    if not_ours_reason:
        return (OutcomeKind.NOT_OURS,)
    kinds = {card.outcome for card in cards}
    return tuple(kind for kind in OutcomeKind if kind in kinds) or (OutcomeKind.OPEN,)
