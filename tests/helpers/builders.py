"""Builders of records with defaults for tests; ids describe what they identify."""

from dataclasses import replace
from typing import Any

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal, Criterion
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Participant, Workshop

WORKSHOP = "workshop-1"
CUSTOMER = "customer-1"

ALL_ANSWERED = {
    Criterion.WHO: "known",
    Criterion.CONCRETE: "yes",
    Criterion.OURS: "yes",
    Criterion.NOW: "half_year",
    Criterion.ALTERNATIVE: "none",
    Criterion.GENERAL: "general",
}
"""Answers that make a problem a request."""


def a_customer(**fields: Any) -> Customer:
    return replace(Customer(id=CUSTOMER, name="株式会社サンプル"), **fields)


def a_workshop(**fields: Any) -> Workshop:
    plain = Workshop(
        id=WORKSHOP,
        customer_id=CUSTOMER,
        title="監視の困りごとワークショップ",
        created_at="2026-12-03T13:30:00",
        date="2026-12-03",
    )
    return replace(plain, **fields)


def a_participant(number: int = 1, name: str = "青木", **fields: Any) -> Participant:
    plain = Participant(
        id=f"person-{number}",
        workshop_id=WORKSHOP,
        position=number - 1,
        name=name,
        code=f"P-{number}",
    )
    return replace(plain, **fields)


def a_problem(number: int = 1, words: str = "内部の機器の監視ができない", **fields: Any) -> Problem:
    plain = Problem(
        id=f"problem-{number}",
        workshop_id=WORKSHOP,
        position=number - 1,
        number=number,
        first_wording=words,
    )
    return replace(plain, **fields)


def a_theme(number: int = 1, name: str = "つながりの監視", **fields: Any) -> Theme:
    plain = Theme(id=f"theme-{number}", workshop_id=WORKSHOP, position=number - 1, name=name)
    return replace(plain, **fields)


def a_tally(problem: Problem, votes: int) -> Tally:
    return Tally(
        id=f"tally-{problem.number}", workshop_id=WORKSHOP, problem_id=problem.id, votes=votes
    )


def a_card(problem: Problem, kind: CardKind = CardKind.SOLUTION, **fields: Any) -> PlayedCard:
    plain = PlayedCard(
        id=f"card-{problem.number}-{kind}",
        workshop_id=WORKSHOP,
        position=problem.position,
        problem_id=problem.id,
        kind=kind,
        title=f"カード {kind}",
    )
    return replace(plain, **fields)


def a_request(problem: Problem, number: int = 1, **fields: Any) -> Request:
    plain = Request(
        id=f"request-{number}",
        workshop_id=WORKSHOP,
        problem_id=problem.id,
        number=number,
        title=problem.title,
        own_words=problem.first_wording,
    )
    return replace(plain, **fields)


def news_of(request: Request, state: RequestState, number: int = 1, **fields: Any) -> RequestNews:
    """A news record of a request, dated 4 December by default."""
    plain = RequestNews(
        id=f"{request.id}-news-{number}",
        workshop_id=WORKSHOP,
        position=number,
        request_id=request.id,
        state=state,
        date="2026-12-04",
    )
    return replace(plain, **fields)


def an_appraisal(problem: Problem, answers: Any = None, **fields: Any) -> Appraisal:
    """An appraisal with these answers by criterion; by default all are answered."""
    chosen = ALL_ANSWERED if answers is None else answers
    values = {criterion.value: answer for criterion, answer in chosen.items()}
    plain = Appraisal(
        id=f"appraisal-{problem.number}", workshop_id=WORKSHOP, problem_id=problem.id, **values
    )
    return replace(plain, **fields)


def an_answer(number: int = 1, text: str = "2か月前です", **fields: Any) -> ContextAnswer:
    plain = ContextAnswer(
        id=f"answer-{number}",
        workshop_id=WORKSHOP,
        position=number - 1,
        question="last_login",
        text=text,
    )
    return replace(plain, **fields)


def an_action(number: int = 1, text: str = "check-tcp を入れる", **fields: Any) -> Action:
    plain = Action(id=f"action-{number}", workshop_id=WORKSHOP, position=number - 1, text=text)
    return replace(plain, **fields)


def a_state(**parts: Any) -> WorkshopState:
    """A workshop snapshot; parts that are not given are empty."""
    head = {"workshop": a_workshop(), "customer": a_customer()}
    return WorkshopState(**(head | parts))
