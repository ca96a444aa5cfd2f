"""Saves unentered text (drafts) in a file beside the store, so that it survives a crash.

The file is written by the holder of the store's lock, with the same permissions as the store, and
removed when there are no drafts.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from workshop_app.private_files import replacing

_LARGEST = 4_000_000
"""Maximum number of bytes read from the file."""
_FLAGS = ("private", "begun")


class Draft(NamedTuple):
    """The text or choice in one part of an editor, and where it belongs."""

    workshop: str
    page: str
    place: str
    """The name of the editor on the page."""
    record: str
    """The id of the record that the text is about, or empty."""
    part: str
    """The field or choice of the editor, or empty."""
    text: str
    private: bool
    """Whether it was typed in private mode, and is only restored there."""
    begun: bool = True
    """Whether losing it would lose work; files of version 0.2 do not say."""


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
    kept = [{"kind": _kind(draft)} | draft._asdict() for draft in drafts]
    if not kept:
        path.unlink(missing_ok=True)
        return
    with replacing(path) as file:
        file.write(json.dumps(kept, ensure_ascii=False).encode(errors="replace"))


def _kind(draft: Draft) -> str:
    """Return the kind by which version 0.2 finds an entry line; it passes over all others."""
    return "editor" if draft.record or draft.part else "line"


def _draft(found: dict[str, object]) -> Draft:
    values = {"begun": True} | found
    values = {name: values[name] for name in Draft._fields}
    if any(type(values[name]) is not (bool if name in _FLAGS else str) for name in values):
        raise TypeError("drafts")
    return Draft(**values)  # type: ignore[arg-type]
