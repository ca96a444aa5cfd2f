"""The record of a request to the product team."""

from workshop_app.domain.field_types import Id, Note, RequiredLine, TechnicalLine
from workshop_app.domain.record import Record


class Request(Record):
    """A request about one problem (the card *update of Mackerel*), with why and how kept apart.

    Its state is derived from its news (`request_news`).
    """

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
    """The customer's current workaround."""
    good_enough: Note = ""
    wished_how: Note = ""
    own_words: Note = ""
    nearest_id: TechnicalLine = ""
    """The catalogue id of the nearest existing solution."""
    shortfall: Note = ""
    """Why the nearest solution is not enough."""
    gap_id: TechnicalLine = ""
    """The catalogue id of the known gap that it is based on."""

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The names of the essential fields that are empty; papers print them as not asked yet."""
        return tuple(name for name in ESSENTIAL_FIELDS if not getattr(self, name))


ESSENTIAL_FIELDS = ("impact", "why", "good_enough")
"""Who is affected and how often, why it hurts, and what would be enough.

Without these the product team can neither weigh a request nor find another answer to it. Users and
systems are known from the records of participants and customer.
"""
