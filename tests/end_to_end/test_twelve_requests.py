"""A dozen requests from four people, from an empty store to papers: by mouse, and by keyboard.

Each case runs in the real window on a real screen. ``--exhaustive`` runs both languages in both
sizes; otherwise each input device is used once, in another language and size than the other one.
"""

from itertools import product
from pathlib import Path

import pytest

from exports.file_names import file_name_part
from exports.registry import DOCUMENTS
from tests.helpers.by_keys import ByKeys
from tests.helpers.by_mouse import ByMouse
from tests.helpers.case_run import CaseRun
from tests.helpers.papers import squeezed, words_of
from tests.helpers.screen import operated
from tests.helpers.sessions import stored_workshop
from tests.helpers.twelve_requests import Case, case
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import LANGUAGES

SMALL = (1024, 700)
USUAL = (1366, 768)
SOME = {"mouse": ("ja", SMALL), "keys": ("en", USUAL)}
OUTCOMES = {
    "solution": OutcomeKind.SOLUTION,
    "request": OutcomeKind.REQUEST,
    "not_ours": OutcomeKind.NOT_OURS,
    "open": OutcomeKind.OPEN,
}


def ways(name):
    ways = product(LANGUAGES, (SMALL, USUAL))
    return [
        way if way == SOME[name] else pytest.param(*way, marks=pytest.mark.exhaustive)
        for way in ways
    ]


def led(kind: type[CaseRun], tmp_path: Path, language: str, size: tuple[int, int]) -> CaseRun:
    """Play the case, and check the files on disk afterwards."""
    told = case(language)
    with operated(tmp_path, language, size, told.letters) as (operator, seen):
        run = kind(operator, language, seen)
        run.case = told
        run.whole_case()
    records_hold(tmp_path / "workshops.db", told)
    papers_hold(tmp_path / "documents" / "Workshop App", told)
    tell(run, kind, size)
    return run


def records_hold(path: Path, told: Case) -> None:
    """Check that each problem with its speaker, theme, hands and outcome is in the store."""
    state = stored_workshop(path)
    names = {person.id: person.name for person in state.participants}
    assert tuple(names.values()) == told.people
    assert [answer.text for answer in state.answers] == list(told.answers)
    assert [theme.name for theme in state.themes] == list(told.themes)
    themes = {theme.id: number for number, theme in enumerate(state.themes, start=1)}
    for problem, request in zip(state.problems, told.requests, strict=True):
        assert problem.first_wording == request.words
        assert [who.name for who in state.speakers_of(problem)] == [request.who]
        assert themes[problem.theme_id] == request.theme
        assert state.votes.of(problem.id) == request.hands
        assert state.outcomes_of(problem) == (OUTCOMES[request.outcome],), request
    assert len(state.chosen) == len(told.requests)
    (request,) = state.requests
    assert (request.impact, request.why, request.good_enough) == (
        told.impact,
        told.why,
        told.good_enough,
    )
    assert request.shortfall, "what the known gap lacks is filled in"
    problem = state.problem(request.problem_id)
    assert verdict_of(state, problem) is Verdict.REQUEST
    (action,) = state.actions
    assert (action.text, names[action.owner_id]) == (told.action, told.people[0])
    assert action.due
    assert state.workshop.next_date


def papers_hold(folder: Path, told: Case) -> None:
    """Check that each person has a paper, and the summary has every problem."""
    for person in told.people:
        own = f"*_{file_name_part(person)}*.pdf"
        (handout,) = (words_of(file.read_bytes()) for file in folder.rglob(own))
        assert squeezed(person) in handout[:400]
    marks = [f"_{DOCUMENTS['summary'].name_in_files(language)}_" for language in LANGUAGES]
    summaries = [each for each in folder.rglob("*.pdf") if any(mark in each.name for mark in marks)]
    (summary,) = (words_of(file.read_bytes()) for file in summaries)
    for request in told.requests:
        assert squeezed(request.words) in summary


def tell(run: CaseRun, kind: type[CaseRun], size: tuple[int, int]) -> None:
    """Print the numbers of clicks and keys, in total and per problem."""
    problems = len(run.case.requests)
    wide, high = size
    line = f"\n{kind.__name__} {run.words.language} {wide}x{high}:"
    for what in ("clicks", "drags", "keys", "letters"):
        line += f" {run.total(what)} {what}"
    pressed = sum(run.total(what) for what in ("clicks", "drags", "keys"))
    line += f"; {pressed / problems:.1f} a problem, in Solve "
    solved = sorted({part for _, part in run.counts if part.startswith("solve ")}, key=_number)
    line += ", ".join(
        f"{part.removeprefix('solve ')} {run.total('clicks', part) + run.total('keys', part)}"
        for part in solved
    )
    print(line)  # noqa: T201


def _number(part: str) -> int:
    return int(part.split()[1])


@pytest.mark.slow
@pytest.mark.parametrize(("language", "size"), ways("mouse"))
def test_twelve_requests_become_papers_by_mouse_only(tmp_path, language, size):
    run = led(ByMouse, tmp_path, language, size)
    assert run.total("keys") == 0


@pytest.mark.slow
@pytest.mark.parametrize(("language", "size"), ways("keys"))
def test_twelve_requests_become_papers_by_keys_without_the_mouse(tmp_path, language, size):
    run = led(ByKeys, tmp_path, language, size)
    assert run.total("clicks") == run.total("drags") == 0
