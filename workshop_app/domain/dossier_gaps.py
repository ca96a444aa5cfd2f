"""Empty fields of the dossier that the product team would miss."""

from dataclasses import dataclass

from workshop_app.domain.promises import MAY_BE_HANDED_OVER, Promise
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState

APPRAISAL = "appraisal"


@dataclass(frozen=True, slots=True)
class DossierGap:
    """A request of the dossier with the names of its empty fields.

    `APPRAISAL` is included while an unanswered criterion can change its verdict.
    """

    request: Request
    fields: tuple[str, ...]


def dossier_gaps(state: WorkshopState) -> tuple[DossierGap, ...]:
    """Return the requests of the dossier with empty essential fields, by number."""
    gaps = []
    for request in sorted(state.requests, key=lambda each: each.number):
        promise = state.promise_of(request)
        empty = list(request.unsaid)
        if not request.nearest_id:
            empty.append("nearest_id")
        if promise is Promise.TO_APPRAISE:
            empty.append(APPRAISAL)
        if empty and promise in MAY_BE_HANDED_OVER:
            gaps.append(DossierGap(request, tuple(empty)))
    return tuple(gaps)
