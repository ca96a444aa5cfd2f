"""Reads a day as people type it, in either language."""

import re
import unicodedata
from datetime import date, timedelta
from enum import Enum, auto

from workshop_app.domain.day_words import days_from
from workshop_app.i18n import ENGLISH_MONTHS

_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*\(.\))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}))?")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"(?:{_WEEKDAY}[\s,.]+)?"
    rf"(?:{_DAY_NUMBER}[\s,.-]*([a-z]{{3,}})|([a-z]{{3,}})[\s,.-]*{_DAY_NUMBER})"
    r"(?:[\s,.-]+(\d{4}))?[,.]?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LEAP_GAP = 8
"""Maximum number of years from one 29 February to the next."""


class WithoutYear(Enum):
    """Which date is meant by one without a year, relative to today."""

    COMING = auto()
    """The next such date: for what is planned."""
    PAST = auto()
    """The latest such date: for what has happened."""
    NEAREST = auto()


def parse_day(
    text: str, today: date, language: str, without_year: WithoutYear = WithoutYear.COMING
) -> date | None:
    """Return the date in a text; ``without_year`` decides on a date without a year, or a weekday.

    In every language: ``2026-12-04``, ``2026/12/4``, ``20261204`` and ``12月4日``. ``12/4`` is
    month and day in Japanese. In English ``4/12`` is day and month, and ``4 Dec``, ``December 4,
    2026`` and ``Fri 4 December 2026`` are accepted too; the weekday is not checked. Words such as
    ``next Friday``, ``in two weeks`` and ``来週の金曜`` are understood in every language.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    days = days_from(plain, today, past=without_year is WithoutYear.PAST)
    return _written(plain, today, language, without_year) if days is None else _later(today, days)


def _written(text: str, today: date, language: str, without_year: WithoutYear) -> date | None:
    """Return the date in a text with its day and month."""
    parts = _english_parts(text) if language == "en" else None
    if parts is None:
        found = _COMPACT.fullmatch(text) or _DAY.fullmatch(text)
        if found is None:
            return None
        year, month, day = (int(part) if part else 0 for part in found.groups())
    else:
        year, month, day = parts
    if year:
        return _date(year, month, day)
    years = range(today.year - _LEAP_GAP, today.year + _LEAP_GAP + 1)
    dates = [each for each in (_date(one, month, day) for one in years) if each is not None]
    if without_year is WithoutYear.COMING:
        dates = [each for each in dates if each >= today]
    elif without_year is WithoutYear.PAST:
        dates = [each for each in dates if each <= today]
    return min(dates, key=lambda each: abs(each - today), default=None)


def past_day(text: str, today: date, language: str) -> str:
    """Return the day at the beginning of a cell as ISO; empty if it is invalid.

    Without a year it is the latest such day, since what a list tells was said before.
    """
    first = unicodedata.normalize("NFKC", text.split(" ", maxsplit=1)[0]).strip()
    found = _written(first, today, language, WithoutYear.PAST)
    return found.isoformat() if found is not None else ""


def _english_parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date with the day first or a month's name.

    The year is 0 if there is none; the month is 0 for a word that is not a month.
    """
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return int(year or 0), int(month), int(day)
    if found := _NAMED.fullmatch(text):
        day = found[1] or found[4]
        return int(found[5] or 0), _month(found[2] or found[3]), int(day)
    return None


def _month(word: str) -> int:
    """Return the number of an English month, given by its first three letters or more, or 0."""
    numbered = enumerate(ENGLISH_MONTHS, start=1)
    return next((number for number, name in numbered if name.lower().startswith(word.lower())), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
