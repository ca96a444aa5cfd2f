"""After each action the focus is visible, and in the right place to continue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.desk import Desk
from tests.helpers.desks import desks
from tests.helpers.focus import name_of, unseen
from tests.helpers.played import played_session
from ui.widgets.focus_ring import FocusRing
from workshop_app.domain.steps import Step
from workshop_app.domain.text import LINE_LIMIT, NOTE_LIMIT
from workshop_app.i18n import set_language, tr
from workshop_app.settings import Settings

PREPARE = [
    ("'青木 Return", "lines.people.entry.field"),
    ("'井上 Return", "lines.people.entry.field"),
    ("Ctrl+Z", "lines.people.entry.field"),
    ("Ctrl+K Escape", "lines.people.entry.field"),
    ("@lines.title.words Return", "lines.title.form.fields title.field"),
    ("Escape", "lines.title.words"),
    ("Alt+L", "sections agenda"),
    ("Escape", "lines.people.entry.field"),
]
CONTEXT = [
    ("'答え Return", "entry.field"),
    ("Alt+1", "entry.field"),
    ("Alt+G", "entry.field"),
    ("Alt+Return", "entry.field"),
    ("Ctrl+Z", "entry.field"),
    ("F2", "editor.field"),
    ("Escape", "entry.field"),
    ("Alt+L", "others"),
    ("F2", "editor.field"),
    ("Escape", "entry.field"),
    ("Alt+Down", "entry.field"),
    ("Alt+N", "own_entry.field"),
    ("'問い Return", "entry.field"),
    ("Ctrl+K Escape", "entry.field"),
]
LIST = [
    ("'新しい Return", "entry.field"),
    ("Alt+2", "entry.field"),
    ("Up", "rows.view"),
    ("Delete", "rows.view"),
    ("Ctrl+Z", "rows.view"),
    ("F2", "editor.field"),
    ("Escape", "rows.view"),
    ("Alt+1", "rows.view"),
    ("Alt+P", "rows.view"),
    ("Ctrl+Z", "rows.view"),
    ("Escape", "entry.field"),
    ("Alt+R", "entry.field"),
    ("Alt+R", "entry.field"),
    ("Alt+T", "writing"),
    ("1", "writing"),
    ("Escape", "entry.field"),
    ("Alt+L", "asides parking.list.view"),
    ("Return", "asides parking"),
    ("Escape", "entry.field"),
    ("Ctrl+K Escape", "entry.field"),
]
SORT = [
    ("Space", "view"),
    ("Down Space M", "view"),
    ("Ctrl+Z", "view"),
    ("Alt+N", "line.entry.field"),
    ("'主題 Return", "view"),
    ("Alt+Down", "view"),
    ("Alt+E", "editor.field"),
    ("Escape", "view"),
    ("Alt+W", "panels.current"),
    ("Escape", "view"),
    ("Alt+S", "panels.current"),
    ("Escape", "view"),
    ("Alt+D", "panels.current"),
    ("Escape", "view"),
    ("Alt+P", ""),
    ("Ctrl+Z", "view"),
    ("Alt+Delete", "view"),
    ("Ctrl+Z", "view"),
    ("Ctrl+K Escape", "view"),
]
CHOOSE = [
    ("3 Return", "hand_count"),
    ("Ctrl+Shift+D", "dot_ballots"),
    ("Alt+Down", "dot_ballots"),
    ("Ctrl+Shift+D", "hand_count"),
    ("Ctrl+Return", "closed_round.view"),
    ("Alt+Space", "closed_round.view"),
    ("Alt+Y", "closed_round.view"),
    ("Ctrl+Z", "closed_round.view"),
    ("Alt+X", "hand_count"),
    ("Ctrl+Z", "closed_round.view"),
    ("Alt+A", "hand_count"),
    ("Ctrl+Z", "closed_round.view"),
    ("Ctrl+K Escape", "closed_round.view"),
]
SOLVE = [
    ("Alt+1", "search.entry.field"),
    ("Ctrl+Z", "search.entry.field"),
    ("'通知 Return", "search.view"),
    ("Return", "search.view"),
    ("Slash", "search.entry.field"),
    ("Alt+D", "panels.current"),
    ("Escape", "search.entry.field"),
    ("Alt+W", "panels.current"),
    ("Escape", "search.entry.field"),
    ("Alt+C", "panels.current"),
    ("'勉強会 Return Return", ""),
    ("Escape", "search.entry.field"),
    ("Ctrl+Z", "search.entry.field"),
    ("Alt+O", "panels.current"),
    ("Escape", "search.entry.field"),
    ("Alt+T", "search.notes"),
    ("Alt+T", "search.entry.field"),
    ("Alt+V", "panels.current"),
    ("Escape", "search.entry.field"),
    ("Alt+Q", "search.entry.field"),
    ("Ctrl+Z", "search.entry.field"),
    ("Alt+Down", "search.entry.field"),
    ("Ctrl+Return", "search.entry.field"),
]
APPRAISE = [
    ("1", "criteria"),
    ("Down", "criteria"),
    ("Return", "ground"),
    ("'根拠 Return", "criteria"),
    ("Ctrl+Z", "criteria"),
    ("Alt+V", "panels.current"),
    ("Escape", "criteria"),
    ("Alt+E", "panels.current"),
    ("Escape", "criteria"),
    ("Alt+W", "panels.current"),
    ("Escape", "criteria"),
    ("Alt+Down", "criteria"),
    ("Ctrl+Return", "criteria"),
    ("Ctrl+K Escape", "criteria"),
]
WRAP_UP = [
    ("PageDown", "sections actions.entry"),
    ("'試す Return", "sections actions.entry"),
    ("@sections actions.rows Space", "sections actions.rows.view"),
    ("Return", "sections actions.entry"),
    ("Escape", "sections actions.entry"),
    ("Up Delete", "sections actions.rows.view"),
    ("Ctrl+Z", "sections actions.rows.view"),
    ("Escape", "sections actions.entry"),
    ("Ctrl+K Escape", "sections actions.entry"),
]
ELSEWHERE = [
    ("F1", ""),
    ("Escape", ""),
    ("Ctrl+F", ""),
    ("'通知 Return", ""),
    ("Escape", ""),
    ("Escape", ""),
    ("Ctrl+Comma", ""),
    ("Alt+1", ""),
    ("Escape", ""),
    ("Escape", ""),
    ("Ctrl+E", ""),
    ("Alt+1", ""),
]
"""Keys, or a text after an apostrophe, or a part of the page to focus after an @; and the
part of the page that has the focus then, if it is a particular one.
"""
COURSES = {
    "prepare": (None, PREPARE),
    "context": (Step.CONTEXT, CONTEXT),
    "list": (Step.LIST, LIST),
    "sort": (Step.LIST, SORT),
    "choose": (Step.SORT, CHOOSE),
    "solve": (Step.CHOOSE, SOLVE),
    "appraise": (Step.SOLVE, APPRAISE),
    "wrap_up": (None, WRAP_UP),
    "start": (None, ELSEWHERE),
}


@pytest.fixture
def at(qtbot, tmp_path):
    with desks(qtbot) as made:

        def make(page, until, *, private=False, words="ja"):
            set_language(words)
            session = played_session(tmp_path / f"{made.count}.db", words, until)
            return made.seat(session, Settings(language=words), private=private, page=page)

        yield make


def part(desk: Desk, path: str) -> QWidget:
    """A part of the page: attributes separated by dots, members of a dictionary by spaces."""
    found: object = desk.page
    for step in path.split("."):
        name, _, member = step.partition(" ")
        found = getattr(found, name)
        found = found[member] if member else found
    assert isinstance(found, QWidget), path
    return found


def do(desk: Desk, keys: str) -> None:
    if keys.startswith("@"):
        path, _, keys = keys[1:].rpartition(" ")
        part(desk, path).setFocus()
        desk.settle()
    for key in keys.split():
        if key.startswith("'"):
            desk.write(key[1:])
        else:
            desk.press(key)


@pytest.mark.parametrize("page", list(COURSES))
def test_the_focused_widget_is_visible_and_is_where_work_continues(at, page, private):
    until, course = COURSES[page]
    desk = at(page, until, private=private)
    if page == "list":
        do(desk, "'後で Return Up Alt+P Escape")  # there is something in the parking lot
    assert unseen(desk.window) == ""
    for keys, path in course:
        do(desk, keys)
        focus = QApplication.focusWidget()
        assert unseen(desk.window) == "", f"after {keys}"
        if path:
            wanted = part(desk, path)
            there = focus is wanted or wanted.isAncestorOf(focus) or wanted.focusProxy() is focus
            assert there, f"after {keys}: {name_of(focus)}, not {path}"


@pytest.mark.parametrize(
    ("page", "until", "field", "limit"),
    [
        ("context", Step.CONTEXT, "entry.field", NOTE_LIMIT),
        ("list", Step.LIST, "entry.field", LINE_LIMIT),
        ("wrap_up", None, "sections actions.entry.field", LINE_LIMIT),
    ],
)
def test_a_text_too_long_is_reported_and_keeps_the_focus(at, page, until, field, limit, private):
    desk = at(page, until, private=private)
    if page == "wrap_up":
        desk.press("PageDown")
    words = "長" * (limit + 1)
    desk.write(words)
    desk.press("Return")
    assert tr("errors.too_long", length=limit + 1, limit=limit) in desk.seen()
    assert QApplication.focusWidget() is part(desk, field)
    assert part(desk, field).text() == words
    assert QApplication.activeModalWidget() is None


def test_the_undo_button_of_a_message_returns_the_focus(at):
    desk = at("list", Step.LIST)
    desk.press("Up", "Delete")
    toast = desk.window._toast
    toast._button.setFocus()
    desk.settle()
    assert unseen(desk.window) == ""
    desk.press("Space")
    assert not toast._button.hasFocus()
    assert desk.page.isAncestorOf(QApplication.focusWidget())
    assert unseen(desk.window) == ""


def test_closing_a_banner_returns_the_focus(at):
    desk = at("list", Step.LIST)
    desk.window.say_error("一文")
    desk.settle()
    close = desk.window.notice_banner.buttons[0]
    close.setFocus()
    desk.press("Space")
    assert not desk.window.notice_banner.isVisible()
    assert QApplication.focusWidget() is desk.page.entry.field


@pytest.mark.parametrize("page", ["start", "wrap_up"])
def test_a_window_that_opens_draws_no_ring_until_a_key_moves_the_focus(desk, page):
    one = desk(sample=True, page=page, key=False)
    ring = one.window.findChild(FocusRing)
    assert not ring.isVisible()
    QTest.keyClick(one.window.windowHandle(), Qt.Key.Key_Tab)
    one.settle()
    assert ring.by_keys
    assert unseen(one.window) == ""


def test_no_focus_ring_is_drawn_while_the_window_is_locked_or_frozen(at):
    desk = at("sort", Step.LIST)
    ring = desk.window._ring
    desk.page.setFocus()
    desk.settle()
    assert ring.isVisible()
    desk.press("Ctrl+L")
    assert not ring.isVisible()
    desk.press("F")
    desk.press("F")
    assert not ring.isVisible()
    desk.press("Ctrl+L")
    assert unseen(desk.window) == ""


def test_undo_of_parking_stays_in_the_current_step(at):
    desk = at("sort", Step.LIST)
    number = desk.state.listed[0].number
    desk.press("Alt+P")
    assert number not in [p.number for p in desk.state.listed]
    desk.press("Ctrl+Z")
    assert desk.window.page_name == "sort"
    assert number in [p.number for p in desk.state.listed]


@pytest.mark.parametrize("escapes", [1, 2])
def test_what_is_typed_after_the_question_of_private_mode_is_not_lost(at, escapes):
    desk = at("prepare", None)
    desk.page.show_location("people")
    entry = desk.page.lines.people.entry
    desk.press("Ctrl+Shift+P", *["Escape"] * escapes)
    assert desk.focus is entry.field
    desk.write("青木、井上")
    desk.press("Return")
    assert {"青木", "井上"} <= {person.name for person in desk.state.participants}


def test_letters_that_are_no_keys_go_to_the_first_field_after_esc(at):
    desk = at("list", Step.LIST)
    desk.press("Escape")
    assert desk.focus is desk.page
    desk.press("X")
    assert desk.focus is desk.page.entry.field
    assert desk.page.entry.text() == "x"
    desk.press("Backspace", "Escape", "T")
    assert desk.window.timer.running, "T is a key there"
    assert desk.page.entry.text() == ""


def test_the_day_of_an_action_has_a_ring_and_that_of_tabs_stays_on_the_page(desk):
    one = desk(sample=True, page="wrap_up")
    one.page.show_location("actions")
    one.settle()
    ring = one.window.findChild(FocusRing)
    one.page.focus_start()
    one.press("Tab", "Tab")
    assert one.focus.accessibleName() == tr("wrap_up.actions.when")
    assert ring.isVisible()
    page = one.window.page_stack
    for _ in range(40):
        one.press("Tab")
        if one.page.isAncestorOf(one.focus) and ring.isVisible():
            assert ring.geometry().top() >= page.mapTo(one.window, page.rect().topLeft()).y()
