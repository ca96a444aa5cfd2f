"""The current page is refreshed once by a command, before the command returns."""

import pytest

from tests.helpers.two_displays import LAPTOP
from ui.window.save_indicator import SaveIndicator
from workshop_app.domain.steps import Step
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditWorkshop


def counted(page):
    """The states that a page is refreshed with from now on."""
    shown = []
    refresh = page.refresh

    def counting():
        shown.append(page.session.state)
        refresh()

    page.refresh = counting
    return shown


@pytest.mark.parametrize("step", [*(step.value for step in Step), "start", "setup"])
def test_a_page_is_refreshed_once_per_command(stage, step, private):
    one = stage(LAPTOP)
    one.window.set_private(private)
    one.go(step)
    shown = counted(one.window.page_stack.page)
    for count, words in enumerate(("一つ目", "二つ目"), 1):
        assert one.window.execute(AddProblem(words)) is not None
        assert shown == [*shown[:-1], one.window.session.state]
        one.settle()
        assert len(shown) == count


def test_undo_refreshes_a_page_once_too(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.window.execute(AddProblem("一つ目"))
    shown = counted(one.window.page_stack.page)
    one.window.undo()
    assert len(shown) == 1


def test_a_hidden_page_is_refreshed_when_it_is_shown(stage):
    one = stage(LAPTOP)
    one.go("list")
    hidden = counted(one.window.page_stack.page)
    one.go("settings")
    one.window.execute(AddProblem("一つ目"))
    one.window.execute(AddProblem("二つ目"))
    assert hidden == []
    one.go("list")
    assert hidden == [one.window.session.state]


def test_saved_is_shown_once_per_command_even_where_nothing_changed(stage, monkeypatch):
    one = stage(LAPTOP)
    one.go("list")
    told = []
    show = SaveIndicator.show_saved
    monkeypatch.setattr(
        SaveIndicator, "show_saved", lambda self, at: (told.append(at), show(self, at))
    )
    workshop = one.window.session.state.workshop
    one.window.execute(EditWorkshop(workshop.id, "title", "another title"))
    assert len(told) == 1
    one.window.execute(EditWorkshop(workshop.id, "title", "another title"))
    assert len(told) == 2
