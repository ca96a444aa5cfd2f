"""The agenda section: predefined and own plans, and the time spent on the steps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.pages.prepare.minutes_line import MinutesLine
from ui.widgets.agenda_blocks import shift_in_steps
from workshop_app import paths, settings
from workshop_app.domain.agenda import TEMPLATES, minutes_in_order, plan_of, spent_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda, BookTime
from workshop_app.services.commands.workshops import EditWorkshop


@pytest.fixture
def agenda(desk):
    def opened(**options):
        one = desk(page="prepare", **options)
        one.page.lines.go("agenda")
        one.settle()
        one.agenda = one.page.sections["agenda"]
        one.blocks = one.page.lines.minutes.blocks
        return one

    yield opened
    paths.settings_path().unlink(missing_ok=True)


def plan(desk):
    return plan_of(desk.state.agenda)


def spend(desk, step, seconds):
    item = next(item.id for item in desk.state.agenda if item.step == step)
    desk.do(BookTime(item, seconds))


def test_without_an_agenda_nothing_is_offered(agenda):
    line = MinutesLine(agenda().window, "room", lambda: None)
    assert line.offered() == {}


@pytest.mark.parametrize(("key", "whole"), [("1", 60), ("2", 90), ("3", 120), ("4", 180)])
def test_a_ready_plan_is_one_key_and_one_step_back(agenda, key, whole):
    desk = agenda()
    desk.press("Up")
    before = plan(desk)
    desk.press("Alt+L", f"Alt+{key}")
    assert plan(desk) == TEMPLATES[whole]
    assert desk.page.section.NAME == "lines"
    assert tr("time.minutes", n=whole) in desk.seen()
    desk.press("Ctrl+Z")
    assert plan(desk) == before


def test_one_s_own_plan_is_kept_by_name_for_the_next_workshop(agenda):
    desk = agenda()
    desk.press("Up", "Up")
    own = plan(desk)
    desk.press("Alt+L", "Alt+N")
    desk.write("初回")
    desk.press("Return")
    assert list(settings.load(paths.settings_path()).agendas) == ["初回"]
    desk.press("Alt+1")
    assert plan(desk) != own
    assert desk.page.section.NAME == "lines"
    desk.press("Alt+L", "Alt+5")
    assert plan(desk) == own
    again = agenda()
    again.window.settings.agendas = settings.load(paths.settings_path()).agendas
    again.window.rebuild()
    again.press("Alt+L", "Alt+5")
    assert plan(again) == own


def test_the_same_name_replaces_and_a_sixth_is_refused_in_words(agenda):
    desk = agenda()
    desk.press("Alt+L")
    for name in ("a", "b", "c", "d", "e", "a", "f"):
        desk.press("Alt+N")
        desk.write(name)
        desk.press("Return")
    assert list(desk.window.settings.agendas) == ["a", "b", "c", "d", "e"]
    assert desk.window.notice_banner.sentence == tr("time.too_many", n=5)
    assert desk.agenda.name.text() == "f"


def test_one_s_own_plan_can_be_removed(agenda):
    desk = agenda()
    desk.press("Alt+L", "Alt+N")
    desk.write("初回")
    desk.press("Return")
    remove = next(
        button
        for button in desk.agenda.findChildren(type(desk.window.bar.home))
        if button.text() == tr("time.forget", name="初回")
    )
    remove.click()
    desk.settle()
    assert settings.load(paths.settings_path()).agendas == {}
    assert [button.text() for button in desk.agenda.buttons] == [
        tr("time.minutes", n=whole) for whole in TEMPLATES
    ]


def test_escape_leads_back_to_the_lines(agenda):
    desk = agenda()
    desk.press("Alt+L")
    assert desk.page.section is desk.agenda
    desk.press("Escape")
    assert desk.page.section is desk.page.lines
    assert desk.window.page_name == "prepare"


def test_a_name_that_is_converted_is_not_kept_before_its_end(agenda):
    desk = agenda()
    desk.press("Alt+L", "Alt+N")
    desk.convert("しょかい")
    desk.press("Return")
    assert desk.window.settings.agendas == {}
    desk.write("初回")
    desk.press("Return")
    assert list(desk.window.settings.agendas) == ["初回"]


def test_minutes_spent_are_beside_the_plan_and_can_be_cleared(agenda):
    desk = agenda()
    desk.page.show_section("agenda")
    assert not desk.agenda.clear.isVisible()
    spend(desk, Step.LIST, 1500)
    spend(desk, Step.PREPARE, 40)
    assert tr("time.clear", n=26) in desk.seen()
    desk.press("Escape")
    spoken = desk.blocks.accessibleName()
    assert tr("time.spent.spoken", name=tr("steps.name.list"), planned=20, n=25) in spoken
    assert tr("time.spent.spoken", name=tr("steps.name.prepare"), planned=0, n=1) in spoken
    desk.press("Alt+L", "Alt+X")
    assert not any(spent_of(desk.state.agenda).values())
    assert not desk.agenda.clear.isVisible()
    desk.press("Ctrl+Z")
    assert spent_of(desk.state.agenda)[Step.LIST] == 1500


def pull(blocks, index: int, minutes: float, *, drop: bool = True) -> None:
    """Drag the gap after the block at `index` by as many pixels as these minutes are wide."""
    start = QPoint(round(blocks.gap(index)), blocks.block_height() // 2)
    by = round(minutes * blocks.minute_width())
    QTest.mouseMove(blocks, start)
    QTest.mousePress(blocks, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(blocks, start + QPoint(by // 2, 0))
    QTest.mouseMove(blocks, start + QPoint(by, 0))
    if drop:
        QTest.mouseRelease(blocks, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


@pytest.mark.parametrize(("dragged", "minutes"), [(6, 5), (-4, -5), (8, 10)])
def test_minutes_are_moved_to_the_neighbour_in_fives(agenda, words, private, dragged, minutes):
    desk = agenda(words=words, private=private)
    before = plan(desk)
    shown = [step for step, planned in before.items() if planned]
    pull(desk.blocks, 1, dragged)
    desk.settle()
    after = plan(desk)
    assert after[shown[1]] == before[shown[1]] + minutes
    assert after[shown[2]] == before[shown[2]] - minutes
    assert sum(after.values()) == sum(before.values())
    assert str(abs(minutes)) in desk.window._toast.sentence
    desk.press("Ctrl+Z")
    assert plan(desk) == before


def test_the_mouse_leaves_each_step_some_minutes_and_escape_all_of_them(agenda):
    desk = agenda()
    before = plan(desk)
    pull(desk.blocks, 0, 5, drop=False)
    QTest.keyClick(desk.blocks, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.blocks, Qt.MouseButton.LeftButton)
    assert plan(desk) == before
    pull(desk.blocks, 0, 500)
    desk.settle()
    shown = [step for step, planned in before.items() if planned]
    assert plan(desk)[shown[1]] == 5
    assert sum(plan(desk).values()) == sum(before.values())


@pytest.mark.parametrize(
    ("before", "after", "wanted", "gained"),
    [(20, 15, 3, 5), (23, 32, 1, 2), (23, 32, -9, -8), (3, 4, 9, 0), (20, 15, -99, -15)],
)
def test_dragged_minutes_become_multiples_of_five(before, after, wanted, gained):
    assert shift_in_steps(before, after, wanted) == gained


@pytest.mark.parametrize("typed", ["25", "２５"])
def test_a_click_on_a_block_selects_its_minutes_and_typing_replaces_them(agenda, typed):
    desk = agenda()
    field = desk.blocks.fields[1]
    desk.tap(field.field.viewport())
    desk.write(typed)
    desk.press("Tab")
    assert desk.focus is desk.blocks.fields[2].field
    assert plan(desk)[Step.LIST] == 25
    desk.write("abc")
    desk.press("Tab")
    assert tr("widgets.count.wrong", most=600) in desk.seen()
    assert tr("prepare.wrong", field=tr("steps.name.sort")) in desk.seen()
    assert tr("prepare.complete") not in desk.seen()


def test_the_current_plan_is_marked(agenda):
    desk = agenda()
    desk.page.show_section("agenda")
    section = desk.page.section

    def marked():
        return [each.text() for each in section.buttons if each.icon_name == "check"]

    for whole in (90, 180):
        desk.do(ApplyAgenda(tuple(minutes_in_order(TEMPLATES[whole]))))
        assert marked() == [tr("time.minutes", n=whole)]
    desk.do(ApplyAgenda((0,) * len(Step)))
    assert not marked()
    desk.page.show_section("lines")
    desk.settle()
    assert tr("prepare.complete") not in desk.seen()
    assert tr("prepare.hint.no_times") in desk.seen()


def test_an_agenda_that_is_too_long_is_fitted_by_one_click_or_key(agenda, by_mouse):
    desk = agenda()
    for field, value in (("start_time", "14:00"), ("end_time", "15:00")):
        desk.do(EditWorkshop(desk.state.workshop.id, field, value))
    before = plan(desk)
    if by_mouse:
        desk.click(tr("prepare.hint.fit", n=60))
    else:
        desk.press("Alt+Y")
    assert plan(desk) == TEMPLATES[60]
    assert tr("prepare.hint.fit", n=60) not in desk.seen()
    desk.press("Ctrl+Z")
    assert plan(desk) == before


def test_the_whole_time_in_the_margin_leads_to_the_plans(agenda):
    one = agenda()
    minutes = one.page.section.minutes
    one.tap(minutes.label)
    assert one.page.section.NAME == "agenda"


@pytest.mark.parametrize("times", [("", ""), ("14:00", ""), ("14:00", "16:00"), ("14:00", "13:00")])
def test_an_agenda_that_fits_or_cannot_be_compared_is_left_alone(agenda, times):
    desk = agenda()
    for field, value in zip(("start_time", "end_time"), times, strict=True):
        desk.do(EditWorkshop(desk.state.workshop.id, field, value))
    before = plan(desk)
    desk.press("Alt+Y")
    assert plan(desk) == before
