"""Fields for dates."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, sampled_from, text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from tests.helpers.painted import misplaced, painted_texts
from ui.theme.theme import theme
from ui.widgets.date_field import DateField
from ui.widgets.month_view import MonthView
from ui.widgets.text_layout import text_width
from workshop_app.i18n import Texts, language, set_language
from workshop_app.typed_day import WithoutYear, parse_day, past_day

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-12", date(2026, 6, 12)),
        ("2026/6/12", date(2026, 6, 12)),
        ("２０２６／６／１２", date(2026, 6, 12)),
        ("2026年6月12日", date(2026, 6, 12)),
        ("2026年6月12日(金)", date(2026, 6, 12)),
        ("20260612", date(2026, 6, 12)),
        ("2026.6.12", date(2026, 6, 12)),
        (" 12/24 ", date(2026, 12, 24)),
        ("6/12", date(2027, 6, 12)),
        ("12/4", date(2026, 12, 4)),
        ("2/29", date(2028, 2, 29)),
    ],
)
def test_these_are_days(text, day):
    assert parse_day(text, TODAY, "ja") == day


@pytest.mark.parametrize(
    "text", ["いつか", "2026-13-01", "2026-02-30", "12", "6/12/2026", "4 Dec", ""]
)
def test_these_are_no_days(text):
    assert parse_day(text, TODAY, "ja") is None


@pytest.mark.parametrize(
    "text",
    [
        "4 Dec", "4 dec.", "4 December", "4 DECEMBER 2026", "Dec 4", "dec. 4", "December 4, 2026",
        "Fri 4 December 2026", "Fri, 4 Dec 2026", "friday 4 december", "4th Dec", "4-Dec-2026",
        "4dec", "４ Ｄｅｃ", "4/12", "4.12", "04/12/2026", "4.12.2026", "2026-12-04", "2026/12/4",
        "20261204", "12月4日",
    ],
)  # fmt: skip
def test_these_are_days_in_english(text):
    assert parse_day(text, TODAY, "en") == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Dec", TODAY),
        ("2 Dec", date(2027, 12, 2)),
        ("Sept 1", date(2027, 9, 1)),
        ("12/4", date(2027, 4, 12)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_without_a_year_the_next_such_day_is_meant(text, day):
    assert parse_day(text, TODAY, "en") == day


@pytest.mark.parametrize(
    "text",
    ["someday", "Dec", "Dec 2026", "4 De", "4 Decent", "31 Feb", "30 Feb 2028", "4 Dec 26",
     "12/24", "0 Dec", "next", "last", "Dec 4 Dec", "4 Dec or later"],
)  # fmt: skip
def test_these_are_no_days_in_english(text):
    assert parse_day(text, TODAY, "en") is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today 今日 本日", TODAY),
        ("tomorrow 明日 あした", date(2026, 12, 4)),
        ("yesterday 昨日", date(2026, 12, 2)),
        ("Friday fri on_Friday this_Friday 金曜 金曜日 今週の金曜 次の金曜日", date(2026, 12, 4)),
        ("thu 木曜", date(2026, 12, 10)),
        ("next_Friday NEXT_FRI 来週の金曜 来週金曜日 ８日後 in_8_days", date(2026, 12, 11)),
        ("next_week in_a_week 来週 1週間後 一週間後", date(2026, 12, 10)),
        ("再来週月曜 再来週の月曜日", date(2026, 12, 14)),
        ("in_two_weeks in_2_weeks two_weeks_from_now 2週間後 二週間後 再来週", date(2026, 12, 17)),
        ("last_Friday 先週の金曜", date(2026, 11, 27)),
    ],
)
def test_days_are_told_in_words(words, day, language):
    for each in words.split():
        assert parse_day(each.replace("_", " "), TODAY, language) == day


@given(
    today=dates(date(1970, 1, 1), date(2200, 1, 1)), weeks=integers(0, 140), weekday=integers(0, 6)
)
def test_days_in_words_are_where_they_say(today, weeks, weekday):
    name, kanji = calendar.day_name[weekday], "月火水木金土日"[weekday]
    monday = today + timedelta(7 - today.weekday())
    for each in (f"next {name}", f"来週の{kanji}曜", f"来週{kanji}曜日"):
        assert parse_day(each, today, "en") == monday + timedelta(weekday)
    coming = parse_day(name, today, "en")
    assert 0 < (coming - today).days <= 7
    assert parse_day(f"{kanji}曜", today, "ja", WithoutYear.PAST) == coming - timedelta(7)
    for each in (f"in {weeks} weeks", f"{weeks}週間後", f"{weeks * 7} 日後"):
        assert parse_day(each, today, "en") == today + timedelta(7 * weeks)


@given(day=dates(min_value=date(1000, 1, 1)), language=sampled_from(("ja", "en")))
def test_what_the_program_writes_is_read_again(day, language):
    texts = Texts(language)
    iso = day.isoformat()
    written = [iso, texts.date(iso), texts.day(iso)]
    if language == "en":
        written += [texts.date(iso, short=True), f"{day.day}/{day.month}/{day.year}"]
    assert {parse_day(text, TODAY, language) for text in written} == {day}


@given(
    day=dates(min_value=TODAY, max_value=TODAY + timedelta(days=364)),
    language=sampled_from(("ja", "en")),
)
def test_a_day_of_the_coming_year_needs_no_year(day, language):
    digits = f"{day.day}/{day.month}" if language == "en" else f"{day.month}/{day.day}"
    words = Texts(language).date(day.isoformat(), year=False)
    assert {parse_day(text, TODAY, language) for text in (digits, words)} == {day}


@given(text=text(max_size=30), language=sampled_from(("ja", "en")))
def test_any_text_is_a_day_or_none(text, language):
    found = parse_day(text, TODAY, language)
    assert found is None or isinstance(found, date)


@pytest.fixture
def field(show):
    made = DateField("日付")
    made.elsewhere = QLineEdit()
    show(made, made.elsewhere)
    made.setFocus()
    made.told = []
    made.edited.connect(made.told.append)
    return made


def test_a_typed_day_is_signalled_and_shown_in_words(field):
    QTest.keyClicks(field.field, "2026/6/12")
    field.elsewhere.setFocus()
    assert field.told == ["2026-06-12"]
    assert field.text() == "2026年6月12日(金)"
    field.setFocus()
    assert field.text() == "2026-06-12"


def test_what_is_no_day_stays_and_is_said_in_words(field):
    QTest.keyClicks(field.field, "someday")
    field.elsewhere.setFocus()
    assert (field.told, field.text()) == ([], "someday")
    assert "日付を入れてください" in field.error


def type_no_day(field):
    field.setFocus()
    field.field.selectAll()
    QTest.keyClicks(field.field, "someday")
    field.elsewhere.setFocus()


@pytest.mark.parametrize("typed", ["2026-06-12", "someday", ""])
def test_a_day_and_what_is_none_can_be_shown_again(show, field, typed):
    field.field.set_text(typed)
    field.flush()
    another = DateField("日付")
    show(another)
    another.show_typed(field.typed())
    assert (another.typed(), another.value()) == (typed, field.value())
    assert another.error == field.error


def test_what_is_no_day_stays_until_its_day_changes(field):
    field.show_value("2026-06-12", "one")
    type_no_day(field)
    field.show_value("2026-06-12", "one")
    assert (field.text(), bool(field.error)) == ("someday", True)
    field.show_value("2026-06-13", "one")
    assert (field.text(), field.error) == ("2026年6月13日(土)", "")


@pytest.mark.parametrize(
    ("day", "shown", "wrong"),
    [("2026-06-12", "someday", True), ("2026-06-13", "2026年6月13日(土)", False)],
)
def test_what_is_no_day_is_shown_again_with_its_record(field, day, shown, wrong):
    field.show_value("2026-06-12", "one")
    type_no_day(field)
    field.show_value("2026-06-12", "two")
    assert (field.text(), field.error) == ("2026年6月12日(金)", "")
    field.show_value(day, "one")
    assert (field.text(), bool(field.error)) == (shown, wrong)
    assert field.told == []


def test_typing_after_a_click_replaces_the_day(field, qtbot):
    field.elsewhere.setFocus()
    field.show_value("2026-06-12")
    line = field.field.viewport()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert field.field.textCursor().selectedText() == "2026-06-12"
    QTest.keyClicks(field.field, "7/1")
    assert field.text() == "7/1"


def test_a_second_click_places_the_cursor(field, qtbot):
    field.elsewhere.setFocus()
    field.show_value("2026-06-12")
    line = field.field.viewport()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert not field.field.textCursor().hasSelection()


def test_an_emptied_field_signals_no_day(field):
    field.elsewhere.setFocus()
    field.show_value("2026-06-12")
    field.setFocus()
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Delete)
    field.elsewhere.setFocus()
    assert field.told == [""]
    assert field.value() == ""


def opened_calendar(field, qtbot):
    qtbot.mouseClick(field._button, Qt.MouseButton.LeftButton)
    calendar = QApplication.activePopupWidget().findChild(MonthView)
    assert calendar.days.hasFocus()
    return calendar


def grid(calendar):
    """The table of days within Qt's calendar, which has the keyboard."""
    return calendar.days.findChild(QTableView)


