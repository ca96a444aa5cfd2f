"""No text is cut and none is too small: every page of the sample, projected and private."""

from itertools import product

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from tests.helpers.desk import Desk
from tests.helpers.fitting import faults
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.theme.theme import theme
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
ROOM_SHARE = 0.0444
"""Of the window's height: what the room talks about is at least so high."""


LOOKS = tuple(product(("ja", "en"), ("light", "dark")))


@pytest.fixture(params=LOOKS, ids="-".join)
def desk(request, qtbot, tmp_path):
    """One window with the sample for all sizes and both modes."""
    before = language()
    words, colours = request.param
    set_language(words)
    theme().set_name(colours)
    session = played_session(tmp_path / "workshops.db", words)
    window = MainWindow(session, Settings(language=words, theme=colours))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield Desk(window)
    window.close()
    session.store.close()
    set_language(before)


@pytest.mark.slow
def test_nothing_is_cut_at_any_size(desk):
    found = []
    panels = theme().name == "light"  # colours do not move what a key opens
    for size in SIZES:
        desk.window.resize(*size)
        for private in (False, True):
            desk.window.set_private(private)
            mode = "private" if private else "projected"
            for place in a_round(desk, panels=panels and not private):
                found += [f"{mode} {size[0]} {place}: {fault}" for fault in faults(desk.window)]
                if not private:
                    found += [f"{size[0]} {place}: {small}" for small in too_small(desk.window)]
    assert found == []


def too_small(window: QWidget) -> list[str]:
    """Texts for the room that the last row could not read."""
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
