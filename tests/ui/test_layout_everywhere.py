"""Every place in every size, mode, language and text size: no text is cut, covered or unsaid."""

from itertools import product

import pytest

from tests.helpers.desk import Desk
from tests.helpers.fitting import faults
from tests.helpers.long_words import lengthen
from tests.helpers.painted import misplaced
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

SIZES = ((1024, 700), (1024, 768), (1280, 720), (1366, 768), (1920, 1080))


@pytest.fixture
def desk_of(qtbot, tmp_path):
    """Makes a desk on the finished sample at a text size in percent."""
    before = language()
    made = []

    def make(words, percent, *, long=False):
        set_language(words)
        session = played_session(tmp_path / "a.db", words, None)
        if long:
            lengthen(session, words)
        window = MainWindow(session, Settings(language=words))
        qtbot.addWidget(window)
        window.resize(*SIZES[0])
        window.show()
        window.activateWindow()
        window.set_text_size(percent)
        made.append((window, session))
        return Desk(window)

    yield make
    for window, session in made:
        window.close()
        session.store.close()
    set_language(before)


def found_everywhere(desk, sizes=SIZES, message=""):
    """What is wrong at each size, in both modes; one window goes through them all.

    With a message, also while it is shown.
    """
    found = {}
    for size, private in product(sizes, (False, True)):
        desk.window.resize(*size)
        desk.settle()
        desk.window.set_private(private)
        for place in a_round(desk, panels=False):
            desk.window._toast.forget()
            wrong = faults(desk.window) + misplaced(desk.window)
            if message:
                desk.window.toast(message, undo=True)
                desk.settle()
                wrong += [one for one in misplaced(desk.window) if one not in wrong]
            if wrong:
                found[size, "private" if private else "projected", place] = wrong
    return found


@pytest.mark.parametrize("long", [False, True], ids=["sample", "long"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_text_is_whole_free_and_said(desk_of, words, percent, long):
    assert found_everywhere(desk_of(words, percent, long=long), panels=not long) == {}
