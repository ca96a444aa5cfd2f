"""The search trail is recorded automatically, shown by a key, and is no undo step."""

import pytest

from tests.helpers.solve_page import entry, open_row, titles
from ui.components.search_recorder import PAUSE_MS
from workshop_app.i18n import tr

SWITCHES = "内部のネットワーク機器の監視ができない"


def kept(desk, place=0):
    return [(one.words, one.looked_at) for one in desk.state.searches_of(desk.ids[place])]


def current_id(desk):
    return open_row(desk).id.removeprefix("entry:")


def replace_words(desk, words):
    desk.press("Ctrl+A")
    desk.write(words)


def told(desk):
    return [part.text for part in desk.page.panels.current.view.rows]


def test_keys_are_no_searches_until_somebody_pauses(clock, room):
    desk = room("困っている")
    for letter in "snmp":
        desk.write(letter)
    assert kept(desk) == []
    desk.press("Backspace")
    desk.write("p trap")
    clock.advance(PAUSE_MS)
    desk.write(" mib")
    clock.advance(PAUSE_MS)
    assert kept(desk) == []
    replace_words(desk, "ping")
    assert kept(desk) == [("snmp trap mib", ())]


@pytest.mark.parametrize("paused", [False, True])
def test_words_given_up_by_escape_are_in_no_record_of_the_answer(clock, room, paused):
    desk = room(SWITCHES)
    desk.write("回線 延")
    if paused:
        clock.advance(PAUSE_MS)
    desk.press("Escape")
    assert entry(desk).text() == ""
    desk.press("Alt+1")
    assert [card.search_words for card in desk.state.cards] != ["回線 延"]
    assert "回線 延" not in [words for words, _ in kept(desk)]


def test_a_pause_in_a_conversion_is_none(clock, room):
    desk = room("困っている")
    desk.convert("すいっち")
    clock.advance(PAUSE_MS)
    assert kept(desk) == []


def test_choosing_keeps_the_words_and_the_answers_looked_at(room):
    desk = room("困っている")
    desk.write("snmp")
    desk.press("Down")
    second = current_id(desk)
    desk.press("Down")
    third = current_id(desk)
    desk.press("Alt+1")
    assert [card.search_words for card in desk.state.cards] == ["snmp"]
    first = desk.state.cards[0].catalogue_id
    assert kept(desk) == [("snmp", (second, third, first))]


def test_opening_an_answer_keeps_it_too(room):
    desk = room("困っている")
    desk.write("snmp")
    best = current_id(desk)
    desk.press("Alt+D")
    assert kept(desk) == [("snmp", (best,))]
    desk.press("Escape")
    assert kept(desk) == [("snmp", (best,))]


def test_other_words_begin_another_search(room):
    desk = room("困っている")
    desk.write("snmp")
    desk.press("Down")
    looked_at = current_id(desk)
    desk.write(" ping")
    desk.press("Alt+Down", "Alt+1")
    assert kept(desk)[0] == ("snmp", (looked_at,))
    assert kept(desk)[1][0] == "snmp ping"


@pytest.mark.parametrize("away", ["Alt+Down", "Ctrl+3", "Ctrl+F", "Ctrl+Return"])
def test_moving_on_keeps_what_was_typed(room, away):
    desk = room("困っている", "もっと困っている")
    desk.write("snmp")
    desk.press(away)
    assert kept(desk) == [("snmp", ())]


def test_the_problems_own_words_count_once_an_answer_was_looked_at(room):
    desk = room(SWITCHES, "困っている")
    desk.press("Alt+Down")
    assert kept(desk) == []
    desk.press("Alt+Up", "Down")
    second = current_id(desk)
    desk.press("Alt+Down")
    assert kept(desk) == [(SWITCHES, (second,))]


@pytest.mark.parametrize("went", [True, False])
def test_a_request_keeps_only_answers_that_somebody_went_to(room, went):
    desk = room(SWITCHES)
    desk.press(*(["Down"] if went else []), "Alt+Q")
    assert [words for words, _ in kept(desk)] == ([SWITCHES] if went else [])
    assert desk.state.requests[0].nearest_id == ""  # nobody chose it


def test_it_is_no_step_of_undo_and_typing_goes_on_undisturbed(clock, room):
    desk = room(SWITCHES)
    desk.press("Alt+1")
    desk.write("snmp")
    clock.advance(PAUSE_MS)
    replace_words(desk, "ping")
    assert ("snmp", ()) in kept(desk)
    assert entry(desk).text() == "ping"
    assert desk.focus is entry(desk).field
    desk.window.undo()
    desk.settle()
    assert desk.state.cards == ()
    assert ("snmp", ()) in kept(desk)


def test_one_key_shows_the_way_and_leads_back(room, words):
    desk = room("困っている", words=words)
    desk.press("Alt+V")
    assert told(desk) == [tr("solve.trail.none")]
    desk.press("Escape")
    desk.write("snmp")
    name = titles(desk)[0]
    desk.press("Alt+1", "Alt+V")
    assert told(desk) == [
        tr("solve.details.quoted", word="snmp"),
        tr("solve.trail.chosen", names=name),
    ]
    desk.press("Ctrl+Return")
    assert desk.page.panels.current is None
    assert desk.focus is entry(desk).field


def test_a_search_kept_meanwhile_is_not_counted_as_something_the_room_missed(room):
    desk = room("困っている")
    desk.window.say_error("まだ直っていない")
    desk.window.set_frozen(True)
    desk.write("snmp")
    desk.press("Alt+D")
    assert kept(desk)
    assert desk.window._changes_while_frozen == 0
    assert desk.window.notice_banner.sentence == "まだ直っていない"