def test_a_day_is_picked_by_mouse(field, qtbot):
    field.elsewhere.setFocus()
    field.show_value("2026-12-04")
    days = grid(opened_calendar(field, qtbot))
    shown = [days.model().index(week, day) for week in range(1, 7) for day in range(7)]
    box = days.visualRect(next(one for one in shown if one.data() == 24))
    qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert field.told == ["2026-12-24"]
    assert QApplication.activePopupWidget() is None
    assert field.field.hasFocus()
    field.elsewhere.setFocus()
    assert field.text() == "2026年12月24日(木)"


def test_a_day_is_picked_with_keys(field, qtbot):
    field.elsewhere.setFocus()
    field.show_value("2027-01-31")
    days = grid(opened_calendar(field, qtbot))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(days, key)
    assert field.told == ["2027-03-08"]


@pytest.mark.parametrize("width", [220, 700])
def test_the_calendar_is_under_the_button_that_opened_it(field, qtbot, width):
    field.resize(width, field.height())
    button = field._button
    days = grid(opened_calendar(field, qtbot))
    popup = QApplication.activePopupWidget().geometry()
    QTest.keyClick(days, Qt.Key.Key_Escape)
    middle = button.mapToGlobal(button.rect().center())
    assert popup.left() <= middle.x() <= popup.right()
    assert popup.top() > middle.y()


