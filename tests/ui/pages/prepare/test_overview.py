"""Private mode in a large window: the overview of the sections of the preparation."""

import pytest

from tests.helpers.fitting import faults
from workshop_app.domain.problem import Source
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblems

LARGE = (1920, 1080)


@pytest.mark.parametrize("words", ["ja", "en"])
def test_people_and_the_received_list_are_below_the_fields(desk, words):
    one = desk(words, page="prepare", private=True, size=LARGE)
    overview = one.page.sections["basics"].overview
    told = {name: block.pieces for name, block in overview.blocks.items()}
    for pieces in told.values():
        assert [piece.text for piece in pieces.pieces] == [tr("prepare.glance.empty")]
    one.do(AddParticipant("青木 健", job="課長", team="基盤運用"))
    one.do(AddProblems(("監視がない", "通知が多い"), source=Source.ADVANCE))
    one.do(AddProblems(("会場で聞いた",)))
    assert [piece.text for piece in told["people"].pieces] == ["基盤運用  課長"]
    assert [piece.text for piece in told["advance"].pieces] == ["監視がない", "通知が多い"]
    one.do(AddParticipant("<b>長い</b>" * 20))
    assert overview.isVisible()
    assert faults(one.window) == []

    one.window.resize(1366, 768)
    one.settle()
    assert not overview.isVisible()
    one.window.resize(*LARGE)
    one.settle()
    overview.blocks["people"].button.click()
    one.settle()
    assert one.page.choice.value() == "people"


def test_the_room_sees_none_of_it(desk):
    one = desk(page="prepare", size=LARGE)
    assert not hasattr(one.page.sections["basics"], "overview")
