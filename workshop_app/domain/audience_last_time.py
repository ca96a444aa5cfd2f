"""Builds the audience views that review the previous visit."""

from workshop_app.domain.action import Action
from workshop_app.domain.audience_view import (
    AskedAction,
    AudiencePicture,
    CountedLine,
    CountedLines,
    DeliveredCard,
    LastActions,
    LastCards,
    LastProblem,
    LastProblems,
    LastRequests,
    StandingRequest,
    ThenNow,
    Waiting,
)
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.then_now import (
    AskedLine,
    answered_actions,
    asked_lines,
    contact_of,
    earlier_day,
    last_actions,
    last_cards,
    last_requests,
    left_problems,
    taken_over,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE
from workshop_app.domain.request_news import latest
from workshop_app.domain.state import WorkshopState


def last_time_picture(state: WorkshopState, section: str, *, current: str) -> AudiencePicture:
    """Return the view of a section of the review; `current` is the selected record."""
    before = state.before
    if before is None:
        return Waiting()
    if section == "actions":
        return LastActions(
            date=before.workshop.date,
            actions=_actions(state),
            answered=answered_actions(state),
            current=current,
        )
    if section == "requests":
        return LastRequests(requests=_requests(state), current=current)
    if section == "alone":
        return CountedLines(lines=_lines(state), current=current)
    if section == "problems":
        return LastProblems(problems=_problems(before, state), current=current)
    if section == "cards":
        return LastCards(cards=_cards(state), current=current)
    return ThenNow(problems=_problems(before, state), actions=_actions(state), lines=_lines(state))


def counted_lines(state: WorkshopState, *, current: str) -> CountedLines:
    """Return the lines of this workshop's own can-do check, without a previous visit."""
    people = state.votes.present
    lines = tuple(
        CountedLine(
            id=check.id,
            words=check.text,
            then=None,
            then_people=0,
            now=check.hands,
            now_people=check.people or people,
        )
        for check in state.can_do
    )
    return CountedLines(lines=lines, current=current)


def _actions(state: WorkshopState) -> tuple[AskedAction, ...]:
    return tuple(_action(state, action) for action in last_actions(state))


def _action(state: WorkshopState, action: Action) -> AskedAction:
    person = contact_of(state, action).participant(action.owner_id)
    return AskedAction(
        id=action.id,
        words=action.text,
        owner=person.name if person else action.owner_name,
        honorific=person.honorific if person else "",
        due=action.due,
        answer=action.answer.value if action.answer is not None else "",
        note=action.answer_note,
        day=earlier_day(state, action),
    )


def _requests(state: WorkshopState) -> tuple[StandingRequest, ...]:
    found = []
    for request in last_requests(state):
        before = contact_of(state, request)
        promise = promise_of(before, request)
        last = latest(before.news_of(request))
        found.append(
            StandingRequest(
                id=request.id,
                words=request.title,
                promise=promise.value,
                outcome=SHAPE[promise],
                told=last.may_be_told if last is not None else "",
                day=earlier_day(state, request),
            )
        )
    return tuple(found)


def _lines(state: WorkshopState) -> tuple[CountedLine, ...]:
    return tuple(_line(line, state.votes.present) for line in asked_lines(state))


def _line(line: AskedLine, people: int) -> CountedLine:
    return CountedLine(
        id=line.id,
        words=line.text,
        then=line.hands_then,
        then_people=line.people_then,
        now=line.hands_now,
        now_people=line.people_now or people,
    )


def _problems(before: WorkshopState, state: WorkshopState) -> tuple[LastProblem, ...]:
    return tuple(_problem(before, state, problem) for problem in left_problems(state))


def _problem(before: WorkshopState, state: WorkshopState, problem: Problem) -> LastProblem:
    new = taken_over(state, problem)
    return LastProblem(
        id=problem.id,
        words=problem.title,
        promises=tuple(each.value for each in promises_of(before, problem).values()),
        now=problem.became,
        number=new.number if new is not None and not new.held else 0,
    )


def _cards(state: WorkshopState) -> tuple[DeliveredCard, ...]:
    return tuple(
        DeliveredCard(
            id=card.id,
            words=card.title,
            at_once=card.outcome is OutcomeKind.SOLUTION,
            delivered_on=card.delivered_on,
            helped=card.helped.value if card.helped is not None else "",
        )
        for card in last_cards(state)
    )