def test_keys_that_reach_the_calendar_after_the_letter_that_closed_it_are_typed(field, qtbot):
    field.elsewhere.setFocus()
    opened_calendar(field, qtbot)
    calendar = QApplication.activePopupWidget().windowHandle()
    for key in ("1", "2", "/", "2", "5", Qt.Key.Key_Backspace, "4"):
        QTest.keyClick(calendar, key)
        QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert field.field.text() == "12/24"
    field.flush()
    assert field.value()[4:] == "-12-24"


def test_escape_closes_the_calendar_and_changes_nothing(field, qtbot):
    field.elsewhere.setFocus()
    field.show_value("2026-12-04")
    QTest.keyClick(grid(opened_calendar(field, qtbot)), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert (field.told, field.value()) == ([], "2026-12-04")


@pytest.mark.parametrize(
    ("words", "month", "names"),
    [("ja", "2026年12月", list("日月火水木金土")),
     ("en", "December 2026", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])],
)  # fmt: skip
def test_the_calendar_is_in_the_language_of_the_settings(qtbot, words, month, names):
    before = language()
    set_language(words)
    calendar = MonthView("日付", date(2026, 12, 4))
    qtbot.addWidget(calendar)
    calendar.show()
    painted = [text.words for text in painted_texts(calendar)]
    shown = grid(calendar).model()
    assert [shown.index(0, day).data() for day in range(7)] == names
    set_language(before)
    assert painted[0] == month
    assert misplaced(calendar) == []


def test_the_ends_of_time_are_no_error(qtbot):
    for day, keys in (
        (date.min, (Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left)),
        (date.max, (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Right)),
    ):
        calendar = MonthView("日付", day)
        qtbot.addWidget(calendar)
        calendar.show()
        for key in keys:
            QTest.keyClick(grid(calendar), key)
        calendar.grab()
        assert calendar.days.selectedDate() == day


def test_a_day_that_comes_from_elsewhere_is_shown_where_the_keyboard_is(field):
    field.setFocus()
    field.show_value("2026-06-12")
    assert field.text() == "2026-06-12"
    QTest.keyClicks(field.field, "7/")
    typed = field.text()
    field.show_value("2026-08-01")
    assert field.text() == typed


def test_a_day_stays_on_one_line_at_every_width(show, words):
    set_language(words)
    made = DateField("日付")
    window = show(QLineEdit(), made)
    made.show_value("2026-09-23")
    shown = set()
    for width in (window.minimumSizeHint().width(), 600):
        window.resize(width, window.height())
        QApplication.processEvents()
        field = made.field
        assert field.document().size().height() <= theme().line_height(field.role) + 1
        assert text_width(field.text(), theme().font(field.role)) <= field.width()
        assert parse_day(field.text(), TODAY, words) == date(2026, 9, 23)
        shown.add(field.text())
    assert shown == {Texts(words).day("2026-09-23"), Texts(words).date("2026-09-23")}


@pytest.mark.parametrize(
    ("text", "coming", "past", "nearest"),
    [
        ("2/10", date(2027, 2, 10), date(2026, 2, 10), date(2027, 2, 10)),
        ("10/16", date(2027, 10, 16), date(2026, 10, 16), date(2026, 10, 16)),
        ("11/27", *[date(2026, 11, 27)] * 3),
        ("2/29", date(2028, 2, 29), date(2024, 2, 29), date(2028, 2, 29)),
        ("2025/12/1", *[date(2025, 12, 1)] * 3),
    ],
)
def test_without_a_year_the_day_is_coming_past_or_nearest(text, coming, past, nearest):
    today = date(2026, 11, 27)
    found = [parse_day(text, today, "ja", rule) for rule in WithoutYear]
    assert found == [coming, past, nearest]
    assert past_day(f"{text} 10:00", today, "ja") == past.isoformat()
