"""Finds the line number of a value in a TOML file of a catalogue, for fault messages."""

import json
import re


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """Return the 1-based line of the value at `path` in the TOML `text`.

    For a missing key, the line of its section; for a missing section, 1.
    """
    lines = text.splitlines()
    *sections, key = [re.escape(part) for part in path if isinstance(part, str)]
    start = 0
    end = len(lines)
    for depth in range(1, len(sections) + 1):
        names = r"\s*\.\s*".join(sections[:depth])
        header = _find(lines, rf"\s*\[\s*{names}\s*\]", 0)
        if header is not None:
            start = header
            after = _find(lines, rf"\s*\[\s*(?!{names}\s*\.)[\w.\s-]+\]", header + 1)
            end = len(lines) if after is None else after
    parents = "".join(rf"{name}\s*\.\s*" for name in sections)
    line = _find(lines[:end], rf"\s*\[?\s*(?:{parents})?[\"']?{key}[\"']?\s*[=\]]", start)
    return 1 + (start if line is None else line)


def line_of_item(text: str, path: tuple[str | int, ...], value: object) -> int:
    """Return the 1-based line of a list item: the first with its text at or after its key."""
    first = line_of(text, path)
    if not isinstance(value, str):
        return first
    beginning = json.dumps(value, ensure_ascii=False)[:40].rstrip('"')
    found = _find(text.splitlines(), ".*" + re.escape(beginning), first - 1)
    return first if found is None else 1 + found


def _find(lines: list[str], pattern: str, start: int) -> int | None:
    expression = re.compile(pattern)
    return next((i for i in range(start, len(lines)) if expression.match(lines[i])), None)
