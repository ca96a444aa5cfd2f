"""Reads a list of problems from a file; the suffix selects the reader."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.domain.speaker_matching import meant_by, people_in
from workshop_app.domain.workshop import Participant
from workshop_app.services.imports.mackerel.refused import is_json
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.imports.table import (
    ColumnRole,
    ImportedTable,
    read_cells,
    read_csv,
    read_rows,
)
from workshop_app.services.imports.text import (
    ListLine,
    ListPreview,
    are_numbered,
    has_bullet,
    parse_list,
    with_plain_breaks,
)
from workshop_app.services.imports.xlsx import is_workbook, read_workbook

_TABLES = (".csv", ".tsv")
_NO_LISTS = (
    ".json", ".jsonl", ".conf", ".ini", ".yaml", ".yml", ".toml", ".xml", ".html", ".log",
    ".workshop",
)  # fmt: skip
"""Files whose lines are not problems."""


_MOST_LINES = 5_000
"""More than a workshop can list; many more could not be undone in one step."""


def read_list_file(path: Path) -> ImportedTable | str:
    """Return the table in a file, or its text if it has lines but no columns.

    Raises InvalidInput.
    """
    if path.suffix.lower() in _NO_LISTS:
        raise InvalidInput("imports.no_list", file=path.name)
    if is_workbook(path):
        table = read_rows(read_workbook(path))
        if len(table.rows) > _MOST_LINES:
            raise InvalidInput("imports.too_many_lines", file=path.name, limit=_MOST_LINES)
        return table
    text = read_text_file(path)
    if is_json(text):
        raise InvalidInput("imports.of_mackerel", file=path.name)
    if text.count("\n") > _MOST_LINES:
        raise InvalidInput("imports.too_many_lines", file=path.name, limit=_MOST_LINES)
    if path.suffix.lower() in _TABLES:
        return read_csv(text)
    return read_cells(text) or text


def preview_of(
    content: ImportedTable | str,
    existing: Iterable[Problem] = (),
    people: Sequence[Participant] = (),
) -> ListPreview:
    """Return the lines of a table or text, compared with the `existing` problems.

    Without a column of speakers, a line itself may name who said it (`with_speakers`).
    """
    if isinstance(content, ImportedTable):
        return content.preview(existing, people)
    return parse_list(content, existing, people)


def listed_in(text: str) -> int:
    """Return the number of lines in the list that a text contains."""
    return len(list_in(text))


def list_in(
    text: str, existing: Iterable[Problem] = (), people: Sequence[Participant] = ()
) -> list[ListLine]:
    """Return the new lines in the list that a text contains: a table, numbers or bullets."""
    content = read_cells(text) or text
    if not isinstance(content, ImportedTable) and not has_bullets(content):
        return []
    return [line for line in preview_of(content, existing, people).to_add if not line.beside_list]


def has_bullets(content: ImportedTable | str) -> bool:
    """Return whether a wording of a table, or a line of a text, begins with a bullet or number."""
    if isinstance(content, ImportedTable):
        lines = [row.cell(content.wording) for row in content.body]
    else:
        lines = with_plain_breaks(content).split("\n")
    return any(map(has_bullet, lines)) or are_numbered(lines)


def read_list(
    path: Path,
    existing: Iterable[Problem] = (),
    people: Sequence[Participant] = (),
    *,
    of_talk: bool = False,
) -> ListPreview:
    """Return the lines of the list in a file as `preview_of` does; raises InvalidInput.

    For a contact at which people meet (`of_talk`) the column of scores is not used.
    """
    content = read_list_file(path)
    return preview_of(of_contact(content, people, of_talk=of_talk), existing, people)


def of_contact(
    content: ImportedTable | str, people: Sequence[Participant], *, of_talk: bool
) -> ImportedTable | str:
    """Return a table without the column that its contact does not use.

    A column whose texts are mostly names of its people is that of speakers, if no heading says so.
    """
    if not isinstance(content, ImportedTable):
        return content
    table = content.without(ColumnRole.SCORE) if of_talk else content
    unused = (n for n in table.columns if table.role(n) is ColumnRole.UNUSED)
    named = next((n for n in unused if _names(table, n, people)), None)
    if named is None or table.speaker is not None:
        return table
    return table.with_role(named, ColumnRole.SPEAKER)


def _names(table: ImportedTable, column: int, people: Sequence[Participant]) -> bool:
    """Return whether more than half of the names in a column mean a person."""
    cells = {row.cell(column).strip() for row in table.body} - {""}
    meant = meant_by((who for cell in cells for who in people_in(cell)), people)
    known = [who for who in meant.values() if isinstance(who[0], Participant)]
    return 2 * len(known) > len(meant)
