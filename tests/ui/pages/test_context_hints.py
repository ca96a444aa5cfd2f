"""Private mode on a wide window: how to listen, and problems made from answers."""

from ui.components.side_panel import SidePanel
from workshop_app.i18n import tr


def test_an_answer_made_a_problem_is_listed_until_undone(desk):
    desk = desk(page="context", private=True, size=(1920, 1080))
    assert desk.page.side.isVisible()
    assert tr("context.listening.none", key="Alt+Enter") in desk.details
    desk.write("土曜の朝に回線が切れた")
    desk.press("Return", "Alt+Return")
    (problem,) = desk.state.problems
    assert desk.details[-1] == problem.title
    desk.press("Ctrl+Z")
    assert tr("context.listening.none", key="Alt+Enter") in desk.details


def test_it_is_not_there_in_projected_mode_nor_in_a_narrower_window(desk):
    projected = desk(page="context", size=(1920, 1080))
    assert not projected.page.findChildren(SidePanel)
    projected.window.close()
    narrow = desk(page="context", private=True, size=(1024, 768))
    assert not narrow.page.side.isVisible()
    narrow.window.resize(1366, 768)
    narrow.settle()
    assert narrow.page.side.isVisible()
