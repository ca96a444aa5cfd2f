"""The five questions for a concrete wording: by keys only, and nothing is lost."""

import pytest

from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems

WHOLE = "当番が、店舗で、毎晩、監視ができない。そのため、朝まで気づかない"


@pytest.fixture
def page(desk):
    def opened(*said, **options):
        one = desk(page="", **options)
        one.do(AddProblems(said))
        one.go("sort")
        one.page.focus_start()
        one.press("Alt+W")
        return one

    return opened


def line(desk):
    return desk.page.panels.current.entries["wording"].text()


def answer(desk, *answers):
    for words in answers:
        desk.write(words)
        desk.press("Return")


def test_five_answers_make_a_concrete_wording_and_the_first_stays(page):
    desk = page("監視ができない", "次の課題")
    desk.press("Alt+1")
    assert desk.focus.accessibleName() == tr("sort.reword.ask.who")
    desk.write("当番")
    desk.press("Return", "Return")  # what: as it was said
    answer(desk, "店舗", "毎晩", "朝まで気づかない")
    assert line(desk) == WHOLE
    assert desk.focus is desk.page.panels.current.entries["wording"].field
    desk.press("Return")
    problem = desk.state.problems[0]
    assert (problem.first_wording, problem.wording) == ("監視ができない", WHOLE)
    desk.press("Ctrl+Z")
    assert desk.state.problems[0].wording == ""


def test_one_question_is_enough_and_ctrl_enter_takes_its_answer(page):
    desk = page("遅い", "次の課題")
    desk.press("Alt+5")
    desk.write("帰れない")
    desk.press("Ctrl+Return")
    assert desk.state.problems[0].wording == "遅い。そのため、帰れない"
    assert desk.page.panels.current.problem.number == 2
    assert line(desk) == "次の課題"
    assert not desk.page.panels.current.helper.asking


def test_the_same_answer_counts_for_the_next_problem_too(page):
    desk = page("遅い", "落ちる")
    for _ in range(2):
        desk.press("Alt+1")
        desk.write("当番")
        desk.press("Ctrl+Return")
    assert [problem.wording for problem in desk.state.listed] == ["当番が、遅い", "当番が、落ちる"]


def test_an_answer_can_be_changed_without_doubling_the_others(page):
    desk = page("遅い")
    desk.press("Alt+1")
    answer(desk, "当番")
    desk.press("Alt+1")
    desk.press("Backspace", "Backspace")
    answer(desk, "営業")
    assert line(desk) == "営業が、遅い"


def test_a_wording_changed_by_hand_is_what_further_answers_go_around(page):
    desk = page("遅い")
    desk.press("Alt+1")
    answer(desk, "当番")
    desk.press("Escape")
    desk.write("、とても")
    desk.press("Alt+5")
    desk.write("帰れない")
    desk.press("Escape")
    assert line(desk) == "当番が、遅い、とても。そのため、帰れない"


def test_escape_leaves_the_question_then_the_panel_and_keeps_all(page):
    desk = page("遅い")
    desk.press("Alt+4")
    desk.write("毎晩")
    desk.press("Escape")
    assert line(desk) == "毎晩、遅い"
    assert desk.focus is desk.page.panels.current.entries["wording"].field
    desk.press("Escape")
    assert desk.page.panels.current is None
    assert desk.state.problems[0].wording == ""
    desk.press("Alt+W", "Alt+4")
    assert desk.focus.text() == "毎晩"
    desk.press("Backspace", "Backspace")
    desk.write("毎朝")
    desk.press("Return")
    assert line(desk) == "毎朝、遅い"


def test_an_answer_of_great_length_is_refused_in_words_and_stays(page):
    desk = page("遅い")
    desk.press("Alt+1")
    desk.focus.insertPlainText("あ" * 2_001)
    desk.press("Ctrl+Return")
    assert desk.page.panels.current is not None
    assert desk.state.problems[0].wording == ""
    assert len(line(desk)) > 2_001
    assert tr("errors.too_long", length=2_005, limit=2_000) in desk.seen()


def test_an_answer_left_open_is_seen_in_the_wording_before_that_is_changed_by_hand(page):
    desk = page("遅い")
    desk.press("Alt+4")
    desk.write("毎晩")
    desk.page.panels.current.entries["wording"].setFocus()
    desk.settle()
    assert line(desk) == "毎晩、遅い"
    desk.press("Ctrl+A")
    desk.write("画面が開かない")
    desk.press("Return")
    assert desk.state.problems[0].wording == "画面が開かない"


def test_what_is_seen_is_saved_even_if_a_draft_was_kept_in_between(page, words):
    desk = page("遅い", words=words)
    desk.press("Alt+4")
    desk.write("毎晩")
    panel = desk.page.panels.current
    panel.entries["wording"].setFocus()
    desk.settle()
    desk.write("ので困る")
    seen = line(desk)
    desk.window.draft_keeper.save()
    desk.press("Ctrl+Return")
    assert desk.state.problems[0].wording == seen
    assert seen.count("毎晩") == 1


def test_typing_replaces_what_was_said_before(page):
    desk = page("遅い")
    desk.press("Alt+2")
    assert desk.focus.text() == "遅い"
    desk.write("画面が開かない")
    desk.press("Return", "Escape")
    assert line(desk) == "画面が開かない"


def test_a_wording_is_saved_or_given_up_by_the_mouse_alone(page):
    desk = page("遅い", "次の課題")
    desk.write("、毎晩")
    desk.click(tr("widgets.editor.save"))
    assert desk.page.panels.current is None
    assert desk.state.problems[0].wording == "遅い、毎晩"
    desk.press("Alt+W")
    desk.click(tr("widgets.editor.cancel"))
    assert desk.page.panels.current is None
    assert desk.state.problems[0].wording == "遅い、毎晩"
