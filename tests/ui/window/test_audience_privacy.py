"""Private data never reaches the audience display, in any step, while the console is private."""

import pytest

from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.desks import desks
from tests.helpers.rounds import PLACES, a_round
from tests.helpers.texts import texts_of
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.components.side_panel import SidePanel
from ui.widgets.labelled_field import LabelledField
from ui.widgets.menu import window_menu
from workshop_app.domain.participant_names import short_names
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.participants import SetAnonymous, ShowSpeakers
from workshop_app.services.queries import workshops

TYPED = "打ちかけ"


@pytest.fixture(params=["ja", "en"])
def stage(request, qtbot, tmp_path):
    with desks(qtbot) as made:
        set_language(request.param)
        desk = made.seat(canary_session(tmp_path, request.param))
        yield Stage(desk.window, LAPTOP, PROJECTOR)


def held(stage):
    """Every text that the audience window paints, on all pages, exposes, or has in its title."""
    texts = [stage.all_pages(), stage.audience.windowTitle(), *texts_of(stage.audience)]
    return "\n".join(texts)


def test_the_audience_display_shows_nothing_private_in_any_step(stage):
    stage.window.set_private(True)
    for place in a_round(stage.desk):
        stage.settle()
        assert CANARY not in held(stage), place
        assert tr("prepare.person.ambassador") not in held(stage), place
        assert str(stage.window.session.store.path) not in held(stage), place


@pytest.mark.parametrize("step", [Step.SOLVE, Step.APPRAISE, Step.LIST])
def test_without_the_display_the_private_panel_is_gone_from_the_window(stage, step):
    stage.window.set_private(True)
    stage.go(step.value)
    problem = stage.desk.state.listed[0]
    stage.window.page_stack.page.show_record(problem.id)
    stage.settle()
    assert CANARY in "\n".join(texts_of(stage.window))
    stage.plug(LAPTOP)
    assert CANARY not in "\n".join(texts_of(stage.window))
    assert stage.window.findChildren(SidePanel) == []


def test_a_half_typed_private_note_is_not_on_the_audience_display(stage):
    stage.window.set_private(True)
    typed = 0
    for place in PLACES:
        stage.go(place)
        for field in stage.window.page_stack.page.findChildren(LabelledField):
            if field.isVisible() and field.private:
                field.setFocus()
                stage.desk.write(TYPED)
                stage.settle()
                assert TYPED not in held(stage), place
                typed += 1
    assert typed >= 4


def test_typed_text_is_on_the_audience_display_only_once_entered(stage):
    stage.go("list")
    stage.window.page_stack.page.focus_line()
    stage.desk.write(TYPED)
    stage.settle()
    assert TYPED not in held(stage)
    stage.desk.press("Return")
    stage.settle()
    assert TYPED in held(stage)


def test_private_notes_of_problems_are_not_on_the_audience_display(stage):
    stage.window.set_private(True)
    for step in (Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE):
        stage.go(step.value)
        for problem in stage.desk.state.listed:
            stage.window.page_stack.page.show_record(problem.id)
            stage.settle()
            assert CANARY not in held(stage), (step, problem.number)


def test_problems_on_the_audience_display_have_no_names(stage):
    names = [person.name for person in stage.desk.state.participants]
    for step in Step:
        if step is not Step.WRAP_UP:
            stage.go(step.value)
            assert not any(name in held(stage) for name in names), step


def test_names_are_on_the_audience_list_only_if_the_workshop_shows_them(stage):
    names = set(short_names(stage.desk.state.participants).values())

    def on_the_wall():
        stage.settle()
        return {name for name in names if name in held(stage)}

    stage.go("list")
    stage.desk.do(ShowSpeakers(True))
    assert on_the_wall()
    for step in Step:
        if step not in (Step.LIST, Step.WRAP_UP):
            stage.go(step.value)
            assert not on_the_wall(), step
    stage.go("list")
    stage.desk.do(ShowSpeakers(False))
    assert not on_the_wall()
    stage.desk.do(ShowSpeakers(True))
    stage.desk.do(SetAnonymous(True))
    assert not on_the_wall()
    stage.desk.do(SetAnonymous(False))
    assert not on_the_wall()


def test_opening_another_customers_workshop_makes_the_audience_display_black(stage):
    stage.go("list")
    known = workshops(stage.window.session)
    other = next(one for one in known if CANARY in one.title)
    stage.window.open_workshop(other.id)
    stage.settle()
    assert stage.audience.black
    assert stage.seen() == ""
    picture = stage.audience.grab().toImage()
    assert {picture.pixelColor(x, 360).name() for x in range(0, 1280, 7)} == {"#000000"}
    thumb = stage.window.bar.audience_status.preview.thumb
    thumb._take()
    assert thumb.picture.toImage().pixelColor(40, 20).name() == "#000000"


def test_dialogs_and_menus_are_not_children_of_the_audience_window(stage):
    stage.go("list")
    stage.window.bar.audience_status.preview._open_menu()
    stage.desk.settle()
    menu = window_menu(stage.window)
    assert menu.isVisible()
    assert menu.window() is stage.window
    menu.close_menu()
