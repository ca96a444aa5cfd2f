"""Reads a pasted list: removes bullets and numbers, finds speakers, marks repeats."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workshop_app.domain.participant_names import has_honorific
from workshop_app.domain.problem import Problem
from workshop_app.domain.speaker_matching import meant_by, people_in
from workshop_app.domain.text import LINE_LIMIT, clean, match_key
from workshop_app.domain.workshop import Participant

_SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\u2060"
_JAPANESE = "\u3005-\u30fe\u3400-\u9fff\uff66-\uff9d"
# Doubled symbols are words (○○社, ・・・); a dash is a minus before a digit and an option before a
# letter.
_SYMBOL = r"(?P<mark>[・･●○◎■□◆◇▪▫•‣◦∙⁃▶►▸➢✓✔☐☑☆★])(?!(?P=mark))"
_DASH = rf"(?P<dash>[-‐‑–—―−－])(?=[{_SPACES}]|$|(?!(?P=dash))[{_JAPANESE}])"
_ASCII_MARK = rf"[*+＊＋](?=[{_SPACES}]|$)|>(?=[{_SPACES}]+[^{_SPACES}\d])|\[ \]"
# ①と② refers to two items; a bullet is followed by its text.
_CIRCLED = r"[①-⑳⑴-⒛❶-❿⓫-⓴⓵-⓾㉑-㉟㊱-㊿](?![①-⑳❶-❿とやの、〜～])"
# 1.5, 3:2 and 2.x are values; 1.Web and 1.foo are list items.
_AFTER_POINT = rf"[{_SPACES}「『（【]|[{_JAPANESE}]|[A-Z][A-Za-z]|[A-Za-z]{{3}}|$"
_POINT = rf"\d{{1,3}}[.．、:：](?={_AFTER_POINT})"
_BRACKET = r"\d{1,3}[)）]|[(（]\d{1,3}[)）]|\[\d{1,3}\]|［\d{1,3}］|【\d{1,3}】"
_COLUMN = r"\d{1,3}(?=[\t\u3000])"
# A number before a space may be part of a sentence; only consecutively numbered lines are a list.
_PLAIN_NUMBER = re.compile(r"^(\d{1,3}) +(?=\S)")
_COUNTER = re.compile(r"[台日月時分秒回件人名つ個本枚階番年週期次度目%％]|[A-Za-z]+")
_NAME_AT_END = re.compile(r"[(（](?P<name>[^()（）]{1,80})[)）](?P<end>[。．.]?)$")
_NAME_BEFORE = re.compile(
    rf"(?P<name>[^{_SPACES}:：、。,]{{1,20}}(?:[ \u3000][^{_SPACES}:：、。,]{{1,20}})?)"
    r"[ \u3000]*(?:[:：]|\t)\s*(?P<words>\S.*)"
)
_A_LIST = 3  # lines with a number or bullet
_BULLET = re.compile(f"{_SYMBOL}|{_DASH}|{_ASCII_MARK}|{_CIRCLED}|{_POINT}|{_BRACKET}|{_COLUMN}")


class ListLine(NamedTuple):
    """One line of a list, as it would become a problem."""

    text: str
    source_line: int
    """Its line in the pasted text or file, from 1."""
    speaker: str = ""
    """The speaker, if the list contains it."""
    day: str = ""
    """When it was said, in the format of the list."""
    score: str = ""
    """The score that came with it, in the format of the list."""
    team: str = ""
    """The department of the speaker, if a column names it."""
    note: str = ""
    """What else the list says about it."""
    beside_list: bool = False
    """Whether it stands before or after a list with numbers or bullets, like a greeting."""
    number: int = 0
    """Its number in the preview, from 1."""
    same_as_line: int | None = None
    """The number of the line in the preview that it repeats exactly."""
    same_as_problem: int | None = None
    """The number of the existing problem that it repeats exactly."""

    @property
    def too_long(self) -> bool:
        """Whether it exceeds the maximum length of a problem."""
        return len(self.text) > LINE_LIMIT

    @property
    def is_repeat(self) -> bool:
        """Whether the same words are in a line above it or already in the workshop."""
        return self.same_as_line is not None or self.same_as_problem is not None


class ListPreview(NamedTuple):
    """The lines of a list, and the columns of its table that were not used."""

    lines: tuple[ListLine, ...]
    left_out: tuple[str, ...] = ()
    """Names of columns without a role."""

    @property
    def to_add(self) -> tuple[ListLine, ...]:
        """The lines that can become problems: not repeated, not too long."""
        return tuple(line for line in self.lines if not line.is_repeat and not line.too_long)

    @property
    def repeats(self) -> tuple[ListLine, ...]:
        """The lines that repeat another line or a problem."""
        return tuple(line for line in self.lines if line.is_repeat)

    @property
    def too_long(self) -> tuple[ListLine, ...]:
        """The lines that have too many characters for one problem."""
        return tuple(line for line in self.lines if line.too_long)


def parse_list(
    text: str, existing: Iterable[Problem] = (), people: Sequence[Participant] = ()
) -> ListPreview:
    """Return the lines of a pasted list, compared with the `existing` problems; never raises.

    The speaker is known if brackets at the end of a line, or what is before a colon, name one of
    the `people`, or anybody with an honorific.
    """
    entries = with_speakers(split_lines(text), people)
    return ListPreview(mark_repeats(entries, existing))


def split_lines(text: str) -> list[ListLine]:
    """Return the lines without those that are only a bullet."""
    lines = with_plain_breaks(text).split("\n")
    listed = _listed(lines)
    return [
        ListLine(words, number, beside_list=number - 1 not in listed)
        for number, words in enumerate(without_bullets(lines), 1)
        if words
    ]


def _listed(lines: Sequence[str]) -> range:
    """Return the indices from the first to the last line with a number or bullet.

    All lines, if fewer than `_A_LIST` have one, or not most of them: most of all lines or, as in a
    mail, of a part that stands between empty lines.
    """
    plain = are_numbered(lines)
    marked = [
        index
        for index, line in enumerate(lines)
        if has_bullet(line) or (plain and _PLAIN_NUMBER.match(line.strip(_SPACES)))
    ]
    if len(marked) < _A_LIST:
        return range(len(lines))
    listed = range(marked[0], marked[-1] + 1)
    around = (*lines[max(0, listed.start - 1) : listed.start], *lines[listed.stop :][:1])
    apart = not any(line.strip(_SPACES) for line in around)
    counted = lines[listed.start : listed.stop] if apart else lines
    written = sum(bool(line.strip(_SPACES)) for line in counted)
    return listed if 2 * len(marked) > written else range(len(lines))


def without_bullets(lines: Iterable[str]) -> list[str]:
    """Return `lines` as by `without_bullet`, and without plain numbers if these are consecutive."""
    rest = [without_bullet(line) for line in lines]
    if not are_numbered(rest):
        return rest
    return [without_bullet(_PLAIN_NUMBER.sub("", line, count=1)) for line in rest]


def are_numbered(lines: Iterable[str]) -> bool:
    """Return whether lines begin with 1, 2, 3, … and a space, except one or a fifth of them.

    If counters follow the numbers, as in "1 台目" and "2 台目", these are part of the text.
    """
    kept = [line.strip(_SPACES) for line in lines]
    found = [match for line in kept if (match := _PLAIN_NUMBER.match(line))]
    others = sum(map(bool, kept)) - len(found)
    if len(found) < 2 or others > max(1, len(found) // 4):
        return False
    if any(int(match[1]) != number for number, match in enumerate(found, 1)):
        return False
    counters = {_counter_after(match) for match in found}
    return len(counters) > 1 or "" in counters


def _counter_after(number: re.Match[str]) -> str:
    counter = _COUNTER.match(number.string, number.end())
    return counter[0].casefold().removesuffix("s") if counter else ""


def with_speakers(
    entries: Iterable[ListLine], people: Sequence[Participant]
) -> tuple[ListLine, ...]:
    """Return `entries` with the speakers that are named in brackets at their end, or before them.

    Other texts at these places, such as a product's name, are left where they are.
    """
    return tuple(_with_speaker(entry, people) for entry in entries)


def _with_speaker(entry: ListLine, people: Sequence[Participant]) -> ListLine:
    if found := _NAME_AT_END.search(entry.text[-100:]):
        words = entry.text[: -len(found[0])].rstrip(_SPACES)
        if words and _names_somebody(found["name"], people):
            return entry._replace(text=words + found["end"], speaker=found["name"].strip())
    found = _NAME_BEFORE.fullmatch(entry.text)
    if found and _names_somebody(found["name"], people):
        return entry._replace(text=found["words"], speaker=found["name"].strip())
    return entry


def _names_somebody(text: str, people: Sequence[Participant]) -> bool:
    if has_honorific(text):
        return True
    said = people_in(text)
    return len(said) == 1 and meant_by(said, people)[said[0]][0] is not said[0]


def with_plain_breaks(text: str) -> str:
    """Return `text` cleaned, with its line ends and the soft breaks of documents as line feeds."""
    return clean(text.replace("\x0b", "\n").replace("\x0c", "\n"))


def without_bullet(line: str) -> str:
    """Return `line` as one line without bullet, number and surrounding spaces."""
    rest = line.replace("\n", " ").strip(_SPACES)
    while match := _BULLET.match(rest):
        rest = rest[match.end() :].strip(_SPACES)
    return rest.replace("\t", " ")


def has_bullet(line: str) -> bool:
    """Return whether `without_bullet` removes a bullet or number from `line`."""
    return _BULLET.match(line.strip(_SPACES)) is not None


def mark_repeats(entries: Iterable[ListLine], existing: Iterable[Problem]) -> tuple[ListLine, ...]:
    """Return `entries` numbered as the lines of a preview, with exact repeats marked."""
    problems: dict[str, int] = {}
    for problem in existing:
        for words in (problem.first_wording, problem.wording):
            problems.setdefault(match_key(words), problem.number)
    seen: dict[str, int] = {}
    lines = []
    for number, entry in enumerate(entries, 1):
        key = match_key(entry.text)
        lines.append(
            entry._replace(
                number=number,
                same_as_line=seen.get(key),
                same_as_problem=problems.get(key) if key else None,
            )
        )
        seen.setdefault(key, number)
    return tuple(lines)
