"""Escapes typed text for Markdown, so that it is shown literally.

Backslashes and entities escape Markdown itself. Sites also turn names, numbers and addresses in the
rendered text into links; an invisible space prevents that.
"""

import re

ZERO_WIDTH_SPACE = "\u200b"
"""Inserted into text that a site would turn into a link."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]{}#|~$^!]")
_NUMBER = re.compile(r"\d{1,9}[.)]")
# Names (@), references that sites link (#12, !12, GH-12), emoji codes (:smile:).
_AUTOLINKS = re.compile(
    r"(?<=[@#~])(?=[\w\"'@#])|(?<=[!%$^])(?=[A-Za-z0-9_\"'@#])|(?<=&)(?=\d)"
    r"|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)|(?<=GH)(?=-\d)|(?<=[A-Za-z0-9])(?=@)",
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    """Return `text` as one line, escaped for use within a line of Markdown."""
    separated = _AUTOLINKS.sub(ZERO_WIDTH_SPACE, " ".join(text.split()))
    return _MARKUP.sub(r"\\\g<0>", "".join(_ENTITIES.get(letter, letter) for letter in separated))


def escaped_lines(text: str) -> list[str]:
    """Return the lines of `text`, each escaped for a separate line in Markdown."""
    return [_escape_start(escaped(line)) for line in text.split("\n")]


def _escape_start(line: str) -> str:
    """Escape what would begin a list, a heading or a command."""
    number = _NUMBER.match(line)
    if number:
        return f"{line[: number.end() - 1]}\\{line[number.end() - 1 :]}"
    return f"\\{line}" if line[:1] in tuple("-+=/") else line
