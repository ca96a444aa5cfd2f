"""Empty fields of the dossier that the product team would miss."""

from typing import NamedTuple

from workshop_app.domain.facts.requests import in_dossier, nearest_of, promise_of
from workshop_app.domain.promises import Promise
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState

APPRAISAL = "appraisal"


class DossierGap(NamedTuple):
    """A request of the dossier with the names of its empty fields.

    `APPRAISAL` is included while an unanswered criterion can change its verdict.
    """

    request: Request
    fields: tuple[str, ...]


def dossier_gaps(state: WorkshopState) -> tuple[DossierGap, ...]:
    """Return the requests of the dossier with empty essential fields, by number."""
    gaps = []
    for request in in_dossier(state):
        empty = list(request.unsaid)
        if not nearest_of(state, request):
            empty.append("nearest_id")
        if promise_of(state, request) is Promise.TO_APPRAISE:
            empty.append(APPRAISAL)
        if empty:
            gaps.append(DossierGap(request, tuple(empty)))
    return tuple(gaps)
