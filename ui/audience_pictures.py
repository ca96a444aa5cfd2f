"""Shows every kind of audience view, from the sample, to take pictures of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ui.audience.window import AudienceWindow
from ui.pages.list.page import ListPage
from ui.pages.prepare.opening import OpeningSection
from ui.pages.prepare.page import PreparePage
from ui.pages.solve.find_panel import FindPanel
from ui.pages.solve.page import SolvePage
from ui.pages.wrap_up.page import WrapUpPage
from ui.pictures import settle
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.services.commands.choosing import EditVote


def audience_views(window: MainWindow) -> Iterator[tuple[str, AudienceWindow]]:
    """Go through the steps; yields a name and the audience window, which shows that view.

    Some steps have several: the list before it is shown, the show of hands before it is closed.
    """
    audience = AudienceWindow()
    audience.resize(1920, 1080)
    audience.show()
    window.audience.begin(audience)
    for name, page, prepare in _VIEWS:
        window.go(page)
        prepare(window)
        settle()
        window.audience.refresh()
        yield name, audience


def _stay(_window: MainWindow) -> None:
    """Do nothing: the page opens with this view."""


def _vote(closed: bool) -> Callable[[MainWindow], None]:
    def put(window: MainWindow) -> None:
        state = window.session.state
        if state is not None:
            window.execute(EditVote(state.workshop.id, "vote_closed", closed))

    return put


def _offers(window: MainWindow) -> None:
    """Select an answer that is not chosen."""
    page = window.page_stack.page
    if isinstance(page, SolvePage):
        view = page.search.view
        view.set_current(len(view.rows) - 1)


def _find(*, hint: bool) -> Callable[[MainWindow], None]:
    """Hide the answers; with ``hint`` show the path to one."""

    def show(window: MainWindow) -> None:
        page = window.page_stack.page
        if isinstance(page, SolvePage):
            page.show_location("find")
            panel = page.panels.current
            if hint and isinstance(panel, FindPanel):
                panel.give_hint()

    return show


def _rules(window: MainWindow) -> None:
    """Show the ground rules, which come after the agenda."""
    page = window.page_stack.page
    if isinstance(page, PreparePage):
        page.show_section("opening")
        section = page.sections["opening"]
        while isinstance(section, OpeningSection) and not section.front and section.turn(1):
            pass


def _begin_writing(window: MainWindow) -> None:
    """Start silent writing, with three people finished."""
    page = window.page_stack.page
    if isinstance(page, ListPage):
        page.show_mode("writing")
        page.memory.writing.begin(5)
        page.memory.writing.count(3, 0)


def _later(window: MainWindow) -> None:
    """Leave silent writing, and show the list or only its count."""
    page = window.page_stack.page
    if isinstance(page, ListPage):
        page.leave_mode()
        window.audience.reveal()


def _section(name: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        page = window.page_stack.page
        if isinstance(page, WrapUpPage):
            page.show_section(name)

    return show


_VIEWS: tuple[tuple[str, str, Callable[[MainWindow], None]], ...] = (
    ("start", "start", _stay),
    ("prepare-rules", Step.PREPARE.value, _rules),
    ("context", Step.CONTEXT.value, _stay),
    ("list-writing", Step.LIST.value, _begin_writing),
    ("list-later", Step.LIST.value, _later),
    ("list", Step.LIST.value, _later),
    ("sort", Step.SORT.value, _stay),
    ("choose-open", Step.CHOOSE.value, _vote(closed=False)),
    ("choose", Step.CHOOSE.value, _vote(closed=True)),
    ("solve", Step.SOLVE.value, _stay),
    ("solve-offers", Step.SOLVE.value, _offers),
    ("solve-find", Step.SOLVE.value, _find(hint=False)),
    ("solve-hint", Step.SOLVE.value, _find(hint=True)),
    ("appraise", Step.APPRAISE.value, _stay),
    ("wrap_up", Step.WRAP_UP.value, _section("outcomes")),
    ("wrap_up-actions", Step.WRAP_UP.value, _section("actions")),
    ("wrap_up-next", Step.WRAP_UP.value, _section("next_time")),
    ("break", Step.LIST.value, lambda window: window.break_overlay.toggle()),
)
