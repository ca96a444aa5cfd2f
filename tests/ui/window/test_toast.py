"""Messages have their own place in the foot bar; never over a button, a row or a name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from tests.helpers.fitting import faults
from tests.helpers.rounds import a_round
from tests.helpers.visible import visible_widgets
from ui.components.side_panel import SidePanel
from ui.rows.view import RowsView
from ui.widgets.action_button import ActionButton
from ui.widgets.painted_button import PaintedButton
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from ui.window.toast import shortened
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

SIZES = [(1024, 720), (1366, 768), (1920, 1080)]


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def say(one, sentence, *, undo=True):
    """Show a message, with ``undo`` after a step that can be undone."""
    if undo:
        problem = one.state.problems[0]
        note = f"{problem.private_note}…"
        one.window.execute(EditProblem(problem.id, "private_note", note))
    one.window.toast(sentence, undo=undo)
    one.settle()


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("list", ["Up", "Alt+P"]),
        ("sort", ["Alt+P"]),
        ("sort", ["Alt+M"]),
        ("choose", ["Alt+P"]),
        ("prepare", ["Ctrl+Z"]),
        ("solve", ["Ctrl+Z"]),
        ("appraise", ["Ctrl+Z"]),
    ],
)
def test_a_message_covers_no_button_and_no_focused_field(desk, language, size, page, keys):
    one = desk(language, until=Step.CHOOSE, page=page, size=size)
    one.page.focus_start()
    one.window.toast("", undo=False)
    one.press(*keys)
    toast = one.window._toast
    assert toast.isVisible()
    here = place(toast, one.window)
    for button in one.window.findChildren(PaintedButton):
        if button.isVisible() and not toast.isAncestorOf(button):
            assert not here.intersects(place(button, one.window)), button.text()
    if isinstance(one.focus, PlainField):
        assert not here.intersects(place(one.focus, one.window))
    for view in one.window.findChildren(RowsView):
        corner = view.mapTo(one.window, QPoint())
        for slot in view.slots if view.isVisible() else ():
            for box in view.control_boxes(slot):
                assert not here.intersects(box.toAlignedRect().translated(corner))
    assert faults(one.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize(("percent", "size"), [(200, SIZES[0]), *((100, size) for size in SIZES)])
def test_no_message_moves_or_covers_a_way_on_any_page(finished, language, percent, size, private):
    one = finished(language, percent, size=size, private=private)
    toast = one.window._toast
    for page in a_round(one):
        toast.forget()
        one.settle()
        before = ways(one)
        for sentence in ("OK", "Much is said " * 7):
            toast.say(sentence, tr("frame.undo.button"), lambda: None)
            one.settle()
            assert ways(one) == before, page
            here = place(toast, one.window)
            assert place(one.window.foot, one.window).contains(here)
            for name, box in before.items():
                assert not box.intersects(here), (page, name)
            undo = place(one.button(tr("frame.undo.button"), toast), one.window)
            assert here.contains(undo)
            assert undo.right() == here.right(), "whatever the sentence"
        toast.forget()
        one.settle()
        assert ways(one) == before, page


def ways(one):
    """The places of the visible buttons in the foot, other than the message's, by their texts."""
    foot = one.window.foot
    found = visible_widgets(foot, PaintedButton)
    return {
        each.text(): place(each, one.window) for each in found if not foot.toast.isAncestorOf(each)
    }


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["list", "sort"])
def test_ways_keep_their_words_and_a_long_message_is_shortened(desk, page, size):
    one = desk("en", until=Step.CHOOSE, page=page, size=size)
    before = ways(one)
    one.window.toast("Problem 3 is now “" + "a long name " * 12 + "” and so on")
    one.settle()
    after = ways(one)
    assert all(after[name] == before[name] for name in after)
    assert after
    (said,) = [each.text() for each in visible_widgets(one.window.foot.toast, Text)]
    assert said.startswith("Problem 3")
    assert ("…" in said) == bool(one.window.foot.toast.toolTip())
    assert size[0] > SIZES[0][0] or "…" in said


@pytest.mark.parametrize(("undo", "seconds"), [(False, 6), (True, 10)])
def test_it_stays_for_seconds_and_longer_where_it_can_be_undone(desk, clock, undo, seconds):
    one = desk(until=Step.LIST, page="list")
    say(one, "済みました", undo=undo)
    clock.advance(1000 * seconds - 1000)
    assert one.window._toast.isVisible()
    clock.advance(2000)
    assert not one.window._toast.isVisible()


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["list", "solve"])
def test_a_click_just_after_its_undo_is_gone_does_nothing(desk, clock, size, page):
    one = desk("en", until=Step.CHOOSE, page=page, size=size)
    if page == "list":
        one.press("Up")  # so that the foot has the ways of a row
    say(one, "Named again")
    undo = place(one.button(tr("frame.undo.button"), one.window._toast), one.window)
    clock.advance(10_100)
    one.settle()
    assert tr("frame.undo.button") not in [each.text() for each in visible_widgets(
        one.window._toast, ActionButton)]  # fmt: skip
    before = (one.state, one.window.page_name, one.page.panels.current if page == "solve" else None)
    for _ in range(2):
        handle = one.window.windowHandle()
        one.tap(handle, undo.center())
    after = (one.state, one.window.page_name, one.page.panels.current if page == "solve" else None)
    assert after == before
    clock.advance(1000)
    one.settle()
    assert not one.window._toast.isVisible()


