"""Private mode: the history of the current problem next to the themes."""

import pytest

from ui.components.side_panel import SidePanel
from ui.rows.cells import Outcome
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.sorting import MergeProblems


@pytest.fixture
def at(desk):
    def make(language="ja", **options):
        return desk(language, **{"page": "sort", "private": True, **options})

    return make


def told(desk):
    rows = desk.page.side.details.rows
    return tuple((row.text, row.lines[0].text) for row in rows if row.lines)


def test_it_leads_from_the_first_wording_to_the_concrete_one(at):
    desk = at()
    person = desk.do(AddParticipant("青木 健"))
    first = desk.do(AddProblem("監視がない", speaker_id=person))
    other = desk.do(AddProblem("見えない"))
    desk.page.show_record(first)
    said = (f"{tr('sort.reword.first')}  青木 健 様", "監視がない")
    assert told(desk) == (said, (tr("sort.reword.concrete"), tr("sort.thread.not_yet")))
    desk.do(MergeProblems(first, (other,)))
    desk.do(EditProblem(first, "wording", "夜間に死活監視がない"))
    merged = (tr("sort.thread.merged", number=2), "見えない")
    assert told(desk) == (said, merged, (tr("sort.reword.concrete"), "夜間に死活監視がない"))


def test_it_ends_with_what_the_problem_came_to(at):
    desk = at(until=Step.WRAP_UP)
    kinds = desk.state.outcomes_of(desk.page.selection.problem)
    assert OutcomeKind.OPEN not in kinds
    after = desk.page.side.details.rows[-1].after
    assert tuple(cell.kind for cell in after if isinstance(cell, Outcome)) == kinds


def test_the_room_has_it_while_rewording_only(at):
    assert not at(private=False).page.findChildren(SidePanel)
