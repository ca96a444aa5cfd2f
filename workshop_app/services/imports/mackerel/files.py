"""Files of a customer's Mackerel, one or several at once, as the parts they would become."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from workshop_app.domain.setup import SetupKind, SetupPart
from workshop_app.services.imports.mackerel.others import (
    is_agent_settings,
    is_json,
    other_text,
)
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.reading import joined, read_text
from workshop_app.services.imports.read import read_text_file

LARGEST_SETUP = 30_000_000
"""Bytes that such a file may have: 2,000 hosts with all that is known of them take 20 MB."""
_SUFFIXES = (".json", ".conf", ".toml", ".yaml", ".yml", ".tf", ".tfstate")


def is_setup_file(path: Path) -> bool:
    """Tell whether a file is to be read here, and not as a list of problems.

    It is told by what the file holds; the name counts for texts that can be no list.
    Raises InvalidInput when the file is missing, too large or not text.
    """
    if path.suffix.lower() in _SUFFIXES:
        return True
    text = read_text_file(path, largest=LARGEST_SETUP)
    return is_json(text) or is_agent_settings(text) or bool(other_text(text))


def read_setup(path: Path, existing: Iterable[SetupPart] = ()) -> SetupPreview:
    """Return what one file would add to the `existing` parts; raises InvalidInput."""
    return read_setups([path], existing)[0]


def read_setups(
    paths: Iterable[Path], existing: Iterable[SetupPart] = ()
) -> tuple[SetupPreview, ...]:
    """Return what several files would add together, one preview a part, in the files' order.

    Pages of one list become one part. Raises InvalidInput for the first file that cannot be read;
    its sentence names the file.
    """
    found: dict[tuple[SetupKind, str], SetupPreview] = {}
    for path in paths:
        text = read_text_file(path, largest=LARGEST_SETUP)
        preview = read_text(text, path.stem, path.suffix)
        if preview.kind in (SetupKind.AGENT, SetupKind.ROLES):
            preview = _apart(preview, found.keys())
        before = found.get((preview.kind, preview.subject))
        preview = joined(before, preview) if before else preview
        found[preview.kind, preview.subject] = preview
    earlier = {(part.kind, part.subject): part for part in existing}
    return tuple(replace(each, replaces=earlier.get(key)) for key, each in found.items())


def _apart(preview: SetupPreview, taken: Iterable[tuple[SetupKind, str]]) -> SetupPreview:
    """Number the subject where another file read with it has the same: they are two agents."""
    subjects = {subject for kind, subject in taken if kind is preview.kind}
    subject, number = preview.subject, 1
    while subject in subjects:
        number += 1
        subject = f"{preview.subject} ({number})".strip()
    return replace(preview, subject=subject)
