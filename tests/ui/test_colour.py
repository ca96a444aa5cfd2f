"""No state is distinguished by colour only: with a single hue, all remain distinguishable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.audience_pictures import a_wall, answer, pictures
from tests.helpers.controls import spoken_current
from tests.helpers.wall_paint import painted
from ui.pages.choose.rank_rows import rank_style, ranked
from ui.pages.solve.search_area import AnswersView
from ui.rows.cells import Icon, Tick
from ui.rows.row import Row
from ui.rows.view import RowsView
from ui.theme.audience_palette import audience_palette
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette
from ui.widgets.badge import Badge
from ui.widgets.check_button import ANSWER, CHIP, OPTION, SWITCH, TAB, CheckButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_action import KeyAction
from ui.widgets.labelled_field import LabelledField
from ui.widgets.text import Text
from ui.widgets.timer_display import TimerDisplay
from ui.window.audience_status import StatusChip
from ui.window.banners import NoticeBanner
from ui.window.rail_item import RailItem, RailState
from ui.window.save_indicator import SaveIndicator
from ui.window.schedule_indicator import ScheduleIndicator
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.audience_view import AudienceView, Solving, StepClock
from workshop_app.domain.facts.ranking import RankRow
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import language, set_language
from workshop_app.services.commands.appraising import AnswerCriterion
from workshop_app.services.commands.problems import AddProblem

LETTERS = (
    "accent", "accent_hover", "solution", "card", "request", "not_ours", "open", "danger", "focus",
)  # fmt: skip
AREAS = (
    "accent_soft", "solution_tint", "card_tint", "request_tint", "not_ours_tint", "open_tint",
    "warn", "late", "early", "hover",
)  # fmt: skip


def one_hue(palette: Palette) -> Palette:
    """The palette with one colour for all texts and shapes, and one for all backgrounds."""
    flat = dict.fromkeys(LETTERS, palette.ink) | dict.fromkeys(AREAS, palette.early)
    return palette._replace(name=f"one hue of {palette.name}", **flat)


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name, autouse=True)
def one_colour(request, qapp):
    before = language()
    set_language("ja")
    theme()._update(one_hue(request.param))
    yield
    theme()._update(LIGHT)
    set_language(before)


def picture(widget: QWidget, width: int = 0, height: int = 0) -> bytes:
    hint = widget.sizeHint()
    widget.resize(width or max(120, hint.width()), height or max(40, hint.height()))
    return as_bytes(widget.grab().toImage())


def as_bytes(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def spoken(widget: QWidget) -> str:
    """The accessible state of a widget: its name, and whether it is checked or selected."""
    told = QAccessible.queryAccessibleInterface(widget)
    state = told.state()
    return f"{told.text(QAccessible.Text.Name)} {bool(state.checked)} {bool(state.selected)}"


def all_differ(shown: dict[str, object]) -> None:
    for one, other in combinations(shown, 2):
        assert shown[one] != shown[other], f"{one} looks like {other}"


def told_apart(qtbot, make: dict[str, Callable[[], QWidget]], **size: int) -> None:
    """Check that every state looks and reads different from each other."""
    widgets = {name: each() for name, each in make.items()}
    for widget in widgets.values():
        qtbot.addWidget(widget)
    all_differ({name: picture(widget, **size) for name, widget in widgets.items()})
    all_differ({name: spoken(widget) for name, widget in widgets.items()})


@pytest.mark.parametrize("compact", [False, True])
def test_outcomes_by_their_shape(qtbot, compact):
    def badge(kind, word):
        return lambda: Badge(kind, word, compact=compact)

    told_apart(qtbot, {kind.value: badge(kind, "3") for kind in OutcomeKind})


def test_remaining_time(qtbot):
    def timer(seconds, state):
        def make():
            made = TimerDisplay("timer")
            made.show_time(seconds, state)
            return made

        return make

    told_apart(qtbot, {state: timer(61, state) for state in ("calm", "warn")})
    told_apart(qtbot, {"late": timer(1, "late"), "over": timer(-1, "late")})
    theme().set_desk(True)
    try:
        told_apart(qtbot, {state: timer(61, state) for state in ("calm", "warn", "late")})
    finally:
        theme().set_desk(False)


@pytest.mark.parametrize("seconds", [61, -61])
def test_remaining_time_on_the_audience_display(seconds):
    palette = one_hue(audience_palette(theme().palette))
    wall = a_wall(pictures()["list"], palette, (1280, 720))
    shown = {}
    for state in ("calm", "warn", "late"):
        clock = StepClock(seconds_left=seconds, state=state)
        shown[state] = as_bytes(painted(wall, 0, clock).image)
    all_differ(shown)


def test_schedule_indicator(qtbot):
    def pace(minutes):
        def make():
            made = ScheduleIndicator()
            made.show_pace(minutes)
            return made

        return make

    told_apart(qtbot, {"late": pace(3), "early": pace(-3), "on plan": pace(0)})


def test_steps_in_the_rail(qtbot):
    states = {
        "to do": RailState(),
        "current": RailState(current=True),
        "done": RailState(done=True),
        "left out": RailState(left_out=True),
        "current, lacks": RailState(current=True, missing="4"),
    }

    def item(name, state):
        def make():
            made = RailItem("選ぶ", number=5)
            made.show_state(state, name)
            return made

        return make

    told_apart(qtbot, {name: item(name, state) for name, state in states.items()}, width=88)


def test_save_indicator(qtbot):
    def sign(how):
        def make():
            made = SaveIndicator(KeyAction("Ctrl+Shift+T", lambda: None, QApplication.instance()))
            how(made)
            return made

        return make

    made = {
        "saved": sign(lambda made: made.show_saved(datetime.now())),
        "failed": sign(SaveIndicator.show_failed),
    }
    told_apart(qtbot, made, width=320)


def test_audience_status(qtbot):
    def chip(icon, words, kind):
        def make():
            made = StatusChip()
            made.show_state(icon, words, kind)
            return made

        return make

    told_apart(
        qtbot,
        {"seen": chip("screen", "会場用", "status"), "held": chip("pause", "固定中", "warning")},
    )


@pytest.mark.parametrize("shape", [SWITCH, CHIP, OPTION, TAB, ANSWER])
def test_what_is_chosen_with_a_switch_a_chip_an_answer_or_a_tab(qtbot, shape):
    def button(on):
        return lambda: CheckButton("青木", shape, "Alt+1", on=on)

    told_apart(qtbot, {"off": button(False), "on": button(True)})


def test_rows_that_are_chosen_ticked_or_in_hand(qtbot):
    rows = {
        "plain": (Row("1", "課題"), None),
        "in hand": (Row("1", "課題"), "1"),
        "chosen": (Row("1", "課題", chosen=True), None),
        "not ticked": (Row("1", "課題", before=(Tick(False),)), None),
        "ticked": (Row("1", "課題", before=(Tick(True),)), None),
    }
    shown = {}
    for name, (row, current) in rows.items():
        view = RowsView("room")
        qtbot.addWidget(view)
        view.resize(500, 160)
        view.set_rows((row, Row("2", "次")), current)
        shown[name] = as_bytes(view.grab().toImage())
    all_differ(shown)


def test_ranked_problems_that_are_worked_on(qtbot):
    shown = {}
    said = {}
    for chosen in (False, True):
        view = RowsView("room", rank_style)
        qtbot.addWidget(view)
        view.resize(800, 200)
        row = RankRow(id="1", number="1", text="課題", rank="1", votes=3, share=1, chosen=chosen,
                      leads=False)  # fmt: skip
        view.set_rows(ranked((row, row._replace(id="2", chosen=False))), "2")
        shown[str(chosen)] = as_bytes(view.grab().toImage())
        view.set_rows(ranked((row,)), "1")
        said[str(chosen)] = spoken_current(view)
    all_differ(shown)
    all_differ(said)


def test_chosen_answers(qtbot):
    shown = {}
    for chosen in (False, True):
        view = AnswersView()
        qtbot.addWidget(view)
        view.resize(900, 300)
        one = Row("1", "外形監視", before=(Tick(chosen),), chosen=chosen)
        view.show_rows((one, Row("2", "次", before=(Tick(False),))), "2")
        shown[str(chosen)] = as_bytes(view.grab().toImage())
    all_differ(shown)


def test_criteria_that_are_answered_in_hand_or_cannot_change_the_verdict(desk):
    one = desk(page="")
    problem = one.do(AddProblem("監視が足りない"))
    one.go("appraise")
    view = one.page.criteria
    shown = {}
    for name, number, given in (
        ("unanswered", 0, ""),
        ("in hand", 1, ""),
        ("answered", 0, "known"),
        ("Not needed", 0, "no"),
    ):
        if given:
            criterion = Criterion.CONCRETE if given == "no" else Criterion.WHO
            one.do(AnswerCriterion(problem, criterion, given))
        view.select(list(Criterion)[number])
        one.settle()
        shown[name] = as_bytes(view.grab().toImage())
    all_differ(shown)


def test_outcomes_and_choices_on_the_audience_display():
    """Each outcome has a different word and shape; a chosen answer has a tick."""
    seen = {}
    for kind in OutcomeKind:
        view = AudienceView(
            step="solve",
            picture=Solving(
                problem=pictures()["offers"].picture.problem,
                answer=replace(answer(1), outcome=kind),
            ),
        )
        wall = a_wall(view, audience_palette(theme().palette), (1280, 720))
        lines = [line for row in wall.slide.rows for line in row.lines]
        shapes = tuple(line.lead.name for line in lines if isinstance(line.lead, Icon))
        words = tuple(text.text for text in painted(wall, 0).texts)
        seen[kind.value] = (shapes, words)
    all_differ({kind: shapes for kind, (shapes, _) in seen.items()})
    all_differ({kind: words for kind, (_, words) in seen.items()})


def test_what_is_wrong_with_a_field_is_said_beside_it(qtbot):
    field = LabelledField("名前", limit=5)
    qtbot.addWidget(field)
    field.resize(500, 120)
    field.show()
    before = as_bytes(field.grab().toImage())
    field.field.setFocus()
    field.field.set_text("長すぎることば")
    field.flush()
    said = [text.text() for text in field.findChildren(Text) if text.isVisible()]
    assert any("5" in words for words in said)
    icons = [sign for sign in field.findChildren(IconLabel) if sign.isVisible()]
    assert icons
    assert as_bytes(field.grab().toImage()) != before


def test_what_went_wrong_is_a_sentence_with_a_sign(qtbot):
    strip = NoticeBanner()
    qtbot.addWidget(strip)
    strip.resize(900, 60)
    strip.say("保存できませんでした")
    assert strip.sentence == "保存できませんでした"
    assert any(not sign.isHidden() for sign in strip.findChildren(IconLabel))
