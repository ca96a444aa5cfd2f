"""Reads one or several files of a customer's Mackerel as previews of parts."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.services.imports.mackerel.kinds import KINDS
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.reading import joined, read_text
from workshop_app.services.imports.mackerel.refused import (
    is_agent_settings,
    is_json,
    known_text,
)
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.imports.xlsx import is_workbook

LARGEST_SETUP = 30_000_000
"""Maximum size of such a file in bytes: 2,000 hosts with all their fields take 20 MB."""
_SUFFIXES = (".json", ".conf", ".toml", ".yaml", ".yml", ".tf", ".tfstate")


def is_setup_file(path: Path) -> bool:
    """Return whether a file belongs to a set-up and is not a list of problems.

    This is decided by its content, or by a file name that no list of problems has. Raises
    InvalidInput if the file is missing, too large or not text.
    """
    if path.suffix.lower() in _SUFFIXES:
        return True
    if is_workbook(path):
        return False
    text = read_text_file(path, largest=LARGEST_SETUP)
    return is_json(text) or is_agent_settings(text) or bool(known_text(text))


def read_setup(path: Path) -> SetupPreview:
    """Return the preview of one file; raises InvalidInput."""
    return read_setups([path])[0]


def read_setups(
    paths: Iterable[Path], existing: Iterable[SetupPart] = ()
) -> tuple[SetupPreview, ...]:
    """Return the previews of several files, one per part, in the order of the files.

    Pages of one list become one part. Raises InvalidInput for the first file that cannot be read,
    and for an empty list where one with entries was read before.
    """
    found: dict[tuple[SetupKind, str], SetupPreview] = {}
    for path in paths:
        text = read_text_file(path, largest=LARGEST_SETUP)
        preview = read_text(text, path.stem, path.suffix)
        if KINDS[preview.kind].separate:
            preview = _with_own_subject(preview, found.keys())
        before = found.get((preview.kind, preview.subject))
        preview = joined(before, preview) if before else preview
        found[preview.kind, preview.subject] = preview
    earlier = {(part.kind, part.subject): part for part in existing}
    for key, each in found.items():
        before = earlier.get(key)
        if not each.facts and before is not None and facts_of(before):
            raise InvalidInput("imports.setup.refuse.empty_part", file=each.files[0])
    return tuple(replace(each, replaces=earlier.get(key)) for key, each in found.items())


def _with_own_subject(
    preview: SetupPreview, taken: Iterable[tuple[SetupKind, str]]
) -> SetupPreview:
    """Append a number to the subject if another file has the same one, as two agents may."""
    subjects = {subject for kind, subject in taken if kind is preview.kind}
    subject = preview.subject
    number = 1
    while subject in subjects:
        number += 1
        subject = f"{preview.subject} ({number})".strip()
    return replace(preview, subject=subject)
