"""The record of what a person decided about two like problems of different workshops."""

from dataclasses import dataclass

from workshop_app.domain.field_types import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeProblem:
    """Two problems that say the same, or do not, as a person decided.

    `workshop_id` and `problem_id` are those of the workshop in which it was decided, `other_id` is
    a problem of any other one. The record counts for both sides, and goes with either.
    """

    id: Id
    workshop_id: Id
    problem_id: Id
    other_id: Id
    is_same: bool
