"""The types of the fields of records: what a text may hold, and who may see it.

A record declares both once, in the type of the field. Everything else is derived from it: the
format of the workshop file (`workshop_fields`), the cleaning of user input
(`services.commands.edit`), what exports mask and withhold (`exports.masking`, `exports.protected`),
what the command line hides and what an anonymous workshop does not store. A test fails if a text
field of a record has no such type.
"""

from dataclasses import dataclass, fields, replace
from enum import Enum, auto
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from workshop_app.domain.contact import ContactKind, Expectation

_Record = TypeVar("_Record")


class Privacy(Enum):
    """Who may see the value of a field."""

    TECHNICAL = auto()
    """No user text: ids, dates, choices. Never masked."""
    PUBLIC = auto()
    """Text that may appear in papers for the customer."""
    PERSONAL = auto()
    """Identifies a participant: empty where people are replaced by codes."""
    CONTACT = auto()
    """An address: only in the participant's own mail draft and in private documents."""
    SPEAKER = auto()
    """Names who said something: not stored in anonymous workshops, and removed when one
    becomes so.
    """
    PRIVATE = auto()
    """For the facilitator only: private mode, and documents that are marked private."""


class TextKind(Enum):
    """What a text may hold, which decides how it is cleaned and read (see `domain.text`)."""

    ID = auto()
    LINE = auto()
    REQUIRED_LINE = auto()
    """One line with at least one visible character."""
    NOTE = auto()
    """Several lines."""
    REQUIRED_NOTE = auto()
    DATE = auto()
    """ISO ``YYYY-MM-DD``, or empty."""
    TIME = auto()
    """``HH:MM``, or empty."""
    MOMENT = auto()
    """ISO date and time, or empty."""
    PERSON_CODE = auto()
    """Such as ``P-1`` (`ids.person_code`)."""
    LINES = auto()
    """A tuple of lines."""
    OTHER = auto()
    """Validated in `workshop_fields`."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """Metadata of a field beyond its Python type."""

    privacy: Privacy
    kind: TextKind = TextKind.OTHER


Id = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.ID)]
OptionalId = Annotated[str | None, FieldType(Privacy.TECHNICAL, TextKind.ID)]
SpeakerId = Annotated[str | None, FieldType(Privacy.SPEAKER, TextKind.ID)]
"""The participant who said something."""
Choice = Annotated[str, FieldType(Privacy.TECHNICAL)]
"""One of several values that are listed in `workshop_fields`."""
TechnicalLine = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.LINE)]
"""One line that is not user input: an id or version of a catalogue entry, a timestamp."""
Ids = Annotated[tuple[str, ...], FieldType(Privacy.TECHNICAL, TextKind.LINES)]
"""Ids of things that are not records of the workshop."""
Date = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.DATE)]
Time = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.TIME)]
Moment = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.MOMENT)]
Data = Annotated[str, FieldType(Privacy.TECHNICAL)]
"""JSON with its own validation."""

Line = Annotated[str, FieldType(Privacy.PUBLIC, TextKind.LINE)]
RequiredLine = Annotated[str, FieldType(Privacy.PUBLIC, TextKind.REQUIRED_LINE)]
Note = Annotated[str, FieldType(Privacy.PUBLIC, TextKind.NOTE)]
RequiredNote = Annotated[str, FieldType(Privacy.PUBLIC, TextKind.REQUIRED_NOTE)]
Lines = Annotated[tuple[str, ...], FieldType(Privacy.PUBLIC, TextKind.LINES)]

PersonCode = Annotated[str, FieldType(Privacy.TECHNICAL, TextKind.PERSON_CODE)]
PersonName = Annotated[str, FieldType(Privacy.PERSONAL, TextKind.REQUIRED_LINE)]
PersonLine = Annotated[str, FieldType(Privacy.PERSONAL, TextKind.LINE)]
EmailAddress = Annotated[str, FieldType(Privacy.CONTACT, TextKind.LINE)]
PrivateNote = Annotated[str, FieldType(Privacy.PRIVATE, TextKind.NOTE)]
PrivateIds = Annotated[tuple[str, ...], FieldType(Privacy.PRIVATE, TextKind.LINES)]
"""Ids of records of the workshop."""
PrivateFlag = Annotated[bool, FieldType(Privacy.PRIVATE)]
PrivateNumber = Annotated[int | None, FieldType(Privacy.PRIVATE)]
PrivateKind = Annotated[ContactKind | None, FieldType(Privacy.PRIVATE)]
PrivateExpectation = Annotated[Expectation, FieldType(Privacy.PRIVATE)]

_TYPED = (TextKind.LINE, TextKind.REQUIRED_LINE, TextKind.NOTE, TextKind.REQUIRED_NOTE)
_EMPTY: dict[object, object] = {
    str: "",
    bool: False,
    tuple[str, ...]: (),
    str | None: None,
    int | None: None,
    ContactKind | None: None,
    Expectation: Expectation.NOT_ASKED,
}
"""The empty value of a field by its plain type."""


@cache
def field_types(record: type[Any]) -> dict[str, FieldType]:
    """Return the types of the fields of a record that have one, by name."""
    hints = get_type_hints(record, include_extras=True)
    found = {each.name: _field_type(hints[each.name]) for each in fields(record)}
    return {name: field_type for name, field_type in found.items() if field_type is not None}


@cache
def fields_with(record: type[Any], *privacies: Privacy) -> frozenset[str]:
    """Return the names of the fields of a record with one of these privacies."""
    return frozenset(
        name for name, each in field_types(record).items() if each.privacy in privacies
    )


@cache
def typed_texts(record: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields of a record that hold text typed by users, in order."""
    return tuple(
        name
        for name, each in field_types(record).items()
        if each.privacy is not Privacy.TECHNICAL and each.kind in _TYPED
    )


def without(record: _Record, *privacies: Privacy) -> _Record:
    """Return `record` with its fields of these privacies emptied."""
    names = fields_with(type(record), *privacies)
    if not names:
        return record
    return replace(record, **{name: _empty(type(record), name) for name in names})  # type: ignore[type-var]


@cache
def _empty(record: type[Any], name: str) -> object:
    return _EMPTY[get_type_hints(record)[name]]


def _field_type(hint: Any) -> FieldType | None:  # noqa: ANN401 - type hints have no common type
    if get_origin(hint) is not Annotated:
        return None
    return next((each for each in get_args(hint) if isinstance(each, FieldType)), None)
