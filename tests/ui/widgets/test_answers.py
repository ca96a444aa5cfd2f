"""Segments, chips, tabs and switch, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.needed_size import needed_size
from tests.helpers.painted import painted_texts
from ui.theme.theme import theme
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.check_group import CheckButtons, Option, Rule
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import finish_layouts
from ui.widgets.entry_line import EntryLine
from ui.widgets.menu import window_menu
from ui.widgets.problem_tabs import ProblemTab, ProblemTabs
from ui.widgets.segments import Segments
from ui.widgets.tabs import TAB_INSET, Tabs
from ui.widgets.tool_tip import plain_tip
from workshop_app.domain.outcome import OutcomeKind

ANSWERS = [Option("yes", "はい"), Option("partly", "あと少し"), Option("no", "いいえ")]
WHO = ["青木", "石川", "上田", "江藤", "小野", "加瀬", "木村", "久保", "小出", "佐藤"]
NAMES = [Option(*each) for each in enumerate(WHO)]


@pytest.fixture
def choice(show):
    made = Segments("具体的か", ANSWERS)
    show(made)
    made.setFocus()
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def test_digits_and_arrows_choose(choice):
    QTest.keyClick(choice, Qt.Key.Key_2)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    QTest.keyClick(choice, Qt.Key.Key_9)
    assert choice.told == ["partly", "no", "no"]


def test_a_click_chooses_and_the_answer_is_spoken(choice):
    assert "未回答" in choice.accessibleName()
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert choice.told == ["yes"]
    assert choice.accessibleName() == "具体的か：はい"


def test_showing_an_answer_signals_nothing(choice):
    choice.set_value("no")
    assert (choice.value(), choice.told) == ("no", [])
    choice.set_value(None)
    assert choice.value() is None


def test_a_disabled_choice_does_not_choose(choice):
    choice.setEnabled(False)
    choice.choose_number(1)
    assert choice.told == []


def test_long_answers_wrap_inside_their_segment(show):
    long = Segments(
        "When",
        [Option(1, "Within the next six months"), Option(2, "Urgently"), Option(3, "One day")],
    )
    window = show(long, width=520)
    assert long.height() > Segments("x", ANSWERS).sizeHint().height()
    assert faults(window) == []


@pytest.fixture
def chips(show):
    made = CheckLine("話した人", nobody="名前なし")
    made.entry = EntryLine("課題")
    show(made, made.entry)
    made.set_keys([f"Alt+{n}" for n in range(1, 10)], "Alt+0")
    made.set_options(NAMES, 3)
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def test_numbers_choose_names_and_the_keys_of_a_page_are_shown(chips):
    assert [chip.key for chip in chips._chips][:9] == [f"Alt+{n}" for n in range(1, 10)]
    assert chips._nobody.key == "Alt+0"
    assert chips.choose_number(1)
    assert chips.choose_number(9)
    assert not chips.choose_number(len(NAMES) + 1)
    chips.choose_nobody()
    assert chips.told == [0, 8, None]


def test_the_chosen_name_is_always_seen(chips):
    for who in NAMES:
        chips.set_value(who.value)
        finish_layouts()
        assert [c.text() for c in chips._chips if c.isVisible() and c.isChecked()] == [who.text]
    assert chips.told == []


def test_names_that_do_not_fit_are_in_a_menu(chips, qtbot):
    chips.setFixedWidth(chips.minimumSizeHint().width() + 120)
    finish_layouts()
    hidden = [c.text() for c in chips._chips if not c.isVisible()]
    assert hidden
    chips._others.click()
    items = window_menu(chips).items
    assert [item.text() for item in items] == hidden
    items[-1].click()
    assert NAMES[chips.told[0]].text == hidden[-1]


def test_chips_are_whole(chips):
    assert faults(chips.window()) == []


@pytest.fixture
def strip(show):
    made = ProblemTabs("選んだ課題")
    show(made)
    items = [ProblemTab(f"p{n}", str(n), (OutcomeKind.OPEN,)) for n in range(1, 6)]
    made.set_items(items, "p2")
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def test_it_goes_through_the_problems_and_stops_at_the_ends(strip):
    assert [strip.go(by) for by in (1, 1, 1, 1, -1)] == [True, True, True, False, True]
    assert strip.told == ["p3", "p4", "p5", "p4"]
    assert "4、未定" in strip.accessibleName()


def test_a_click_goes_to_a_problem(strip):
    strip.grab()
    box = dict(strip._boxes)[0]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert strip.told == ["p1"]


def test_a_long_strip_shows_the_current_problem_at_any_width(show):
    strip = ProblemTabs("選んだ課題")
    items = [ProblemTab(f"p{n}", str(n)) for n in range(1, 41)]
    show(strip, width=500)
    for current in ("p1", "p20", "p40"):
        strip.set_items(items, current)
        strip.grab()
        numbers = [items[n].id for n, _ in strip._boxes]
        assert current in numbers
        assert all(box.right() <= strip.width() and box.left() >= 0 for _, box in strip._boxes)


def test_a_switch_names_its_effect_and_signals_changes(show, qtbot):
    switch = CheckButton("名前は載せません", SWITCH, on=True)
    show(switch)
    with qtbot.waitSignal(switch.toggled) as told:
        QTest.keyClick(switch, Qt.Key.Key_Space)
    assert told.args == [False]
    assert switch.accessibleName() == "名前は載せません"


@pytest.mark.parametrize("width", [260, 330, 420, 600])
def test_chips_are_whole_in_a_narrow_place_and_nobody_moves_into_the_menu(show, width):
    chips = CheckLine("話した人", nobody="名前なし")
    window = show(chips, width=width)
    chips.set_options(NAMES, 3)
    assert faults(window) == []
    assert [c.text() for c in chips._chips if c.isVisible() and c.isChecked()] == ["江藤"]
    if not chips._nobody.isVisible():
        chips._others.click()
        window_menu(chips).items[-1].click()
        assert chips.value() is None


def test_a_name_that_would_fill_the_line_is_whole_in_the_tool_tip(show):
    chips = CheckLine("話した人", nobody="名前なし")
    window = show(chips)
    chips.set_options([Option(1, "寿限無" * 30)], 1)
    assert chips._chips[0].toolTip() == plain_tip("寿限無" * 30)
    assert faults(window) == []


def test_in_large_text_segments_take_rows_and_are_hit_there(show):
    theme().set_text_scale(2.0)
    made = Segments("節", [Option(n, f"節の名前 {n}") for n in range(5)], role="body")
    told = []
    made.chosen.connect(told.append)
    show(made, width=460)
    assert made.width() <= 460
    assert made.height() >= 2 * theme().metrics.target
    for point in (QPoint(10, 10), QPoint(10, made.height() - 10)):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(
        made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 10, made.height() - 10)
    )
    assert told == [0, 3]
    needed = needed_size(made)
    assert needed.width() <= made.width()
    assert needed.height() <= made.height()


def test_a_row_is_as_high_as_its_own_longest_answer_and_hit_there(show):
    words = (
        "Customer and the date",
        "People",
        "Ways",
        "Systems",
        "Agenda",
        "List",
        "Opening",
        "Files",
    )
    made = Segments("Part", [Option(word, word) for word in words], role="body")
    show(made, width=580)
    first = made.segment(0)
    last = made.segment(len(words) - 1)
    assert first.height() > last.height() > 0
    assert last.bottom() == made.height()
    for number, word in enumerate(words):
        place = made.segment(number).center().toPoint()
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=place)
        assert made.value() == word
    assert faults(made.window()) == []


def test_tabs_are_as_wide_as_their_words_and_a_click_beside_them_does_nothing(show):
    made = Tabs("節", [Option(word, word) for word in ("顧客", "参加者", "進行表")], role="body")
    made.set_value("顧客")
    told = []
    made.chosen.connect(told.append)
    show(made, width=900)
    words = {text.words: text.box for text in painted_texts(made.window())}
    assert words["顧客"].left() == pytest.approx(made.x() + TAB_INSET, abs=1)
    for place in (words["参加者"].center(), QPointF(800, 10)):
        QTest.mouseClick(
            made, Qt.MouseButton.LeftButton, pos=(place - QPointF(made.pos())).toPoint()
        )
    assert told == ["参加者"]
    assert faults(made.window()) == []


def test_the_label_goes_where_all_names_fit_without_it(qtbot):
    chips = CheckLine("誰が話したか", nobody="名前なし")
    chips.set_options([Option(n, f"参加者{n}") for n in range(4)])
    qtbot.addWidget(chips)
    chips.show()
    whole = sum(chip.sizeHint().width() + 8 for chip in chips._chips)
    for more, labelled in ((300, True), (chips._nobody.sizeHint().width(), False)):
        chips.resize(whole + more, 40)
        QApplication.processEvents()
        assert chips._label.isVisible() is labelled
        assert all(chip.isVisible() for chip in chips._chips)
        assert not chips._others.isVisible()


def test_with_the_mouse_the_counts_at_the_ends_lead_to_what_is_behind_them(show):
    strip = ProblemTabs("選んだ課題")
    items = [ProblemTab(f"p{n}", str(n)) for n in range(1, 41)]
    show(strip, width=500)
    strip.set_items(items, "p20")
    strip.told = []
    strip.chosen.connect(strip.told.append)
    strip.grab()
    first = strip._boxes[0][0]
    last = strip._boxes[-1][0]
    places = [box.center().toPoint() for _, box in strip._more]
    assert len(places) == 2
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=places[1])
    assert strip.told == [items[last + 1].id]
    strip.set_items(items, "p20")
    strip.grab()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=places[0])
    assert strip.told[1:] == [items[first - 1].id]
    strip.grab()
    assert first - 1 in [number for number, _ in strip._boxes]


@pytest.mark.parametrize(
    ("rule", "left"),
    [(Rule.ONE, ["no"]), (Rule.AT_MOST_ONE, []), (Rule.SET_BY_PAGE, ["yes", "partly"])],
)
def test_the_rule_says_what_is_checked_after_a_choice(show, rule, left):
    made = CheckButtons("具体的か", ANSWERS, rule=rule)
    show(made)
    told = []
    made.chosen.connect(told.append)
    made.set_checked(("yes", "partly") if rule is Rule.SET_BY_PAGE else ("yes",))
    buttons = made.findChildren(CheckButton)
    for button in (buttons[2], buttons[2]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["no", "no"]
    assert [each.value for each in ANSWERS if made.is_checked(each)] == left
    assert [button.isChecked() for button in buttons] == [a.value in left for a in ANSWERS]
