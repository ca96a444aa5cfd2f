"""What the checks of the steps use of a contact."""

from typing import NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.facts.once import once
from workshop_app.domain.facts.requests import unsaid_of
from workshop_app.domain.facts.verdicts import waits_for_appraisal
from workshop_app.domain.problem import RAISED
from workshop_app.domain.state import WorkshopState


class StepFacts(NamedTuple):
    """The facts about a contact that tell which steps are done."""

    kind: ContactKind
    silent: bool
    """Nobody answered, so there is nothing to record."""
    customer_named: bool
    has_participants: bool
    dated: bool
    has_answers: bool
    context_skipped: bool
    sort_skipped: bool
    listed: int
    has_raised: bool
    """Some listed problem was said in the room, and not before List."""
    unsorted: int
    chosen: int
    chosen_open: int
    """The chosen problems without an outcome."""
    has_requests_or_appraisals: bool
    unappraised: int
    """The problems that still have to be appraised (`facts.verdicts.waits_for_appraisal`)."""
    unsaid: int
    """The empty essential fields of requests that are in the dossier."""
    exported: bool


@once
def step_facts(state: WorkshopState) -> StepFacts:
    """Return the facts of a snapshot; lists of many workshops read them by `services.queries`."""
    workshop = state.workshop
    return StepFacts(
        kind=workshop.kind,
        silent=workshop.silent,
        customer_named=bool(state.customer.name),
        has_participants=bool(state.participants),
        dated=bool(workshop.date),
        has_answers=bool(state.answers),
        context_skipped=workshop.context_skipped,
        sort_skipped=workshop.sort_skipped,
        listed=len(state.listed),
        has_raised=any(problem.source in RAISED for problem in state.listed),
        unsorted=len(state.in_theme(None)),
        chosen=len(state.chosen),
        chosen_open=sum(map(state.is_open, state.chosen)),
        has_requests_or_appraisals=bool(state.requests or state.appraisals),
        unappraised=_unappraised(state),
        unsaid=sum(len(unsaid_of(state, request)) for request in state.requests),
        exported=bool(workshop.exported_at),
    )


def _unappraised(state: WorkshopState) -> int:
    roots = state.merging.root_ids
    ids = {roots.get(request.problem_id, request.problem_id) for request in state.requests}
    ids.update(problem.id for problem in state.chosen)
    found = map(state.problem, ids)
    return sum(one is not None and waits_for_appraisal(state, one) for one in found)
