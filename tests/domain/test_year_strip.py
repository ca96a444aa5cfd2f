"""The timeline of a year: its months, positions of days, and which days of a request count."""

from datetime import date

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.voices import Voice
from workshop_app.domain.year_strip import MARK_OF_WAY, MonthSpan, request_days, span_of, year_of


def voice(day, way=ContactKind.WORKSHOP):
    return Voice(
        problem_id=day, workshop_id="w", customer="C-1", way=way, date=day, words="止まらない"
    )


def news(state, day, position=0):
    return RequestNews(
        id=f"{state}-{day}", workshop_id="w", position=position, request_id="r", state=state,
        date=day,
    )  # fmt: skip


def test_every_way_of_hearing_has_a_mark_of_its_own():
    assert set(MARK_OF_WAY) == set(ContactKind)
    assert len(set(MARK_OF_WAY.values())) == len(ContactKind)


def test_the_year_ends_with_this_month_or_with_the_latest_day():
    today = date(2026, 11, 27)
    assert year_of((), today) == MonthSpan(date(2025, 12, 1))
    assert year_of((date(2024, 1, 1), date(2027, 1, 7)), today) == MonthSpan(date(2026, 2, 1))
    year = year_of((), today)
    assert [start.month for start in year.starts] == [12, *range(1, 12)]
    assert (year.share(date(2025, 12, 1)), year.share(date(2030, 1, 1))) == (0.0, 1.0)
    assert year.share(date(2026, 6, 1)) == 0.5
    assert [year.is_before(day) for day in (date(2025, 11, 30), date(2025, 12, 1))] == [True, False]


def test_a_span_holds_all_days_and_no_fewer_months_than_a_year():
    assert span_of([date(2026, 3, 1)]) == MonthSpan(date(2025, 4, 1))
    assert span_of([date(2026, 3, 1), date(2024, 2, 9)]) == MonthSpan(date(2024, 2, 1), 26)


def test_the_first_hand_over_counts_and_what_has_no_day_is_left_out():
    dates = request_days(
        [voice("2026-09-08"), voice("2026-05-18", ContactKind.SUPPORT), voice("")],
        [
            news(RequestState.DECLINED, "2026-12-18", 3),
            news(RequestState.HANDED_OVER, "2026-10-01"),
            news(RequestState.HANDED_OVER, "2026-10-09", 1),
            news(RequestState.WAITING, "2026-10-20", 2),
        ],
    )
    assert dates.said == (
        (date(2026, 5, 18), ContactKind.SUPPORT),
        (date(2026, 9, 8), ContactKind.WORKSHOP),
    )
    assert dates.handed_over == (date(2026, 10, 1),)
    assert dates.answered == (date(2026, 12, 18),)
    assert len(dates.days) == 4
