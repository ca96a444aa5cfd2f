"""Private mode with columns: the chosen problems at the left, the current one's outcomes right."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.controls import spoken_current
from tests.helpers.fitting import faults
from tests.helpers.solve_page import HOSTILE, problems_in, titles, view
from ui.components.problem_outline import ProblemOutline
from ui.components.side_panel import SidePanel
from ui.widgets.problem_tabs import ProblemTabs
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

SIZES = [(1366, 768), (1920, 1080)]


@pytest.fixture
def room(desk):
    return partial(problems_in, desk, private=True)


def outline(desk):
    return desk.page.columns.outline


def told(desk):
    return [piece.text for piece in desk.page.columns.panel.details.pieces]


def strip(desk):
    return desk.page.head.findChild(ProblemTabs)


def test_each_chosen_problem_is_listed_with_its_outcome(desk):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True)
    rows = outline(desk).view.rows
    assert [row.number for row in rows] == [str(p.number) for p in desk.state.chosen]
    words = {row.number: [tag.word for tag in row.tags] for row in rows}
    assert words["1"] == [tr("widgets.outcome.solution"), tr("widgets.outcome.card")]
    assert tr("desk.outline.done", n=5, total=5) in desk.seen()
    assert outline(desk).isVisible()
    assert not strip(desk).isVisible()


def test_click_and_keys_lead_to_another_problem(room):
    desk = room("一つ目の課題", "二つ目の課題", "三つ目の課題")
    view = outline(desk).view
    slot = view.slots[1]
    middle = QPoint(view.width() // 2, slot.top + slot.height // 2)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    desk.settle()
    assert desk.page.head.problem.text() == "二つ目の課題"
    assert view.current == 1
    assert desk.focus is desk.page.search.entry.field
    desk.press("Alt+Down")
    assert desk.page.head.problem.text() == "三つ目の課題"
    desk.press("Alt+Up", "Alt+Up")
    assert desk.page.head.problem.text() == "一つ目の課題"


def test_walking_the_list_keeps_the_keyboard_in_it(room):
    desk = room("一つ目の課題", "二つ目の課題")
    outline(desk).view.setFocus()
    desk.press("Down")
    assert desk.page.head.problem.text() == "二つ目の課題"
    assert desk.focus is outline(desk).view
    assert "二つ目の課題" in spoken_current(outline(desk).view)


def test_all_problems_are_one_key_away(desk):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True)
    desk.press("Alt+L")
    assert len(outline(desk).view.rows) == len(desk.state.listed)
    desk.press("Alt+L")
    assert len(outline(desk).view.rows) == len(desk.state.chosen)


def test_the_panel_shows_the_answer_its_steps_and_the_way(room):
    desk = room("内部のネットワーク機器の監視ができない")
    assert tr("solve.conclusion.open") in told(desk)
    assert outline(desk).view.rows[0].remark == tr("desk.outline.working")
    desk.write("snmp")
    wanted = titles(desk)[0]
    desk.press("Alt+1")
    (card,) = desk.state.cards
    solution = desk.window.answers.solution(card.catalogue_id)
    steps = solution.text("ja").first_steps
    assert told(desk)[1] == wanted
    assert [text for text in told(desk) if text in steps] == list(steps)
    way = next(text for text in told(desk) if "snmp" in text)
    assert wanted in way
    assert outline(desk).view.rows[0].tags[0].word == tr("widgets.outcome.solution")
    desk.press("Ctrl+Z")
    assert tr("solve.conclusion.open") in told(desk)


def test_projected_mode_has_neither(desk):
    desk = desk("ja", until=Step.SOLVE, page="solve")
    assert not desk.page.findChildren(ProblemOutline)
    assert not desk.page.findChildren(SidePanel)
    assert strip(desk).isVisible()


def test_a_narrow_window_keeps_the_strip_and_the_note(desk):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True, size=(1024, 768))
    assert not outline(desk).isVisible()
    assert strip(desk).isVisible()
    assert desk.page.notes.note.isVisible()
    assert not desk.page.columns.panel.details.isVisible()
    desk.window.resize(1366, 768)
    desk.settle()
    assert outline(desk).isVisible()
    assert not strip(desk).isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_hostile_words_are_read_page_by_page(room, size):
    desk = room(*HOSTILE, size=size)
    view = outline(desk).view
    assert faults(desk.window) == []
    for place in range(1, len(HOSTILE)):
        desk.press("Alt+Down")
        while view.current < place:
            desk.press("Alt+Down")
        assert place in [slot.row for slot in view.slots]
    assert faults(desk.window) == []


def test_with_nothing_to_do_neither_is_shown(desk):
    desk = desk(page="solve", private=True)
    assert not outline(desk).isVisible()
    assert not desk.page.columns.panel.isVisible()


@pytest.mark.parametrize(("size", "all_told"), [((1366, 768), False), ((1920, 1080), True)])
def test_candidates_show_their_reasons_if_there_is_space(desk, size, all_told):
    desk = desk("ja", until=Step.SOLVE, page="solve", private=True, size=size)
    desk.write("スイッチ 通信量")
    shown = view(desk)
    closed = [
        slot for slot in shown.slots
        if slot.row != shown.current and shown.rows[slot.row].outcome is None and slot.begins
    ]  # fmt: skip
    assert closed
    told = [shown._layout(slot.row).lines > shown._layout(slot.row).title_lines for slot in closed]
    assert told == [all_told] * len(closed)
    assert faults(desk.window) == []
