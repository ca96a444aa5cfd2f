"""What all customers hold for the community as CSV, for the facilitator only."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from exports.csv_writer import to_csv
from exports.files import FileSet
from workshop_app.i18n import Texts
from workshop_app.services.community import CommunityLine

_COLUMNS = ("part", "text", "customer", "day", "said", "marked")


def write_community(
    lines: Iterable[CommunityLine], folder: Path, words: Texts, day: str
) -> tuple[Path, ...]:
    """Write all lines to a file in a folder; `day` (ISO) is part of its name. Raises UserError."""
    rows = [
        (words(f"community.part.{each.part}"), each.text, each.customer, each.day, each.said,
         words("community.marked") if each.marked else "")
        for each in lines
    ]  # fmt: skip
    header = [words(f"community.column.{name}") for name in _COLUMNS]
    with FileSet(folder, uuid4().hex) as files:
        name = f"{day}_{words('community.file')}_{words.language}.csv"
        files.add(name, to_csv(header, rows))
        return files.publish()
