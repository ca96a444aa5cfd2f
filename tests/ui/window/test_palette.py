"""The palette by keyboard only, in both modes, with an input method."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.helpers.fitting import faults
from tests.helpers.sessions import create_workshop
from ui.actions.binding import BoundAction
from ui.components.places import PLACES
from ui.widgets.key_hint import KeyHint
from ui.window.palette import do, may_do
from ui.window.palette_table import offers
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.workshops import SwitchList

AFTER_EXPORT = {(f"hand_outs.{name}", None) for name in ("tick", "print", "open")}
"""Actions on written papers, in projected mode only."""
IN_PANELS = {
    ("appraise.take_back", None),
    ("appraise.same", None),
    ("appraise.not_same", None),
    ("solve.hint", None),
    ("start.copy", None),
    *AFTER_EXPORT,
}
"""Bound only after the panel with the action is open."""


def open_palette(desk):
    desk.press("Ctrl+K")
    return desk.window._palette


def ask(desk, words):
    palette = open_palette(desk)
    desk.write(words)
    return palette


def test_enter_triggers_the_action_that_was_searched_for(desk):
    one = desk(sample=True, page="list")
    ask(one, "かいけつ")
    one.press("Return")
    assert one.window.page_name == "solve"
    assert not one.window._palette.isVisible()
    ask(one, "取り組む課題")
    one.press("Return")
    assert one.window.page_name == "choose"


@pytest.mark.parametrize("step", ["prepare", "context", "list", "sort", "solve", "wrap_up"])
def test_a_problem_is_found_by_a_word_and_selected(desk, step, private):
    one = desk(page="", private=private)
    one.do(AddProblems(("夜間の電話", "証明書の期限切れ", "ディスクがあふれる")))
    one.go(step)
    palette = ask(one, "期限切れ")
    (found,) = palette.found
    assert found.said("ja") == "2 証明書の期限切れ"
    one.press("Return")
    assert one.window.page_name == (step if step in ("sort", "solve") else "list")
    assert one.page.audience_focus().record_id == one.state.listed[1].id
    if one.window.page_name == "list":
        assert one.focus is one.page.rows.view
        assert tr("list.panel", number=2) in one.seen().splitlines()
    assert found not in open_palette(one).found


def test_a_problem_that_the_room_sees_later_is_not_found(desk):
    one = desk(page="")
    one.do(AddProblems(("証明書の期限切れ",)))
    one.do(SwitchList(one.state.workshop.id, "shown_later", True))
    one.go("list")
    assert ask(one, "期限切れ").found == ()
    assert "期限切れ" not in "".join(row.text for row in one.window._palette.rows.rows)


def test_it_presses_the_key_wherever_the_cursor_is(desk):
    one = desk(sample=True, page="list")
    one.page.focus_start()
    ask(one, "固定")
    one.press("Return")
    assert one.window.frozen
    ask(one, "freeze")
    one.press("Return")
    assert not one.window.frozen
    ask(one, "タイマー")
    one.press("Return")
    assert one.window.timer.running


@pytest.mark.parametrize("page", sorted(PLACES))
def test_it_is_searched_on_every_page(desk, page):
    one = desk(sample=True, page=page, private=True)
    ask(one, "かいけつ")
    one.press("Return")
    assert one.window.page_name == "solve"


def test_an_action_of_another_page_is_triggered_there(desk):
    one = desk(sample=True, page="list")
    ask(one, "カードを切る")
    one.press("Return")
    assert one.window.page_name == "solve"
    assert tr("cards.kind.hands_on") in one.seen()


def test_a_section_is_a_place(desk):
    one = desk(sample=True, page="list")
    ask(one, "進行表")
    one.press("Return")
    assert one.window.page_name == "prepare"
    assert one.page.sections["agenda"].isVisible()


@pytest.mark.parametrize("words", ["参加者を追加", "add a participant", "遅れて来た"])
def test_who_comes_late_is_added_from_any_step(desk, words):
    one = desk(sample=True, page="list")
    ask(one, words)
    one.press("Return")
    assert one.window.page_name == "prepare"
    one.write("遅刻 太郎")
    one.press("Return")
    assert one.state.participants[-1].name == "遅刻 太郎"


@pytest.mark.parametrize(
    ("place", "name", "section"),
    [
        ("prepare", "plans", "agenda"),
        ("prepare", "moved", "people"),
        ("prepare", "rules", "opening"),
        ("wrap_up", "insert", "actions"),
        ("wrap_up", "nobody", "actions"),
    ],
)
def test_an_action_of_a_section_is_triggered_there(desk, place, name, section):
    one = desk(sample=True, page="list")
    (offer,) = [offer for offer in offers() if (offer.place, offer.name) == (place, name)]
    do(one.window, offer)
    one.settle()
    assert one.window.page_name == place
    assert one.page.sections[section].isVisible()


def test_files_are_chosen_from_the_list_of_actions(desk, monkeypatch):
    one = desk(sample=True, page="list", private=True)
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (asked.append(1), ([], ""))[1])
    (offer,) = [o for o in offers() if (o.place, o.name) == ("setup", "file")]
    assert do(one.window, offer)
    assert asked
    assert one.page.sections["files"].isVisible()


def test_keys_with_a_choice_lead_there_and_are_explained(desk):
    one = desk(sample=True, page="prepare")
    ask(one, "話した人")
    one.press("Return")
    assert one.window.page_name == "list"
    assert "Alt+1 – Alt+9" in one.window._toast.sentence


def test_an_action_that_is_unavailable_is_refused_in_one_sentence(desk):
    one = desk(page="start", empty=True)
    ask(one, "書類を書き出す")
    one.press("Return")
    assert one.window._toast.sentence == tr("palette.not_now", what=tr("keys.everywhere.papers"))
    assert one.window.notice_banner.sentence == ""


def test_without_a_workshop_no_step_is_offered(desk):
    one = desk(page="start", empty=True)
    palette = open_palette(one)
    places = {offer.place for offer in palette.found}
    assert {"start", "everywhere"} <= places
    assert not places & {name for name, place in PLACES.items() if place.needs_workshop}


def test_private_actions_are_offered_in_private_mode_only(desk):
    one = desk(sample=True, page="start")
    palette = open_palette(one)
    assert not any(offer.private for offer in palette.found)
    one.press("Escape")
    one.window.set_private(True)
    open_palette(one)
    assert any(offer.private for offer in palette.found)


def test_recent_actions_come_first(desk):
    one = desk(sample=True, page="list")
    for words in ("元に戻す", "めきき"):
        ask(one, words)
        one.press("Return")
    palette = open_palette(one)
    assert [offer.name or offer.place for offer in palette.found[:2]] == ["appraise", "undo"]
    one.press("Escape")
    one.session.open(create_workshop(one.session))
    one.go("list")
    assert open_palette(one).found[0].name != "undo"


def test_the_filled_button_is_found_by_its_words_on_the_page(desk, words):
    one = desk(words)
    said = ("監視がない", "通知が多い", "期限を忘れる")
    first, decided, third = one.session.execute(AddProblems(said))
    one.do(Choose((first, decided, third)))
    for problem in (first, decided):
        one.do(PlayCard(problem, CardKind.OWN, "試す"))
    one.go("solve")
    one.page.show_record(first)
    said = tr("solve.foot.decide_problem")
    assert ask(one, said).found[0].said(words) == said
    one.press("Return")
    assert one.page.audience_focus().record_id == third


def test_before_anything_is_typed_what_the_page_offers_now_comes_first(desk):
    one = desk(sample=True, page="solve")
    found = open_palette(one).found
    assert {offer.place for offer in found[:8]} == {"solve"}
    names = [offer.name for offer in found if offer.place == "solve"]
    assert names.index("request") < names.index("gap")


def test_a_key_stands_beside_the_words(desk):
    one = desk(sample=True, page="list")
    row = ask(one, "元に戻す").rows.current_row
    assert [line.text for line in row.lines] == ["Ctrl+Z"]
    assert row.lines[0].joins


@pytest.mark.parametrize("page", ["list", "solve", "appraise"])
def test_what_cannot_be_done_here_is_not_before_what_begins_alike(desk, page):
    one = desk(sample=True, page=page)
    names = [offer.name for offer in ask(one, "ta").found]
    assert names.index("not_ours") < names.index("nobody")


def test_up_and_down_move_and_escape_changes_nothing(desk):
    one = desk(sample=True, page="list")
    one.page.focus_start()
    before = one.focus
    palette = open_palette(one)
    count = len(palette.found)
    one.press("Down", "Down", "PageDown", "Up")
    assert palette.rows.current == 7
    one.press(*["PageDown"] * (count // 8 + 1))
    assert palette.rows.slots[-1].row == count - 1
    assert palette.entry.field.accessibleDescription()
    one.press("Escape")
    assert one.focus is before
    assert one.window.page_name == "list"
    open_palette(one)
    one.press("Ctrl+K")
    assert not palette.isVisible()


def test_while_it_is_open_no_other_key_acts(desk):
    one = desk(sample=True, page="list")
    palette = open_palette(one)
    one.press("Ctrl+8", "Ctrl+PageDown", "Ctrl+Return", "Ctrl+Z", "Alt+1", "Tab")
    assert palette.isVisible()
    assert one.window.page_name == "list"
    assert one.focus is palette.entry.field


def test_enter_that_ends_a_conversion_does_nothing(desk):
    one = desk(sample=True, page="list")
    palette = open_palette(one)
    one.convert("めきき")
    one.press("Return", "Down", "Escape")
    assert palette.isVisible()
    assert palette.rows.current == 0
    one.write("目利き")
    assert palette.isVisible()
    one.press("Return")
    assert one.window.page_name == "appraise"


def test_nothing_found_is_said_and_enter_does_nothing(desk):
    one = desk(sample=True, page="list")
    palette = ask(one, "zzzz")
    assert palette.found == ()
    one.press("Return")
    assert palette.isVisible()
    assert palette.entry.field.accessibleDescription() == tr("palette.nothing")


def test_the_mouse_can_use_it_too(desk):
    one = desk(sample=True, page="list")
    palette = ask(one, "めきき")
    QTest.mouseClick(palette.rows, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert one.window.page_name == "appraise"
    open_palette(one)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()


def test_every_action_that_it_offers_is_bound_where_it_is_done(desk, private):
    one = desk(sample=True, private=private, page="list", size=(1024, 768))
    unbound = []
    for offer in offers():
        if offer.leads or not offer.action or not may_do(one.window, offer):
            continue
        if offer.place not in ("everywhere", one.window.page_name):
            one.go(offer.place)
            for section in getattr(one.page, "sections", {}):
                one.page.show_section(section)
        bound = {(b.definition.id, b.argument) for b in one.window.findChildren(BoundAction)}
        if (offer.action, offer.argument) not in bound:
            unbound.append((offer.action, offer.argument))
    assert set(unbound) <= IN_PANELS


def test_each_of_a_pair_is_named_by_itself():
    pairs = {offer.key: offer.words for offer in offers() if offer.name in ("neighbour", "minutes")}
    assert pairs["Ctrl+PgDown"] == ("次のステップ", "Next step")
    assert pairs["Ctrl+PgUp"] == ("前のステップ", "Previous step")
    assert len(set(pairs.values())) == len(pairs)


def test_keys_that_pages_hear_themselves_reach_them(desk):
    one = desk(sample=True, page="list")
    pairs = {offer.key: offer for offer in offers() if offer.name == "neighbour"}
    assert do(one.window, pairs["Ctrl+PgDown"])
    assert one.window.page_name == "sort"
    assert do(one.window, pairs["Ctrl+PgUp"])
    assert one.window.page_name == "list"


@pytest.mark.parametrize("size", [(1024, 660), (1366, 768), (1920, 1080)])
def test_nothing_is_cut(desk, words, size):
    one = desk(words=words, sample=True, private=True, page="list", size=size)
    palette = open_palette(one)
    one.settle()
    assert faults(palette) == []
    assert all(row.text and row.lines for row in palette.rows.rows[:8])
    assert len(palette.found) > 100
    assert {offer.place for offer in palette.found} >= set(Step)
    assert palette.rows.mapTo(palette, palette.rows.rect().bottomLeft()).y() < palette.height()
    assert QApplication.focusWidget() is palette.entry.field


def test_in_large_text_its_last_row_ends_above_its_foot(desk):
    one = desk(sample=True, page="list", size=(1366, 768))
    one.window.set_text_size(200)
    palette = open_palette(one)
    one.settle()
    slots, rows = palette.rows.slots, palette.rows
    assert len(slots) >= 4
    assert slots[-1].top + slots[-1].height <= rows.height()
    bottom = rows.mapTo(palette, rows.rect().bottomLeft()).y()
    hint = palette.findChildren(KeyHint)[0]
    assert bottom <= hint.mapTo(palette, hint.rect().topLeft()).y()
    assert faults(palette) == []


def test_what_is_not_possible_now_is_said_without_a_tick(desk):
    one = desk(page="start", empty=True)
    ask(one, "書類を書き出す")
    one.press("Return")
    refused = tick(one)
    one.window.toast(one.window.foot.toast.sentence)
    one.settle()
    assert refused != tick(one)


def tick(one):
    """The picture before the sentence of the message."""
    message = one.window.foot.toast
    return message.grab().toImage().copy(0, 0, 20, message.height())


def test_up_in_the_first_line_stays_there(desk):
    one = desk(sample=True, page="list")
    palette = open_palette(one)
    one.press("Up")
    assert palette.rows.current == 0
    one.press("Down", "Up", "Up")
    assert palette.rows.current == 0
    assert palette.isVisible()


def test_lines_of_the_same_name_say_where_they_are(desk):
    one = desk(sample=True, page="list")
    palette = ask(one, tr("keys.list.parking"))
    same = [row for row in palette.rows.rows if row.text == tr("keys.list.parking")]
    assert len({str(row.asides) for row in same}) == len(same) == 2
    assert all(row.asides for row in same)
