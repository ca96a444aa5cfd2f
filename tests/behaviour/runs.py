"""The runs that are recorded: whole workshops by keys, and a tour of all pages."""

from collections.abc import Callable
from pathlib import Path

from tests.behaviour import fixed  # noqa: F401 - before everything that knows the time
from tests.behaviour.results import write_files, write_log, write_workshop
from tests.behaviour.stage import Stage, stage
from tests.helpers.by_keys import ByKeys
from tests.helpers.click_targets import ClickTarget
from tests.helpers.counted_input import CountedInput
from tests.helpers.facilitator import Facilitator
from tests.helpers.next_visit import VisitByKeys, first_visit
from tests.helpers.sessions import new_session
from tests.helpers.twelve_requests import case
from ui.components.places import PLACES
from workshop_app.services.sample import play_second_visit
from workshop_app.settings import Settings

_LAST_DELAY_MS = 3000
"""After this time nothing delayed is left to come."""


def _here(kind: type[CountedInput]) -> type[CountedInput]:
    """Return the run for a window in this process, which has handled all input at once."""

    class Here(kind):
        def places(self, *_kinds: str) -> list[ClickTarget]:
            return []

    return Here


def twelve_requests(made: Stage, language: str) -> None:
    """The second case of the talk, from an empty store to papers."""
    run = _here(ByKeys)(made, language, made.watched)
    run.case = case(language)
    run.whole_case()


def two_visits(made: Stage, language: str) -> None:
    """The visit after the one that is in the store."""
    run = _here(VisitByKeys)(made, language, made.watched)
    run.case = case(language)
    run.whole_visit()


def facilitator(made: Stage, language: str) -> None:
    """Thirteen problems with all that is done at a desk: private notes, breaks, lock, preview."""
    store = made.window.session.store.path
    Facilitator(made, language, store, made.watched).whole_session()


def tour(made: Stage, language: str) -> None:
    """Every page, in projected and in private mode, on the sample of several visits."""
    session = made.window.session
    play_second_visit(session, language, asked=True)
    for private in (False, True):
        made.window.set_private(private)
        for place in PLACES.values():
            if private or not place.private_only:
                made.window.go(place.name)
                made.rest(_LAST_DELAY_MS)
                made.note("private" if private else "projected")


RUNS: dict[str, Callable[[Stage, str], None]] = {
    "twelve-requests": twelve_requests,
    "two-visits": two_visits,
    "facilitator": facilitator,
    "tour": tour,
}
_ALONE = ("facilitator",)
"""Runs with one display, where the audience sees the facilitator's window."""


def record(name: str, language: str, home: Path, out: Path) -> None:
    """Play one run, whose user's folders are in `home`, and write its record to a folder."""
    out.mkdir(parents=True)
    store = home / "workshops.db"
    if name == "two-visits":
        first_visit(store, case(language), language)
    settings = Settings(language=language)
    with stage(
        home, language, out, store=store, in_room=name not in _ALONE, settings=settings
    ) as made:
        made.note("start")
        RUNS[name](made, language)
        made.rest(_LAST_DELAY_MS)
        made.note("end")
        state = made.window.session.state
    assert state is not None
    session = new_session(store)
    assert session.store.check() == []
    session.store.close()
    write_log(store, out)
    write_workshop(state, out)
    write_files(home / "documents", out)
