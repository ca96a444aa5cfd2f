"""A presentation clicker, which sends PgUp, PgDn, F5, Esc, B and the full stop, in every step."""

import pytest

from ui.widgets.typing_guard import is_text_field
from workshop_app.domain.steps import Step
from workshop_app.services.commands.problems import AddProblems

SENT = ("PageDown", "PageUp", "F5", "Escape", "Period", "B")
MOST_PAGES = 60
PLACES: dict[Step, tuple[Step | None, tuple[str, ...], str]] = {
    Step.PREPARE: (None, (), "打ちかけ"),
    Step.CONTEXT: (None, (), "打ちかけ"),
    Step.LIST: (None, (), "打ちかけ"),
    Step.SORT: (None, ("Alt+W",), "打ちかけ"),
    Step.CHOOSE: (Step.SORT, (), "1"),
    Step.SOLVE: (Step.CHOOSE, (), "打ちかけ"),
    Step.APPRAISE: (None, ("Return",), "打ちかけ"),
    Step.WRAP_UP: (None, ("PageDown",), "打ちかけ"),
}
"""How far the sample is completed, the keys that focus a field, and the text half typed there."""


@pytest.fixture
def typing(desk):
    """Makes a desk in a step with the focus in a field."""

    def make(step, **options):
        until, keys, _ = PLACES[step]
        one = desk(sample=True, until=until, page=step.value, **options)
        one.press(*keys)
        assert is_text_field(one.focus)
        return one

    return make


@pytest.mark.parametrize("size", [(1024, 660), (1366, 768)])
@pytest.mark.parametrize("step", PLACES)
def test_it_starts_blacks_and_goes_on_and_what_was_half_typed_is_there_after(typing, step, size):
    one = typing(step, size=size)
    typed = PLACES[step][2]
    one.write(typed)
    words = one.focus.text()
    one.press("F5")
    assert one.window.lock.on
    for key in ("Period", "B"):
        one.press(key)
        assert one.window.covered
        one.press("PageDown", "Escape")
        assert (one.window.covered, one.window.page_name) == (True, step)
        one.press(key)
        assert not one.window.covered
    one.press("Escape")
    assert (one.window.lock.on, one.window.page_name) == (True, step)
    steps = list(Step)
    if step is not steps[-1]:
        following = steps[steps.index(step) + 1]
        go_on(one, "PageDown", step, following)
        go_on(one, "PageUp", following, step)
    one.press("Ctrl+L")
    if step is Step.CHOOSE:  # the hands were recorded: another problem is current
        assert one.state.votes.in_round(1) == {one.state.listed[0].id: 1}
    elif step is Step.APPRAISE:  # a field of a record saves its text
        assert words in repr(one.state)
    else:
        assert one.focus.text() == words


def go_on(one, key, here, there):
    """Press one key until it led to another step; the step must not change before."""
    for _ in range(MOST_PAGES):
        one.press(key)
        if one.window.page_name == there:
            return
        assert one.window.page_name == here
    raise AssertionError(f"{key} never leads from {here} to {there}")


@pytest.mark.parametrize("step", PLACES)
def test_no_key_of_it_takes_anything_from_words_in_conversion(typing, step):
    one = typing(step)
    field = one.focus
    before = one.state
    one.convert("かんじ")
    for key in SENT:
        one.press(key)
        assert (one.focus is field, field.composing) == (True, True), key
        assert not one.window.lock.on, key
        assert not one.window.covered, key
        assert (one.window.page_name, one.state) == (step, before), key
    one.write("漢字")
    assert field.text().endswith("漢字")


@pytest.mark.parametrize("step", PLACES)
def test_before_it_has_started_its_letters_are_letters_in_a_field_and_black_beside_it(typing, step):
    one = typing(step)
    field = one.focus
    words = one.focus.text()
    one.press("Period", "B")
    assert field.text() == f"{words}.b"
    assert not one.window.covered
    for _ in range(3):
        if is_text_field(one.focus):
            one.press("Escape")
    for key in ("B", "Period"):
        one.press(key)
        assert one.window.covered
        one.press(key)
        assert not one.window.covered


def test_while_words_are_converted_it_turns_no_page_of_the_room(stage):
    one = stage()
    one.desk.do(AddProblems(tuple(f"長い困りごと {n}" for n in range(40))))
    one.go("list")
    one.window.page_stack.page.focus_line()
    field = one.desk.focus
    page = one.audience.page
    current = one.window.page_stack.page.rows.current_id()
    one.desk.convert("かんじ")
    one.desk.press("PageUp", "PageDown", "PageUp")
    assert (one.audience.page, field.composing) == (page, True)
    assert one.window.page_stack.page.rows.current_id() == current
    one.desk.write("漢字")
    one.desk.press("PageUp")
    assert one.audience.page == page - 1
    assert field.text() == "漢字"
