"""Every drop target has a key for the same effect, listed in the cheat sheet."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.helpers.desks import desks
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from tests.helpers.visible import visible_widgets
from ui.actions.table import find
from ui.components.page import Page
from ui.widgets.key_action import KeyAction
from ui.widgets.plain_field import PlainField
from workshop_app.i18n import set_language
from workshop_app.settings import Settings

CHOOSE_FILES = "Ctrl+Shift+O"
EDITIONS = ("settings", "catalogues")
"""Pages onto which a new edition of a catalogue is dropped, which has a separate action."""


@pytest.fixture
def desk(qtbot, tmp_path):
    with desks(qtbot) as made:
        set_language("ja")
        session = played_session(tmp_path / "a.db", "ja", None)
        yield made.seat(session, Settings(language="ja"), private=True)


def takes_drops(window: QWidget) -> list[QWidget]:
    """Return drop targets except fields, into which text can also be pasted.

    Files may be dropped onto any page: the page that handles them, or List, has a key for them.
    """
    found = []
    for widget in visible_widgets(window):
        in_field = any(isinstance(one, PlainField) for one in (widget, widget.parentWidget()))
        if widget.acceptDrops() and not in_field:
            found.append(widget)
    return found


def test_every_drop_target_has_a_key_for_the_same(desk):
    met = set()
    for place in a_round(desk, panels=False):
        name = desk.window.page_name
        assert desk.window.page_stack in takes_drops(desk.window), place
        if type(desk.page).open_files is Page.open_files:
            continue
        if name in EDITIONS:
            assert find("settings.edition").keys, "the page of catalogues has a button, too"
            met.add(name)
            continue
        heard = {one.key for one in desk.window.findChildren(KeyAction) if one.is_live}
        assert CHOOSE_FILES in heard, place
        choose = "start.take" if name == "start" else f"{name}.file"
        assert CHOOSE_FILES in find(choose).keys, place
        met.add(name)
    assert met == {"start", "list", "prepare", "setup", "customer", "requests", *EDITIONS}
