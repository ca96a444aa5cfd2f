"""The cards that can be played for a problem, and the outcomes that follow from them."""

from enum import StrEnum

from workshop_app.domain.field_types import Date, Id, Line, Note, TechnicalLine
from workshop_app.domain.record import Record


class CardKind(StrEnum):
    """A way to help."""

    SOLUTION = "solution"
    """An entry of the catalogue."""
    ANSWER = "answer"
    """A solution written during the workshop."""
    UPDATE = "update"
    """An update of Mackerel: a request to the product team."""
    SUPPORT = "support"
    HANDS_ON = "hands_on"
    ARTICLE = "article"
    PRESALES = "presales"
    OWN = "own"


class Helped(StrEnum):
    """Whether a delivered card helped, according to the customer."""

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


class PlayedCard(Record):
    """A card played for a problem.

    For a catalogue entry, `catalogue_id` and `catalogue_version` identify it and `search_words` are
    the words by which it was found; the other kinds use `title` and `text`.
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
    """Who delivers the card."""
    due: Date = ""
    """The date by which it is to be delivered."""
    delivered_on: Date = ""
    """The date of delivery; empty until delivered."""
    link: Line = ""
    """Where the delivered item can be found, such as the address of an article."""
    helped: Helped | None = None
    """Whether it helped; None if not asked yet."""
    limit_number: int = 0
    """The 1-based number of the entry's limit that is about the problem; 0 for none."""

    @property
    def outcome(self) -> OutcomeKind:
        """The outcome that this card gives its problem."""
        return _KIND_OF_CARD.get(self.kind, OutcomeKind.CARD)


def outcomes_of(not_ours_reason: str, cards: tuple[PlayedCard, ...]) -> tuple[OutcomeKind, ...]:
    """Return the distinct outcomes of a problem with these cards, in order of the enum."""
    if not_ours_reason:
        return (OutcomeKind.NOT_OURS,)
    kinds = {card.outcome for card in cards}
    return tuple([kind for kind in OutcomeKind if kind in kinds]) or (OutcomeKind.OPEN,)
