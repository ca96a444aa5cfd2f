"""Every place in every size, mode, language and text size: no text is cut, covered or unnamed.

By default, each size, mode and language is tested, and large text in the smallest window only;
``--exhaustive`` tests all combinations. What keys, texts and records add to a page is
in the table `tests/helpers/window_states.py`.
"""

from itertools import product

import pytest
from PySide6.QtWidgets import QWidget

from tests.helpers.fitting import faults, settle, too_small_for_room
from tests.helpers.painted import misplaced, painted_texts
from tests.helpers.rounds import a_round
from tests.helpers.window_states import STATES, WindowState, stages_of
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.scroll_bar import ScrollBar
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

LANGUAGES = ("ja", "en")
SIZES = ((1024, 700), (1024, 768), (1280, 720), (1366, 768), (1920, 1080))
SMALLEST = (SIZES[0], *(pytest.param(size, marks=pytest.mark.exhaustive) for size in SIZES[1:]))
SAID = {"ja": "課題を置いておきました", "en": "The problem is kept for later"}
"""The text of a message."""


def found_everywhere(desk, looks=(faults, misplaced), message=""):
    """Return the errors in each place, with a message also while it is shown."""
    found = {}
    for place in a_round(desk, panels=False):
        desk.window._toast.forget()
        wrong = [one for look in looks for one in look(desk.window)]
        if message:
            desk.window.toast(message, undo=True)
            desk.settle()
            wrong += [one for one in misplaced(desk.window) if one not in wrong]
        if wrong:
            found[place] = wrong
    return found


def small_in_the_room(window):
    return [] if window.private else too_small_for_room(window)


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
def test_every_text_is_whole_free_and_said(finished, words, size, private):
    desk = finished(words, size=size, private=private)
    assert found_everywhere(desk, (faults, misplaced, small_in_the_room), SAID[words]) == {}


@pytest.mark.every_value
@pytest.mark.parametrize("size", SMALLEST)
def test_every_text_is_whole_free_and_said_at_twice_the_size(finished, words, size, private):
    assert found_everywhere(finished(words, 200, size=size, private=private)) == {}


@pytest.mark.parametrize("size", SMALLEST)
def test_every_text_is_whole_free_and_said_where_people_wrote_much(finished, size, private):
    assert found_everywhere(finished("en", size=size, private=private, long=True)) == {}


def test_every_text_is_whole_where_people_wrote_much_at_twice_the_size(finished, private):
    desk = finished("ja", 200, size=SIZES[0], private=private, long=True)
    assert found_everywhere(desk) == {}


@pytest.mark.parametrize("words", ["en", pytest.param("ja", marks=pytest.mark.exhaustive)])
def test_every_widget_has_room_where_people_wrote_much_at_twice_the_size(finished, words, private):
    desk = finished(words, 200, size=SIZES[1], private=private, long=True)
    assert found_everywhere(desk, (faults,)) == {}


# -- the checks themselves


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
    rows = PagedList("課題")
    rows.set_rows([Row(f"r{n}", f"課題の{n}") for n in range(9)])
    put(rows, board, 0, 0, 400, 200)
    board.show()
    settle()
    rows.findChild(ScrollBar).setVisible(said)
    assert [found.split(":")[0] for found in misplaced(board)] == ([] if said else ["unsaid"])


@pytest.mark.parametrize(
    ("shown", "words", "size", "private"),
    [(shown, *case) for shown in STATES for case in product(LANGUAGES, shown.sizes, shown.modes)],
    ids=lambda value: value.name if isinstance(value, WindowState) else None,
)
def test_nothing_is_cut_in_what_is_opened_and_entered(
    desk, shown, words, size, private, own_folders
):
    one = desk(words, page="", size=size, private=private, **shown.options)
    found = {
        place: faults(one.window) + small_in_the_room(one.window) for place in stages_of(one, shown)
    }
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
