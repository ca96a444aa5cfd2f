"""A whole workshop by keyboard alone, in the real window on a real screen of its own."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pytest

from tests.helpers.papers import squeezed, words_of
from tests.helpers.screen import Operator, need_screen_programs, program, screen, until
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, is_done
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts
from workshop_app.services.session import Session
from workshop_app.store.store import Store

WORD_FOR_WORD = (
    "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
)
ANSWERS = ("non-http-monitoring", "network-device-monitoring", "dashboard-graph-period")
APPRAISED = 7
"""The number of the problem that becomes a request."""


@dataclass(frozen=True)
class Script:
    """What is typed in one language."""

    customer: str
    people: tuple[str, str]
    answer: str
    concrete: str
    searches: tuple[str, str, str]
    ground: str
    why: str
    action: str


SCRIPTS = {
    "ja": Script(
        customer="株式会社みなとまち通販",
        people=("青木 健", "上田 亮"),
        answer="先週の夜に届きました",
        concrete="受注サーバーのFTPが止まっても、朝まで気づけない",
        searches=("HTTP以外", "ネットワーク機器 SNMP", "グラフ 表示期間"),
        ground="来月の棚卸しまでに使いたい",
        why="機器の故障に先に気づきたい",
        action="検証環境に check-tcp を入れる",
    ),
    "en": Script(
        customer="Harbour Town Mail Order Ltd",
        people=("Alice Baker", "Raj Patel"),
        answer="One fired last week, at night",
        concrete="When FTP stops on the order server, nobody knows until morning",
        searches=("non-HTTP checks", "network devices SNMP", "graph display range"),
        ground="Needed before the stock count next month",
        why="To hear of broken devices first",
        action="Install check-tcp in the test environment",
    ),
}


def thirteen(language: str) -> list[str]:
    """The list that the sample's customer sent."""
    file = resources.files("workshop_app").joinpath("services", "sample", f"{language}.toml")
    sample = tomllib.loads(file.read_text(encoding="utf-8"))
    return [request["words"] for request in sample["requests"]]


class Facilitator:
    """Carries the workshop through, step by step, with nothing but the keyboard."""

    def __init__(self, operator: Operator, language: str, store: Path) -> None:
        self.at = operator
        self.script = SCRIPTS[language]
        self.words = Texts(language)
        self.lines = thirteen(language)
        self._store = store

    def whole_session(self) -> None:
        """From the start page to the written papers."""
        self.at.press("Return")
        for step, work in (
            (Step.PREPARE, self._prepare),
            (Step.CONTEXT, self._context),
            (Step.LIST, self._list),
            (Step.SORT, self._sort),
            (Step.CHOOSE, self._choose),
            (Step.SOLVE, self._solve),
            (Step.APPRAISE, self._appraise),
            (Step.WRAP_UP, self._wrap_up),
        ):
            self.at.until_at(self.words(f"steps.name.{step}"))
            work()

    def _prepare(self) -> None:
        self.at.write(self.script.customer)
        self.at.press("Return", "Next")
        for name in self.script.people:
            self.at.write(name)
            self.at.press("Return")
        self.at.press("ctrl+Return")

    def _context(self) -> None:
        self.at.press("alt+2")
        self.at.write(self.script.answer)
        self.at.press("Return", "ctrl+Next")

    def _list(self) -> None:
        self.at.paste("\n".join(f"・{line}" for line in self.lines))
        self.at.press("Return", "ctrl+Return")

    def _sort(self) -> None:
        self.at.press("alt+w", "ctrl+a")
        self.at.write(self.script.concrete)
        self.at.press("Return", "ctrl+Return")

    def _choose(self) -> None:
        for hands in ("2", "2", "1"):
            self.at.write(hands)
            self.at.press("Return")
        self.at.press("ctrl+Return")
        self.at.press("space", "Down", "space", "Down", "space", "ctrl+Return")

    def _solve(self) -> None:
        for words in self.script.searches:
            self.at.write(words)
            self.at.press("alt+1", "ctrl+Return")

    def _appraise(self) -> None:
        self.at.press(*["alt+Down"] * (APPRAISED - 1))
        self.at.press("1", "1", "1", "2", "3", "1")
        self.at.press("Return")
        self.at.write(self.script.ground)
        self.at.press("Return", "alt+q")
        self.at.write(self.script.why)
        self.at.press("Escape", "ctrl+Return")

    def _wrap_up(self) -> None:
        self.at.press("Next")
        self.at.write(self.script.action)
        self.at.press("alt+1", "Return")
        self.at.press("ctrl+e", "ctrl+Return")
        until("the papers to be marked as written", lambda: b"mark_exported" in self._saved())

    def _saved(self) -> bytes:
        return self._store.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_whole_workshop_by_keyboard_alone(tmp_path, language):
    need_screen_programs()
    store = tmp_path / "workshops.db"
    with screen() as display, program(display, tmp_path, store, language) as operator:
        facilitator = Facilitator(operator, language, store)
        try:
            facilitator.whole_session()
        except AssertionError:
            display.picture(tmp_path / "failed.png")
            raise
        assert operator.close() == 0
    assert (tmp_path / "said.txt").read_text(encoding="utf-8") == ""
    state = reopened(store)
    everything_is_there(state, language)
    papers_say_it(tmp_path / "documents" / "Workshop App", state)
    print(f"\n{language}: {len(operator.steps)} steps by keyboard, all passed")  # noqa: T201


def reopened(path: Path) -> WorkshopState:
    """The workshop as the store has it after the program ended."""
    store = Store(path)
    try:
        assert store.check() == []
        session = Session(store)
        (workshop,) = store.all(Workshop)
        session.open(workshop.id)
        state = session.state
    finally:
        store.close()
    assert state is not None
    return state


def everything_is_there(state: WorkshopState, language: str) -> None:
    script, lines = SCRIPTS[language], thirteen(language)
    assert state.customer.name == script.customer
    assert tuple(person.name for person in state.participants) == script.people
    assert [answer.text for answer in state.answers] == [script.answer]
    assert state.answers[0].participant_id == state.participants[1].id
    assert [problem.first_wording for problem in state.problems] == lines
    assert [p.wording for p in state.problems if p.wording] == [script.concrete]
    assert [state.votes_of(problem.id) for problem in state.problems[:3]] == [2, 2, 1]
    assert state.workshop.vote_closed
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
    assert not appraisal.unanswered
    assert appraisal.ground(Criterion.GENERAL) == script.ground
    assert state.verdict_of(problem) is Verdict.REQUEST
    assert state.outcomes_of(problem) == (OutcomeKind.REQUEST,)
    (request,) = state.requests
    assert (request.problem_id, request.why) == (problem.id, script.why)


def papers_say_it(folder: Path, state: WorkshopState) -> None:
    (summary,), (dossier,) = (
        [words_of(file.read_bytes()) for file in folder.glob(f"*_{name}_*.pdf")]
        for name in ("summary", "dossier")
    )
    for problem in state.problems:
        assert squeezed(problem.first_wording) in summary
    assert squeezed(state.problems[APPRAISED - 1].first_wording) in dossier
    if state.workshop.language == "ja":
        assert tuple(problem.first_wording for problem in state.problems[:3]) == WORD_FOR_WORD
