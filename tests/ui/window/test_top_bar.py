"""The parts of the top bar that are hidden first in a narrow window."""

import pytest

from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.played import played_session
from ui.window.top_bar import TopBar
from workshop_app.i18n import set_language
from workshop_app.settings import Settings


@pytest.fixture
def bar(qtbot, tmp_path):
    """Makes a desk on the completed sample in private mode, with a step shown."""
    with desks(qtbot) as made:

        def make(words, size):
            set_language(words)
            session = played_session(tmp_path / "a.db", words, None)
            settings = Settings(language=words)
            return made.seat(session, settings, size=size, private=True, page="solve")

        yield make


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_private_mode_shows_workshop_and_customer_rather_than_the_pace(bar, words, size):
    desk = bar(words, size)
    top = desk.window.findChild(TopBar)
    assert top.title.isVisible()
    assert top.detail.isVisible()
    assert desk.state.customer.name in top.detail.text()
    assert not top.step.isVisible()
    assert faults(desk.window) == []


def test_a_narrow_window_shows_the_step_name_instead(bar):
    desk = bar("en", (1024, 768))
    top = desk.window.findChild(TopBar)
    assert top.step.isVisible()
    assert not top.detail.isVisible()
    assert faults(desk.window) == []
