"""A text too long to be saved stays with its record, even if the page is rebuilt."""

import pytest

from workshop_app.domain.text import LINE_LIMIT, NOTE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem, RemoveProblem

LONG = "あ" * (NOTE_LIMIT + 1)
LONG_LINE = "い" * (LINE_LIMIT + 1)


def industry(desk):
    return desk.page.lines.background.form.fields["industry"]


@pytest.fixture
def at(desk):
    """A desk at Prepare, with a line of the background too long to be saved."""
    one = desk(page="prepare")
    one.page.show_location("background")
    industry(one).setFocus()
    industry(one).field.insertPlainText(LONG_LINE)
    one.page.setFocus()
    one.settle()
    assert industry(one).error
    assert one.state.customer.industry == ""
    return one


def test_it_stays_while_something_else_changes(at):
    at.do(AddProblem("別のこと"))
    at.go("list")
    at.go("prepare")
    assert industry(at).text() == LONG_LINE
    assert industry(at).error


def test_the_first_attempt_to_close_says_so_and_the_second_closes(at):
    at.window.close()
    at.settle()
    assert at.window.isVisible()
    assert tr("frame.unsaved", n=1) in at.seen()
    at.window.close()
    assert not at.window.isVisible()


def test_another_workshop_shows_nothing_of_it(at, qtbot):
    at.window.new_workshop()
    at.settle()
    assert LONG_LINE not in at.everything()


def begin(desk, words="あとで入れる"):
    desk.go("list")
    desk.page.focus_line()
    desk.write(words)


def test_text_not_entered_is_listed_before_the_window_closes(desk):
    one = desk()
    begin(one)
    assert not one.window.close()
    assert tr("frame.begun", n=1) in one.seen()
    assert one.window.close()


def test_text_not_saved_in_a_panel_is_listed_before_the_window_closes(desk):
    one = desk(page="solve", until="choose")
    one.press("Alt+C")
    one.page.panels.current.entries["title"].setFocus()
    one.write("題名")
    assert not one.window.close()
    assert tr("frame.begun", n=1) in one.seen()
    assert one.window.close()


@pytest.fixture
def removed(desk):
    """A desk at which a problem was removed, with a text begun in a panel about it; its id."""
    one = desk(page="solve", until="choose")
    problem = one.page.audience_focus().record_id
    one.press("Alt+C")
    one.page.panels.current.entries["title"].setFocus()
    one.write("題名")
    one.press("Escape")
    one.do(RemoveProblem(problem))
    return one, problem


def test_text_of_a_panel_about_a_removed_problem_is_not_asked_about(removed):
    assert removed[0].window.close()


def test_text_of_a_panel_is_asked_about_once_its_problem_is_back(removed):
    one, problem = removed
    one.window.undo()
    one.settle()
    assert one.state.problem(problem) is not None
    assert not one.window.close()
    assert tr("frame.begun", n=1) in one.seen()


def test_an_unfinished_correction_is_listed_and_an_unchanged_one_is_not(desk):
    one = desk()
    one.do(AddProblem("一つ目"))
    one.press("F2", "End")
    assert one.window.close()
    one = desk()
    one.do(AddProblem("一つ目"))
    one.press("F2", "End")
    one.write("、続き")
    assert not one.window.close()


def test_words_entered_or_given_up_are_not_asked_about(desk):
    one = desk()
    begin(one)
    one.press("Return")
    begin(one, "x")
    one.page.entry.clear()
    one.press("Ctrl+F")
    one.write("さがすことば")
    assert one.window.close()


def test_words_not_entered_are_there_again_after_the_sample(desk):
    one = desk()
    begin(one)
    one.window.open_sample()
    one.go("list")
    assert one.page.entry.text() == ""
    one.window.leave_sample()
    one.go("list")
    assert one.page.entry.text() == "あとで入れる"


def test_words_not_entered_wait_while_another_workshop_is_open(desk):
    one = desk()
    first = one.session.workshop_id
    begin(one)
    one.window.new_workshop()
    one.settle()
    assert "あとで入れる" not in one.everything()
    one.go("list")
    assert one.page.entry.text() == ""
    one.window.open_workshop(first)
    one.go("list")
    assert one.page.entry.text() == "あとで入れる"
