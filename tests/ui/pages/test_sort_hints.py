"""Suggestions of Sort by similar words, merging many with one key, and the parking lot."""

import pytest
from PySide6.QtCore import QPoint

from ui.widgets.menu import shortened
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import CountHands
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems, EditProblem
from workshop_app.services.commands.sorting import AddTheme, SplitProblem

ALIKE = (
    "内部のネットワーク機器の監視ができない",
    "画面が遅い",
    "社内のネットワーク機器を監視できない",
)
THEME = (
    "ダッシュボードが多い",
    "ダッシュボードを壊す",
    "夜に起きる",
    "ダッシュボードの色",
    "朝が早い",
)


@pytest.fixture
def looked(qtbot):
    """Waits until Sort has searched for suggestions."""

    def wait(desk):
        qtbot.waitUntil(lambda: not desk.page.hint.search.busy)
        desk.settle()

    return wait


@pytest.fixture
def page(desk, looked):
    def opened(*said, **options):
        one = desk(page="", **options)
        one.do(AddProblems(said))
        one.go("sort")
        looked(one)
        one.page.focus_start()
        return one

    return opened


def alike(desk, *numbers):
    """The suggestion that two problems may be similar, with the beginning of their words."""
    titles = {each.number: each.title for each in desk.state.problems}
    first, second = (
        tr("sort.hint.problem", number=each, title=shortened(titles[each], 28)) for each in numbers
    )
    return tr("sort.hint.alike", first=first, second=second)


def test_what_may_be_the_same_is_said_and_merged_only_by_a_key(page):
    desk = page(*ALIKE)
    assert alike(desk, 1, 3) in desk.seen()
    assert len(desk.state.listed) == 3
    desk.press("Alt+Y")
    assert [p.number for p in desk.state.listed] == [1, 2]
    assert desk.state.problems[2].merged_into == desk.state.problems[0].id
    assert not desk.page.hint.isVisible()
    desk.press("Ctrl+Z")
    assert len(desk.state.listed) == 3
    assert alike(desk, 1, 3) in desk.seen()


def test_what_was_dismissed_is_not_said_again_until_that_is_undone(page, looked):
    desk = page(*ALIKE)
    desk.press("Alt+X")
    assert not desk.page.hint.isVisible()
    assert len(desk.state.listed) == 3
    desk.do(AddProblem("もう一つ"))
    desk.window.set_private(True)
    desk.go("list")
    desk.go("sort")
    looked(desk)
    assert not desk.page.hint.isVisible()
    assert desk.state.workshop.dismissed == ("1 3",)
    desk.press("Ctrl+Z", "Ctrl+Z")
    looked(desk)
    assert alike(desk, 1, 3) in desk.seen()


def test_a_pair_that_was_dismissed_gives_way_to_the_next(page):
    desk = page(*ALIKE, "内部のネットワーク機器の監視ができない")
    assert alike(desk, 1, 4) in desk.seen()
    desk.press("Alt+X")
    assert desk.page.hint.hint.key in {"1 3", "3 4"}


def test_the_other_one_of_the_same_words_later_is_suggested_too(page, looked):
    desk = page("画面が遅い")
    assert not desk.page.hint.isVisible()
    desk.do(AddProblem("画面が 遅い"))
    looked(desk)
    assert alike(desk, 1, 2) in desk.seen()


def test_what_was_split_is_not_suggested_to_be_one_again(page, looked):
    desk = page("ネットワーク機器とサーバーの監視ができない")
    parts = ("ネットワーク機器の監視ができない", "ネットワーク機器の監視ができないこと")
    desk.do(SplitProblem(desk.state.listed[0].id, parts))
    looked(desk)
    assert len(desk.state.listed) == 2
    assert not desk.page.hint.isVisible()


def test_a_reworded_problem_is_not_compared_in_its_old_words(page):
    desk = page(*ALIKE)
    desk.do(EditProblem(desk.state.listed[0].id, "wording", "帳票が印刷できない"))
    assert not desk.page.hint.isVisible()


def test_while_it_looks_the_list_stays_where_it_is(page, qtbot):
    desk = page(*ALIKE, *ALIKE)
    top = desk.page.view.mapTo(desk.window, QPoint()).y()
    desk.press("Alt+Y")
    assert desk.page.view.mapTo(desk.window, QPoint()).y() == top


def test_a_word_of_several_is_offered_as_a_theme(page, looked):
    desk = page(*THEME)
    numbers = tr("sort.between").join("124")
    assert tr("sort.hint.theme", term="ダッシュボード", numbers=numbers, n=3) in desk.seen()
    desk.press("Alt+Y")
    theme = desk.state.themes[0]
    assert theme.name == "ダッシュボード"
    assert [p.number for p in desk.state.in_theme(theme.id)] == [1, 2, 4]
    looked(desk)
    assert not desk.page.hint.isVisible()
    desk.press("Ctrl+Z")
    assert desk.state.themes == ()
    assert len(desk.state.in_theme(None)) == 5


def test_a_theme_that_is_there_is_not_offered(page):
    desk = page(*THEME)
    desk.do(AddTheme("ダッシュボードのこと"))
    assert not desk.page.hint.isVisible()


def test_one_letter_merges_all_that_are_ticked_and_another_parts_them(page):
    desk = page()
    people = [desk.do(AddParticipant(name)) for name in ("青木", "井上", "上田", "江藤")]
    said = ("りんご", "みかん", "ぶどう", "なし")
    ids = [desk.do(AddProblem(w, who)) for w, who in zip(said, people, strict=True)]
    for problem, hands in zip(ids, (4, 3, 2, 1), strict=True):
        desk.do(CountHands(problem, hands))
    desk.page.show_record(ids[0])
    desk.page.focus_start()
    desk.press("Space", "Down", "Space", "Down", "Space", "Down", "Space", "M")
    whole = desk.state.problem(ids[0])
    assert [p.id for p in desk.state.listed] == [ids[0]]
    assert [p.first_wording for p in desk.state.merged_into(ids[0])] == list(said[1:])
    assert [who.id for who in desk.state.speakers_of(whole)] == people
    assert desk.state.votes.of(ids[0]) == 4
    desk.press("U")
    assert [desk.state.votes.of(one) for one in ids] == [4, 3, 2, 1]
    assert [p.id for p in desk.state.listed] == ids


def test_letters_in_a_theme_name_merge_nothing(page):
    desk = page("a", "b")
    desk.press("Space", "Down", "Alt+N", "M", "U")
    assert len(desk.state.listed) == 2
    assert desk.page.line.entry.text().casefold() == "mu"


def test_a_problem_is_parked_while_sorting_and_comes_back(page):
    desk = page("りんご", "みかん")
    desk.press("Alt+P")
    assert [p.first_wording for p in desk.state.parking_lot] == ["りんご"]
    desk.press("Alt+L", "Return")
    assert desk.state.parking_lot == ()
    desk.press("Escape")
    assert desk.page.panels.current is None
    assert len(desk.state.listed) == 2
