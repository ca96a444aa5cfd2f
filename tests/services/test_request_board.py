"""The board of requests contains the user's own records or a sample, never both."""

from dataclasses import replace

import pytest

from tests.helpers.played import played_session
from tests.helpers.sessions import create_workshop
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.request_board import board


@pytest.fixture
def session(tmp_path):
    return played_session(tmp_path / "w.db", "ja")


def wishes(session):
    return sorted(each.request.title for each in board(session))


def test_a_sample_in_the_store_is_only_on_its_own_board(session):
    sample = session.workshop_id
    of_sample = wishes(session)
    assert len(of_sample) == 2
    own = create_workshop(session, "株式会社よその社")
    assert board(session) == ()
    problem = str(session.execute(AddProblem("死活監視の待ち時間を決めたい")))
    session.execute(MakeRequest(problem))
    (only,) = board(session)
    assert only.workshop.id == own
    session.open(sample)
    assert wishes(session) == of_sample


def test_with_no_workshop_open_the_own_ones_are_shown_and_a_sample_where_there_is_nothing_else(
    session,
):
    state = session.state
    session.close()
    assert len(board(session)) == 2
    workshop = replace(state.workshop, is_sample=False, title="自分の")
    session.execute(ImportWorkshop(replace(state, workshop=workshop)))
    assert {each.workshop.title for each in board(session)} == {"自分の"}
