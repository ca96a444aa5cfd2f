"""The way of listening of a problem is corrected on any page, by key and by menu."""

import pytest

from ui.widgets.menu import window_menu
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Source
from workshop_app.i18n import tr


def words_of_menu(desk):
    return [item.text() for item in window_menu(desk.page).items]


@pytest.mark.parametrize("place", ["list", "sort", "choose", "solve", "appraise"])
def test_the_way_is_corrected_by_keys_where_a_problem_is_in_hand(desk, place, private, language):
    one = desk(language, sample=True, private=private)
    one.go(place)
    before = {problem.id: problem.method for problem in one.state.problems}
    if place == "list":
        one.page.rows.setFocus()
    one.press("Ctrl+Shift+M")
    assert words_of_menu(one) == [tr(f"prepare.method.{way}.name") for way in ContactKind]
    menu = window_menu(one.page)
    last = menu.items[-1]
    assert last.width() < one.window.width() / 2, "it is not as wide as the page"

    for key in ("Home", "Down", "Return"):
        one.press(key)
    changed = [p for p in one.state.problems if p.method is not before[p.id]]
    assert [problem.method for problem in changed] == [ContactKind.SURVEY]
    one.press("Ctrl+Z")
    assert {problem.id: problem.method for problem in one.state.problems} == before


def test_what_arrived_is_corrected_in_prepare_and_the_panel_of_list_says_it(desk):
    one = desk(sample=True, private=True)
    one.go("prepare")
    one.show_section("advance")
    received = one.page.sections["advance"]
    problem = one.state.problem(received.rows.current_id())
    assert (problem.source, problem.method) == (Source.ADVANCE, ContactKind.MAIL)
    received.rows.setFocus()
    one.press("Ctrl+Shift+M")
    for key in ("Home", "Return"):
        one.press(key)
    assert one.state.problem(problem.id).method is ContactKind.SUPPORT
    one.go("list")
    one.page.rows.setFocus()
    one.show_record(problem.id)
    assert tr("prepare.method.support.name") in one.page.side.details.rows[-1].text
