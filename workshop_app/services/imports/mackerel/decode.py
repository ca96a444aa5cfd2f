"""Decodes JSON and TOML from other programs; all failures become InvalidInput."""

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import Reason
from workshop_app.services.imports.mackerel.field_reader import LeftOutCounter

LARGEST_TOML = 500_000
"""Maximum length of an agent's settings file; the longest known have a tenth of it."""
_DIGITS = 20
_MOST_DOTS = 100
"""Maximum number of dots in a line of TOML outside strings and comments."""
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*")
_AT_LINE = re.compile(r"at line (\d+)")
_DURATION = re.compile(
    r"^(\s*[\w.-]*(?:interval|seconds)\s*=\s*)((?:\d+[hms])+)(?=\s*(?:#|$))", re.MULTILINE
)


def load_json(text: str, left_out: LeftOutCounter) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value; raises InvalidInput with the line number, but without any content.

    Of repeated keys the last one counts, as in Mackerel's own programs.
    """

    def count_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) != len(pairs):
            left_out.add(Reason.REPEAT, count=len(pairs) - len(values))
        return values

    load = json.JSONDecoder(object_pairs_hook=count_repeats, parse_int=_whole).decode
    return _decoded(lambda: load(text.strip()), "imports.setup.refuse.json")


def load_toml(text: str) -> dict[str, Any]:
    """Return the tables. Bare durations, which are invalid but common, are accepted.

    Raises InvalidInput that names the line, but nothing of its content.
    """
    if len(text) > LARGEST_TOML:
        raise InvalidInput("imports.setup.refuse.long_toml")
    plain = "\n".join(text.replace("\r\n", "\n").split("\r"))
    # tomllib takes minutes for a key with tens of thousands of parts
    if any(line.count(".") > _MOST_DOTS for line in _QUOTED.sub("", plain).split("\n")):
        raise InvalidInput("imports.setup.refuse.deep")
    try:
        return tomllib.loads(plain)
    except (ValueError, RecursionError):
        quoted = _DURATION.sub(r'\1"\2"', plain)
    return _decoded(lambda: tomllib.loads(quoted), "imports.setup.refuse.toml")


def _whole(digits: str) -> int | float:
    """Return an integer, or infinity for one with too many digits."""
    return int(digits) if len(digits) <= _DIGITS else float("inf")


def _decoded(decode: Callable[[], Any], key: str) -> Any:  # noqa: ANN401 - its value
    try:
        return decode()
    except RecursionError:
        raise InvalidInput("imports.setup.refuse.deep") from None
    except json.JSONDecodeError as error:
        raise InvalidInput(key, line=error.lineno) from None
    except ValueError as error:
        line = _AT_LINE.search(str(error))
        raise InvalidInput(key, line=int(line[1]) if line else 1) from None
