"""The agenda section: predefined and own plans, and the time spent on the steps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from workshop_app import paths, settings
from workshop_app.domain.agenda import TEMPLATES, plan_of, spent_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import BookTime


@pytest.fixture
def agenda(desk):
    def opened(**options):
        one = desk(page="prepare", **options)
        one.page.show_section("agenda")
        one.settle()
        one.agenda = one.page.sections["agenda"]
        return one

    yield opened
    paths.settings_path().unlink(missing_ok=True)


def plan(desk):
    return plan_of(desk.state.agenda)


def spend(desk, step, seconds):
    item = next(item.id for item in desk.state.agenda if item.step == step)
    desk.do(BookTime(item, seconds))


@pytest.mark.parametrize(("key", "whole"), [("1", 60), ("2", 90), ("3", 120), ("4", 180)])
def test_a_ready_plan_is_one_key_and_one_step_back(agenda, key, whole):
    desk = agenda()
    field = desk.agenda._fields[desk.state.agenda[1].id]
    field.change_by(5)
    before = plan(desk)
    desk.press("Alt+L", f"Alt+{key}")
    assert plan(desk) == TEMPLATES[whole]
    assert tr("prepare.agenda_total", n=whole) in desk.seen()
    desk.press("Ctrl+Z")
    assert plan(desk) == before


def test_one_s_own_plan_is_kept_by_name_for_the_next_workshop(agenda):
    desk = agenda()
    desk.agenda._fields[desk.state.agenda[2].id].change_by(10)
    own = plan(desk)
    desk.press("Alt+L", "Alt+N")
    desk.write("初回")
    desk.press("Return")
    assert list(settings.load(paths.settings_path()).agendas) == ["初回"]
    desk.press("Alt+1")
    assert plan(desk) != own
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
    assert desk.agenda.plans.name.text() == "f"


def test_one_s_own_plan_can_be_removed(agenda):
    desk = agenda()
    desk.press("Alt+L", "Alt+N")
    desk.write("初回")
    desk.press("Return")
    remove = next(
        button
        for button in desk.agenda.plans.findChildren(type(desk.window.bar.home))
        if button.text() == tr("time.forget", name="初回")
    )
    remove.click()
    desk.settle()
    assert settings.load(paths.settings_path()).agendas == {}
    assert [button.text() for button in desk.agenda.plans._buttons] == [
        tr("time.minutes", n=whole) for whole in TEMPLATES
    ]


def test_escape_leads_back_to_the_fields(agenda):
    desk = agenda()
    desk.press("Alt+L")
    assert not desk.agenda._fields_area.isVisible()
    desk.press("Escape")
    assert desk.agenda._fields_area.isVisible()
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
    assert not desk.agenda.clear.isVisible()
    spend(desk, Step.LIST, 1500)
    spend(desk, Step.PREPARE, 40)
    assert tr("time.clear", n=26) in desk.seen()
    spoken = desk.agenda.bars.accessibleName()
    assert tr("time.spent.spoken", name=tr("steps.name.list"), planned=20, n=25) in spoken
    assert tr("time.spent.spoken", name=tr("steps.name.prepare"), planned=0, n=1) in spoken
    desk.press("Alt+X")
    assert not any(spent_of(desk.state.agenda).values())
    assert not desk.agenda.clear.isVisible()
    desk.press("Ctrl+Z")
    assert spent_of(desk.state.agenda)[Step.LIST] == 1500


def pull(bars, place: int, pixels: int, *, drop: bool = True) -> None:
    """Drag the gap after the bar at `place` by this many pixels."""
    widths = bars._widths()
    x = sum(widths[: place + 1]) + 6 * (place + 1) - 3
    start = QPoint(round(x), bars.height() // 3)
    QTest.mouseMove(bars, start)
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bars, start + QPoint(pixels // 2, 0))
    QTest.mouseMove(bars, start + QPoint(pixels, 0))
    if drop:
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=start + QPoint(pixels, 0))


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("minutes", [5, -5])
def test_minutes_are_moved_to_the_neighbour_with_the_mouse(agenda, words, private, minutes):
    desk = agenda(words=words, private=private)
    bars = desk.agenda.bars
    before = plan(desk)
    shown = [step for step, planned in before.items() if planned]
    pull(bars, 1, round(minutes * 1.2 * bars._minute_width()))
    desk.settle()
    after = plan(desk)
    assert after[shown[1]] == before[shown[1]] + minutes
    assert after[shown[2]] == before[shown[2]] - minutes
    assert sum(after.values()) == sum(before.values())
    assert str(abs(minutes)) in desk.window._toast.sentence
    desk.press("Ctrl+Z")
    assert plan(desk) == before


def test_the_mouse_leaves_each_step_a_minute_and_escape_all_of_them(agenda):
    desk = agenda()
    before = plan(desk)
    pull(desk.agenda.bars, 0, 20, drop=False)
    QTest.keyClick(desk.agenda.bars, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.agenda.bars, Qt.MouseButton.LeftButton)
    assert plan(desk) == before
    pull(desk.agenda.bars, 0, 5000)
    desk.settle()
    shown = [step for step, planned in before.items() if planned]
    assert plan(desk)[shown[1]] == 1
    assert sum(plan(desk).values()) == sum(before.values())
