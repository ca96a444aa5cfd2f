"""The time spent on the steps: for the facilitator only, and only if any was measured."""

from tests.helpers.fitting import faults
from ui.widgets.agenda_bars import AgendaBars
from workshop_app.domain.agenda import step_times
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import BookTime


def spend(desk):
    for item in desk.state.agenda:
        desk.do(BookTime(item.id, 1500))


def test_in_projected_mode_it_is_not_there(desk):
    one = desk(sample=True, page="wrap_up")
    spend(one)
    one.page.show_section("outcomes")
    assert one.page.findChildren(AgendaBars) == []


def test_in_private_mode_the_time_is_beside_the_outcomes(desk, words):
    one = desk(words=words, sample=True, private=True, page="wrap_up", size=(1024, 660))
    one.page.show_section("outcomes")
    section = one.page.sections["outcomes"]
    assert not section.spent.isVisible()
    spend(one)
    one.settle()
    assert section.spent.isVisible()
    told = tr("time.spent.spoken", name=tr(f"steps.name.{Step.LIST}"), planned=20, n=25)
    assert told in section.spent.accessibleName()
    assert faults(one.window) == []

    one.resize(1366, 768)
    assert not section.spent.isVisible()
    parts = step_times(one.state.agenda)
    taken = sum(part.minutes for part in parts)
    planned = sum(part.planned for part in parts)
    told = tr("wrap_up.overview.time", n=taken, planned=planned)
    (in_words,) = [words for words in one.seen().splitlines() if words.startswith(told)]
    assert tr("wrap_up.overview.over", step=tr(f"steps.name.{Step.PREPARE}"), n=25) in in_words
    assert section.overview.blocks["actions"].isVisible()
    assert faults(one.window) == []
