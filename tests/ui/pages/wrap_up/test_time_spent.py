"""What the steps took, at the end: for the facilitator alone, and only once time was measured."""

import pytest

from tests.helpers.fitting import faults
from ui.widgets.agenda_bars import AgendaBars
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


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 660), (1366, 768)])
def test_in_private_mode_it_stands_below_the_outcomes(desk, words, size):
    one = desk(words=words, sample=True, private=True, page="wrap_up", size=size)
    one.page.show_section("outcomes")
    bars = one.page.sections["outcomes"].spent
    assert not bars.isVisible()
    spend(one)
    one.settle()
    assert bars.isVisible()
    told = tr("time.spent.spoken", name=tr(f"steps.name.{Step.LIST}"), planned=20, n=25)
    assert told in bars.accessibleName()
    assert faults(one.window) == []
