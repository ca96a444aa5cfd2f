"""Saves unentered text (drafts) in a file beside the store, so that it survives a crash.

The file is written by the holder of the store's lock, with the same permissions as the store, and
removed when there are no drafts.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workshop_app.private_files import make_file

_LARGEST = 4_000_000
"""Maximum number of bytes read from the file."""


class Draft(NamedTuple):
    """The text of one field, and where it belongs."""

    kind: str
    """The kind of field: ``line``, ``panel``, ``form`` or ``correction``."""
    workshop: str
    page: str
    place: str
    """The name of the field or panel on the page, or what a form is about."""
    record: str
    """The id of the record that the text is about, or empty."""
    part: str
    """The field of a panel or form, or empty."""
    text: str
    private: bool
    """Whether it was typed in private mode, and is only restored there."""


def draft_path(store: Path) -> Path:
    """Return the file for the drafts of a store."""
    return store.with_name(store.name + ".drafts")


def read(path: Path) -> tuple[Draft, ...]:
    """Return the drafts in a file; none if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        return tuple(_draft(each) for each in found)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ()


def write(path: Path, drafts: Iterable[Draft]) -> None:
    """Replace the file atomically, or remove it if there are no drafts; raises OSError."""
    kept = [draft._asdict() for draft in drafts]
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    if not kept:
        path.unlink(missing_ok=True)
        return
    try:
        with os.fdopen(make_file(part), "w", encoding="utf-8", errors="replace") as file:
            json.dump(kept, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _draft(found: dict[str, object]) -> Draft:
    types = Draft.__annotations__
    values = {name: found[name] for name in types}
    if any(not isinstance(values[name], kind) for name, kind in types.items()):
        raise TypeError("drafts")
    return Draft(**values)  # type: ignore[arg-type]
