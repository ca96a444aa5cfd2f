"""The names that files of users and other programs hold: ``python -m tests.helpers.released_names``
adds those of today to `tests/files/names.json`.

The names are kinds of the action log, fields of records and keys of files, and ids of actions, on
which keys, texts and readings depend. What is under ``removed`` was taken away on purpose; older
files may still contain it.
"""

import json
import tempfile
from dataclasses import fields
from pathlib import Path

from exports.registry import DOCUMENTS
from tests.helpers.command_examples import all_commands
from ui.actions.table import ACTIONS
from workshop_app.domain.workshop_fields import HEADS, LISTS, kinds_of
from workshop_app.services.draft_file import Draft, write
from workshop_app.settings import Settings
from workshop_app.store.tables import TABLES

FILE = Path(__file__).resolve().parents[1] / "files" / "names.json"
Names = dict[str, list[str]]


def todays_names() -> Names:
    """Return the names by what they name; fields as ``record.field``."""
    return {
        "kinds": sorted(command.kind for command in all_commands()),
        "fields": sorted(
            f"{one.name}.{each.name}" for one in TABLES for each in fields(one.record)
        ),
        "workshop file": sorted(
            f"{part}.{name}"
            for part, record in (HEADS | LISTS).items()
            for name in kinds_of(record)
        ),
        "settings": sorted(each.name for each in fields(Settings) if each.init),
        "drafts": _draft_keys(),
        "documents": sorted(DOCUMENTS),
        "actions": sorted(one.id for place in ACTIONS.values() for one in place),
    }


def _draft_keys() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drafts"
        write(file, [Draft("workshop", "list", "problem", "", "", "text", private=False)])
        (draft,) = json.loads(file.read_text(encoding="utf-8"))
    return sorted(draft)


def released_names() -> tuple[Names, Names]:
    """Return all names that were ever released, and those of them that were removed."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return found, found.pop("removed")


def add_todays() -> None:
    """Add the names of today to the file."""
    known, removed = released_names() if FILE.exists() else ({}, {})
    names = {what: sorted({*known.get(what, ()), *now}) for what, now in todays_names().items()}
    text = json.dumps(names | {"removed": removed}, ensure_ascii=False, indent=1)
    FILE.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    add_todays()
