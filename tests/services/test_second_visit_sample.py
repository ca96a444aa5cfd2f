"""The sample of several visits: the contacts before and after the sample workshop."""

import tomllib
from importlib import resources

import pytest

from tests.helpers.sessions import new_session
from tests.services.test_sample import shape
from workshop_app.catalogue.loader import load
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.facts.then_now import contact_of, earlier_day, last_actions, last_requests
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import LANGUAGES
from workshop_app.services import snapshot
from workshop_app.services.answers import Answers
from workshop_app.services.commands.actions import AnswerEarlier
from workshop_app.services.commands.request_news import TellRequestNews
from workshop_app.services.customer_line import customer_line
from workshop_app.services.evidence import counts_of
from workshop_app.services.sample import DAY, play_second_visit


@pytest.fixture(scope="module", params=LANGUAGES)
def session(request, tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("sample") / "w.db")
    assert play_second_visit(session, request.param) == session.workshop_id
    assert session.store.check() == []
    yield session
    session.store.close()


@pytest.fixture
def line(session):
    state = session.state
    return customer_line(session, state.customer.id, state.workshop.date)


def test_the_first_visit_is_the_sample_workshop_and_the_second_has_not_begun(session):
    state = session.state
    assert state.before.workshop.date == DAY.isoformat()
    assert state.workshop.date == state.before.workshop.next_date
    assert len(state.before.listed) == 16
    assert (state.listed, state.answers) == ((), ())
    assert 0 < len(state.participants) < len(state.before.participants)
    here = {who.person_id for who in state.participants}
    assert here < {who.person_id for who in state.before.participants}


def test_who_could_do_which_line_was_ticked_at_the_first_visit_and_is_asked_again(session):
    before = session.state.before
    for check in before.can_do:
        ticks = [who for who in before.participants if check.id in who.can_do_ids]
        assert len(ticks) == check.hands
    again = {who.person_id for who in session.state.participants}
    assert any(who.person_id in again and who.can_do_ids for who in before.participants)
    assert not any(who.can_do_ids for who in session.state.participants)


def test_silence_led_to_an_interview_and_what_is_owed_to_the_second_visit(line):
    kinds = [one.workshop.kind for one in line.contacts]
    assert {"support", "survey", "mail", "interview", "workshop"} == set(kinds)
    silent = [one.workshop.kind for one in line.contacts if one.workshop.silent]
    assert silent == ["survey", "mail", "mail", "mail"]
    interview = next(
        one for one in line.contacts if one.workshop.kind is ContactKind.INTERVIEW
    ).workshop
    assert line.before(interview.id).advice.rule.id == "silence"
    assert interview.consent
    assert line.advice.rule.id == "owed"
    told = [one.workshop.expectation for one in line.contacts if one.workshop.expectation]
    assert told == [Expectation.SAME, Expectation.WORSE, Expectation.BETTER, Expectation.BETTER]
    assert len(line.given_up) == 2
    assert len(line.people) == 5


def test_requests_have_different_states_and_nobody_was_informed_yet(line):
    stand = [state.state_of_request(request) for request, state in line.requests]
    assert stand == [
        RequestState.WAITING,
        RequestState.PLANNED,
        RequestState.DECLINED,
        RequestState.RELEASED,
    ]
    entries = load().solutions
    for request, state in line.requests:
        (*_, last) = state.news_of(request)
        assert last.may_be_told
        assert not last.told_on
        assert request.nearest_id in entries
        assert not last.catalogue_id or last.catalogue_id in entries
        assert request.unsaid == ()


def test_two_other_companies_said_the_same(session):
    first = session.state.before
    said = [counts_of(session, first.problem(one.problem_id)).customers for one in first.requests]
    assert said == [3, 1]


def test_everything_belongs_to_the_sample(session):
    assert {one.is_sample for one in session.store.all(Workshop)} == {True}


def test_the_words_that_found_an_answer_find_it(session, line):
    answers = Answers()
    language = session.state.workshop.language
    for contact in line.contacts:
        for card in contact.cards:
            if card.catalogue_id:
                found = [one.solution.id for one in answers.search(card.search_words, language, 10)]
                assert card.catalogue_id in found, card.search_words


def test_the_second_visit_is_the_same_in_both_languages():
    ja, en = (
        tomllib.loads(
            resources.files("workshop_app")
            .joinpath("services", "sample", f"second_visit_{language}.toml")
            .read_text(encoding="utf-8")
        )
        for language in LANGUAGES
    )
    assert shape(ja) == shape(en)


def test_what_is_owed_since_before_last_time_is_asked_for_with_its_day(session):
    state = session.state
    owed = [each for each in last_actions(state) if earlier_day(state, each)]
    assert len(owed) == 1
    interview = contact_of(state, owed[0])
    assert interview.workshop.kind is ContactKind.INTERVIEW
    session.execute(AnswerEarlier(owed[0].id, ActionAnswer.DONE, f"{state.workshop.date}T14:00:00"))
    assert last_actions(session.state)[-1].done, "answered today it stays in view"
    session.undo()
    assert session.state == state
    session.execute(AnswerEarlier(owed[0].id, ActionAnswer.DONE, "2026-10-30T14:00:00"))
    assert not [each for each in last_actions(session.state) if earlier_day(state, each)]
    session.undo()


def test_news_of_all_earlier_requests_are_told_until_somebody_told_them(session):
    state = session.state
    earlier = [each for each in last_requests(state) if earlier_day(state, each)]
    stand = [contact_of(state, each).state_of_request(each) for each in earlier]
    assert stand == [RequestState.WAITING, RequestState.RELEASED]
    told = [contact_of(state, each).news_of(each)[-1].id for each in earlier]
    session.execute(TellRequestNews(tuple(told), "2027-01-04"))
    assert session.state.earlier == tuple(
        one for one in snapshot.load(session.store, state.workshop.id).earlier
    )
    assert not [each for each in last_requests(session.state) if earlier_day(state, each)]
    session.execute(TellRequestNews(tuple(told), ""))
    assert session.state == state
