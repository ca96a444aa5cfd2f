"""How a problem's answers were found, derived from its searches and cards."""

from tests.helpers.builders import a_card, a_problem, a_state
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.search_path import SearchAttempt, search_attempts

PROBLEM = a_problem()
OTHER = a_problem(2)


def search(position, words, *looked_at, problem=PROBLEM):
    return SavedSearch(
        id=f"s-{position}",
        workshop_id=problem.workshop_id,
        position=position,
        problem_id=problem.id,
        words=words,
        looked_at=looked_at,
    )


def chosen(entry, words="", **fields):
    return a_card(PROBLEM, catalogue_id=entry, search_words=words, **fields)


def ways(searches=(), cards=()):
    state = a_state(problems=(PROBLEM, OTHER), searches=tuple(searches), cards=tuple(cards))
    return search_attempts(state, PROBLEM.id)


def test_searches_are_in_order_each_with_the_answers_opened():
    found = ways([search(0, "監視", "a"), search(1, "snmp", "b", "c")])
    assert found == (SearchAttempt("監視", ("a",)), SearchAttempt("snmp", ("b", "c")))


def test_searches_for_other_problems_are_no_part_of_it():
    assert ways([search(0, "監視", problem=OTHER)]) == ()


def test_words_on_the_way_to_longer_ones_are_left_out_unless_something_was_opened():
    found = ways([search(0, "スイ"), search(1, "スイッチ", "a"), search(2, "スイッチ 通信量")])
    assert [way.words for way in found] == ["スイッチ", "スイッチ 通信量"]


def test_a_choice_belongs_to_the_search_with_the_same_words():
    found = ways([search(0, "ＳＮＭＰ", "a"), search(1, "ping", "b")], [chosen("b", "snmp")])
    assert found == (SearchAttempt("ＳＮＭＰ", ("a", "b"), ("b",)), SearchAttempt("ping", ("b",)))


def test_a_choice_without_such_a_search_belongs_to_the_last_one_that_opened_it():
    searches = [search(0, "監視", "a"), search(1, "装置", "a")]
    assert ways(searches, [chosen("a", "通信量 機器")])[1] == SearchAttempt("装置", ("a",), ("a",))
    assert ways([], [chosen("a", "通信量")]) == (SearchAttempt("通信量", ("a",), ("a",)),)
    assert ways([], [chosen("a")]) == ()


def test_cards_without_a_catalogue_entry_were_not_searched_for():
    assert ways([], [a_card(PROBLEM, search_words="")]) == ()
