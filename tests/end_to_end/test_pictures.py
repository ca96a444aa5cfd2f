"""No text is cut or too small: every page of the sample and what keys open on it.

The pages themselves, in both modes, are checked by `test_layout_everywhere`.
"""

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.theme.theme import theme
from workshop_app.i18n import set_language
from workshop_app.settings import Settings

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
ROOM_SHARE = 0.0444
"""Of the window's height: minimum size of text for the room."""


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


def found_on(desk, sizes, *, panels=True):
    """Texts that are cut or too small in projected mode at some sizes."""
    found = []
    for size in sizes:
        desk.window.resize(*size)
        for place in a_round(desk, panels=panels):
            wrong = faults(desk.window) + too_small(desk.window)
            found += [f"{size[0]} {place}: {fault}" for fault in wrong]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("words", ["ja", "en"])
def test_nothing_is_cut_at_any_size(desk, words):
    assert found_on(desk(words, "light"), SIZES) == []


def test_nothing_is_cut_in_dark_colours(desk, pytestconfig):
    every = pytestconfig.getoption("--exhaustive")  # colours do not affect the layout
    assert found_on(desk("ja", "dark"), SIZES if every else SIZES[:1], panels=every) == []


def too_small(window: QWidget) -> list[str]:
    """Texts for the room that are unreadable from the last row."""
    least = ROOM_SHARE * window.height()
    found = []
    for widget in window.findChildren(QWidget):
        role = getattr(widget, "role", getattr(widget, "_role", ""))
        if not widget.isVisible() or not isinstance(role, str):
            continue
        if role.partition("-")[0] in {"room", "problem"}:
            size = theme().text_size(role)
            if isinstance(widget, (QLabel, QTextEdit)):
                size = min(size, QFontInfo(widget.font()).pixelSize())
            if size < least:
                found.append(f"{type(widget).__name__} of role {role} has {size} px")
    return found
