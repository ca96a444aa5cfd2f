"""A whole workshop with the keyboard only, in the real window on a real screen.

By default in Japanese, since `test_twelve_requests` uses the keyboard in English.
"""

from pathlib import Path

import pytest

from exports.registry import DOCUMENTS
from tests.helpers.facilitator import APPRAISED, Facilitator
from tests.helpers.facilitator_words import SCRIPTS, Script, thirteen
from tests.helpers.papers import squeezed, words_of
from tests.helpers.screen import operated
from tests.helpers.sessions import stored_workshop
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, is_done

WORD_FOR_WORD = (
    "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
)
ANSWERS = ("non-http-monitoring", "network-device-monitoring", "dashboard-graph-period")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", pytest.param("en", marks=pytest.mark.exhaustive)])
def test_a_whole_workshop_by_keyboard_only(tmp_path, language):
    store = tmp_path / "workshops.db"
    with operated(tmp_path, language) as (operator, seen):
        Facilitator(operator, language, store, seen).whole_session()
    state = stored_workshop(store)
    everything_is_there(state, language)
    papers_say_it(tmp_path / "documents" / "Workshop App", state)
    print(f"\n{language}: {len(operator.steps)} steps by keyboard, all passed")  # noqa: T201


def everything_is_there(state: WorkshopState, language: str) -> None:
    script = SCRIPTS[language]
    lines = thirteen(language)
    assert state.customer.name == script.customer
    assert tuple(person.name for person in state.participants) == script.people
    assert [answer.text for answer in state.answers] == [script.answer]
    assert state.answers[0].participant_id == state.participants[1].id
    said = [*lines, script.parked, script.held]
    assert [problem.first_wording for problem in state.problems] == said
    assert [problem.first_wording for problem in state.parking_lot] == [script.parked]
    assert [problem.worksheet for problem in state.problems[:2]] == [1, 0]
    assert state.inbox == ()
    assert state.customer.private_note == script.note
    assert not any(problem.merged_into for problem in state.problems)
    assert [p.wording for p in state.problems if p.wording] == [script.concrete]
    assert [state.votes.of(problem.id) for problem in state.problems[:3]] == [2, 2, 1]
    first = state.votes.in_round(1)
    assert [first.get(problem.id, 0) for problem in state.problems[:3]] == [3, 1, 0]
    assert (state.workshop.round, state.workshop.vote_closed) == (2, True)
    assert list(state.chosen) == list(state.problems[:3])
    for problem, entry, words in zip(state.chosen, ANSWERS, script.searches, strict=True):
        (card,) = state.cards_of(problem.id)
        assert (card.kind, card.catalogue_id, card.search_words) == (
            CardKind.SOLUTION,
            entry,
            words,
        )
    request_is_there(state, state.problems[APPRAISED - 1], script)
    (action,) = state.actions
    assert (action.text, action.owner_id) == (script.action, state.participants[0].id)
    assert is_done(state, Step.WRAP_UP)


def request_is_there(state: WorkshopState, problem: Problem, script: Script) -> None:
    appraisal = state.appraisal_of(problem.id)
    assert appraisal is not None
    assert all(appraisal.answers.values())
    assert appraisal.ground(Criterion.GENERAL) == script.ground
    assert verdict_of(state, problem) is Verdict.REQUEST
    assert state.outcomes_of(problem) == (OutcomeKind.REQUEST,)
    (request,) = state.requests
    assert (request.problem_id, request.why) == (problem.id, script.why)


def _in_files(name: str, state: WorkshopState) -> str:
    return DOCUMENTS[name].name_in_files(state.workshop.language)


def papers_say_it(folder: Path, state: WorkshopState) -> None:
    (summary,), (dossier,) = (
        [words_of(file.read_bytes()) for file in folder.rglob(f"*_{_in_files(name, state)}_*.pdf")]
        for name in ("summary", "dossier")
    )
    for problem in state.problems:
        assert squeezed(problem.first_wording) in summary
    assert squeezed(state.problems[APPRAISED - 1].first_wording) in dossier
    if state.workshop.language == "ja":
        assert tuple(problem.first_wording for problem in state.problems[:3]) == WORD_FOR_WORD
