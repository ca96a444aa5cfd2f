"""The format of a workshop file: its parts, their fields, and what each field may hold.

Most of it is derived from the types of the records' fields (`field_types`); this module adds the
rest. ``docs/formats.md`` describes the format for readers.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_type_hints

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.field_types import Privacy, TextKind, field_types, fields_with
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import NEWS_STATES, RequestNews, RequestState
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, clean_note, required_line, required_note
from workshop_app.domain.workshop import (
    MOST_DISMISSED,
    MOST_SCORE,
    AgendaItem,
    Customer,
    Participant,
    Workshop,
)

HEADS: dict[str, type[Any]] = {"customer": Customer, "workshop": Workshop}
"""The parts that hold one record."""
LISTS: dict[str, type[Any]] = {
    "participants": Participant,
    "agenda": AgendaItem,
    "answers": ContextAnswer,
    "themes": Theme,
    "problems": Problem,
    "tallies": Tally,
    "dots": Dot,
    "cards": PlayedCard,
    "requests": Request,
    "news": RequestNews,
    "appraisals": Appraisal,
    "actions": Action,
    "searches": SavedSearch,
    "setup": SetupPart,
    "can_do": CanDoCheck,
    "likes": LikeProblem,
    "pointers": Pointer,
}
"""The parts that hold a list of records."""
IMPLIED = frozenset(("workshop_id", "customer_id"))
"""Fields that are omitted because the file holds one workshop."""
REFERENCES = {
    "speaker_id": "participants",
    "participant_id": "participants",
    "owner_id": "participants",
    "theme_id": "themes",
    "problem_id": "problems",
    "merged_into": "problems",
    "split_from": "problems",
    "answer_id": "answers",
    "card_id": "cards",
    "request_id": "requests",
}
"""Fields that hold the id of a record, and the part that contains the record."""
LISTED_REFERENCES = {"can_do_ids": "can_do"}
"""Fields that hold the ids of several records, and the part that contains them.

Ids of removed records are ignored.
"""

_MOST_LINES = 100
_LARGEST = 999_999_999
_KEY = re.compile(r"[0-9A-Za-z-]{1,64}")
_CODE = re.compile(r"P-[0-9]{1,4}")
_TIME = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What a field may hold: `name` is used in the documentation, `read` validates a JSON value.

    `read` returns the value for the record, and raises TypeError, ValueError or InvalidInput for
    invalid ones.
    """

    name: str
    read: Callable[[Any], Any]


def private_fields(record: type[Any]) -> frozenset[str]:
    """Return the fields of a record that only the complete file contains."""
    return fields_with(record, Privacy.PRIVATE, Privacy.CONTACT)


def records_of(state: WorkshopState) -> Iterator[Any]:
    """Yield all records of a workshop: customer, workshop, and those of the lists."""
    for part in HEADS:
        yield getattr(state, part)
    for part in LISTS:
        yield from getattr(state, part)


def references_to_people() -> Iterator[tuple[type[Any], str]]:
    """Yield the records and fields that refer to a participant."""
    for record in LISTS.values():
        for each in fields(record):
            if REFERENCES.get(each.name) == "participants":
                yield record, each.name


def kinds_of(record: type[Any]) -> dict[str, FieldKind]:
    """Return the fields of a record in the file, and what each may hold."""
    hints = get_type_hints(record)
    return {
        each.name: _kind(record, each.name, hints[each.name])
        for each in fields(record)
        if each.name not in IMPLIED
    }


def _kind(record: type[Any], name: str, hint: Any) -> FieldKind:  # noqa: ANN401 - a type hint
    if (record, name) in _SPECIAL:
        return _SPECIAL[record, name]
    if name in REFERENCES:
        key = FieldKind(f"id in {REFERENCES[name]}", _key)
        return _or_null(key) if isinstance(hint, UnionType) else key
    if name in LISTED_REFERENCES:
        return FieldKind(f"list of ids in {LISTED_REFERENCES[name]}", _keys)
    if isinstance(hint, UnionType):
        return _or_null(_kind(record, name, get_args(hint)[0]))
    if hint in (int, bool):
        return FieldKind("number", _number) if hint is int else FieldKind("true or false", _flag)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of(tuple(member.value for member in hint), hint)
    return _TEXTS[field_types(record)[name].kind]


def _or_null(kind: FieldKind) -> FieldKind:
    return FieldKind(
        f"{kind.name}, or null", lambda value: None if value is None else kind.read(value)
    )


def _one_of(values: tuple[str, ...], make: Callable[[str], Any] = str) -> FieldKind:
    def read(value: object) -> Any:  # noqa: ANN401 - a member of the enum, or the text
        if not isinstance(value, str) or value not in values:
            raise ValueError
        return make(value)

    return FieldKind(" / ".join(f"`{value}`" for value in values), read)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _line(value: object) -> str:
    return clean_line(_text(value))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise ValueError
    return value


def _score(value: object) -> int:
    number = _number(value)
    if number > MOST_SCORE:
        raise ValueError
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _key(value: object) -> str:
    return _matching(value, _KEY)


def _keys(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_key(each) for each in _list(value)))


def _matching(value: object, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(_text(value)):
        raise ValueError
    return _text(value)


def _date(value: object) -> str:
    text = _text(value)
    if text and date.fromisoformat(text).isoformat() != text:
        raise ValueError
    return text


def _time(value: object) -> str:
    text = _text(value)
    if text:
        time.fromisoformat(_matching(text, _TIME))
    return text


def _moment(value: object) -> str:
    text = _line(value)
    if text:
        _date(text[:10])
        datetime.fromisoformat(text)
    return text


def _lines(value: object, most: int = _MOST_LINES) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return tuple(_line(each) for each in value)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


_TEXTS: dict[TextKind, FieldKind] = {
    TextKind.ID: FieldKind("id", _key),
    TextKind.LINE: FieldKind("line", _line),
    TextKind.REQUIRED_LINE: FieldKind("line, not empty", lambda value: required_line(_text(value))),
    TextKind.NOTE: FieldKind("note", lambda value: clean_note(_text(value))),
    TextKind.REQUIRED_NOTE: FieldKind("note, not empty", lambda value: required_note(_text(value))),
    TextKind.DATE: FieldKind("date", _date),
    TextKind.TIME: FieldKind("time", _time),
    TextKind.MOMENT: FieldKind("moment", _moment),
    TextKind.PERSON_CODE: FieldKind("`P-` and a number", lambda value: _matching(value, _CODE)),
    TextKind.LINES: FieldKind("list of lines", _lines),
}
_SPECIAL: dict[tuple[type[Any], str], FieldKind] = {
    (Workshop, "language"): _one_of(("ja", "en")),
    (Pointer, "language"): _one_of(("ja", "en")),
    (Workshop, "dismissed"): FieldKind(
        "list of lines", lambda value: _lines(value, MOST_DISMISSED)
    ),
    (Workshop, "score"): _or_null(FieldKind("number from 0 to 10", _score)),
    (AgendaItem, "step"): _one_of(tuple(step.value for step in Step)),
    (RequestNews, "state"): _one_of(tuple(state.value for state in NEWS_STATES), RequestState),
    (SetupPart, "facts"): FieldKind("list of facts", _list),
    (SetupPart, "left_out"): FieldKind("list", _list),
    **{
        (Appraisal, criterion.value): FieldKind(
            " / ".join(f"`{answer}`" for answer in ANSWERS[criterion]) + ", or empty",
            _one_of(("", *ANSWERS[criterion])).read,
        )
        for criterion in Criterion
    },
}
"""Fields with listed values or a format of their own."""
