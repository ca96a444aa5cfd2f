"""The state of a request according to its news."""

from itertools import permutations

from tests.helpers.builders import a_problem, a_request, a_state, news_of
from workshop_app.domain.request_news import (
    ANSWER_FIELDS,
    TEAM_TEXTS,
    RequestState,
    handed_over_on,
    in_order,
    latest,
    state_of,
)

REQUEST = a_request(a_problem())
GIVEN = news_of(REQUEST, RequestState.HANDED_OVER, 1, date="2026-12-04")
PLANNED = news_of(REQUEST, RequestState.PLANNED, 2, date="2026-12-18")
RELEASED = news_of(REQUEST, RequestState.RELEASED, 3, date="2026-12-18")


def test_without_news_it_is_new():
    assert state_of(()) is RequestState.NEW
    assert latest(()) is None
    assert handed_over_on(()) == ""


def test_the_latest_day_counts_and_of_one_day_what_was_entered_last():
    for news in permutations((GIVEN, PLANNED, RELEASED)):
        assert in_order(news) == (GIVEN, PLANNED, RELEASED)
        assert state_of(news) is RequestState.RELEASED
        assert handed_over_on(news) == "2026-12-04"


def test_an_earlier_day_entered_later_changes_nothing():
    late = news_of(REQUEST, RequestState.WAITING, 9, date="2026-12-05")
    assert latest((GIVEN, PLANNED, late)) is PLANNED


def test_a_workshop_knows_the_news_of_each_request():
    problems = (a_problem(1), a_problem(2))
    requests = tuple(a_request(problem, number) for number, problem in enumerate(problems, 1))
    news = news_of(requests[1], RequestState.DECLINED)
    state = a_state(problems=problems, requests=requests, news=(news,))
    assert [state.state_of_request(each) for each in requests] == ["new", "declined"]
    assert state.news_of(requests[1]) == (news,)


def test_the_product_team_fills_in_its_own_texts_and_what_may_be_told():
    assert {*TEAM_TEXTS, "may_be_told", "state_name", "date", "same_as"} == {*ANSWER_FIELDS}
