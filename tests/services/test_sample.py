"""The sample workshop: realistic input, completed through all steps, equal in both languages."""

import tomllib
from dataclasses import fields
from datetime import date, datetime
from importlib import resources

import pytest

from tests.helpers.sessions import new_session
from workshop_app.catalogue.loader import load
from workshop_app.domain.alert_log import alert_log
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.context_questions import QUESTIONS, AnswerMark
from workshop_app.domain.facts.verdicts import decision_of, verdict_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Source
from workshop_app.domain.search_path import search_attempts
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.steps import Step, is_done, missing
from workshop_app.domain.usage import UsageStatus, usage_of
from workshop_app.domain.workshop import COMMUNITY_LINKS, Attendance
from workshop_app.i18n import LANGUAGES
from workshop_app.services.answers import Answers
from workshop_app.services.sample import DAY, play

FIRST_THREE = {
    "ja": (
        "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
        "内部のネットワーク機器の監視ができない",
        "ダッシュボード上でグラフの表示期間の変更ができない",
    ),
    "en": (
        "Cannot run external monitoring with a specified protocol (other than HTTP/HTTPS)",
        "Cannot monitor internal network devices",
        "Cannot change the display period of graphs on a dashboard",
    ),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def state(request, tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("sample") / "w.db")
    workshop_id = play(session, request.param)
    state = session.state
    assert state.workshop.id == workshop_id
    assert session.store.check() == []
    session.store.close()
    return state


def by_number(state, number):
    return next(problem for problem in state.problems if problem.number == number)


def test_the_thirteen_requests_came_in_one_message_the_first_three_word_for_word(state):
    received = [p for p in state.problems if p.source is Source.ADVANCE]
    assert [problem.number for problem in received] == list(range(1, 14))
    words = tuple(problem.first_wording for problem in received[:3])
    assert words == FIRST_THREE[state.workshop.language]
    assert len({problem.heard_at for problem in received}) == 1
    assert received[0].heard_at < state.workshop.date


def test_all_steps_are_carried_out_but_for_the_papers(state):
    assert [step for step in Step if not is_done(state, step)] == [Step.WRAP_UP]
    assert [lack.key for lack in missing(state, Step.WRAP_UP)] == ["handout"]


def test_five_people_of_two_teams_one_of_whom_comes_late(state):
    assert len(state.participants) == 5
    assert len({person.team for person in state.participants}) == 2
    late = [p for p in state.participants if p.attendance is Attendance.LATE]
    assert len(late) == 1
    assert any(problem.speaker_id == late[0].id for problem in state.problems)
    assert all(person.can_do_alone for person in state.participants)


def test_addresses_are_of_a_domain_nobody_has(state):
    assert all(person.email.endswith(".example") for person in state.participants)


def test_every_kind_of_outcome_occurs(state):
    outcomes = {kind for problem in state.listed for kind in state.outcomes_of(problem)}
    assert outcomes == set(OutcomeKind)
    kinds = {card.kind for card in state.cards}
    assert {CardKind.SOLUTION, CardKind.ANSWER, CardKind.UPDATE, CardKind.HANDS_ON} <= kinds


def test_the_three_that_the_story_starts_with_are_answered(state):
    entries = [
        {card.catalogue_id for card in state.cards_of(by_number(state, number).id)}
        for number in (1, 2, 3)
    ]
    assert "non-http-monitoring" in entries[0]
    assert "check-ping" in entries[1]
    assert "dashboard-graph-period" in entries[2]


def test_answers_are_entries_of_the_catalogue_with_the_words_that_led_there(state):
    catalogue = load()
    solutions = [card for card in state.cards if card.kind is CardKind.SOLUTION]
    assert len(solutions) >= 10
    for card in solutions:
        entry = catalogue.solutions[card.catalogue_id]
        assert card.title == entry.text(state.workshop.language).name
        assert card.catalogue_version == catalogue.version
        assert card.search_words
    nearest = {request.nearest_id for request in state.requests}
    assert nearest <= set(catalogue.solutions)


def test_requests_are_written_out_and_appraised_one_against_the_rules(state):
    assert len(state.requests) == 2
    for request in state.requests:
        empty = [field.name for field in fields(request) if not getattr(request, field.name)]
        assert empty == ["gap_id"], request.title
        problem = state.problem(request.problem_id)
        appraisal = state.appraisal_of(problem.id)
        assert all(appraisal.answers.values())
        assert all(appraisal.ground(criterion) for criterion in appraisal.answers)
        assert verdict_of(state, problem) is Verdict.REQUEST
    verdicts = [decision_of(state, state.problem(r.problem_id)).verdict for r in state.requests]
    assert verdicts == [Verdict.REQUEST, Verdict.LATER]


def test_one_is_not_ours_and_one_too_vague_to_judge(state):
    not_ours = [p for p in state.listed if verdict_of(state, p) is Verdict.NOT_OURS]
    vague = [p for p in state.listed if verdict_of(state, p) is Verdict.ASK_AGAIN]
    assert [bool(problem.not_ours_reason) for problem in not_ours] == [True]
    assert [state.outcomes_of(problem) for problem in vague] == [(OutcomeKind.OPEN,)]


def test_a_merge_a_split_and_a_problem_that_grew_from_an_answer(state):
    (merged,) = [problem for problem in state.problems if problem.merged_into]
    assert len(state.speakers_of(state.problem(merged.merged_into))) == 2
    (split,) = [problem for problem in state.problems if problem.split_from]
    assert split.source is Source.SPLIT
    (grown,) = [problem for problem in state.problems if problem.source is Source.CONTEXT]
    answer = next(answer for answer in state.answers if answer.id == grown.answer_id)
    assert answer.mark is AnswerMark.GIVEN_UP
    assert grown.first_wording == answer.text


def test_five_are_chosen_by_hands_of_those_present(state):
    assert len(state.chosen) == 5
    assert state.workshop.vote_closed
    assert state.chosen == state.votes.ranked[:5]
    assert all(0 <= tally.votes <= state.workshop.present for tally in state.tallies)
    assert len(state.tallies) == len(state.listed)


def test_questions_and_pointers_exist(state):
    assert {answer.question for answer in state.answers} <= set(QUESTIONS)
    assert set(state.workshop.community) <= set(COMMUNITY_LINKS)
    assert state.workshop.community
    (own,) = state.pointers
    assert own.date > state.workshop.date


def test_actions_have_owners_and_days_after_the_session(state):
    assert len(state.actions) >= 6
    assert all(action.due > state.workshop.date for action in state.actions)
    assert {bool(a.owner_id or a.owner_name) for a in state.actions} == {True, False}
    assert any(action.card_id for action in state.actions)
    assert state.workshop.next_date > state.workshop.date


def test_private_fields_are_filled_so_that_a_leak_would_show(state):
    assert state.customer.private_note
    assert state.workshop.private_note
    assert any(person.private_note for person in state.participants)
    assert [person.ambassador for person in state.participants].count(True) == 1
    assert any(problem.private_note for problem in state.problems)
    assert any(appraisal.private_note for appraisal in state.appraisals)


@pytest.mark.parametrize("until", list(Step))
def test_it_stops_after_the_step_asked_for(tmp_path, language, until):
    session = new_session(tmp_path / "w.db")
    play(session, language, until)
    for step in list(Step)[: until.number]:
        lacking = {lack.key for lack in missing(session.state, step)}
        assert lacking <= {"handout"}, step
    if until is Step.PREPARE:
        assert session.state.answers == ()
        assert all(problem.speaker_id is None for problem in session.state.problems)
    if until.number < Step.SOLVE.number:
        assert session.state.cards == ()


def test_the_day_can_be_today(tmp_path):
    session = new_session(tmp_path / "w.db")
    play(session, "ja", today=date(2027, 3, 1))
    assert session.state.workshop.date == "2027-03-01"
    assert session.state.workshop.next_date == "2027-04-12"


def test_the_same_day_gives_the_same_words_dates_and_order(tmp_path):
    first, second = (new_session(tmp_path / name) for name in ("1.db", "2.db"))
    play(first, "ja")
    play(second, "ja")
    assert without_ids(first.state) == without_ids(second.state)
    assert first.state.workshop.date == DAY.isoformat()


def without_ids(state):
    """The state as values, each id replaced by the order of its first occurrence."""
    seen: dict[str, int] = {}

    def plain(value):
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        if hasattr(value, "__dataclass_fields__"):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
            return seen.setdefault(value, len(seen))
        return value

    return plain(state)


def test_the_customers_files_were_read_before_the_session_and_hold_no_surprise(state):
    setup = setup_of(state.setup)
    assert {part.taken_at < state.workshop.date for part in state.setup} == {True}
    wanted = (SetupKind.MONITORS, SetupKind.HOSTS, SetupKind.ALERTS, SetupKind.AGENT)
    assert all(setup.knows(kind) for kind in wanted)
    assert all(setup.rule_of(alert) for alert in setup.alerts)
    assert all(setup.host_of(alert) for alert in setup.alerts if alert.host_id)
    taken = datetime.fromisoformat(setup.taken_at(SetupKind.ALERTS)).timestamp()
    assert all((alert.closed_at or alert.opened_at) <= taken for alert in setup.alerts)


def test_the_files_show_each_way_in_which_an_answer_can_end(state):
    told = usage_of(setup_of(state.setup))
    assert {usage.status for usage in told.values()} == set(UsageStatus)
    assert told["external-cert-expiration"].status is UsageStatus.HALF
    log = alert_log(setup_of(state.setup))
    assert log.since is None
    assert log.rule_counts[0].count > log.recent / 2


def test_the_sample_is_the_same_in_both_languages():
    scripts = [
        tomllib.loads(
            resources.files("workshop_app")
            .joinpath("services", "sample", f"{language}.toml")
            .read_text(encoding="utf-8")
        )
        for language in LANGUAGES
    ]
    ja, en = ([shape(script[part]) for part in sorted(script)] for script in scripts)
    assert ja == en


def shape(value, key=""):
    """A script without its texts: references and numbers of items."""
    if isinstance(value, dict):
        own = {"reading", "honorific"}
        return {name: shape(inner, name) for name, inner in value.items() if name not in own}
    if isinstance(value, list):
        return [shape(item, key) for item in value]
    telling = {"entry", "kind", "question", "mark", "verdict", "nearest", "community"}
    return value if key in telling or not isinstance(value, str) else ""


def test_the_searches_of_the_story_find_what_was_looked_at(state):
    answers = Answers()
    language = state.workshop.language
    searched = {search.problem_id for search in state.searches}
    assert len(searched) >= 4
    assert any(state.request_of(problem_id) for problem_id in searched)
    for search in state.searches:
        found = [hit.solution.id for hit in answers.search(search.words, language, 10)]
        assert set(search.looked_at) <= set(found), search.words
    for problem_id in searched:
        chosen = {card.catalogue_id for card in state.cards_of(problem_id)} - {""}
        assert chosen <= {
            one for way in search_attempts(state, problem_id) for one in way.looked_at
        }
