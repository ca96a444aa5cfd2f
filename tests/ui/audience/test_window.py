"""The window for the second display: its content, its paging, and that it accepts no keys."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from tests.helpers.audience_pictures import notes, pictures, texts_on
from tests.helpers.texts import texts_of
from tests.helpers.wall_paint import joined, shown_on
from ui.audience.window import AudienceWindow
from ui.theme.audience_palette import AUDIENCE_CONTRAST, AUDIENCE_DARK, AUDIENCE_LIGHT
from ui.theme.theme import theme
from workshop_app.domain.audience_view import (
    AudienceView,
    ProblemList,
    ShownProblem,
    Solving,
    StepClock,
    SuggestedAnswer,
)
from workshop_app.i18n import set_language


def listed(count, current=""):
    return AudienceView(
        step="list", picture=ProblemList(count=count, problems=notes(count), current=current)
    )


def shown(window):
    return joined(shown_on(window))


@pytest.fixture
def window(qtbot):
    set_language("ja")
    made = AudienceWindow()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close()


def test_it_holds_no_widget_takes_no_focus_and_has_a_neutral_title(window):
    assert window.findChildren(QWidget) == []
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowTitle() == "Workshop"
    window.show_view(listed(3))
    assert "".join(texts_of(window)).replace("Workshop", "") == ""


def test_it_turns_to_the_page_that_has_the_problem_in_hand(window):
    window.show_view(listed(30, "n1"), "n1")
    assert window.page == 0
    window.show_view(listed(30, "n30"), "n30")
    assert window.page == window.pages - 1
    assert any(text.startswith("30 ") for text in shown(window))


def test_larger_text_is_paged_again_and_the_current_row_stays_visible(window):
    window.show_view(listed(30, "n17"), "n17")

    def missing():
        texts = texts_on(window.view_layout, None)
        said = "".join(text.text for text in texts if not text.digits).replace(" ", "")
        return [note.id for note in notes(30) if note.words.replace(" ", "") not in said]

    before = window.pages
    for percent in (130, 150):
        window.set_text_size(percent)
        assert window.pages > before
        assert "n17" in window.view_layout.ids_on(window.page)
        assert missing() == []
        smallest = min(text.px for text in shown_on(window))
        assert smallest >= 720 * 0.0444 * percent / 100
    window.set_text_size(100)
    assert window.pages == before
    assert "n17" in window.view_layout.ids_on(window.page)


def test_pages_turn_by_hand_and_end(window):
    window.show_view(listed(30))
    turned = 0
    while window.turn(1):
        turned += 1
    assert (turned, window.page) == (window.pages - 1, window.pages - 1)
    assert not window.turn(1)
    assert window.turn(-1)


def test_a_page_turned_by_hand_stays_while_the_picture_grows(window):
    window.show_view(listed(30))
    window.turn(1)
    window.show_view(listed(31))
    assert window.page == 1


def test_another_kind_of_picture_begins_at_its_first_page(window):
    window.show_view(listed(30))
    window.turn(1)
    window.show_view(pictures()["ranking"])
    assert window.page == 0


def test_another_problem_begins_at_its_first_page(window):
    long = [ShownProblem(id=str(n), number=n, words=f"長い説明が続く。{n}" * 80) for n in (1, 2)]
    first, second = (AudienceView(step="solve", picture=Solving(problem=note)) for note in long)
    window.show_view(first)
    assert window.turn(1)
    window.show_view(second)
    assert window.page == 0


def test_it_follows_the_answer_in_hand(window):
    offers = tuple(SuggestedAnswer(title=f"答え {n}", fit=2, current=n == 12) for n in range(1, 13))
    window.show_view(
        AudienceView(step="solve", picture=Solving(problem=notes(1)[0], suggestions=offers))
    )
    assert window.page == window.pages - 1
    assert "答え 12" in shown(window)


def test_black_is_black_at_once(window):
    window.show_view(listed(3))
    window.set_black(True)
    assert shown(window) == []
    picture = window.grab().toImage()
    assert {picture.pixelColor(x, 300).name() for x in range(0, 1280, 40)} == {"#000000"}
    window.set_black(False)
    assert any("ネットワーク" in text for text in shown(window))


def test_the_remaining_time_is_on_the_audience_display(window):
    window.show_view(listed(3))
    window.show_clock(StepClock(seconds_left=500))
    assert "8:20" in shown(window)
    window.show_clock(None)
    assert "8:20" not in shown(window)


def test_it_follows_colours_language_and_size(window):
    window.show_view(listed(3))
    background = window.grab().toImage().pixelColor(2, 2).name().upper()
    assert background == AUDIENCE_LIGHT.surface
    theme().set_name("dark")
    assert window.grab().toImage().pixelColor(2, 2).name().upper() == AUDIENCE_DARK.surface
    theme().set_name("contrast")
    assert {text.ink for text in shown_on(window)} == {AUDIENCE_CONTRAST.ink}
    set_language("en")
    window.retranslate()
    assert "List" in shown(window)
    set_language("ja")
    window.resize(1920, 1080)
    assert max(text.px for text in shown_on(window)) > 50


def test_the_small_picture_equals_the_audience_display(window):
    window.show_view(listed(3))
    small = window.thumbnail(QSize(96, 54), 2.0)
    assert (small.width(), small.devicePixelRatio()) == (192, 2.0)
    whole = window.grab().toImage().scaled(192, 108).pixelColor(1, 1)
    assert small.toImage().pixelColor(1, 1).name() == whole.name()
