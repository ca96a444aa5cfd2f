"""The record of a request to the product team."""

from dataclasses import dataclass

from workshop_app.domain.field_types import Id, Note, RequiredLine, TechnicalLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request about one problem (the card *update of Mackerel*), with why and how kept apart."""

    id: Id
    workshop_id: Id
    problem_id: Id
    number: int
    title: RequiredLine
    why: Note = ""
    situation: Note = ""
    impact: Note = ""
    """How often it happens and who is affected."""
    workaround: Note = ""
    """What the customer does today."""
    good_enough: Note = ""
    wished_how: Note = ""
    own_words: Note = ""
    nearest_id: TechnicalLine = ""
    """The catalogue id of the nearest existing solution."""
    shortfall: Note = ""
    """Why the nearest solution is not enough."""
