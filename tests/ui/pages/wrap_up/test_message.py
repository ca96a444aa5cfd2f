"""The key message in Wrap up: generated, edited by hand, undone."""

import pytest

from exports.key_message import key_message
from exports.material import Material
from tests.helpers.fitting import faults
from workshop_app.services.commands.problems import AddProblem


@pytest.fixture
def at(desk):
    def make(*args, **options):
        one = desk(*args, page="wrap_up", **options)
        one.page.show_section("message")
        one.settle()
        return one

    return make


def printed(desk):
    return key_message(Material(desk.state, {}, "ja"))


def test_what_is_typed_is_printed_instead_of_what_the_rules_say(at):
    desk = at()
    desk.do(AddProblem("監視が足りない"))
    assert printed(desk)[0] == "課題が 1 件挙がりました。"
    desk.write("夜の見落としは、なくせます。")
    desk.settle()
    desk.page.commit_pending()
    assert printed(desk)[0] == "夜の見落としは、なくせます。"
    desk.page.choice.setFocus()
    desk.press("Ctrl+Z")
    assert desk.state.workshop.key_message == ""


def test_what_the_rules_say_can_be_taken_and_changed(at):
    desk = at()
    desk.do(AddProblem("監視が足りない"))
    section = desk.page.sections["message"]
    section.refresh(desk.state)
    desk.press("Alt+Y")
    assert desk.state.workshop.key_message.startswith("課題が 1 件挙がりました。")
    assert section.area.text() == desk.state.workshop.key_message


def test_it_is_kept_when_the_mode_changes_while_it_is_typed(at):
    desk = at()
    desk.write("書きかけのことば")
    desk.window.set_private(True)
    desk.settle()
    desk.page.show_section("message")
    assert desk.page.sections["message"].area.text() == "書きかけのことば"


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
def test_nothing_is_cut(at, size):
    desk = at(size=size)
    for number in range(1, 9):
        desk.do(AddProblem(f"とても長い課題のことば{number}" * 6))
    desk.settle()
    assert faults(desk.window) == []
