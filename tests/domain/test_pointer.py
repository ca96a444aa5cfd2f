"""A typed pointer is read as title, address and day in any order; all else is its title."""

from datetime import date
from functools import partial

import pytest

from workshop_app.domain.pointer import Pointer, pointer_text
from workshop_app.typed_day import parse_day

ADDRESS = "https://mackerelio.connpass.com/event/20/"


def read(line, language="ja"):
    return pointer_text(line, partial(parse_day, today=date(2026, 12, 3), language=language))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (f"Mackerel Meetup #20 2027-03-05 {ADDRESS}", "2027-03-05"),
        (f"{ADDRESS} 2027/3/5 Mackerel Meetup #20", "2027-03-05"),
        (f"3月5日(金) Mackerel Meetup #20 {ADDRESS}", "2027-03-05"),
        (f"２０２７年３月５日 Mackerel Meetup #20 {ADDRESS}", "2027-03-05"),
        (f"Mackerel Meetup #20 {ADDRESS}", ""),
    ],
)
def test_title_address_and_day_are_found_in_any_order(line, day):
    assert read(line) == ("Mackerel Meetup #20", ADDRESS, day)


def test_an_english_day_of_several_words_is_found():
    found = read(f"Meetup, Fri 5 March 2027 {ADDRESS}", "en")
    assert found == ("Meetup,", ADDRESS, "2027-03-05")


@pytest.mark.parametrize(
    "title",
    ["PHP 8.3 の監視", "24/7 on call", "Java 8-11", "明日から始める監視", "2027", "1/2 の人"],
)
def test_numbers_and_words_of_a_title_are_no_day(title, language):
    assert read(title, language) == (title, "", "")


def test_what_has_no_title_is_named_by_its_address_or_day():
    assert read(ADDRESS) == (ADDRESS, ADDRESS, "")
    assert read("2027-03-05") == ("2027-03-05", "", "2027-03-05")
    assert read(f"2027-03-05 {ADDRESS}") == (ADDRESS, ADDRESS, "2027-03-05")


@pytest.mark.parametrize("day", ["", "2027-03-05"])
@pytest.mark.parametrize("address", ["", ADDRESS])
def test_a_pointer_is_read_back_from_its_line(day, address):
    one = Pointer(id="1", workshop_id="w", position=0, title="読書会", address=address, date=day)
    assert read(one.line) == ("読書会", address, day)
