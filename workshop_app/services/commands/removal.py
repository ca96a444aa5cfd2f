"""What goes when a problem goes: its cards, request and appraisal."""

from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.store.store import Store


def remove_outcomes(store: Store, problem: Problem) -> None:
    """Delete the played cards, the request and the appraisal of `problem`."""
    for record in (PlayedCard, Request, Appraisal):
        for row in store.all(record, problem.workshop_id):
            if row.problem_id == problem.id:
                store.delete(row)
