"""News of another workshop's request can only be undone on the board."""

import pytest

from tests.helpers.sessions import new_session
from tests.helpers.two_visits import second_visit
from workshop_app.domain.request_news import RequestState
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import (
    AddRequestNews,
    News,
    NewsOf,
    TakeAnswers,
    TellRequestNews,
)


@pytest.fixture
def visit(session):
    """A second visit with a problem, before and after news of a request of the first one."""
    second_visit(session, "ja")
    session.execute(AddProblem("一つ目"))
    session.execute(AddRequestNews((news_of(earlier(session)),)))
    session.execute(AddProblem("二つ目"))
    return session


def earlier(session):
    return session.state.before.requests[0]


def news_of(request, state=RequestState.PLANNED):
    return News(request_id=request.id, state=state, date="2027-01-07")


def stands(session):
    return session.state.before.state_of_request(earlier(session))


def problems(session):
    return [each.first_wording for each in session.state.problems]


def test_undo_in_the_workshop_passes_over_it_and_redo_too(visit):
    for left in (["一つ目"], []):
        visit.undo()
        assert problems(visit) == left
        assert stands(visit) is RequestState.PLANNED
    assert visit.next_undo(others=True).kind == "add_request_news"
    visit.undo(others=True)
    assert stands(visit) is RequestState.NEW
    for left in (["一つ目"], ["一つ目", "二つ目"]):
        visit.redo()
        assert problems(visit) == left
        assert stands(visit) is RequestState.NEW
    visit.redo(others=True)
    assert stands(visit) is RequestState.PLANNED


def test_undo_on_the_board_takes_back_the_last_step_of_any_workshop(visit):
    assert visit.undo(others=True).kind == "add_problem"
    assert visit.undo(others=True).kind == "add_request_news"
    assert (problems(visit), stands(visit)) == (["一つ目"], RequestState.NEW)


def test_the_order_is_the_same_after_a_restart(tmp_path):
    session = new_session(tmp_path / "w.db", lasting=True)
    second_visit(session, "ja")
    workshop = session.workshop_id
    request = earlier(session)
    session.execute(AddProblem("一つ目"))
    (news,) = session.execute(AddRequestNews((news_of(request),)))
    session.execute(TellRequestNews((news,), "2027-01-08"))
    assert session.undo().kind == "add_problem"
    session.store.close()
    session = new_session(tmp_path / "w.db", lasting=True)
    session.open(workshop)
    assert session.next_undo().kind == "add_known_person"
    assert session.undo(others=True).kind == "tell_request_news"
    assert session.undo(others=True).kind == "add_request_news"
    assert session.redo().kind == "add_problem"
    assert stands(session) is RequestState.NEW


def test_news_of_the_open_workshop_are_also_its_own_step(visit):
    before = visit.workshop_id
    visit.open(visit.state.before.workshop.id)
    first, other = visit.state.requests[:2]
    answers = (NewsOf(news_of(first)), NewsOf(news_of(other)))
    visit.execute(TakeAnswers(answers))
    assert visit.next_undo().kind == "take_answers"
    visit.open(before)
    visit.execute(TakeAnswers(answers))
    assert visit.next_undo().kind == "add_problem"
