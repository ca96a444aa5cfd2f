"""Enter that ends a conversion adds nothing, in every field in which Enter has an effect."""

import pytest

from workshop_app.domain.steps import Step
from workshop_app.services.commands.choosing import EditVote
from workshop_app.services.commands.participants import AddParticipant


def _sheet(desk):
    desk.press("Alt+Right")


def _inbox(desk):
    desk.press("Alt+H")


def _theme(desk):
    desk.press("Alt+N")


def _reword(desk):
    desk.press("Alt+W")


def _question(desk):
    desk.press("Alt+W", "Alt+5")


def _split(desk):
    desk.press("Alt+S", "Return")


def _dots(desk):
    desk.do(EditVote(desk.state.workshop.id, "dots", 3))
    desk.page.focus_start()


def _people(desk):
    desk.page.show_location("people")


FIELDS = {
    "list": ("list", None, False, "画面が遅い"),
    "sheet": ("list", _sheet, False, "画面が遅い"),
    "inbox": ("list", _inbox, True, "画面が遅い"),
    "theme": ("sort", _theme, False, "画面"),
    "wording": ("sort", _reword, False, "毎晩"),
    "question": ("sort", _question, False, "毎晩"),
    "split": ("sort", _split, False, "毎晩"),
    "hands": ("choose", None, False, "２"),
    "dots": ("choose", _dots, False, "１　２"),
    "answer": ("context", None, False, "先週の朝"),
    "people": ("prepare", _people, False, "加藤"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_the_first_enter_decides_the_words_and_the_next_one_acts(desk, field):
    page, lead, private, words = FIELDS[field]
    one = desk(until=Step.SORT, page=page, private=private)
    for number in range(3):
        one.do(AddParticipant(f"人{number}"))
    one.page.focus_start()
    if lead is not None:
        lead(one)
    line = one.focus
    before = one.state
    one.convert(words)
    for key in ("Return", "Enter", "Space", "Escape", "Up", "Down", "M", "1"):
        one.press(key)
        assert one.focus is line, key
        assert line.composing, key
        assert one.state == before, key
    one.write(words)
    assert one.state == before
    assert words[0] in line.text()
    one.press("Return")
    if field == "question":
        assert words in one.page.panels.current.entries["wording"].text()
        one.press("Ctrl+Return")
    assert one.state != before
    one.press("Ctrl+Z")
    if one.state != before:  # the line's own undo comes first
        one.session.undo()
    assert one.state.problems == before.problems


@pytest.mark.parametrize("field", [name for name in FIELDS if name not in ("hands", "dots")])
def test_what_is_in_conversion_is_kept_when_the_mode_changes(desk, field):
    page, lead, private, words = FIELDS[field]
    one = desk(until=Step.SORT, page=page, private=private)
    one.page.focus_start()
    if lead is not None:
        lead(one)
    line = one.focus
    one.convert(words)
    one.go("catalogue")
    assert words in line.text() or words in one.everything() or words in str(one.state)
