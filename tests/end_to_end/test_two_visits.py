"""A dozen requests at the first visit, and the second one reviews them, by mouse and by keys.

One was released in between, and whoever said it is told so, in the room and on paper.
Each case runs in the real window on a real screen, in one language and size.
"""

from pathlib import Path

import pytest

from exports.registry import DOCUMENTS
from tests.helpers.next_visit import (
    FIRST_DAY,
    HANDS,
    LINES,
    RELEASED_ON,
    TOLD,
    NextVisit,
    VisitByKeys,
    VisitByMouse,
    first_visit,
)
from tests.helpers.papers import squeezed, words_of
from tests.helpers.screen import operated
from tests.helpers.twelve_requests import Case, case
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.facts.then_now import asked_lines
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts
from workshop_app.services.known_people import age
from workshop_app.services.session import Session
from workshop_app.store.store import Store


def led(kind: type[NextVisit], folder: Path, language: str, size: tuple[int, int]) -> NextVisit:
    """Play the second visit, and check the files on disk afterwards."""
    store = folder / "workshops.db"
    told = case(language)
    first_visit(store, told, language)
    with operated(folder, language, size, told.customer) as (operator, seen):
        run = kind(operator, language, seen)
        run.case = told
        run.whole_visit()
    records_hold(second_of(store), told, language)
    paper_holds(folder / "documents" / "Workshop App", told, language)
    return run


def second_of(path: Path) -> WorkshopState:
    store = Store(path)
    session = Session(store)
    _first, second = sorted(store.all(Workshop), key=age)
    session.open(second.id)
    state = session.state
    store.close()
    assert state is not None
    return state


def records_hold(state: WorkshopState, told: Case, language: str) -> None:
    """Check that actions are answered, hands counted, and the parked problem taken over."""
    before = state.before
    assert before is not None
    assert len(before.problems) == len(told.requests) == 12
    assert [who.name for who in state.participants] == list(told.people)
    people = {who.person_id for who in before.participants}
    assert {who.person_id for who in state.participants} == people
    assert [action.answer for action in before.actions] == list(ActionAnswer)
    lines = asked_lines(state)
    assert [line.text for line in lines] == list(LINES[language])
    assert [str(line.hands_now) for line in lines] == list(HANDS)
    (problem,) = state.problems
    assert (problem.source, problem.origin_date) == (Source.EARLIER, FIRST_DAY)
    parked = before.problem(problem.origin_id)
    assert parked is not None
    assert (problem.first_wording, parked.parked) == (parked.first_wording, True)
    (who,) = state.speakers_of(problem)
    assert who.name == before.speakers_of(parked)[0].name


def paper_holds(folder: Path, told: Case, language: str) -> None:
    """Check the papers: previous actions, lines with the hands of both, and what was released."""
    (paper,) = (
        words_of(file.read_bytes())
        for file in folder.rglob(f"*_{DOCUMENTS['then_now'].name_in_files(language)}_*.pdf")
    )
    for line in LINES[language]:
        assert squeezed(line) in paper
    assert squeezed(told.customer) in paper
    assert squeezed(told.requests[0].words) in paper
    asked = told.with_outcome("request")
    name = Texts(language)("papers.name.became_of").replace(" ", "-")
    (file,) = (one for one in folder.rglob("*.pdf") if name in one.name)
    paper = words_of(file.read_bytes())
    day = Texts(language).date(RELEASED_ON, year=False, short=True)
    for part in (asked.who, asked.words, TOLD[language], day):
        assert squeezed(part) in paper


@pytest.mark.slow
def test_the_second_visit_by_keys_without_the_mouse(tmp_path):
    run = led(VisitByKeys, tmp_path, "ja", (1366, 768))
    assert run.total("clicks") == run.total("drags") == 0


@pytest.mark.slow
def test_the_second_visit_by_mouse_only(tmp_path):
    run = led(VisitByMouse, tmp_path, "en", (1024, 700))
    assert run.total("keys") == 0
