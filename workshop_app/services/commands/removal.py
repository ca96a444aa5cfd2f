"""What goes when a problem goes: its cards, request appraisal and searches."""

from dataclasses import replace

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.trail import Search
from workshop_app.store.store import Store


def remove_outcomes(store: Store, problem: Problem) -> None:
    """Delete the cards, request, appraisal and searches of `problem`; its actions stay."""
    cards = store.all(PlayedCard, problem.workshop_id)
    gone = {card.id for card in cards if card.problem_id == problem.id}
    for action in store.all(Action, problem.workshop_id):
        of_problem = None if action.problem_id == problem.id else action.problem_id
        of_card = None if action.card_id in gone else action.card_id
        store.update(replace(action, problem_id=of_problem, card_id=of_card))
    for record in (PlayedCard, Request, Appraisal, Search):
        for row in store.all(record, problem.workshop_id):
            if row.problem_id == problem.id:
                store.delete(row)
