"""Every place in every size, mode, language and text size: no text is cut, covered or unsaid.

By default the smallest window stands for the others where text is large; ``--every-layout`` goes
through all combinations.
"""

from itertools import product

import pytest
from PySide6.QtWidgets import QWidget

from tests.helpers.desk import Desk
from tests.helpers.fitting import faults, settle
from tests.helpers.long_words import lengthen
from tests.helpers.painted import misplaced, painted_texts
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Row
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

SIZES = ((1024, 700), (1024, 768), (1280, 720), (1366, 768), (1920, 1080))
SAID = {"ja": "課題を置いておきました", "en": "The problem is kept for later"}
"""What a message says."""

FULL = ("sort",)
"""Places that may have no free spot: a message then lies where it covers the fewest letters."""


@pytest.fixture
def desk_of(qtbot, tmp_path):
    """Makes a desk on the finished sample at a text size in percent."""
    before = language()
    made = []

    def make(words, percent=100, *, long=False):
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


def found_everywhere(desk, sizes=SIZES, message="", looks=(faults, misplaced)):
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
            wrong = [one for look in looks for one in look(desk.window)]
            if message:
                desk.window.toast(message, undo=True)
                desk.settle()
                more = [one for one in misplaced(desk.window) if one not in wrong]
                wrong += [one for one in more if place not in FULL or not one.startswith("covered")]
            if wrong:
                found[size, "private" if private else "projected", place] = wrong
    return found


@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_text_is_whole_free_and_said(desk_of, words):
    assert found_everywhere(desk_of(words), message=SAID[words]) == {}


@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_text_is_whole_free_and_said_at_twice_the_size(desk_of, words, pytestconfig):
    sizes = SIZES if pytestconfig.getoption("--every-layout") else SIZES[:1]
    assert found_everywhere(desk_of(words, 200), sizes) == {}


def test_every_text_is_whole_free_and_said_where_people_wrote_much(desk_of, pytestconfig):
    sizes = SIZES if pytestconfig.getoption("--every-layout") else SIZES[:1]
    assert found_everywhere(desk_of("en", long=True), sizes) == {}


@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_widget_has_room_where_people_wrote_much_at_twice_the_size(desk_of, words):
    desk = desk_of(words, 200, long=True)
    assert found_everywhere(desk, SIZES[1:2], looks=(faults,)) == {}


# -- what the looks above find


@pytest.fixture
def board(qtbot):
    """An empty window of 400 × 200 px."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    return widget


def put(widget, board, *box):
    widget.setParent(board)
    widget.setGeometry(*box)
    return widget


def test_what_is_painted_is_read_with_its_place(board):
    put(Text("body", "監視の課題", wrap=False), board, 40, 30, 200, 24)
    board.show()
    (text,) = painted_texts(board)
    assert text.words == "監視の課題"
    assert 40 <= text.box.left() < text.box.right() < 140
    assert 30 < text.box.top() < text.box.bottom() < 54
    assert misplaced(board) == []


@pytest.mark.parametrize(
    "box", [(40, 30, 30, 24), (40, 30, 200, 8), (-20, 30, 200, 24), (40, 190, 200, 24)]
)
def test_a_text_without_room_is_found(board, box):
    put(Text("body", "監視の課題", wrap=False), board, *box)
    board.show()
    assert any(found.startswith("cut") for found in misplaced(board))


def test_a_text_under_something_else_is_found(board):
    put(Text("body", "監視の課題", wrap=False), board, 40, 30, 200, 24)
    put(Sheet(), board, 60, 20, 100, 100)
    board.show()
    (found,) = misplaced(board)
    assert found.startswith("covered")
    assert "Sheet" in found


def test_texts_on_each_other_are_found(board):
    put(Text("body", "監視の課題", wrap=False), board, 40, 30, 200, 24)
    put(Text("body", "通知の課題", wrap=False), board, 60, 36, 200, 24)
    board.show()
    assert any(found.startswith("overlap") for found in misplaced(board))


@pytest.mark.parametrize("said", [True, False])
def test_rows_of_which_nothing_is_said_are_found(board, said):
    rows = PagedList("課題", footer=said)
    rows.set_rows([Row(id=f"r{n}", text=f"課題の{n}") for n in range(9)])
    put(rows, board, 0, 0, 400, 200)
    board.show()
    settle()
    assert [found.split(":")[0] for found in misplaced(board)] == ([] if said else ["unsaid"])
