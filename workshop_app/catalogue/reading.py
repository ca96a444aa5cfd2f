"""Reads one TOML file of a catalogue; faults name the line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from workshop_app.open_store import is_open_store

_LARGEST = 200_000
"""Maximum size of a file in bytes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry or a value was rejected: file, 1-based line, key, and the problem.

    `problem` is a text key of ``locale/*/faults.toml``; `values` fill its placeholders.
    """

    file: str
    line: int
    key: str
    problem: str
    values: Mapping[str, object] = field(default_factory=dict)


class InvalidToml(Exception):
    """Raised for a file that is not valid TOML; `problem` and `line` are those of a `Fault`."""

    def __init__(self, problem: str, line: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def parse(file: Traversable) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file and its parsed content; raises InvalidToml."""
    if isinstance(file, Path) and is_open_store(file):
        raise InvalidToml("unreadable")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InvalidToml("unreadable") from error
    if len(data) > _LARGEST:
        raise InvalidToml("too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidToml("not_utf8", 1 + data.count(b"\n", 0, error.start)) from error
    try:
        return text, tomllib.loads(text)
    except RecursionError as error:
        raise InvalidToml("too_deep") from error
    except ValueError as error:
        raise InvalidToml("not_toml", _line_in(str(error), text)) from error


def _line_in(message: str, text: str) -> int:
    named = re.search(r"at line (\d+)", message)
    if named:
        return int(named[1])
    return 1 + text.count("\n") if "end of document" in message else 1
