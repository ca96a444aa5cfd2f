"""One workshop as text or JSON, without private fields, since a terminal may be projected, too."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.ids import request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, is_left_out, missing, number_in, steps_of
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import all_actions
from workshop_app.services.promise_words import request_words


def as_json(state: WorkshopState) -> dict[str, Any]:
    """Return the workshop as plain values, without private fields."""
    plain: dict[str, Any] = _plain(state)
    for problem, record in zip(state.problems, plain["problems"], strict=True):
        record["outcomes"] = [kind.value for kind in state.outcomes_of(problem)]
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a record
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if not is_dataclass(value):
        return value
    private = fields_with(type(value), Privacy.PRIVATE)
    names = (each.name for each in fields(value) if each.name not in private)
    return {name: _plain(getattr(value, name)) for name in names}


def as_lines(state: WorkshopState) -> Iterator[str]:
    """Yield the workshop as lines: customer and date, steps, problems, requests, actions."""
    yield from _head(state)
    yield from _section("steps", [_step(state, step) for step in steps_of(state.workshop.kind)])
    yield from _section("problems", [line for p in state.listed for line in _problem(state, p)])
    yield from _section("requests", [_request(state, r) for r in state.requests])
    yield from _section("actions", list(_actions(state)))


def _head(state: WorkshopState) -> Iterator[str]:
    workshop = state.workshop
    customer = state.customer
    yield workshop.title
    times = "–".join(time for time in (workshop.start_time, workshop.end_time) if time)
    facts = {
        "id": workshop.id,
        "customer": customer.name and texts().organisation(customer.name, customer.honorific),
        "date": " ".join(part for part in (texts().date(workshop.date), times) if part),
        "place": workshop.place,
        "facilitator": workshop.facilitator,
        "people": ", ".join(texts().addressed(p) for p in state.participants),
    }
    for name, value in facts.items():
        if value:
            yield f"  {tr(f'cli.show.{name}')}: {value}"


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield tr(f"cli.show.{name}")
        yield from (f"  {line}" for line in lines)


def _step(state: WorkshopState, step: Step) -> str:
    lacking = [tr(f"steps.missing.{each.key}", n=each.n) for each in missing(state, step)]
    if not lacking:
        lacking = [tr(f"steps.state.{'left_out' if is_left_out(state, step) else 'done'}")]
    number = number_in(state.workshop.kind, step)
    return f"{number} {tr(f'steps.name.{step}')}: {', '.join(lacking)}"


def _problem(state: WorkshopState, problem: Problem) -> Iterator[str]:
    votes = state.votes.of(problem.id)
    counted = "" if votes is None else f"  {tr('cli.show.votes', n=votes)}"
    outcomes = ", ".join(tr(f"cards.outcome.{kind}") for kind in state.outcomes_of(problem))
    chosen = "*" if problem.chosen else " "
    yield f"{chosen}{problem.number:3}  {problem.title}  [{outcomes}]{counted}"
    for card in state.cards_of(problem.id):
        yield f"        {tr(f'cards.kind.{card.kind}')}: {card.title}"
    if problem.not_ours_reason:
        yield f"        {problem.not_ours_reason}"


def _actions(state: WorkshopState) -> Iterator[str]:
    for action in all_actions(state, texts()):
        name = state.owner_of(action, texts().addressed)
        rest = "  ".join(part for part in (name, texts().date(action.due)) if part)
        yield f"[{'x' if action.done else ' '}] {action.text}  {rest}".rstrip()


def _request(state: WorkshopState, request: Request) -> str:
    said = request_words(texts(), state, request, Reader.FACILITATOR)
    return f"{request_code(request.number)}  {request.title}  ({said})"
