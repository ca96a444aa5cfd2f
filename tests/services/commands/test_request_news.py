"""News of requests: handed over, answered, corrected, removed, and told."""

from dataclasses import replace

import pytest

from tests.helpers.played import played_session
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.request_news import RequestState
from workshop_app.services.commands.request_news import (
    AddRequestNews,
    ChangeRequestNews,
    HandOverRequests,
    News,
    NewsOf,
    RemoveRequestNews,
    TakeAnswers,
    TakeBackHandOver,
    TellRequestNews,
)
from workshop_app.services.commands.solving import TakeBackCard


@pytest.fixture
def session(tmp_path):
    return played_session(tmp_path / "w.db", "ja")


def news(session, state=RequestState.DECLINED, **texts):
    given = {"request_id": session.state.requests[0].id, "date": "2026-12-18"} | texts
    return News(state=state, **given)


def stands(session):
    return [session.state.state_of_request(each) for each in session.state.requests]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"date": ""}, "errors.news_without_day"),
        ({"date": "きのう"}, "errors.bad_date"),
        ({"state": RequestState.NEW}, "errors.news_without_state"),
        ({"same_as": "あの要望"}, "errors.bad_request_code"),
    ],
)
def test_news_without_day_or_state_are_refused(session, change, key):
    with pytest.raises(InvalidInput) as refused:
        session.execute(AddRequestNews((replace(news(session), **change),)))
    assert refused.value.key == key
    assert session.state.news == ()


def test_handing_over_keeps_what_is_known_already(session):
    session.execute(AddRequestNews((news(session, RequestState.PLANNED),)))
    ids = tuple(each.id for each in session.state.requests)
    session.execute(HandOverRequests(ids, "2026-12-20T09:00"))
    assert stands(session) == ["planned", "handed_over"]
    session.execute(TakeBackHandOver(ids))
    assert stands(session) == ["planned", "new"]


def test_news_are_put_right_and_the_one_before_counts_again(session):
    session.execute(AddRequestNews((news(session, RequestState.WAITING, date="2026-12-05"),)))
    (second,) = session.execute(AddRequestNews((news(session),)))
    session.execute(TellRequestNews((second,), "2027-01-06"))
    session.execute(ChangeRequestNews(second, news(session, RequestState.RELEASED)))
    assert stands(session)[0] == "released"
    assert session.state.news[1].told_on == "2027-01-06"
    session.execute(RemoveRequestNews(second))
    assert stands(session)[0] == "waiting"


def test_several_answers_are_one_step(session):
    first, second = session.state.requests
    session.execute(HandOverRequests((first.id,), "2026-12-04T09:00"))
    before = session.state
    planned = news(session, RequestState.PLANNED, request_id=second.id)
    same = news(session, RequestState.HANDED_OVER, date="2026-12-04", direction="見直し")
    session.execute(TakeAnswers((NewsOf(same, before.news[0].id), NewsOf(planned))))
    assert stands(session) == ["handed_over", "planned"]
    assert session.state.news[0].direction == "見直し"
    session.undo()
    assert session.state == before


def test_with_a_request_its_news_go_and_come_back(session):
    request = session.state.requests[0]
    session.execute(AddRequestNews((news(session),)))
    before = session.state
    cards = session.state.cards
    card = next(
        each for each in cards if each.problem_id == request.problem_id and each.kind == "update"
    )
    session.execute(TakeBackCard(card.id))
    assert session.state.news == ()
    session.undo()
    assert session.state == before
