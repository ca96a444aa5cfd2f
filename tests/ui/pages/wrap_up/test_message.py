"""The key message in Wrap up: generated, edited by hand, undone."""

import pytest

from exports.key_message import key_message
from exports.material import Material
from tests.helpers.fitting import faults
from workshop_app.domain.facts.requests import passing_on_action
from workshop_app.i18n import Texts, tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import HandOverRequests, TakeBackHandOver
from workshop_app.services.commands.workshops import WriteKeyMessage


@pytest.fixture
def at(desk):
    def make(*args, **options):
        one = desk(*args, page="wrap_up", **options)
        one.show_section("message")
        return one

    return make


def printed(desk):
    return key_message(Material(desk.state, {}, "ja"))


def test_what_is_typed_is_printed_instead_of_what_the_rules_say(at):
    desk = at()
    desk.do(AddProblem("監視が足りない"))
    assert printed(desk)[0] == "1 件の課題が挙がりました"
    desk.write("夜の見落としは、なくせます。")
    desk.page.commit_pending()
    assert printed(desk)[0] == "夜の見落としは、なくせます。"
    desk.page.choice.setFocus()
    desk.press("Ctrl+Z")
    assert desk.state.workshop.key_message == ""


def test_what_is_in_conversion_is_not_saved_when_something_else_changes(at):
    desk = at()
    desk.convert("よる")
    desk.do(AddProblem("監視が足りない"))
    assert desk.page.section.area.field.composing
    assert desk.state.workshop.key_message == ""


def test_what_the_rules_say_can_be_taken_and_changed(at):
    desk = at()
    desk.do(AddProblem("監視が足りない"))
    section = desk.page.sections["message"]
    section.refresh(desk.state)
    desk.press("Alt+Y")
    assert desk.state.workshop.key_message.startswith("1 件の課題が挙がりました")
    assert section.area.text() == desk.state.workshop.key_message


def test_after_the_hand_over_an_edited_sentence_is_updated_by_one_click(at, language):
    desk = at(language, sample=True)
    words = Texts(language)
    passing_on = passing_on_action(desk.state)
    assert passing_on is not None
    by = words("key_message.by.told", day=words.date(passing_on.due, year=False))
    known = {"n": 2, "numbers": words("key_message.last").join("67"), "by": by}
    before, after = (words(f"key_message.{key}", **known) for key in ("to_send", "handed_over"))
    desk.do(WriteKeyMessage(desk.state.workshop.id, "key_message", f"{before} My own words"))
    assert tr("wrap_up.message.update", n=1) not in desk.seen()
    requests = tuple(each.id for each in desk.state.requests)
    desk.do(HandOverRequests(requests, "2026-12-04"))
    assert tr("wrap_up.message.update", n=1) in desk.seen()
    assert faults(desk.window) == []
    desk.click(tr("wrap_up.message.update", n=1))
    assert desk.state.workshop.key_message == f"{after} My own words"
    assert tr("wrap_up.message.update", n=1) not in desk.seen()
    desk.do(TakeBackHandOver(requests))
    assert before.rstrip("。.") not in desk.state.workshop.key_message
    desk.settle()
    desk.press("Alt+Y")
    assert desk.state.workshop.key_message == f"{before} My own words"


def test_papers_say_that_the_message_is_outdated_before_they_are_written(at, private):
    desk = at(sample=True, private=private)
    desk.do(
        WriteKeyMessage(desk.state.workshop.id, "key_message", "課題 6 は、製品チームに伝えます。")
    )
    desk.press("Ctrl+E")
    assert tr("wrap_up.message.check") not in desk.seen()
    desk.do(HandOverRequests(tuple(each.id for each in desk.state.requests), "2026-12-04T09:00:00"))
    assert (tr("wrap_up.message.check") in desk.seen()) is private, "it is no matter of the room"
