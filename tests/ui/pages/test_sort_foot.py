"""The position of a new theme, where the list has several pages."""

import pytest

from tests.helpers.sorting import page_count, theme_of
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.sorting import AddTheme


@pytest.fixture
def board(desk):
    """Sort with two problems in each theme, on several pages."""

    def opened(language="en", themes=2, many=26, **options):
        one = desk(language, page="", **options)
        one.do(AddProblems(tuple(f"Problem of the night {n}" for n in range(many))))
        ids = [problem.id for problem in one.state.listed]
        for number in range(themes):
            one.do(AddTheme(f"Team {number + 1}", tuple(ids[2 * number : 2 * number + 2])))
        one.go("sort").focus_start()
        one.page.view.turn_to_start()
        assert (page_count(one.page.view) > 1) == (many > 4)
        return one

    return opened


def shown_groups(desk):
    view = desk.page.view
    return {theme_of(view.rows[slot.row]) for slot in view.slots}


def test_a_new_theme_is_said_with_its_key_while_the_next_problem_is_current(board, language):
    desk = board(language)
    following = desk.page.view.rows[1].id
    desk.press("Alt+N")
    desk.write("Alerts")
    desk.press("Return")
    assert desk.page.view.current_row.id == following
    assert tr("sort.made", number=3) in desk.seen()


def test_an_empty_theme_is_shown(board):
    desk = board(many=4)
    desk.page.show_record(desk.state.in_theme(desk.state.themes[0].id)[0].id)
    desk.press("Alt+N")
    desk.write("Alerts")
    desk.press("Return")
    assert theme_of(desk.page.view.current_row) == "Alerts"
    assert "Alerts" in shown_groups(desk)


def test_a_theme_of_ticked_problems_of_another_one_is_shown(board):
    desk = board()
    problem = desk.state.in_theme(desk.state.themes[0].id)[0]
    desk.page.show_record(problem.id)
    desk.press("Space", "Alt+N")
    desk.write("Alerts")
    desk.press("Return")
    assert desk.page.view.current_row.id == problem.id
    assert "Alerts" in shown_groups(desk)


def test_the_last_unsorted_problem_is_shown_in_its_new_theme(board):
    desk = board(themes=13, many=27)
    last = desk.state.in_theme(None)[-1]
    desk.page.show_record(last.id)
    desk.press("Alt+N")
    desk.write("Alerts")
    desk.press("Return")
    assert desk.page.view.current_row.id == last.id
    assert "Alerts" in shown_groups(desk)
    assert tr("sort.made", number=14) in desk.seen()
