"""A large store: by default 1,000 workshops with 50 problems each, a fifth of them solved."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from workshop_app.domain.ids import new_id
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import Solution
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.answers import Answers
from workshop_app.store.store import Store

WORKSHOPS = 1_000
PROBLEMS = 50
_SOLVED = 0.2
_FIRST_DAY = date(2020, 1, 6)


def big_store(path: Path, workshops: int = WORKSHOPS, problems: int = PROBLEMS) -> Store:
    """Return a new store at `path` with the same texts every time; takes about a minute."""
    chance = random.Random(7)
    solutions = list(Answers().catalogue.solutions.values())
    store = Store(path, lasting=False)
    for first in range(0, workshops, 100):
        with store.action():
            for number in range(first, min(first + 100, workshops)):
                for record in _workshop(number, problems, solutions, chance):
                    store.insert(record)
    return store


def _workshop(
    number: int, problems: int, solutions: list[Solution], chance: random.Random
) -> Iterator[Customer | Workshop | Problem | PlayedCard]:
    customer = new_id()
    workshop = new_id()
    day = (_FIRST_DAY + timedelta(days=2 * number)).isoformat()
    yield Customer(id=customer, name=f"Example {number}")
    yield Workshop(
        id=workshop, customer_id=customer, title=f"Workshop {number}", created_at=day, date=day
    )
    for place in range(problems):
        solution = chance.choice(solutions)
        language = chance.choice(("ja", "ja", "en"))
        first, words = chance.sample(solution.text(language).problems, 2)
        problem = Problem(
            id=new_id(), workshop_id=workshop, position=place, number=place + 1,
            first_wording=first, wording=words if chance.random() < 0.3 else "",
        )  # fmt: skip
        yield problem
        if chance.random() < _SOLVED:
            yield PlayedCard(
                id=new_id(), workshop_id=workshop, position=0, problem_id=problem.id,
                kind=CardKind.SOLUTION, catalogue_id=solution.id,
                search_words=" ".join(solution.text(language).search_words[:2]),
            )  # fmt: skip
