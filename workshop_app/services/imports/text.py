"""A pasted list becomes lines: bullets and numbers off, repeats marked, nothing lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.problem import Problem
from workshop_app.domain.text import LINE_LIMIT, clean, match_key

_SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\u2060"
_JAPANESE = "\u3005-\u30fe\u3400-\u9fff\uff66-\uff9d"
# Doubled marks are words (○○社, ・・・);
# a dash is a minus before a digit and an option before a letter.
_SYMBOL = r"(?P<mark>[・･●○◎■□◆◇▪▫•‣◦∙⁃▶►▸➢✓✔☐☑☆★])(?!(?P=mark))"
_DASH = rf"(?P<dash>[-‐‑–—―−－])(?=[{_SPACES}]|$|(?!(?P=dash))[{_JAPANESE}])"
_ASCII_MARK = rf"[*+＊＋](?=[{_SPACES}]|$)|>(?=[{_SPACES}]+[^{_SPACES}\d])|\[ \]"
# ①と② speaks of two things; a bullet stands before its text alone.
_CIRCLED = r"[①-⑳⑴-⒛❶-❿⓫-⓴⓵-⓾㉑-㉟㊱-㊿](?![①-⑳❶-❿とやの、〜～])"
# 1.5, 3:2 and 2.x are values; 1.Web and 1.foo are first items.
_AFTER_POINT = rf"[{_SPACES}「『（【]|[{_JAPANESE}]|[A-Z][A-Za-z]|[A-Za-z]{{3}}|$"
_POINT = rf"\d{{1,3}}[.．、:：](?={_AFTER_POINT})"
_BRACKET = r"\d{1,3}[)）]|[(（]\d{1,3}[)）]|\[\d{1,3}\]|［\d{1,3}］|【\d{1,3}】"
_COLUMN = r"\d{1,3}(?=[\t\u3000])"
_BULLET = re.compile(f"{_SYMBOL}|{_DASH}|{_ASCII_MARK}|{_CIRCLED}|{_POINT}|{_BRACKET}|{_COLUMN}")


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list, as it would become a problem."""

    text: str
    number: int
    """Its place in the preview, from 1."""
    source_line: int
    """The line of the pasted text or file it stands in, from 1."""
    speaker: str = ""
    """Who said it, where the list tells."""
    same_as_line: int | None = None
    """The number of the line in the preview that it repeats exactly."""
    same_as_problem: int | None = None
    """The number of the problem already in the workshop that it repeats exactly."""

    @property
    def too_long(self) -> bool:
        """Whether it has more characters than one problem may have."""
        return len(self.text) > LINE_LIMIT

    @property
    def is_repeat(self) -> bool:
        """Whether the same words stand above it or in the workshop already."""
        return self.same_as_line is not None or self.same_as_problem is not None


@dataclass(frozen=True, slots=True)
class ListPreview:
    """The lines of a list, and what of its source they leave out."""

    lines: tuple[ListLine, ...]
    left_out: tuple[str, ...] = ()
    """Names of columns of a table that hold neither the wording nor the speaker."""

    @property
    def to_add(self) -> tuple[ListLine, ...]:
        """The lines that can become problems as they are: no repeats, none too long."""
        return tuple(line for line in self.lines if not line.is_repeat and not line.too_long)

    @property
    def repeats(self) -> tuple[ListLine, ...]:
        """The lines that repeat another line or a problem."""
        return tuple(line for line in self.lines if line.is_repeat)

    @property
    def too_long(self) -> tuple[ListLine, ...]:
        """The lines that have to be divided first."""
        return tuple(line for line in self.lines if line.too_long)


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One wording found in a source, with the line it stands in and its speaker if known."""

    text: str
    source_line: int
    speaker: str = ""


def parse_list(text: str, existing: Iterable[Problem] = ()) -> ListPreview:
    """Return the lines of a pasted list, compared with the `existing` problems. Never raises."""
    return ListPreview(mark_repeats(split_lines(text), existing))


def split_lines(text: str) -> list[ListEntry]:
    """Return every line that holds more than a bullet."""
    lines = enumerate(one_break(text).split("\n"), 1)
    return [ListEntry(words, number) for number, line in lines if (words := bare(line))]


def one_break(text: str) -> str:
    """Return `text` cleaned, with one kind of line end; a document's soft break is one too."""
    return clean(text.replace("\x0b", "\n").replace("\x0c", "\n"))


def bare(line: str) -> str:
    """Return `line` on one line without bullets, numbers and spaces around it."""
    rest = line.replace("\n", " ").strip(_SPACES)
    while match := _BULLET.match(rest):
        rest = rest[match.end() :].strip(_SPACES)
    return rest.replace("\t", " ")


def mark_repeats(entries: Iterable[ListEntry], existing: Iterable[Problem]) -> tuple[ListLine, ...]:
    """Return `entries` as lines of a preview, exact repeats marked with what they repeat."""
    problems: dict[str, int] = {}
    for problem in existing:
        for words in (problem.first_wording, problem.wording):
            problems.setdefault(match_key(words), problem.number)
    seen: dict[str, int] = {}
    lines = []
    for number, entry in enumerate(entries, 1):
        key = match_key(entry.text)
        lines.append(
            ListLine(
                text=entry.text,
                number=number,
                source_line=entry.source_line,
                speaker=entry.speaker,
                same_as_line=seen.get(key),
                same_as_problem=problems.get(key) if key else None,
            )
        )
        seen.setdefault(key, number)
    return tuple(lines)
