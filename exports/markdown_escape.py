"""Text that people typed, inside Markdown: shown letter by letter, whatever it says.

A backslash or an entity takes a character its meaning in the text. That is not enough where a site
looks for names, numbers and addresses in what is shown, after the escaping is gone: there, an
invisible space parts what it looks for.
"""

import re

PART = "\u200b"
"""The invisible space (ZERO WIDTH SPACE)."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ALWAYS = re.compile(r"[\\`*_\[\]{}#|~$^!]")
_NUMBER = re.compile(r"\d{1,9}[.)]")
# Names (@), numbers and other things that sites link (#12, !12, GH-12), picture words (:smile:).
_LOOKED_FOR = re.compile(
    r"(?<=[@#~])(?=[\w\"'@#])|(?<=[!%$^])(?=[A-Za-z0-9_\"'@#])|(?<=&)(?=\d)"
    r"|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)|(?<=GH)(?=-\d)|(?<=[A-Za-z0-9])(?=@)",
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    """Return one line of text for the inside of a line of Markdown."""
    parted = _LOOKED_FOR.sub(PART, " ".join(text.split()))
    return _ALWAYS.sub(r"\\\g<0>", "".join(_ENTITIES.get(letter, letter) for letter in parted))


def escaped_lines(text: str) -> list[str]:
    """Return the lines of a text, each for a line of its own in Markdown."""
    return [_without_start(escaped(line)) for line in text.split("\n")]


def _without_start(line: str) -> str:
    """Take its meaning from what would begin a list, a heading or a command."""
    number = _NUMBER.match(line)
    if number:
        return f"{line[: number.end() - 1]}\\{line[number.end() - 1 :]}"
    return f"\\{line}" if line[:1] in tuple("-+=/") else line
