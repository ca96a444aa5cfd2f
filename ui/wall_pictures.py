"""Every kind of picture of the wall, from the sample, for people to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ui.audience.window import AudienceWindow
from ui.pages.solve import SolvePage
from ui.pages.wrap_up import WrapUpPage
from ui.pictures import settle
from ui.windows.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.services.commands.choosing import EditVote


def audience_views(window: MainWindow) -> Iterator[tuple[str, AudienceWindow]]:
    """Go through the steps; yields a name and the room's window, which shows that picture.

    Some steps have several: the list before it is shown, the show of hands before it is closed.
    """
    audience = AudienceWindow()
    audience.resize(1920, 1080)
    audience.show()
    window.room.begin(audience)
    for name, place, prepare in _VIEWS:
        window.go(place)
        prepare(window)
        settle()
        window.room.refresh()
        yield name, audience


def _stay(_window: MainWindow) -> None:
    """The page shows it as it opens."""


def _vote(closed: bool) -> Callable[[MainWindow], None]:
    def put(window: MainWindow) -> None:
        state = window.session.state
        if state is not None:
            window.execute(EditVote(state.workshop.id, "vote_closed", closed))

    return put


def _offers(window: MainWindow) -> None:
    """Bring an answer in hand that is not chosen."""
    page = window.shelf.page
    if isinstance(page, SolvePage):
        view = page.stage.search.view
        view.set_current(len(view.rows) - 1)


def _section(name: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        page = window.shelf.page
        if isinstance(page, WrapUpPage):
            page.show_section(name)

    return show


_VIEWS: tuple[tuple[str, str, Callable[[MainWindow], None]], ...] = (
    ("start", "start", _stay),
    ("context", Step.CONTEXT.value, _stay),
    ("list-later", Step.LIST.value, lambda window: window.room.toggle_later()),
    ("list", Step.LIST.value, lambda window: window.room.toggle_later()),
    ("sort", Step.SORT.value, _stay),
    ("choose-open", Step.CHOOSE.value, _vote(closed=False)),
    ("choose", Step.CHOOSE.value, _vote(closed=True)),
    ("solve", Step.SOLVE.value, _stay),
    ("solve-offers", Step.SOLVE.value, _offers),
    ("appraise", Step.APPRAISE.value, _stay),
    ("wrap_up", Step.WRAP_UP.value, _section("outcomes")),
    ("wrap_up-actions", Step.WRAP_UP.value, _section("actions")),
    ("wrap_up-next", Step.WRAP_UP.value, _section("next_time")),
    ("break", Step.LIST.value, lambda window: window.rest.begin()),
)
