"""No text is cut or too small in what keys open on the pages of the sample, at any size.

The pages and their sections, in both modes, are checked by `test_layout_everywhere`.
"""

import pytest

from tests.helpers.desks import desks
from tests.helpers.fitting import faults, too_small_for_room
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.theme.theme import theme
from workshop_app.i18n import set_language
from workshop_app.settings import Settings

SIZES = ((1024, 768), (1366, 768), (1920, 1080))


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk with the sample in one window for all sizes, in a palette."""
    with desks(qtbot) as made:

        def make(words, colours):
            set_language(words)
            theme().set_name(colours)
            session = played_session(tmp_path / f"{made.count}.db", words)
            return made.seat(session, Settings(language=words, theme=colours))

        yield make


@pytest.mark.slow
@pytest.mark.parametrize("words", ["ja", "en"])
def test_nothing_is_cut_at_any_size(desk, words):
    at = desk(words, "dark" if words == "ja" else "light")
    found = []
    for size in SIZES:
        at.window.resize(*size)
        for place in a_round(at, sections=False):
            wrong = faults(at.window) + too_small_for_room(at.window)
            found += [f"{size[0]} {place}: {fault}" for fault in wrong]
    assert found == []
