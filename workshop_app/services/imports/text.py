"""Reads a pasted list: removes bullets and numbers, marks repeats, and loses no line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.problem import Problem
from workshop_app.domain.text import LINE_LIMIT, clean, match_key

_SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\u2060"
_JAPANESE = "\u3005-\u30fe\u3400-\u9fff\uff66-\uff9d"
# Doubled symbols are words (○○社, ・・・);
# a dash is a minus before a digit and an option before a letter.
_SYMBOL = r"(?P<mark>[・･●○◎■□◆◇▪▫•‣◦∙⁃▶►▸➢✓✔☐☑☆★])(?!(?P=mark))"
_DASH = rf"(?P<dash>[-‐‑–—―−－])(?=[{_SPACES}]|$|(?!(?P=dash))[{_JAPANESE}])"
_ASCII_MARK = rf"[*+＊＋](?=[{_SPACES}]|$)|>(?=[{_SPACES}]+[^{_SPACES}\d])|\[ \]"
# ①と② refers to two things; a bullet is followed by its text.
_CIRCLED = r"[①-⑳⑴-⒛❶-❿⓫-⓴⓵-⓾㉑-㉟㊱-㊿](?![①-⑳❶-❿とやの、〜～])"
# 1.5, 3:2 and 2.x are values; 1.Web and 1.foo are list items.
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
    """Its number in the preview, from 1."""
    source_line: int
    """Its line in the pasted text or file, from 1."""
    speaker: str = ""
    """Who said it, if the list contains that."""
    same_as_line: int | None = None
    """The number of the line in the preview that it repeats exactly."""
    same_as_problem: int | None = None
    """The number of the problem already in the workshop that it repeats exactly."""
    day: str = ""
    """When it was said, as the list writes it."""
    score: str = ""
    """The score that came with it, as the list writes it."""

    @property
    def too_long(self) -> bool:
        """Whether it has more characters than one problem may have."""
        return len(self.text) > LINE_LIMIT

    @property
    def is_repeat(self) -> bool:
        """Whether the same words are in a line above it or already in the workshop."""
        return self.same_as_line is not None or self.same_as_problem is not None


@dataclass(frozen=True, slots=True)
class ListPreview:
    """The lines of a list, and the columns of its table that were not used."""

    lines: tuple[ListLine, ...]
    left_out: tuple[str, ...] = ()
    """Names of columns that hold neither the wording nor the speaker."""

    @property
    def to_add(self) -> tuple[ListLine, ...]:
        """The lines that can become problems: no repeats, none too long."""
        return tuple(line for line in self.lines if not line.is_repeat and not line.too_long)

    @property
    def repeats(self) -> tuple[ListLine, ...]:
        """The lines that repeat another line or a problem."""
        return tuple(line for line in self.lines if line.is_repeat)

    @property
    def too_long(self) -> tuple[ListLine, ...]:
        """The lines that have too many characters for one problem."""
        return tuple(line for line in self.lines if line.too_long)


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One wording in a source, with its line, and its speaker, day and score, if known."""

    text: str
    source_line: int
    speaker: str = ""
    day: str = ""
    score: str = ""


def parse_list(text: str, existing: Iterable[Problem] = ()) -> ListPreview:
    """Return the lines of a pasted list, compared with the `existing` problems; never raises."""
    return ListPreview(mark_repeats(split_lines(text), existing))


def split_lines(text: str) -> list[ListEntry]:
    """Return every line that is more than a bullet."""
    lines = enumerate(with_plain_breaks(text).split("\n"), 1)
    return [ListEntry(words, number) for number, line in lines if (words := without_bullet(line))]


def with_plain_breaks(text: str) -> str:
    """Return `text` cleaned, its line ends and the soft breaks of documents as line feeds."""
    return clean(text.replace("\x0b", "\n").replace("\x0c", "\n"))


def without_bullet(line: str) -> str:
    """Return `line` as one line without bullet, number and spaces around it."""
    rest = line.replace("\n", " ").strip(_SPACES)
    while match := _BULLET.match(rest):
        rest = rest[match.end() :].strip(_SPACES)
    return rest.replace("\t", " ")


def has_bullet(line: str) -> bool:
    """Whether `without_bullet` removes a bullet or number from `line`."""
    return _BULLET.match(line.strip(_SPACES)) is not None


def mark_repeats(entries: Iterable[ListEntry], existing: Iterable[Problem]) -> tuple[ListLine, ...]:
    """Return `entries` as lines of a preview, with exact repeats marked."""
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
                day=entry.day,
                score=entry.score,
            )
        )
        seen.setdefault(key, number)
    return tuple(lines)
