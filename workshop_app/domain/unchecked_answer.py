"""An entry of the catalogue that may answer a problem nobody has discussed."""

from workshop_app.domain.field_types import Id
from workshop_app.domain.record import Record


class UncheckedAnswer(Record):
    """The entry that the search takes for the answer to a problem; no person has checked it."""

    problem_id: Id
    catalogue_id: Id
