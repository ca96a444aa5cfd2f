"""A timeline of months: when a request was said, handed over and answered.

Screen and paper use the same days, positions and marks of the ways of listening.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.request_news import ANSWERED, RequestNews, RequestState, in_order
from workshop_app.domain.voices import Voice

MONTHS = 12


class WayMark(StrEnum):
    """The shape of a mark; all can be told apart without colour."""

    DISC = "disc"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    RING = "ring"
    BLOCK = "block"
    """A filled square."""
    CROSS = "cross"


MARK_OF_WAY = {
    ContactKind.WORKSHOP: WayMark.DISC,
    ContactKind.SUPPORT: WayMark.SQUARE,
    ContactKind.INTERVIEW: WayMark.DIAMOND,
    ContactKind.SURVEY: WayMark.TRIANGLE,
    ContactKind.MAIL: WayMark.RING,
    ContactKind.MEETUP: WayMark.BLOCK,
    ContactKind.OWN: WayMark.CROSS,
}
"""The mark of a voice by its way of listening."""


class MonthSpan(NamedTuple):
    """A number of whole months, starting with that of ``first``."""

    first: date
    months: int = MONTHS

    def share(self, day: date) -> float:
        """Return the position of a day, 0 to 1; days outside are clamped to the ends."""
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        return min(1.0, max(0.0, (months + (day.day - 1) / 31) / self.months))

    def is_before(self, day: date) -> bool:
        """Return whether a day is before the first month."""
        return day < self.first

    @property
    def starts(self) -> tuple[date, ...]:
        """Return the first day of each month."""
        begin = self.first.year * 12 + self.first.month - 1
        return tuple(
            date(month // 12, month % 12 + 1, 1) for month in range(begin, begin + self.months)
        )


class RequestDays(NamedTuple):
    """The days of one request, each list in order of time."""

    said: tuple[tuple[date, ContactKind], ...] = ()
    handed_over: tuple[date, ...] = ()
    answered: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """All days of it."""
        return (*(day for day, _ in self.said), *self.handed_over, *self.answered)


def request_days(voices: Iterable[Voice], news: Iterable[RequestNews]) -> RequestDays:
    """Return the days on which a request was said, handed over and decided, without undated ones.

    If it was handed over several times, the first day counts.
    """
    said = [(day, each.way) for each in voices if (day := day_of(each.date)) is not None]
    ordered = in_order(news)
    handed = [
        day
        for each in ordered
        if each.state is RequestState.HANDED_OVER and (day := day_of(each.date))
    ]
    answered = [day for each in ordered if each.state in ANSWERED and (day := day_of(each.date))]
    return RequestDays(tuple(sorted(said)), tuple(handed[:1]), tuple(answered))


def year_of(days: Iterable[date], today: date) -> MonthSpan:
    """Return the twelve months that end with the latest of the days, or with today if later."""
    last = max((*days, today))
    month = last.year * 12 + last.month - MONTHS
    return MonthSpan(date(month // 12, month % 12 + 1, 1))


def span_of(days: Iterable[date]) -> MonthSpan:
    """Return the months that contain all days, at least twelve; raises ValueError without a day."""
    known = tuple(days)
    first = min(known)
    last = max(known)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return year_of(known, last) if months <= MONTHS else MonthSpan(first.replace(day=1), months)


def day_of(text: str) -> date | None:
    """Return the day of an ISO date, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
