"""The can-do check: lines are listed, and hands are counted line by line."""

import pytest

from tests.helpers.fitting import faults
from ui.widgets.check_button import CheckButton
from workshop_app.domain.audience_view import CountedLines
from workshop_app.i18n import tr
from workshop_app.services.commands.can_do import AddCanDoLines, TickCanDo
from workshop_app.services.commands.participants import (
    AddParticipants,
    EditSelfReliance,
    SetAnonymous,
)
from workshop_app.services.commands.problems import AddProblem


@pytest.fixture
def at(desk):
    def make(*args, **options):
        one = desk(*args, page="wrap_up", **options)
        one.do(AddParticipants(("青木", "井上", "上田")))
        one.show_section("check")
        return one

    return make


def lines(desk):
    return [(check.text, check.hands, check.people) for check in desk.state.can_do]


def test_a_line_is_typed_and_its_hands_are_counted(at):
    desk = at()
    desk.write("ポートを監視できる")
    desk.press("Return")
    section = desk.page.section
    section.hands.setFocus()
    desk.write("２")
    desk.press("Return")
    assert lines(desk) == [("ポートを監視できる", 2, 3)]
    section.rows.view.setFocus()
    desk.press("Ctrl+Z")
    assert lines(desk) == [("ポートを監視できる", None, 0)]


def test_what_people_wrote_is_taken_over_once_by_one_key(at):
    desk = at()
    for who in desk.state.participants:
        desk.do(EditSelfReliance(who.id, "can_do_alone", f"同じ一行\n{who.name} の一行"))
    desk.press("Alt+Y")
    assert [line[0] for line in lines(desk)] == [
        "同じ一行",
        "青木 の一行",
        "井上 の一行",
        "上田 の一行",
    ]
    assert not desk.page.section.take.isVisible()
    desk.press("Ctrl+Z")
    assert lines(desk) == []


def test_only_a_few_lines_are_added_at_once_some_of_each_person(at):
    desk = at()
    for who in desk.state.participants:
        lines_of = (f"{who.name} {number}" for number in range(1, 4))
        desk.do(EditSelfReliance(who.id, "can_do_alone", "\n".join(lines_of)))
    take = desk.page.section.take
    assert take.text() == tr("wrap_up.check.take", n=5)
    desk.press("Alt+Y")
    first = [line[0] for line in lines(desk)]
    assert first == ["青木 1", "井上 1", "上田 1", "青木 2", "井上 2"]
    desk.page.section.rows.view.setFocus()
    assert take.text() == tr("wrap_up.check.take", n=4)
    desk.press("Alt+Y")
    assert len(lines(desk)) == 9


def test_enter_goes_on_to_the_next_line_that_waits(at):
    desk = at()
    desk.do(AddCanDoLines(("一", "二", "三")))
    desk.page.section.rows.set_current(desk.state.can_do[0].id)
    desk.page.section.hands.setFocus()
    for hands in "123":
        desk.write(hands)
        desk.press("Return")
    assert [line[1] for line in lines(desk)] == [1, 2, 3]


def test_more_hands_than_people_count_as_so_many_people_once_confirmed(at):
    desk = at()
    desk.do(AddCanDoLines(("一",)))
    desk.page.section.hands.setFocus()
    desk.write("9")
    desk.press("Return")
    assert tr("choose.count.surplus", n=6, present=3) in desk.seen()
    assert lines(desk) == [("一", None, 0)]
    desk.press("Return")
    assert lines(desk) == [("一", 9, 9)]


def test_a_line_is_changed_and_removed_in_the_list(at):
    desk = at()
    desk.do(AddCanDoLines(("一", "二")))
    view = desk.page.section.rows.view
    view.setFocus()
    desk.press("Home", "Return")
    desk.page.section.entry.field.selectAll()
    desk.write("いち")
    desk.press("Return")
    assert [line[0] for line in lines(desk)] == ["いち", "二"]
    view.setFocus()
    desk.press("Home", "Delete")
    assert [line[0] for line in lines(desk)] == ["二"]
    assert tr("wrap_up.check.removed") in desk.seen()


def test_the_audience_display_names_nobody(at):
    desk = at()
    desk.do(AddProblem("一つ目", desk.state.participants[0].id))
    desk.do(AddCanDoLines(("一",)))
    shown = desk.picture
    assert isinstance(shown, CountedLines)
    assert "青木" not in str(shown)
    assert [(line.words, line.now, line.then_people) for line in shown.lines] == [("一", None, 0)]


def able(desk):
    state = desk.state
    return [[who.name for who in state.who_can(check.id)] for check in state.can_do]


def test_in_private_who_can_do_a_line_is_ticked_by_keys_and_by_mouse(at):
    desk = at(private=True)
    desk.do(AddCanDoLines(("一", "二")))
    section = desk.page.section
    section.rows.view.setFocus()
    desk.press("Home", "Alt+2")
    chips = {chip.text()[:2]: chip for chip in section.who.findChildren(CheckButton)}
    desk.tap(chips["青木"])
    desk.press("Down", "Alt+3", "Alt+1", "Alt+1")
    assert able(desk) == [["青木", "井上"], ["上田"]]
    assert [chips[name].isChecked() for name in ("青木", "上田")] == [False, True]
    section.rows.view.setFocus()
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert able(desk) == [["青木", "井上"], ["上田"]]
    desk.press("Ctrl+Z")
    assert able(desk) == [["青木", "井上"], []]
    desk.do(SetAnonymous(True))
    assert not section.who.isVisible()


def test_the_room_is_shown_no_tick(at):
    desk = at()
    desk.do(AddCanDoLines(("一",)))
    desk.do(TickCanDo(desk.state.can_do[0].id, desk.state.participants[0].id, can=True))
    assert "青木" not in desk.everything()
    desk.press("Alt+1")
    assert able(desk) == [["青木"]]
    shown = desk.picture
    assert "青木" not in str(shown)


def test_an_empty_list_says_what_to_write_and_which_lines_the_button_adds(at, language, size):
    desk = at(language, size=size)
    assert tr("wrap_up.check.none") in desk.seen()
    assert not desk.page.section.take.isVisible()
    who = desk.state.participants[0]
    desk.do(EditSelfReliance(who.id, "can_do_alone", "ポートを監視できる\n記録を探せる"))
    assert "ポートを監視できる" in desk.seen()
    assert faults(desk.window) == []
    desk.click(tr("wrap_up.check.take", n=2))
    assert [line[0] for line in lines(desk)] == ["ポートを監視できる", "記録を探せる"]
    assert not desk.page.section.take.isVisible()


def test_typing_for_a_counted_line_replaces_its_number(at, language):
    desk = at(language)
    desk.do(AddCanDoLines(("Alpha", "Beta")))
    desk.page.section.focus_start()
    desk.press("1", "Return", "Up", "2", "Return")
    desk.click_part("row", "Alpha")
    desk.press("3", "Return")
    assert lines(desk) == [("Alpha", 3, 3), ("Beta", None, 0)]
