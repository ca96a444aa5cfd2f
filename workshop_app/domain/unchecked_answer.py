"""An entry of the catalogue that may answer a problem nobody has discussed."""

from dataclasses import dataclass

from workshop_app.domain.field_types import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedAnswer:
    """The entry that the search takes for the answer to a problem; no person has checked it."""

    problem_id: Id
    catalogue_id: Id
