"""Generates the tables of docs/formats.md: ``python -m tests.helpers.file_format``.

Run it after adding a field to a record; the notes in the last column are kept.
"""

import re
from pathlib import Path

from workshop_app.domain.workshop_fields import HEADS, LISTS, kinds_of, private_fields
from workshop_app.domain.workshop_json import VERSION

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "formats.md"
BEGIN = "<!-- fields -->"
END = "<!-- end of fields -->"
_ROW = re.compile(r"^\| `(\w+)` \| (.*) \| (.*?) ?\|$", re.MULTILINE)


def tables(notes: dict[tuple[str, str], str]) -> str:
    """Return a table for each part of the file, with `notes` by part and field."""
    lines = []
    for part, record in (HEADS | LISTS).items():
        lines += [f"### `{part}`", "", "| field | holds | |", "| --- | --- | --- |"]
        private = private_fields(record)
        for name, kind in kinds_of(record).items():
            note = notes.get((part, name), "private" if name in private else "")
            lines.append(f"| `{name}` | {kind.name} | {note} |")
        lines.append("")
    return "\n".join(lines)


def written_tables(text: str) -> str:
    """Return the part of the document that contains the tables."""
    return text.partition(f"{BEGIN}\n")[2].partition(f"\n{END}")[0]


def written_notes(text: str) -> dict[tuple[str, str], str]:
    """Return the handwritten notes in the tables."""
    notes = {}
    for section in written_tables(text).split("### `")[1:]:
        part = section.partition("`")[0]
        notes |= {(part, name): note for name, _, note in _ROW.findall(section)}
    return notes


if __name__ == "__main__":
    before = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = before.partition(f"{BEGIN}\n")
    tail = rest.partition(f"\n{END}")[2]
    fresh = tables(written_notes(before))
    head = re.sub(r'"version": \d+', f'"version": {VERSION}', head)
    DOCUMENT.write_text(f"{head}{BEGIN}\n{fresh}\n{END}{tail}", encoding="utf-8")
