"""The content of the page: nothing cut, nothing private, fast with much data."""

import pytest
from PySide6.QtGui import QAccessible

from tests.helpers.qr_code import is_whole
from tests.helpers.solve_page import open_row, titles, view
from tests.helpers.visible import visible_widgets
from ui.widgets.check_button import CheckButton
from ui.widgets.qr_code import QrCode
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


def test_the_words_follow_the_language(desk):
    desk = desk("en", until=Step.SOLVE, page="solve")
    assert "check-ping (ping response)" in titles(desk)
    assert open_row(desk).opened[0].text == "Use snmpget: does the OID return a value?"


@pytest.mark.every_value
def test_all_that_was_decided_is_on_the_first_page_if_it_fits(desk, language):
    desk = desk(language, until=Step.SOLVE, page="solve")
    assert view(desk).rows_before() == 0
    desk.resize(1024, 720)
    desk.resize(1366, 768)
    assert view(desk).rows_before() == 0


@pytest.mark.parametrize("size", [(1024, 700), *SIZES])
def test_the_code_of_an_answer_is_whole_below_a_long_problem(room, size, language):
    said = {
        "ja": "夜中のアラートが多すぎて、大事なものを見落とす" * 2,
        "en": "Too many alerts " * 6,
    }
    desk = room(said[language], words=language, size=size)
    desk.press("Alt+D")
    (code,) = visible_widgets(desk.window, QrCode)
    assert is_whole(code)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1366, 768)])
def test_the_private_note_has_one_name(desk, size):
    desk = desk(until=Step.SOLVE, page="solve", private=True, size=size)
    if not desk.page.side.note.isVisible():
        assert desk.window.bar.audience_status.lock.text() == tr("widgets.problem_side.way")
        desk.press("Ctrl+I")
        desk.window.bar.audience_status.lock.hide()  # it names the same note
    named = [line for line in desk.seen().splitlines() if "手元のメモ" in line]
    assert named == [tr("widgets.problem_side.note")]


def test_a_screen_reader_gets_each_problem_as_a_tab_that_can_be_selected(desk):
    desk = desk(until=Step.SOLVE, page="solve")
    tabs = visible_widgets(desk.page.head, CheckButton)
    spoken = [QAccessible.queryAccessibleInterface(each) for each in tabs]
    assert {each.role() for each in spoken} == {QAccessible.Role.PageTab}
    assert {each.parent().role() for each in spoken} == {QAccessible.Role.PageTabList}
    numbers = [str(problem.number) for problem in desk.state.chosen]
    assert len(tabs) == len(numbers)
    for number, each in zip(numbers, spoken, strict=True):
        each.actionInterface().doAction("Press")
        desk.settle()
        assert number in each.text(QAccessible.Text.Name)
        assert [one.state().selected for one in spoken].count(1) == 1
        assert each.state().selected
        assert desk.page.head.problem.text() == desk.state.chosen[numbers.index(number)].title
