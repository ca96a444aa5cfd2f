"""The record of a search for a problem's answer."""

from workshop_app.domain.field_types import Id, Ids, Line
from workshop_app.domain.record import Record


class SavedSearch(Record):
    """The words of one search, and the answers that were opened.

    `looked_at` holds catalogue ids in the order in which they were opened.
    """

    id: Id
    workshop_id: Id
    position: int
    problem_id: Id
    words: Line
    looked_at: Ids = ()
