"""Reading one TOML file of a catalogue, and saying where in it something is wrong."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from workshop_app.open_store import is_open_store

_LARGEST = 200_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file was left out: its name, the line, the key, and what is wrong.

    `problem` names a text in ``locale/*/faults.toml``; `values` fill its placeholders.
    """

    file: str
    line: int
    key: str
    problem: str
    values: Mapping[str, object] = field(default_factory=dict)


class Refused(Exception):
    """A file that holds no usable TOML; `problem` and `line` as in a `Fault`."""

    def __init__(self, problem: str, line: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def parse(file: Traversable) -> tuple[str, dict[str, Any]]:
    """Return the text of a file and what it holds as TOML; raises Refused."""
    if isinstance(file, Path) and is_open_store(file):
        raise Refused("unreadable")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused("unreadable") from error
    if len(data) > _LARGEST:
        raise Refused("too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("not_utf8", 1 + data.count(b"\n", 0, error.start)) from error
    try:
        return text, tomllib.loads(text)
    except RecursionError as error:
        raise Refused("too_deep") from error
    except ValueError as error:
        raise Refused("not_toml", _line_in(str(error), text)) from error


def _line_in(message: str, text: str) -> int:
    """Return the line that the TOML parser names in its message."""
    named = re.search(r"at line (\d+)", message)
    if named:
        return int(named[1])
    return 1 + text.count("\n") if "end of document" in message else 1
