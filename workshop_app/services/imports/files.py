"""Reads a list of problems from a file; the ending of its name selects the reader."""

from collections.abc import Iterable
from pathlib import Path

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.services.imports.csv_list import parse_csv
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.imports.text import ListPreview, parse_list

_TABLES = (".csv", ".tsv")
_NO_LISTS = (".json", ".jsonl", ".conf", ".ini", ".yaml", ".yml", ".toml", ".xml", ".html", ".log")
"""Text files whose lines are no problems."""


def read_list(path: Path, existing: Iterable[Problem] = ()) -> ListPreview:
    """Return the lines of the list in a text or CSV file, compared with the `existing` problems.

    Raises InvalidInput.
    """
    if path.suffix.lower() in _NO_LISTS:
        raise InvalidInput("imports.no_list", file=path.name)
    text = read_text_file(path)
    parse = parse_csv if path.suffix.lower() in _TABLES else parse_list
    return parse(text, existing)
