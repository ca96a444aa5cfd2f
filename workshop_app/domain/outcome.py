"""The cards that can be played for a problem, and the outcomes that follow from them."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.field_types import Date, Id, Line, Note, TechnicalLine


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


class Helped(StrEnum):
    """Whether a card that was delivered helped, as the customer says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class OutcomeKind(StrEnum):
    """How a problem ends; each kind has its own icon on screen and paper."""

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

    For a catalogue entry `catalogue_id` and `catalogue_version` name it and `search_words` are the
    words by which it was found; `title` and `text` are used by the other kinds.
    """

    id: Id
    workshop_id: Id
    position: int
    problem_id: Id
    kind: CardKind
    title: Line = ""
    text: Note = ""
    catalogue_id: TechnicalLine = ""
    catalogue_version: TechnicalLine = ""
    search_words: Line = ""
    owner_name: Line = ""
    """Who delivers what the card promises."""
    due: Date = ""
    """By when it is to be delivered."""
    delivered_on: Date = ""
    """When it was delivered; empty while it is only promised."""
    link: Line = ""
    """Where what was delivered can be found, such as the address of an article."""
    helped: Helped | None = None
    """Whether it helped; None while nobody asked."""

    @property
    def outcome(self) -> OutcomeKind:
        """The kind of outcome that this card gives its problem."""
        return _KIND_OF_CARD.get(self.kind, OutcomeKind.CARD)


def outcomes_of(not_ours_reason: str, cards: tuple[PlayedCard, ...]) -> tuple[OutcomeKind, ...]:
    """Return the outcomes of a problem with these cards, each once, in order of the enum."""
    if not_ours_reason:
        return (OutcomeKind.NOT_OURS,)
    kinds = {card.outcome for card in cards}
    return tuple(kind for kind in OutcomeKind if kind in kinds) or (OutcomeKind.OPEN,)
