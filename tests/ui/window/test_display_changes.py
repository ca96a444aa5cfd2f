"""Each change of the displays in each step: positions and contents of the windows."""

import pytest

from tests.helpers.canaries import CANARY
from tests.helpers.display_changes import (
    BIG,
    BOTH,
    CHANGES,
    FIRST,
    SECOND,
    THIRD,
    canary_stage,
    happen,
    said_by,
)
from tests.helpers.texts import texts_of
from tests.helpers.two_displays import LAPTOP, PROJECTOR
from ui.window.desktop import keys_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, set_language, tr
from workshop_app.settings import Settings


@pytest.fixture
def stage(qtbot, tmp_path):
    before = language()
    made = canary_stage(tmp_path, "ja")
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    made.window.session.store.close()
    set_language(before)


@pytest.mark.slow
@pytest.mark.parametrize("step", [step.value for step in Step])
def test_every_change_of_displays_in_every_step(stage, step, pytestconfig):
    """By default each change occurs in two of the steps, and each step has a quarter of them."""
    stage.go(step)
    head = tr("audience.waiting_head" if step == "prepare" else f"steps.name.{step}")
    every = 1 if pytestconfig.getoption("--exhaustive") else 4
    for change in CHANGES[[*Step].index(Step(step)) % every :: every]:
        place = happen(stage, change)
        where = (step, change.name)
        assert place.wall == change.wall, where
        assert place.shown == (head if change.wall else ""), where
        assert place.private == change.private, where
        assert place.said == said_by(change), where
        assert place.console != place.wall or not place.wall, where
        assert stage.window.page_name == step, where
        seen = [stage.all_pages(), *texts_of(stage.audience)] if change.wall else []
        if not place.private:
            seen += texts_of(stage.window)
        assert CANARY not in "\n".join(seen), where


def test_a_private_window_on_the_audiences_display_closes_what_is_private(stage):
    stage.go("list")
    stage.window.set_private(True)
    stage.window.setGeometry(PROJECTOR.geometry)
    stage.plug(*BOTH)
    assert (stage.console_on, stage.wall_on) == ("laptop", "projector")
    assert not stage.window.private
    assert stage.said == tr("audience.said.together")


def test_a_projector_made_primary_stays_the_audiences_and_swap_still_works(stage):
    stage.go("list")
    stage.plug(*BOTH)
    stage.window.set_private(True)
    stage.plug(FIRST, SECOND)
    assert (stage.wall_on, stage.window.private) == ("projector", True)
    stage.press("S")
    assert (stage.console_on, stage.wall_on) == ("projector", "laptop")
    assert not stage.window.private


def test_after_swapping_a_replaced_display_becomes_the_audiences(stage):
    stage.window.settings = Settings(displays={"projector": "console"})
    stage.go("list")
    stage.plug(*BOTH)
    assert stage.wall_on == "laptop"
    stage.window.set_private(True)
    stage.plug(LAPTOP, THIRD)
    assert (stage.wall_on, stage.window.private) == ("third", False)


@pytest.mark.parametrize("key", ["B", "F"])
def test_a_display_that_is_disconnected_briefly_shows_the_same_picture_again(stage, key):
    stage.go("list")
    stage.plug(*BOTH)
    before = stage.seen()
    stage.press(key)
    stage.plug(LAPTOP)
    stage.go("sort")
    stage.plug(*BOTH)
    assert stage.window.audience.override == {"B": "black", "F": "frozen"}[key]
    assert stage.seen() == ("" if key == "B" else before)
    stage.press(key)
    assert tr("steps.name.sort") in stage.seen()


def test_earlier_content_of_the_audience_display_is_not_painted_again(stage, monkeypatch):
    stage.go("list")
    stage.plug(*BOTH)
    audience = stage.audience
    stage.plug(LAPTOP)
    stage.go("sort")
    painted = []
    paint = audience._paint

    def note(painter):
        painted.append("black" if audience.black else audience.view.step)
        paint(painter)

    monkeypatch.setattr(audience, "_paint", note)
    stage.plug(LAPTOP, BIG)
    assert "list" not in painted
    assert painted[-1] == "sort"


def test_a_display_is_known_by_its_device_and_twins_by_their_sockets():
    known = ("Epson EB-1 77", "HDMI-1")
    twins = (("Dell U27", "DP-1"), ("Dell U27", "DP-2"))
    assert keys_of([("", "eDP-1"), known]) == ("eDP-1", "Epson EB-1 77")
    assert keys_of([known, *twins]) == ("Epson EB-1 77", "Dell U27 DP-1", "Dell U27 DP-2")
    assert keys_of([replace_socket(known), *twins])[0] == "Epson EB-1 77"


def replace_socket(display):
    return (display[0], "HDMI-2")
