"""Unfinished input in List survives a rebuilt page, and text for the inbox stays private."""

import pytest

from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.workshops import CreateWorkshop

HELD = "上司の返事が遅い"
WORDS = ("監視が足りない", "夜間のアラートが多い", "手順が古い")


@pytest.fixture
def at(desk):
    def make(**options):
        one = desk(page="", **options)
        one.do(AddProblems(WORDS))
        one.go("list")
        return one

    return make


def begin_held(desk):
    desk.press("Alt+H")
    desk.page.focus_line()
    desk.write(HELD)


@pytest.mark.parametrize("via", [(), ("Ctrl+F",)], ids=["list", "catalogue"])
def test_words_begun_for_the_inbox_wait_for_private_mode(at, via):
    desk = at(private=True)
    begin_held(desk)
    desk.press(*via)
    desk.set_private(False)
    assert HELD not in desk.everything()
    desk.go("list")
    assert HELD not in desk.everything()
    desk.press("Return")
    assert len(desk.state.problems) == len(WORDS)
    desk.set_private(True)
    desk.page.focus_line()
    assert desk.page.entry.text() == HELD
    desk.press("Return")
    assert [one.held for one in desk.state.problems] == [False, False, False, True]


def test_words_begun_for_the_inbox_stay_in_their_workshop(at):
    """The other workshop has no inbox on, so that its line has another name."""
    desk = at(private=True)
    begin_held(desk)
    here = desk.state.workshop.id
    other = desk.do(CreateWorkshop("勉強会", "2026-12-03T13:30:00"))
    desk.window.open_workshop(other)
    desk.go("list")
    assert desk.page.entry.text() == ""
    desk.page.focus_line()
    desk.write(WORDS[0])
    desk.window.open_workshop(here)
    desk.go("list")
    assert desk.page.entry.text() == HELD
    desk.set_private(False)
    assert HELD not in desk.everything()
    desk.window.open_workshop(other)
    desk.go("list")
    assert desk.page.entry.text() == WORDS[0]


def begin_correction(desk):
    desk.page.rows.setFocus()
    desk.page.rows.set_current(desk.state.problems[1].id)
    desk.press("F2")
    desk.page.editor.field.set_text("夜間の通知が多い")


def test_a_correction_waits_while_the_room_sees_no_problem(at):
    desk = at()
    begin_correction(desk)
    desk.page.reveal()
    desk.settle()
    assert "夜間の通知が多い" not in desk.everything()
    desk.page.reveal()
    desk.settle()
    assert desk.page.editor.record
    assert desk.page.editor.field.text() == "夜間の通知が多い"


def test_a_correction_given_up_does_not_come_back(at):
    desk = at()
    begin_correction(desk)
    desk.page.commit_pending()
    desk.press("Escape")
    desk.window.retranslate()
    desk.settle()
    assert not desk.page.editor.record


def test_pasted_lines_are_still_there_to_be_added(at):
    desk = at()
    desk.page.show_lines("一つ目\n二つ目\n三つ目")
    desk.page.preview.toggle("1")
    desk.window.retranslate()
    desk.settle()
    assert tuple(line.text for line in desk.page.preview.ticked()) == ("一つ目", "三つ目")
    desk.press("Return")
    assert [one.first_wording for one in desk.state.problems][3:] == ["一つ目", "三つ目"]


def test_lines_pasted_for_the_inbox_wait_for_private_mode(at):
    desk = at(private=True)
    desk.press("Alt+H")
    desk.page.show_lines(f"{HELD}\n二つ目")
    desk.set_private(False)
    assert HELD not in desk.everything()
    desk.set_private(True)
    assert tuple(line.text for line in desk.page.preview.ticked()) == (HELD, "二つ目")


def test_words_held_back_are_said_to_repeat_only_in_private_mode(at, private):
    desk = at(private=private)
    desk.do(AddProblem(HELD, held=True))
    desk.page.focus_line()
    desk.write(HELD)
    assert (tr("list.repeat", number=len(WORDS) + 1) in desk.seen()) == private
