"""The names of contacts."""

from dataclasses import replace

import pytest

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts
from workshop_app.services.contact_words import title_of_next, way_name

WORKSHOP = ContactKind.WORKSHOP


def held(title, kind=WORKSHOP):
    return Workshop(
        id="w", customer_id="c", title=title, created_at="2026-12-03T13:30:00", kind=kind
    )


@pytest.mark.parametrize(("n", "nth"), [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st"),
    (112, "112th"),
])  # fmt: skip
def test_a_further_workshop_has_the_title_of_the_first_and_its_number(n, nth):
    contacts = [held("監視の会"), *[held("別の題")] * (n - 2)]
    if n > 1:
        assert title_of_next(Texts("ja"), WORKSHOP, contacts) == f"監視の会（第{n}回）"
        assert title_of_next(Texts("en"), WORKSHOP, contacts) == f"監視の会 ({nth})"
    assert Texts("en").nth_time(n) == nth


def test_a_number_that_the_first_title_has_goes_on():
    assert title_of_next(Texts("ja"), WORKSHOP, [held("第1回 監視の会")]) == "第2回 監視の会"
    assert title_of_next(Texts("en"), WORKSHOP, [held("Monitoring (1st)")]) == "Monitoring (2nd)"
    assert title_of_next(Texts("en"), WORKSHOP, [held("The 21st")]) == "The 21st (2nd)"


def test_the_first_one_other_kinds_and_one_without_room_have_the_name_of_their_kind(language):
    words = Texts(language)
    name = way_name(words, WORKSHOP)
    mail = held("お知らせ", ContactKind.MAIL)
    assert title_of_next(words, WORKSHOP, []) == name
    assert title_of_next(words, WORKSHOP, [mail]) == name
    assert title_of_next(words, ContactKind.MAIL, [mail]) == way_name(words, ContactKind.MAIL)
    endless = replace(held("長"), title="長" * LINE_LIMIT)
    assert title_of_next(words, WORKSHOP, [endless]) == name
