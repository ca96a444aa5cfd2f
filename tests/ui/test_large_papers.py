"""Papers on the screen at 200 % text in the smallest window: their preview and appearance."""

import pytest

from tests.helpers.controls import wrong
from tests.helpers.fitting import faults
from tests.helpers.focus import unseen
from ui.components.papers.selection import viewable_papers
from workshop_app.settings import Settings

PATIENCE = 30_000  # ms
SMALLEST = (1024, 768)


def hidden(view):
    """The invisible part of the current paper, since the page scrolls if text above it grows."""
    seen = view.visibleRegion().boundingRect()
    return [] if seen == view.rect() else [f"{view.rect()} is seen at {seen}"]


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_every_paper_is_viewed_complete_and_at_full_width(finished, qtbot, words, percent, private):
    desk = finished(words, percent, long=True, size=SMALLEST, private=private)
    desk.go("preview")
    found = {}
    for name in viewable_papers(desk.state, private=private):
        desk.page.show_paper(name)
        qtbot.waitUntil(lambda: desk.page.view.drawn, timeout=PATIENCE)
        for zoom in ("whole", "wide"):
            if bad := faults(desk.window) + wrong(desk.window) + hidden(desk.page.view):
                found[name, zoom] = bad
            desk.press("Z")
    assert found == {}


def test_the_look_of_papers_is_read_and_used(finished, words, private):
    kept = Settings(
        language=words,
        papers_contact="facilitator-with-a-long-name@customers.example.com, 03-0000-0000",
        papers_closing="またいつでもお声がけください。" * 8,
    )
    desk = finished(words, 200, long=True, size=SMALLEST, private=private, settings=kept)
    desk.go("paper_look")
    assert faults(desk.window) + wrong(desk.window) == []
    met = []
    while desk.focus not in met:
        met.append(desk.focus)
        assert unseen(desk.window) == "", met
        desk.press("Tab")
    assert {desk.page.contact.field, desk.page.closing.field} <= set(met)
