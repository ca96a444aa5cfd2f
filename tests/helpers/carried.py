"""A canary in each field of every kind of record, and readers for the content of all files."""

import zlib
from dataclasses import fields, replace
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import ZipFile

import pikepdf

from tests.helpers.papers import unpacked, words_of
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_fields import HEADS, LISTS

_WORDED = (Privacy.PUBLIC, Privacy.PERSONAL, Privacy.CONTACT, Privacy.PRIVATE)
_FLAGS = frozenset(
    ("participants.ambassador", "workshop.silent", "workshop.score", "workshop.expectation",
     "workshop.next_kind", "participants.can_do_ids")
)  # fmt: skip
"""Private fields that contain no words."""


def worded_fields() -> list[str]:
    """Return every field that may contain user text, as part and name."""
    kinds = HEADS | LISTS
    found = [
        f"{part}.{field.name}"
        for part, kind in kinds.items()
        for field in fields(kind)
        if field.name in fields_with(kind, *_WORDED)
    ]
    return [name for name in found if name not in _FLAGS]


def canary(field: str, number: int) -> str:
    """Return a word unique to a field of one record, given by its number."""
    return f"Q{zlib.crc32(field.encode()) % 900_000 + 100_000}X{number:03}Q"


def with_canaries(state: WorkshopState) -> WorkshopState:
    """Return the workshop with a canary in each used field, or in that of the first record.

    One context answer is to a user-defined question, since others refer to ids. The sample has no
    pointer of its own.
    """
    own = replace(state.answers[-1], id="own-question", question="?", text="!")
    pointer = Pointer(id="p", workshop_id=own.workshop_id, position=0, title="?", address="!")
    state = replace(state, answers=(*state.answers, own), pointers=(pointer,))
    parts: dict[str, object] = {}
    for part in HEADS:
        parts[part] = _filled(part, (getattr(state, part),))[0]
    for part in LISTS:
        parts[part] = _filled(part, getattr(state, part))
    return replace(state, **parts)


def _filled(part: str, records: tuple) -> tuple:
    for name in [field.split(".")[1] for field in worded_fields() if field.startswith(f"{part}.")]:
        used = [number for number, record in enumerate(records) if getattr(record, name)] or [0]
        records = tuple(
            _with(record, name, canary(f"{part}.{name}", number)) if number in used else record
            for number, record in enumerate(records)
        )
    return records


def canaries_in(state: WorkshopState, field: str) -> list[str]:
    """Return the canaries of a field in the workshop."""
    part, name = field.split(".")
    held = getattr(state, part)
    records = held if part in LISTS else (held,)
    words = [canary(field, number) for number in range(len(records))]
    return [
        word for word, record in zip(words, records, strict=True) if word in getattr(record, name)
    ]


def _with(record, name: str, word: str):
    value = getattr(record, name)
    if name == "question" and value in QUESTIONS:
        return record
    if name == "email":
        word = f"{word}@example.org"
    if isinstance(value, tuple):
        return replace(record, **{name: (word, *value)})
    return replace(record, **{name: word})


def everything_in(name: str, data: bytes) -> str:
    """Return everything found in a file: bytes, text, streams, metadata, packed files."""
    if name.endswith(".pdf"):
        return data.decode("latin-1") + words_of(data) + "".join(_objects(data))
    if name.endswith(".eml"):
        message = message_from_bytes(data, policy=policy.default)
        found = [data.decode(), *(str(value) for value in message.values())]
        for part in message.walk():
            if not part.is_multipart():
                content = part.get_payload(decode=True)
                inside = part.get_filename() or "body.txt"
                found.append(everything_in(inside, content))
        return "\n".join(found)
    if name.endswith(".xlsx"):
        with ZipFile(BytesIO(data)) as parts:
            return "\n".join(parts.read(part).decode() for part in parts.namelist())
    text = unpacked(data).decode("utf-8-sig")
    return text + text.replace("\r\n ", "")


def _objects(data: bytes):
    """Return every string and unpacked stream of a PDF; of fonts only the names."""
    with pikepdf.open(BytesIO(data)) as paper:
        for each in paper.objects:
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes().decode("latin-1")
            yield from _strings(each)


def _strings(value):
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - not a mapping
            yield from _direct(value[key])
    elif isinstance(value, pikepdf.Array):
        for child in value:
            yield from _direct(child)


def _direct(value):
    """Return the strings of an object, without following references."""
    if not getattr(value, "is_indirect", False):
        yield from _strings(value)
