"""The record of a decision on whether problems of two workshops say the same."""

from workshop_app.domain.field_types import Id
from workshop_app.domain.record import Record


class LikeProblem(Record):
    """Two problems that say the same, or do not, as decided by a person.

    `workshop_id` and `problem_id` are those of the workshop in which it was decided, `other_id` is
    a problem of any other workshop. The decision applies in both workshops, and is deleted with
    either.
    """

    id: Id
    workshop_id: Id
    problem_id: Id
    other_id: Id
    is_same: bool
