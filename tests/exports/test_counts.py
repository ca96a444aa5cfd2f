"""Outcomes add up to all problems, and each file and the room's display count them alike."""

import csv
import io
from collections import Counter
from random import Random

import openpyxl
import pytest

from exports.other_voices import with_voices
from tests.helpers.played import played_session
from tests.helpers.random_commands import act_at_random
from tests.truth.workshops import random_workshop, written
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.audience_view import OutcomeCounts
from workshop_app.domain.audience_view_builder import build_audience_view
from workshop_app.domain.facts.outcomes import outcomes, promises_of, shown_outcomes
from workshop_app.domain.facts.requests import in_dossier
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.promises import Promise
from workshop_app.domain.steps import Step
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.request_board import board

HELP = {OutcomeKind.SOLUTION, OutcomeKind.CARD, OutcomeKind.REQUEST}


@pytest.mark.parametrize("seed", range(2000, 2020))
def test_each_problem_is_helped_or_counted_once_and_all_add_up(seed):
    state = random_workshop(seed)
    helped = [each for each in state.listed if HELP.issuperset(shown_outcomes(state, each))]
    others = [each for each in state.listed if each not in helped]
    counts = outcomes(state).counts
    assert counts[OutcomeKind.NOT_OURS] + counts[OutcomeKind.OPEN] == len(others)
    concluded = Counter(one for each in others for one in promises_of(state, each).values())
    assert concluded.total() + len(helped) == len(state.listed)
    in_the_open = {*concluded} - {Promise.NOT_OURS}
    assert set(outcomes(state).left) == in_the_open


@pytest.mark.parametrize("seed", range(2000, 2006))
def test_every_file_and_the_display_count_alike(seed):
    state = random_workshop(seed, hostile=False)
    language = LANGUAGES[seed % len(LANGUAGES)]
    words = Texts(language)
    counts = outcomes(state).counts
    files = written(state, ("problems", "workbook_internal", "issues"), language)
    found = {each.document: each.data for each in files}

    table = list(csv.DictReader(io.StringIO(found["problems"].decode("utf-8-sig"))))
    sheets = openpyxl.load_workbook(io.BytesIO(found["workbook_internal"]))
    head, *rows = sheets[words("papers.sheet.problems")].iter_rows(values_only=True)
    for lines in (table, [dict(zip(head, row, strict=True)) for row in rows]):
        assert _counted(words, lines) == {kind: n for kind, n in counts.items() if n}

    assert sum(each.document == "issues" for each in files) == len(in_dossier(state))
    shown = build_audience_view(state, AudienceFocus(step=Step.WRAP_UP)).picture
    assert isinstance(shown, OutcomeCounts)
    assert dict(shown.outcomes) == counts


@pytest.mark.parametrize("seed", range(4))
def test_papers_and_the_board_of_requests_count_who_said_a_request_alike(tmp_path, seed):
    session = played_session(tmp_path / "workshops.db", LANGUAGES[seed % len(LANGUAGES)])
    act_at_random(session, Random(seed), 30 * seed)
    state = with_voices(session, session.state, "en")
    said = {each.request: each.said.counts for each in board(session)}
    found = {
        each: evidence_of(state, problem).counts
        for each in state.requests
        if (problem := state.problem(each.problem_id)) is not None
    }
    session.store.close()
    assert any(each.people for each in found.values())
    assert found == {each: said[each] for each in found}


def _counted(words, rows):
    """Return how many listed problems have which outcome according to a table."""
    column, merged, parked = (
        words(f"papers.table.column.{name}") for name in ("outcome", "merged_into", "parked")
    )
    kinds = {words(f"cards.outcome.{kind}"): kind for kind in OutcomeKind}
    listed = [
        row for row in rows if not row.get(merged) and row[parked] == words("papers.table.no")
    ]
    names = (name for row in listed for name in row[column].split(words("papers.head.separator")))
    return Counter(kinds.get(name, OutcomeKind.OPEN) for name in names)
