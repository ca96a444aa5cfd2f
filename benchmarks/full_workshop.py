"""A large workshop: 30 participants, 200 problems, 40 requests; the same every time."""

import random
from dataclasses import replace

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem, Tally
from workshop_app.domain.request import Request
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant

PEOPLE = 30
PROBLEMS = 200
REQUESTS = 40
ACTIONS = 30
CHOSEN = 12


def full_workshop(sample: WorkshopState, solutions: list[Solution]) -> WorkshopState:
    """Return `sample` with many records, made from its texts and those of the catalogue."""
    chance = random.Random(7)
    language = sample.workshop.language
    people = tuple(_person(sample, number) for number in range(PEOPLE))
    problems = []
    cards = []
    for number in range(PROBLEMS):
        solution = solutions[number * 7 % len(solutions)]
        first, concrete = solution.text(language).problems[:2]
        problem = Problem(
            id=f"problem-{number}",
            workshop_id=sample.workshop.id,
            position=number,
            number=number + 1,
            first_wording=first,
            wording=concrete if number % 3 else "",
            speaker_id=people[number % PEOPLE].id,
            theme_id=sample.themes[number % len(sample.themes)].id,
            chosen=number < CHOSEN,
        )
        problems.append(problem)
        cards.append(_card(problem, solution, number))
    requested = [problem for number, problem in enumerate(problems) if number % 5 == 0]
    return replace(
        sample,
        participants=people,
        problems=tuple(problems),
        cards=tuple(cards),
        tallies=tuple(_tally(problem, chance) for problem in problems),
        requests=tuple(_request(sample, each, number) for number, each in enumerate(requested)),
        appraisals=tuple(_appraisal(sample, problem, chance) for problem in requested),
        actions=tuple(_action(sample, people, number) for number in range(ACTIONS)),
        searches=(),
    )


def _person(sample: WorkshopState, number: int) -> Participant:
    template = sample.participants[number % len(sample.participants)]
    return replace(
        template,
        id=f"person-{number}",
        position=number,
        name=f"{template.name} {number + 1}",
        code=f"P-{number + 1}",
        email=f"person{number}@example.com",
    )


def _card(problem: Problem, solution: Solution, number: int) -> PlayedCard:
    requested = number % 5 == 0
    return PlayedCard(
        id=f"card-{number}",
        workshop_id=problem.workshop_id,
        position=0,
        problem_id=problem.id,
        kind=CardKind.UPDATE if requested else CardKind.SOLUTION,
        catalogue_id="" if requested else solution.id,
    )


def _tally(problem: Problem, chance: random.Random) -> Tally:
    return Tally(
        id=f"tally-{problem.number}",
        workshop_id=problem.workshop_id,
        problem_id=problem.id,
        votes=chance.randrange(PEOPLE),
    )


def _request(sample: WorkshopState, problem: Problem, number: int) -> Request:
    template = sample.requests[number % len(sample.requests)]
    own = {"id": f"request-{number}", "problem_id": problem.id, "number": number + 1}
    return replace(template, **own, title=f"{template.title} {number + 1}")


def _appraisal(sample: WorkshopState, problem: Problem, chance: random.Random) -> Appraisal:
    template = sample.appraisals[problem.number % len(sample.appraisals)]
    answers = {criterion.value: chance.choice(ANSWERS[criterion]) for criterion in Criterion}
    own = {"id": f"appraisal-{problem.number}", "problem_id": problem.id}
    return replace(template, **own, **answers, override=None)


def _action(sample: WorkshopState, people: tuple[Participant, ...], number: int) -> Action:
    template = sample.actions[number % len(sample.actions)]
    own = {"id": f"action-{number}", "owner_id": people[number % PEOPLE].id}
    return replace(template, **own, position=number, problem_id=None, card_id=None)
