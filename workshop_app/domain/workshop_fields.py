"""The form of a workshop file: which parts it has, their fields, and what each may hold.

The fields are those of the records themselves; this module says what their types do not.
``docs/formats.md`` tells the same to readers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_type_hints

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.setup import SetupPart
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, clean_note, required_line, required_note
from workshop_app.domain.workshop import (
    MOST_DISMISSED,
    AgendaItem,
    Customer,
    Participant,
    Workshop,
)

HEADS: dict[str, type[Any]] = {"customer": Customer, "workshop": Workshop}
"""The parts there is one of."""
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
    "appraisals": Appraisal,
    "actions": Action,
    "searches": SavedSearch,
    "setup": SetupPart,
}
"""The parts there are many of."""
IMPLIED = frozenset(("workshop_id", "customer_id"))
"""Told by the place in the file."""
PRIVATE = frozenset(("private_note", "ambassador", "email"))
"""Only in the full file."""
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
}
"""Fields that name a record, and the part it is in."""

_NOTES = frozenset(
    (
        "architecture", "private_note", "method_reason", "ground_rules", "next_note",
        "can_do_alone", "discussion", "situation", "why", "impact", "workaround",
        "good_enough", "wished_how", "own_words", "shortfall",
        *(f"{criterion}_ground" for criterion in Criterion),
    )
)  # fmt: skip
_LARGEST = 999_999_999
_KEY = re.compile(r"[0-9A-Za-z-]{1,64}")
_CODE = re.compile(r"P-[0-9]{1,4}")
_TIME = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What a field may hold: `name` in the documentation, and how a value is taken in.

    `read` raises TypeError, ValueError or InvalidInput for anything else.
    """

    name: str
    read: Callable[[Any], Any]


def kinds_of(record: type[Any]) -> dict[str, FieldKind]:
    """Return the fields of a record as the file has them, and what each may hold."""
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
    if isinstance(hint, UnionType):
        return _or_null(_kind(record, name, get_args(hint)[0]))
    if hint in (int, bool):
        return FieldKind("number", _number) if hint is int else FieldKind("true or false", _flag)
    if hint is str:
        return _text_kind(name)
    if issubclass(hint, Enum):
        return _one_of(tuple(member.value for member in hint), hint)
    raise TypeError(f"{record.__name__}.{name}")


def _text_kind(name: str) -> FieldKind:
    if name == "id":
        return FieldKind("id", _key)
    return FieldKind("note", _note) if name in _NOTES else FieldKind("line", _line)


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


def _note(value: object) -> str:
    return clean_note(_text(value))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise ValueError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _key(value: object) -> str:
    return _matching(value, _KEY)


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


def _lines(value: object, most: int = 100) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return tuple(_line(each) for each in value)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


_DATE, _CLOCK = FieldKind("date", _date), FieldKind("time", _time)
_MOMENT = FieldKind("moment", _moment)
_WORDS = FieldKind("list of lines", _lines)
_TITLE = FieldKind("line, not empty", lambda value: required_line(_text(value)))
_TOLD = FieldKind("note, not empty", lambda value: required_note(_text(value)))
_SPECIAL: dict[tuple[type[Any], str], FieldKind] = {
    (Workshop, "title"): _TITLE,
    (Workshop, "created_at"): _MOMENT,
    (Workshop, "exported_at"): _MOMENT,
    (Workshop, "language"): _one_of(("ja", "en")),
    (Workshop, "date"): _DATE,
    (Workshop, "next_date"): _DATE,
    (Workshop, "start_time"): _CLOCK,
    (Workshop, "end_time"): _CLOCK,
    (Workshop, "community"): _WORDS,
    (Workshop, "dismissed"): FieldKind(
        "list of lines", lambda value: _lines(value, MOST_DISMISSED)
    ),
    (Participant, "name"): _TITLE,
    (Participant, "code"): FieldKind("`P-` and a number", lambda value: _matching(value, _CODE)),
    (AgendaItem, "step"): _one_of(tuple(step.value for step in Step)),
    (ContextAnswer, "question"): _TITLE,
    (ContextAnswer, "text"): _TOLD,
    (Theme, "name"): _TITLE,
    (Problem, "first_wording"): _TITLE,
    (PlayedCard, "text"): FieldKind("note", _note),
    (Request, "title"): _TITLE,
    (Action, "text"): _TITLE,
    (Action, "due"): _DATE,
    (SavedSearch, "looked_at"): _WORDS,
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
