"""Removes the records that belong to a removed problem: cards, request, appraisal, searches.

Decisions about like problems are removed, too.
"""

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.workshop import Workshop
from workshop_app.store.likes import decided_likes
from workshop_app.store.store import Store


def remove_outcomes(store: Store, problem: Problem) -> None:
    """Delete the cards, request, appraisal and searches of `problem`; its actions are kept."""
    cards = store.all(PlayedCard, problem.workshop_id)
    gone = {card.id for card in cards if card.problem_id == problem.id}
    for action in store.all(Action, problem.workshop_id):
        of_problem = None if action.problem_id == problem.id else action.problem_id
        of_card = None if action.card_id in gone else action.card_id
        store.update(action, problem_id=of_problem, card_id=of_card)
    remove_request(store, problem.workshop_id, problem.id)
    for decided in store.read(decided_likes, (problem.id,)):
        store.delete(decided)
    for record in (PlayedCard, Appraisal, SavedSearch):
        for row in store.all(record, problem.workshop_id):
            if row.problem_id == problem.id:
                store.delete(row)


def remove_request(store: Store, workshop_id: str, problem_id: str) -> None:
    """Delete the request of a problem and its news, if any; its number is not reused."""
    for request in store.all(Request, workshop_id):
        if request.problem_id == problem_id:
            workshop = store.get(Workshop, workshop_id)
            last = max(workshop.last_request, request.number)
            store.update(workshop, last_request=last)
            for news in store.all(RequestNews, workshop_id):
                if news.request_id == request.id:
                    store.delete(news)
            store.delete(request)
