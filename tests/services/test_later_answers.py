"""A problem that met a known gap is answered by a later edition of the catalogue."""

from dataclasses import replace

import pytest

from tests.helpers.own_catalogue import edition_without_gap
from tests.helpers.sessions import create_workshop
from workshop_app import paths
from workshop_app.catalogue.loader import load
from workshop_app.domain.ids import new_id
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.services.answers import Answers
from workshop_app.services.catalogue_editions import examine, take
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import (
    DecideNotOurs,
    MakeRequest,
    PlayCard,
    RecordGap,
    TakeBackCard,
)
from workshop_app.services.commands.workshops import EditWorkshop
from workshop_app.services.later_answers import answered_by, met_gaps
from workshop_app.services.own_catalogues import added_editions

GAP = "white-label"
LATER = "2099-01-31"


@pytest.fixture
def answers(own_folders):
    paths.catalogues_folder()
    return Answers(editions=added_editions)


@pytest.fixture
def met(session):
    """The id of a problem that met a known gap, in a workshop of this language."""

    def made(language="ja"):
        create_workshop(session)
        session.execute(EditWorkshop(session.state.workshop.id, "date", "2026-11-26"))
        words = load().gaps[GAP].text(language).wishes[0]
        problem = str(session.execute(AddProblem(words)))
        session.execute(RecordGap(problem, GAP))
        return problem

    return made


def take_later(answers, folder):
    take(examine(edition_without_gap(folder / "later.zip", GAP, LATER), answers))
    answers.forget()


def test_an_edition_with_an_entry_for_the_gap_answers_it(session, met, answers, tmp_path, language):
    problem = met(language)
    state = replace(session.state, workshop=replace(session.state.workshop, language=language))
    (gap,) = met_gaps(answers, state, language)
    assert (gap.problem.id, gap.entry) == (problem, None)
    assert gap.gap == load().gaps[GAP].text(language).name
    take_later(answers, tmp_path)
    (gap,) = met_gaps(answers, state, language)
    assert gap.entry is answers.entries[f"{GAP}-now"]
    assert gap.gap == ""


def test_an_entry_that_was_there_already_is_not_offered(session, met, answers, tmp_path):
    met()
    take_later(answers, tmp_path)
    session.execute(EditWorkshop(session.state.workshop.id, "date", LATER))
    (gap,) = met_gaps(answers, session.state, "ja")
    assert gap.entry is None


def test_a_request_or_a_chosen_entry_settles_it_and_no_other_outcome_does(session, met, answers):
    problem = met()
    session.execute(DecideNotOurs(problem, "別の会社の仕事"))
    assert len(met_gaps(answers, session.state, "ja")) == 1
    session.execute(PlayCard(problem, CardKind.ANSWER, "画像を置く"))
    assert len(met_gaps(answers, session.state, "ja")) == 1
    chosen = PlayCard(problem, CardKind.SOLUTION, "x", catalogue_id="custom-dashboard")
    card = str(session.execute(chosen))
    assert met_gaps(answers, session.state, "ja") == ()
    session.execute(TakeBackCard(card))
    session.execute(MakeRequest(problem))
    assert met_gaps(answers, session.state, "ja") == ()


def test_a_gap_that_is_in_no_catalogue_has_no_name(session, met, answers):
    session.execute(RecordGap(met(), new_id()))
    (gap,) = met_gaps(answers, session.state, "ja")
    assert (gap.gap, gap.entry) == ("", None)


def test_a_request_is_answered_by_the_edition_until_it_is_released(session, met, answers, tmp_path):
    met()
    problem = session.state.problems[0]
    session.execute(MakeRequest(problem.id))
    request = session.state.requests[0]
    workshop = session.state.workshop
    assert answered_by(answers, request, workshop, RequestState.WAITING) is None
    take_later(answers, tmp_path)
    entry = answers.entries[f"{GAP}-now"]
    assert answered_by(answers, request, workshop, RequestState.WAITING) is entry
    assert answered_by(answers, request, workshop, RequestState.RELEASED) is None
    named = replace(request, nearest_id=entry.id)
    assert answered_by(answers, named, workshop, RequestState.WAITING) is None
