"""Answers, chips, tabs and switch, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.needed_size import needed_size
from tests.helpers.painted import painted_texts
from ui.theme.theme import theme
from ui.widgets.check_button import SWITCH, TAB, CheckButton
from ui.widgets.check_group import CheckButtons, Option, Rule
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import finish_layouts
from ui.widgets.entry_line import EntryLine
from ui.widgets.menu import window_menu
from ui.widgets.tool_tip import plain_tip

ANSWERS = [Option("yes", "はい"), Option("partly", "あと少し"), Option("no", "いいえ")]
WHO = ["青木", "石川", "上田", "江藤", "小野", "加瀬", "木村", "久保", "小出", "佐藤"]
NAMES = [Option(*each) for each in enumerate(WHO)]


@pytest.fixture
def choice(show):
    made = CheckButtons("具体的か", ANSWERS)
    show(made)
    made.setFocus()
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def test_digits_and_arrows_choose(choice):
    for key in (Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_9):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert choice.told == ["partly", "no"]


def test_a_click_chooses_and_a_double_click_chooses_once(choice):
    QTest.mouseClick(choice.buttons[0], Qt.MouseButton.LeftButton)
    assert choice.told == ["yes"]
    assert [button.isChecked() for button in choice.buttons] == [True, False, False]
    QTest.mouseClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseDClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseRelease(choice.buttons[1], Qt.MouseButton.LeftButton)
    assert choice.told == ["yes", "partly"]
    assert choice.accessibleName() == "具体的か"


def test_showing_an_answer_signals_nothing(choice):
    choice.set_value("no")
    assert (choice.value(), choice.told) == ("no", [])
    choice.set_value(None)
    assert choice.value() is None
    assert not any(button.isChecked() for button in choice.buttons)


def test_a_disabled_choice_does_not_choose(choice):
    choice.setEnabled(False)
    choice.choose_number(1)
    assert choice.told == []


def test_answers_that_do_not_fit_on_one_line_are_on_the_next(show):
    words = ("Within the next six months", "Urgently", "One day")
    long = CheckButtons("When", [Option(word, word) for word in words])
    window = show(long, width=320)
    assert long.buttons[0].y() < long.buttons[1].y()
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
    assert [chip.key for chip in chips.buttons][:9] == [f"Alt+{n}" for n in range(1, 10)]
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
        assert [c.text() for c in chips.buttons if c.isVisible() and c.isChecked()] == [who.text]
    assert chips.told == []


def test_names_that_do_not_fit_are_in_a_menu(chips, qtbot):
    chips.setFixedWidth(chips.minimumSizeHint().width() + 120)
    finish_layouts()
    hidden = [c.text() for c in chips.buttons if not c.isVisible()]
    assert hidden
    chips._others.click()
    items = window_menu(chips).items
    assert [item.text() for item in items] == hidden
    items[-1].click()
    assert NAMES[chips.told[0]].text == hidden[-1]


def testbuttons_are_whole(chips):
    assert faults(chips.window()) == []


@pytest.fixture
def tabs(show):
    made = CheckLine("選んだ課題", shape=TAB, at_end=True)
    show(made, width=500)
    made.set_options([Option(f"p{n}", str(n), (("check", "accent"),)) for n in range(1, 41)], "p2")
    made.told = []
    made.chosen.connect(made.told.append)
    finish_layouts()
    return made


def test_it_goes_through_the_problems_and_stops_at_the_ends(tabs):
    tabs.set_options(tabs.options[:5], "p2")
    assert [tabs.choose_beside(by) for by in (1, 1, 1, 1, -1)] == [True, True, True, False, True]
    assert tabs.told == ["p3", "p4", "p5", "p4"]


def test_the_current_problem_is_seen_and_the_others_are_in_the_menu(tabs):
    for current in ("p1", "p20", "p40"):
        tabs.set_value(current)
        finish_layouts()
        seen = [button for button in tabs.buttons if button.isVisible()]
        assert [button.text() for button in seen if button.isChecked()] == [current[1:]]
        assert all(b.x() >= 0 and b.geometry().right() <= tabs.width() for b in seen)
        assert len(seen) > 5
    assert faults(tabs.window()) == []
    tabs._others.click()
    window_menu(tabs).items[-1].click()
    assert tabs.told == ["p39"]


def test_a_switch_names_its_effect_and_signals_changes(show, qtbot):
    switch = CheckButton("名前は載せません", SWITCH, on=True)
    show(switch)
    with qtbot.waitSignal(switch.toggled) as told:
        QTest.keyClick(switch, Qt.Key.Key_Space)
    assert told.args == [False]
    assert switch.accessibleName() == "名前は載せません"


@pytest.mark.parametrize("width", [260, 330, 420, 600])
def testbuttons_are_whole_in_a_narrow_place_and_nobody_moves_into_the_menu(show, width):
    chips = CheckLine("話した人", nobody="名前なし")
    window = show(chips, width=width)
    chips.set_options(NAMES, 3)
    assert faults(window) == []
    assert [c.text() for c in chips.buttons if c.isVisible() and c.isChecked()] == ["江藤"]
    if not chips._nobody.isVisible():
        chips._others.click()
        window_menu(chips).items[-1].click()
        assert chips.value() is None


def test_a_name_that_would_fill_the_line_is_whole_in_the_tool_tip(show):
    chips = CheckLine("話した人", nobody="名前なし")
    window = show(chips)
    chips.set_options([Option(1, "寿限無" * 30)], 1)
    assert chips.buttons[0].toolTip() == plain_tip("寿限無" * 30)
    assert faults(window) == []


def test_in_large_text_answers_take_several_lines(show):
    theme().set_text_scale(2.0)
    made = CheckButtons("節", [Option(n, f"節の名前 {n} は長い言葉です") for n in range(3)])
    show(made, width=300)
    needed = needed_size(made.buttons[0])
    assert needed.width() <= made.buttons[0].width() <= made.width()
    assert made.buttons[0].height() >= needed.height() > theme().metrics.target
    assert faults(made.window()) == []


def test_tabs_are_as_wide_as_their_words_and_a_click_beside_them_does_nothing(show):
    names = [Option(word, word) for word in ("顧客", "参加者", "進行表")]
    made = CheckButtons("節", names, shape=TAB)
    made.set_value("顧客")
    told = []
    made.chosen.connect(told.append)
    show(made, width=900)
    words = {text.words: text.box for text in painted_texts(made.window())}
    assert words["参加者"].left() - words["顧客"].right() < 40
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(800, 10))
    assert told == []
    QTest.mouseClick(made.buttons[1], Qt.MouseButton.LeftButton)
    assert told == ["参加者"]
    assert faults(made.window()) == []


def test_the_label_goes_where_all_names_fit_without_it(qtbot):
    chips = CheckLine("誰が話したか", nobody="名前なし")
    chips.set_options([Option(n, f"参加者{n}") for n in range(4)])
    qtbot.addWidget(chips)
    chips.show()
    whole = sum(chip.sizeHint().width() + 8 for chip in chips.buttons)
    for more, labelled in ((300, True), (chips._nobody.sizeHint().width(), False)):
        chips.resize(whole + more, 40)
        QApplication.processEvents()
        assert chips._label.isVisible() is labelled
        assert all(chip.isVisible() for chip in chips.buttons)
        assert not chips._others.isVisible()


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
