"""The end of a contact: the next date and, in private mode, consent and expectation."""

import pytest

from tests.helpers.fitting import faults
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.contacts import SetKind

WORDS = "やっと話を聞いてもらえた"


@pytest.fixture
def at(desk):
    def make(words="ja", **options):
        one = desk(words, page="wrap_up", **options)
        one.show_section("next_time")
        return one

    return make


@pytest.mark.parametrize("kind", list(ContactKind))
def test_every_kind_of_contact_ends_with_the_expectation_in_their_words(at, kind):
    one = at(private=True)
    one.do(SetKind(kind, one.session.workshop_id))
    one.go("wrap_up")
    one.page.show_section("next_time")
    end = one.page.section.end
    end.expectation.choose_number(2)
    end.words.setFocus()
    one.write(WORDS)
    one.press("Tab")
    end.consent.setFocus()
    one.write("青木さん")
    one.press("Tab")
    contact = one.state.workshop
    assert contact.kind is kind
    assert contact.expectation is Expectation.WORSE
    assert (contact.expectation_words, contact.consent) == (WORDS, "青木さん")


def test_keys_are_enough_and_nothing_is_cut(at, language, size):
    one = at(language, size=size, private=True)
    assert faults(one.window) == []
    end = one.page.section.end
    for _ in range(20):
        if end.expectation.isAncestorOf(one.focus):
            break
        one.press("Tab")
    one.press("Right")
    assert one.state.workshop.expectation is Expectation.WORSE
    one.press("Ctrl+Z")
    assert one.state.workshop.expectation is Expectation.NOT_ASKED


def test_the_room_sees_nothing_of_it(at, language):
    one = at(language, private=True)
    one.page.section.end.expectation.choose_number(4)
    one.page.section.end.words.setFocus()
    one.write(WORDS)
    one.set_private(False)
    one.page.show_section("next_time")
    assert one.page.section.end is None
    everything = one.everything()
    for secret in (WORDS, tr("contacts.expectation.better"), tr("customer.expectation")):
        assert secret not in everything


def test_a_place_of_some_words_is_read_whole_in_a_narrow_window(at):
    one = at("en", size=(1024, 700))
    one.page.section.place.field.setFocus()
    one.write("Head office, third floor meeting room")
    place = one.page.section.place.field
    assert place.verticalScrollBar().maximum() == 0
    assert faults(one.window) == []


def test_a_time_that_cannot_be_read_moves_no_field(at, language, size, private):
    one = at(language, size=size, private=private)
    section = one.page.section
    fields = (section.day, section.time, section.place, section.note)
    before = [field.geometry() for field in fields]
    section.time.setFocus()
    one.write("3F 会議室")
    one.press("Tab")
    assert section.time.error in one.seen()
    assert [field.geometry() for field in fields] == before
    assert section.time.field.height() == section.day.field.height(), "one line"
    section.day.setFocus()
    one.write("いつか")
    one.press("Tab")
    section.time.setFocus()
    one.press("Ctrl+A")
    one.write("14:00")
    one.press("Tab")
    assert tr("widgets.time.wrong") not in one.seen()
    assert tr("widgets.date.wrong") in one.seen()
    assert one.state.workshop.next_time == "14:00"
    assert section.time.field.text() == "14:00"


def test_an_error_keeps_the_page_and_a_day_has_its_weekday(at, language):
    one = at(language, size=(1366, 768))
    section = one.page.section
    section.day.setFocus()
    one.write("someday")
    one.press("Ctrl+Return")
    assert one.page.section is section
    assert one.focus is section.day.field
    one.press("Ctrl+A")
    one.write("2026-12-16")
    one.press("Ctrl+Return")
    assert one.page.section.NAME != "next_time"
    one.page.show_section("next_time")
    section.place.setFocus()
    one.settle()
    assert section.day.field.text() == texts().date("2026-12-16")
