"""The catalogue opened from a step: it starts with the current problem, and leads back."""

import pytest

from tests.helpers.solve_page import problems_in
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem, RemoveProblem

SWITCHES = "内部のネットワーク機器の監視ができない"


def ids(desk):
    return [row.id for row in desk.page.rows.rows()]


@pytest.mark.parametrize("step", ["list", "sort", "choose", "solve", "appraise"])
def test_it_begins_with_the_words_of_the_problem_in_hand(desk, step):
    one = problems_in(desk, SWITCHES)
    one.go(step)
    one.press("Ctrl+F")
    assert one.page.search.text() == SWITCHES
    assert tr("catalogue.for_problem", number=1, words=SWITCHES) in one.seen()
    assert "network-device-monitoring" in ids(one)[:3]
    assert one.focus is one.page.search.field
    one.press("Escape")
    assert one.window.page_name == step


def test_words_being_typed_come_along(desk):
    one = problems_in(desk, "困っている")
    one.write("snmp")
    one.press("Ctrl+F")
    assert one.page.search.text() == "snmp"
    one.press("Escape", "Ctrl+3")
    one.write("証明書の期限")
    one.press("Ctrl+F")
    assert one.page.search.text() == "証明書の期限"
    assert not one.page.for_problem.isVisible()
    assert tr("catalogue.open") in one.seen()


def test_the_next_letter_replaces_the_words(desk):
    one = problems_in(desk, SWITCHES)
    one.press("Ctrl+F")
    one.write("証明書")
    assert one.page.search.text() == "証明書"


@pytest.mark.parametrize("step", ["list", "solve", "appraise"])
def test_an_answer_is_chosen_right_there_and_one_is_back_where_one_was(desk, step):
    one = problems_in(desk, "困っている")
    one.go(step)
    one.press("Ctrl+F")
    one.write("snmp")
    one.press("Down")
    wanted = one.page.rows.current_id()
    one.press("Ctrl+Return")
    assert one.window.page_name == step
    (card,) = one.state.cards
    assert (card.problem_id, card.catalogue_id, card.search_words) == (
        one.ids[0], wanted, "snmp"
    )  # fmt: skip
    kept = one.state.searches_of(one.ids[0])
    assert [(search.words, search.looked_at) for search in kept] == [("snmp", (wanted,))]
    one.window.undo()
    assert one.state.cards == ()


def test_it_can_be_chosen_from_its_details_and_then_no_more(desk):
    one = problems_in(desk, SWITCHES)
    one.press("Ctrl+F", "Return")
    assert one.page.details.isVisible()
    first = one.page.rows.current_id()
    one.press("Ctrl+Return")
    assert [card.catalogue_id for card in one.state.cards] == [first]
    assert one.state.cards[0].search_words
    assert one.state.cards[0].search_words != SWITCHES
    one.press("Ctrl+F")
    one.page.rows.set_current(first)
    assert [row.chosen for row in one.page.rows.rows() if row.id == first] == [True]
    one.press("Return", "Ctrl+Return")
    assert one.page.details.isVisible()
    assert len(one.state.cards) == 1


def test_what_was_opened_is_kept_though_nothing_was_chosen(desk):
    one = problems_in(desk, "困っている")
    one.press("Ctrl+F")
    one.write("snmp")
    first = one.page.rows.current_id()
    one.press("Return", "Escape", "Escape")
    kept = one.state.searches_of(one.ids[0])
    assert [(search.words, search.looked_at) for search in kept] == [("snmp", (first,))]


def test_without_a_problem_nothing_is_kept_and_nothing_can_be_chosen(desk):
    one = desk(page="start")
    one.press("Ctrl+F")
    one.write("snmp")
    one.press("Ctrl+Return", "Return", "Ctrl+Return", "Escape", "Escape")
    assert one.state.searches == ()
    assert one.state.cards == ()


def test_a_problem_that_is_gone_is_in_hand_no_more(desk):
    one = desk()
    gone = one.do(AddProblem(SWITCHES))
    one.press("Ctrl+F")
    one.do(RemoveProblem(gone))
    one.press("Ctrl+Return")
    assert one.state.cards == ()
    assert not one.page.for_problem.isVisible()


def test_a_change_of_mode_leaves_words_and_problem(desk):
    one = problems_in(desk, SWITCHES)
    one.press("Ctrl+F")
    one.write("証明書")
    one.set_private(True)
    assert one.page.search.text() == "証明書"
    assert one.page.for_problem.isVisible()
    one.press("Escape")
    assert one.window.page_name == "solve"
