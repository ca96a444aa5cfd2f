"""Private mode with columns: the whole wrap-up on one page."""

import pytest

from tests.helpers.fitting import faults
from ui.pages.wrap_up.overview import Overview
from ui.widgets.text import Text
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.participants import AddParticipant, EditSelfReliance
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import PlanNextTime


@pytest.fixture
def at(desk):
    def make(language="ja", **options):
        return desk(language, **{"page": "wrap_up", "private": True, **options})

    return make


def told(desk, block):
    shown = desk.page.sections["outcomes"].overview.blocks[block].texts
    return [row.lines[0].text if row.lines else row.text for row in shown.rows]


def test_it_shows_who_does_what_and_what_is_missing(at):
    desk = at()
    assert told(desk, "actions") == [tr("wrap_up.actions.empty")]
    person = desk.do(AddParticipant("青木 健"))
    desk.do(AddAction("check-tcp を入れる", owner_id=person, due="2027-01-15"))
    desk.do(AddProblem("監視がない"))
    (action,) = desk.page.sections["outcomes"].overview.blocks["actions"].texts.rows
    assert action.text == "check-tcp を入れる"
    (aside,) = action.asides
    assert "青木" in aside.line.text
    assert "1/15" in aside.line.text
    assert told(desk, "alone") == [tr("wrap_up.overview.not_asked")]
    desk.do(EditSelfReliance(person, "can_do_alone", "通知を分ける\nポートを見る"))
    assert told(desk, "alone") == ["通知を分ける\nポートを見る"]
    desk.do(PlanNextTime(desk.state.workshop.id, "next_date", "2027-02-01"))
    assert "2月1日" in told(desk, "next")[0]
    lacking = sum(len(missing(desk.state, step)) for step in Step)
    told_of = told(desk, "before")
    assert len([words for words in told_of if "：" in words]) == lacking > 0
    assert tr("wrap_up.panel.no_problem", n=1) in told_of


def test_counts_are_on_the_shapes_of_the_outcomes(at):
    desk = at(until=Step.SOLVE)
    badges = desk.page.sections["outcomes"].overview.badges
    for kind, badge in badges.items():
        n = sum(kind in desk.state.outcomes_of(problem) for problem in desk.state.listed)
        assert badge.word.endswith(f" {n}")


@pytest.mark.parametrize(
    ("block", "section"),
    [("actions",) * 2, ("alone",) * 2, ("before", "papers"), ("next", "next_time")],
)
def test_each_block_leads_to_its_section(at, block, section):
    desk = at()
    desk.page.sections["outcomes"].overview.blocks[block].button.click()
    desk.settle()
    assert desk.page.choice.value() == section
    assert desk.page.sections[section].isVisible()


def test_it_is_only_there_in_private_mode_and_where_there_is_room(at):
    desk = at(private=False)
    assert not desk.page.findChildren(Overview)
    desk = at(size=(1024, 768))
    section = desk.page.sections["outcomes"]
    assert not section.overview.isVisible()
    desk.do(AddProblem("夜に鳴る"))
    assert tr("wrap_up.outcomes.rest", n=1) in desk.seen()
    desk.resize(1366, 768)
    assert section.overview.isVisible()
    assert tr("wrap_up.outcomes.rest", n=1) not in desk.seen()


@pytest.mark.every_value
def test_a_low_window_shows_some_actions_and_how_many_are_below(at, language):
    desk = at(language, sample=True)
    block = desk.page.sections["outcomes"].overview.blocks["actions"]
    shown = len(block.texts.rows)
    seen = [text.text() for text in block.findChildren(Text)]
    below = next(n for n in range(shown) if tr("wrap_up.overview.below", n=n) in seen)
    assert shown - below >= {"ja": 6, "en": 5}[language]
    assert faults(desk.window) == []
    desk.resize(1920, 1080)
    assert desk.page.sections["outcomes"].overview.blocks["alone"].isVisible()
