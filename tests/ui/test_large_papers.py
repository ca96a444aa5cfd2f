"""Papers on the screen at 200 % text in the smallest window: their preview and their look."""

import pytest

from tests.helpers.controls import wrong
from tests.helpers.desk import Desk
from tests.helpers.fitting import faults
from tests.helpers.focus import unseen
from tests.helpers.long_words import lengthen
from tests.helpers.played import played_session
from ui.app import application
from ui.components.papers.selection import viewable_papers
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import PAPER_PARTS, Settings

PATIENCE = 30_000  # ms


@pytest.fixture
def large(qtbot, tmp_path):
    """Makes a desk with long names everywhere, in letters twice as large."""
    before = language()
    made = []
    application()

    def make(words, percent=200, *, private, settings=None):
        set_language(words)
        session = played_session(tmp_path / "a.db", words, None)
        lengthen(session, words)
        window = MainWindow(session, settings or Settings(language=words))
        qtbot.addWidget(window)
        window.resize(1024, 768)
        window.show()
        window.activateWindow()
        window.set_private(private)
        window.set_text_size(percent)
        made.append((window, session))
        return Desk(window)

    yield make
    for window, session in made:
        window.close()
        session.store.close()
    set_language(before)


def hidden(view):
    """What of the paper in hand is not in sight: the page follows it when words above it grow."""
    seen = view.visibleRegion().boundingRect()
    return [] if seen == view.rect() else [f"{view.rect()} is seen at {seen}"]


@pytest.mark.parametrize("private", [False, True], ids=["projected", "private"])
@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_paper_is_looked_at_whole_and_wide(large, qtbot, words, percent, private):
    desk = large(words, percent, private=private)
    desk.go("preview")
    found = {}
    for name in viewable_papers(private=private):
        desk.page.show_paper(name)
        qtbot.waitUntil(lambda: desk.page.view.drawn, timeout=PATIENCE)
        for zoom in ("whole", "wide"):
            if bad := faults(desk.window) + wrong(desk.window) + hidden(desk.page.view):
                found[name, zoom] = bad
            desk.press("Z")
    assert found == {}


@pytest.mark.parametrize("private", [False, True], ids=["projected", "private"])
@pytest.mark.parametrize("words", ["ja", "en"])
def test_the_look_of_papers_is_read_and_used(large, words, private):
    kept = Settings(
        language=words,
        papers_contact="facilitator-with-a-long-name@customers.example.com, 03-0000-0000",
        papers_closing="またいつでもお声がけください。" * 8,
        papers_colour="#ffee99",
    )
    desk = large(words, private=private, settings=kept)
    desk.go("paper_look")
    assert faults(desk.window) + wrong(desk.window) == []
    met = []
    while desk.focus not in met:
        met.append(desk.focus)
        assert unseen(desk.window) == "", met
        desk.press("Tab")
    assert len(met) > len(PAPER_PARTS)
