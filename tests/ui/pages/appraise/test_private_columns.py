"""Appraise in private mode: what is missing, and the request text at the right."""

import pytest

from tests.helpers.fitting import faults
from tests.helpers.list_rows import read
from ui.components.side_panel import SidePanel
from ui.widgets.check_line import CheckLine
from ui.widgets.menu import window_menu
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.steps import Step
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.appraising import EditRequest, Overrule
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.promise_words import rule_words


@pytest.fixture
def room(desk):
    def make(language="ja", size=(1366, 768)):
        return desk(language, until=Step.APPRAISE, page="appraise", private=True, size=size)

    return make


def to_request(desk):
    request = desk.state.requests[0]
    desk.show_record(request.problem_id)
    return request


def test_the_list_of_all_problems_says_what_is_missing(room):
    desk = room()
    desk.do(MakeRequest(desk.do(AddProblem("まだ見ていない課題"))))
    request = desk.state.requests[0]
    desk.do(EditRequest(request.id, "impact", ""))
    desk.click(tr("solve.strip.list"))
    listed = [item.text() for item in window_menu(desk.window).items]
    (row,) = [each for each in listed if "まだ見ていない" in each]
    assert tr("appraise.details.to_go", n=6) in row
    assert any(tr("appraise.details.fields_left", n=1) in each for each in listed)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_panel_words_the_text_in_its_own_way(room, size):
    desk = room(size=size)
    assert tr("appraise.details.none") in desk.details
    request = to_request(desk)
    assert tr("appraise.details.quoted", words=request.own_words) in desk.details
    for words in (request.title, request.why, request.wished_how):
        assert words in desk.details
    desk.do(EditRequest(request.id, "why", "書きなおした理由"))
    assert "書きなおした理由" in desk.details
    assert tr("appraise.details.quoted", words=request.own_words) in desk.details


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_verdict_and_its_rule_are_below_the_criteria(room, size):
    desk = room(size=size)
    request = to_request(desk)
    assert len(desk.page.criteria.slots) == len(Criterion)
    problem = desk.state.problem(request.problem_id)
    assert rule_words(texts(), desk.state, problem) in read(desk)
    assert tr("appraisal.rule.request") not in read(desk)
    desk.do(Overrule(request.problem_id, Verdict.CARD, "先に手伝う", "青木"))
    assert "先に手伝う" in read(desk)
    assert tr("appraise.verdict.person", who="青木") in read(desk)
    assert faults(desk.window) == []


def test_a_ground_is_edited_beside_the_columns(room):
    desk = room(size=(1920, 1080))
    problem = desk.page._problem
    desk.page.criteria.select(Criterion.CONCRETE)
    desk.press("Return", "Ctrl+A")
    desk.write("月に 3 回")
    desk.press("Return")
    appraisal = desk.state.appraisal_of(problem.id)
    assert appraisal.ground(Criterion.CONCRETE) == "月に 3 回"
    assert faults(desk.window) == []


def test_in_a_narrow_window_the_note_is_on_a_sheet(room):
    desk = room()
    note = desk.page.side.note
    assert note.isVisible()
    desk.resize(1024, 768)
    assert not note.isVisible()
    assert desk.page.area.verdict.isVisible()
    assert desk.page.findChild(CheckLine).isVisible()
    assert faults(desk.window) == []
    desk.press("Ctrl+I")
    assert desk.focus is note.field
    desk.resize(1366, 768)
    assert note.isVisible()
    assert faults(desk.window) == []


def test_projected_mode_has_no_panel(desk):
    desk = desk("ja", until=Step.APPRAISE, page="appraise", size=(1920, 1080))
    assert not desk.page.findChildren(SidePanel)
