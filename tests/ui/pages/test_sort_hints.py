"""What Sort suggests by similar words, merging many by one letter, and the parking lot."""

import pytest

from tests.helpers.fitting import faults
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import CountHands
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.sorting import AddTheme

SIZES = [(1024, 720), (1366, 768), (1920, 1080)]
ALIKE = ("ネットワーク機器の監視ができない", "画面が遅い", "ネットワーク機器を監視できない")
THEME = (
    "ダッシュボードが多い",
    "ダッシュボードを壊す",
    "夜に起きる",
    "ダッシュボードの色",
    "朝が早い",
)


@pytest.fixture
def page(desk):
    def opened(*said, **options):
        one = desk(page="sort", **options)
        one.do(AddProblems(said))
        one.page.focus_start()
        return one

    return opened


def test_what_may_be_the_same_is_said_and_merged_only_by_a_key(page):
    desk = page(*ALIKE)
    assert tr("sort.hint.alike", first="1", second="3") in desk.seen()
    assert len(desk.state.listed) == 3
    desk.press("Alt+Y")
    assert [p.number for p in desk.state.listed] == [1, 2]
    assert desk.state.problems[2].merged_into == desk.state.problems[0].id
    assert not desk.page.hint.isVisible()
    desk.press("Ctrl+Z")
    assert tr("sort.hint.alike", first="1", second="3") in desk.seen()


def test_what_was_dismissed_is_not_said_again(page):
    desk = page(*ALIKE)
    desk.press("Alt+X")
    assert not desk.page.hint.isVisible()
    desk.do(AddProblem("もう一つ"))
    desk.window.set_private(True)
    desk.go("list")
    desk.go("sort")
    assert not desk.page.hint.isVisible()


def test_a_word_of_several_is_offered_as_a_theme(page):
    desk = page(*THEME)
    numbers = tr("sort.between").join("124")
    assert tr("sort.hint.theme", term="ダッシュボード", numbers=numbers, n=3) in desk.seen()
    desk.press("Alt+Y")
    theme = desk.state.themes[0]
    assert theme.name == "ダッシュボード"
    assert [p.number for p in desk.state.in_theme(theme.id)] == [1, 2, 4]
    assert not desk.page.hint.isVisible()


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
    desk.press("Down", "Space", "Down", "Space", "Down", "Space", "Up", "Up", "Up", "M")
    whole = desk.state.problem(ids[0])
    assert [p.id for p in desk.state.listed] == [ids[0]]
    assert [p.first_wording for p in desk.state.merged_into(ids[0])] == list(said[1:])
    assert [who.id for who in desk.state.speakers_of(whole)] == people
    assert desk.state.votes_of(ids[0]) == 10
    desk.press("U")
    assert [desk.state.votes_of(one) for one in ids] == [4, 3, 2, 1]
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
    assert desk.page.open_panel is None
    assert len(desk.state.listed) == 2


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("private", [False, True])
def test_nothing_is_cut(desk, language, size, private):
    desk = desk(language, until=Step.LIST, page="sort", size=size, private=private)
    desk.do(AddProblems((*ALIKE, *THEME)))
    desk.settle()
    assert desk.page.hint.isVisible()
    assert faults(desk.window) == []
    desk.press("Alt+P", "Alt+L")
    assert faults(desk.window) == []
