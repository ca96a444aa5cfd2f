"""Recognises and reads workshop files; an invalid file is refused as a whole."""

import json
import re
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from workshop_app.domain import workshop_json
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import Privacy, without
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.domain.workshop_fields import HEADS, LISTS
from workshop_app.encryption import ENDING, is_encrypted
from workshop_app.open_store import is_open_store
from workshop_app.services import snapshot
from workshop_app.services.commands.import_workshop import with_customer, with_new_ids
from workshop_app.services.imports.read import (
    decompressed_head,
    head_of,
    read_bytes,
    read_text_file,
)
from workshop_app.services.session import Session
from workshop_app.store.tables import sort_key, table_of

FILE_NAMES = f"*.workshop *.json *.workshop{ENDING} *.json{ENDING}"
"""Patterns of the names of workshop files."""

LARGEST = 50_000_000
"""Maximum size of a workshop file in bytes: enough for twenty times the largest set-up."""
_MOST_RECORDS = 500_000
_MOST_VALUES = 5_000_000
"""More than 50,000 problems need; larger files would take seconds and much memory to parse."""
_LOOKED_AT = 4_000
_HEAD = re.compile(rf'\s*\{{.*?"schema"\s*:\s*"{re.escape(workshop_json.SCHEMA)}"', re.DOTALL)


def is_workshop_file(path: Path) -> bool:
    """Return whether a file begins like a workshop file, even if it is invalid.

    For an encrypted file raises PasswordNeeded, and as `encryption.decrypted_pieces`.
    """
    if is_open_store(path):
        return False
    try:
        if not path.is_file():  # checked first: opening a pipe would block
            return False
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return False
    if is_encrypted(head):
        head = read_bytes(path, largest=LARGEST)[:_LOOKED_AT]
    head = decompressed_head(head, _LOOKED_AT)
    return _HEAD.match(head_of(head)) is not None


def read_workshop_file(path: Path) -> WorkshopState:
    """Return the workshop in a file; raises InvalidInput."""
    text = read_text_file(path, largest=LARGEST)
    if text.count("{") + text.count("[") > _MOST_RECORDS or text.count(",") > _MOST_VALUES:
        raise InvalidInput("imports.workshop.absurd", file=path.name)
    try:
        return _in_order(workshop_json.from_json(text))
    except json.JSONDecodeError as error:
        raise InvalidInput("imports.workshop.broken", file=path.name, line=error.lineno) from None
    except (RecursionError, ValueError):  # nested too deeply, or a number with too many digits
        raise InvalidInput("imports.workshop.absurd", file=path.name) from None
    except workshop_json.TooNew as error:
        raise InvalidInput(
            "imports.workshop.too_new",
            file=path.name,
            version=min(error.version, 999),
            known=workshop_json.VERSION,
        ) from None
    except workshop_json.Misfit as error:
        raise InvalidInput("imports.workshop.misfit", file=path.name, where=error.where) from None


def identical_workshop(session: Session, state: WorkshopState) -> str:
    """Return the id of the workshop in the store that equals the one of a file, or an empty text.

    Ids may differ, since an import may have replaced them, and so may private fields if the file
    has none.
    """
    created_at = state.workshop.created_at
    same = (each.id for each in session.store.all(Workshop) if each.created_at == created_at)
    return next(
        (each for each in same if _are_equal(snapshot.load_alone(session.store, each), state)), ""
    )


def without_private(state: WorkshopState, *kept: Privacy) -> WorkshopState:
    """Return a workshop as it is in a file without the private fields, except some ``kept``."""
    hidden = {Privacy.PRIVATE, Privacy.CONTACT}.difference(kept)
    parts: dict[str, Any] = {part: without(getattr(state, part), *hidden) for part in HEADS}
    for part in LISTS:
        parts[part] = tuple(without(one, *hidden) for one in getattr(state, part))
    parts["pointers"] = tuple(each for each in parts["pointers"] if each.chosen)
    return replace(state, **parts)


def has_private(state: WorkshopState) -> bool:
    """Return whether the workshop of a file has anything in the private fields."""
    return without_private(state) != state


def _are_equal(known: WorkshopState, read: WorkshopState) -> bool:
    of_file = _numbered(read)
    private = has_private(of_file)
    text = workshop_json.to_json(of_file, private=private)
    return workshop_json.to_json(_numbered(known), private=private) == text


def _numbered(state: WorkshopState) -> WorkshopState:
    """Return `state` with numbers as ids, in the order of the old ones, and without an export.

    The export that wrote the file may be recorded after it.
    """
    numbers = map(str, count())
    numbered = with_customer(state, replace(state.customer, id=next(numbers)))
    numbered = with_new_ids(numbered, lambda: next(numbers))
    return replace(numbered, workshop=replace(numbered.workshop, exported_at=""))


def _in_order(state: WorkshopState) -> WorkshopState:
    """Return `state` with its lists in the order of the store, since a file may have any order."""
    parts = {
        part: tuple(sorted(getattr(state, part), key=sort_key(table_of(record))))
        for part, record in LISTS.items()
    }
    return replace(state, **parts)
