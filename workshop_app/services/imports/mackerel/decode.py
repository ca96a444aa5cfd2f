"""JSON and TOML as others wrote them: what is broken, too deep or too many is one sentence."""

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import Reason
from workshop_app.services.imports.mackerel.item import Tally

LARGEST_TOML = 500_000
"""Characters of a settings file of an agent; the longest known are a tenth of it."""
_DIGITS = 20
_PARTS = 100
"""Dots that a line of TOML may have outside its texts and comments."""
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*")
_AT_LINE = re.compile(r"at line (\d+)")
_DURATION = re.compile(
    r"^(\s*[\w.-]*(?:interval|seconds)\s*=\s*)((?:\d+[hms])+)(?=\s*(?:#|$))", re.MULTILINE
)


def load_json(text: str, file: str, tally: Tally) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value; raises InvalidInput naming the line, and nothing of its content.

    Of a key written twice the last one counts, as in Mackerel's own programs.
    """

    def together(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) != len(pairs):
            tally.add(Reason.REPEAT, count=len(pairs) - len(values))
        return values

    load = json.JSONDecoder(object_pairs_hook=together, parse_int=_whole).decode
    return _decoded(lambda: load(text.strip()), file, "imports.setup.refuse.json")


def load_toml(text: str, file: str) -> dict[str, Any]:
    """Return the tables; bare durations, which are no TOML but are in use, are quoted first.

    Raises InvalidInput naming the line, and nothing of its content.
    """
    if len(text) > LARGEST_TOML:
        raise InvalidInput("imports.setup.refuse.long_toml", file=file)
    plain = "\n".join(text.replace("\r\n", "\n").split("\r"))
    # The library takes minutes over a key of some ten thousand parts.
    if any(line.count(".") > _PARTS for line in _QUOTED.sub("", plain).split("\n")):
        raise InvalidInput("imports.setup.refuse.deep", file=file)
    try:
        return tomllib.loads(plain)
    except (ValueError, RecursionError):
        quoted = _DURATION.sub(r'\1"\2"', plain)
    return _decoded(lambda: tomllib.loads(quoted), file, "imports.setup.refuse.toml")


def _whole(digits: str) -> int | float:
    """Return a whole number; one of absurd length is no number that means anything."""
    return int(digits) if len(digits) <= _DIGITS else float("inf")


def _decoded(decode: Callable[[], Any], file: str, key: str) -> Any:  # noqa: ANN401 - its value
    try:
        return decode()
    except RecursionError:
        raise InvalidInput("imports.setup.refuse.deep", file=file) from None
    except json.JSONDecodeError as error:
        raise InvalidInput(key, file=file, line=error.lineno) from None
    except ValueError as error:
        line = _AT_LINE.search(str(error))
        raise InvalidInput(key, file=file, line=int(line[1]) if line else 1) from None