@pytest.mark.parametrize("page", ["choose", "appraise", "list", "sort"])
def test_nothing_is_over_it_where_an_action_leads_to_another_page(desk, page):
    one = desk(page="prepare", until=Step.LIST)
    toast = one.window._toast
    for undo in (False, True):
        one.go(page)
        say(one, "済みました", undo=undo)
        middle = toast.mapTo(one.window, toast.rect().center())
        found = one.window.childAt(middle)
        assert found is toast or toast.isAncestorOf(found)


def test_of_a_sentence_too_long_for_the_foot_the_quotation_and_then_the_end_is_shortened(desk):
    one = desk(page="list", until=Step.LIST)
    one.page.focus_start()
    toast = one.window._toast
    for sentence, end in (
        ("課題を「" + "長い名前" * 30 + "」へ", "…」へ"),
        ("長い一文です。" * 30, "…"),
    ):
        one.window.toast(sentence)
        one.settle()
        assert faults(one.window) == []
        assert toast._text.text().endswith(end)
        assert one.window.foot.rect().contains(toast.geometry())


@given(st.text("あa 「」“”", max_size=40))
@example("元に戻しました：名前")
def test_shortening_a_sentence_makes_it_shorter_and_ends(sentence):
    shown = sentence
    while (shorter := shortened(shown)) is not None:
        assert len(shorter) < len(shown)
        shown = shorter


def test_a_message_without_any_room_ends_with_a_short_one(desk):
    desk = desk()
    desk.window.set_text_size(200)
    desk.window.resize(320, 240)
    desk.window.toast("課題を整理の「アラート」に移しました", undo=True)
    desk.settle()
    assert desk.window._toast.isVisible()


def test_a_message_disappears_with_its_problem(desk):
    one = desk(until=Step.CHOOSE, page="solve")
    one.page.focus_start()
    one.press("Alt+1")
    toast = one.window._toast
    assert toast.isVisible()
    one.press("Down")
    assert toast.isVisible(), "the same problem is in front"
    one.press("Ctrl+Return")
    assert not toast.isVisible()


def test_a_message_disappears_with_its_page(desk):
    one = desk(until=Step.CHOOSE, page="solve")
    one.window.toast("済みました")
    one.settle()
    one.go("list")
    assert not one.window._toast.isVisible()


def test_the_message_of_an_action_that_leads_on_stays(desk):
    one = desk(until=Step.LIST, page="sort")
    one.page.skip()
    one.settle()
    assert one.window.page_name == "choose"
    assert one.window._toast.isVisible()


def test_a_click_on_it_closes_it(desk):
    one = desk(until=Step.LIST, page="list")
    one.window.toast("済みました")
    one.tap(one.window._toast, QPoint(4, 4))
    assert not one.window._toast.isVisible()


@pytest.mark.parametrize("page", ["list", "sort", "solve", "appraise"])
def test_its_undo_is_gone_after_the_next_step(desk, page):
    one = desk(until=Step.CHOOSE, page=page)
    first, second = one.state.problems[:2]
    one.window.execute(EditProblem(first.id, "private_note", "一つ目"))
    one.window.toast("済みました", undo=True)
    one.settle()
    assert one.window._toast.isVisible()
    one.window.execute(EditProblem(second.id, "private_note", "二つ目"))
    one.settle()
    assert not one.window._toast.isVisible()


def test_its_undo_undoes_what_it_says(desk):
    one = desk(until=Step.CHOOSE, page="sort")
    one.page.focus_start()
    before = one.state
    one.press("Alt+2")
    assert one.state != before
    one.click(tr("frame.undo.button"), one.window._toast)
    assert one.state == before


def test_a_command_that_changes_nothing_offers_no_undo(desk):
    one = desk(until=Step.CHOOSE, page="sort")
    problem = one.state.problems[0]
    one.window.execute(EditProblem(problem.id, "private_note", "一つ目"))
    one.window.execute(EditProblem(problem.id, "private_note", "一つ目"))
    one.window.toast("済みました", undo=True)
    one.settle()
    assert one.window._toast.isVisible()
    assert not visible_widgets(one.window._toast, PaintedButton)


def test_a_click_on_its_undo_while_one_types_undoes_nothing_else(desk):
    one = desk(until=Step.CHOOSE, page="list", private=True)
    first = one.state.problems[0]
    one.window.execute(EditProblem(first.id, "wording", "具体的な言い方"))
    one.window.toast("済みました", undo=True)
    field = visible_widgets(one.page, SidePanel)[0].findChild(PlainField)
    field.setFocus()
    one.write("まだ打っている")
    edited = one.state.problem(first.id).wording
    one.click(tr("frame.undo.button"), one.window._toast)
    assert one.state.problem(first.id).wording == edited
    assert any("まだ打っている" in each.private_note for each in one.state.problems)
    assert one.window._toast.sentence == tr("undo.typed_first")
    one.click(tr("frame.undo.button"), one.window._toast)
    assert not any("まだ打っている" in each.private_note for each in one.state.problems)
    assert one.state.problem(first.id).wording == edited
