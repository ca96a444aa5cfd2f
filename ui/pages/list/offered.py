"""What List offers at present."""

from __future__ import annotations

from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Offered, Offers, back, left
from ui.actions.offered import primary as primary_button
from workshop_app.domain.facts.voices import without_speaker
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import tr


def offered(
    state: WorkshopState,
    mode: str,
    *,
    private: bool,
    filled: bool,
    row: Problem | None = None,
    worksheet: int = 0,
) -> Offers:
    """Return what is offered in the list, silent writing, ``inbox`` or ``parking``.

    ``filled``: the primary button of the foot bar is the one of the page. ``row`` is the problem
    whose row is current, None while the next one is typed; ``worksheet`` the one being typed in.
    """
    step = tr(f"steps.name.{nearest_step(state.workshop.kind, Step.SORT)}")
    words = tr("list.writing.finish") if mode == "writing" else tr("list.next", step=step)
    always: Offers = {
        "list.speakers_shown": Offered(
            tr("list.names_hidden" if state.speakers_shown else "opening.speakers_shown"),
            enabled=not state.workshop.anonymous,
        ),
        PRIMARY: primary_button(words, filled=filled),
    }
    if mode == "list":
        of_page = _of_page(state, private=private, worksheet=worksheet)
        if row is None:
            return of_page | always
        menus_only: Offers = {
            key: one._replace(area=FootArea.NONE)
            for key, one in of_page.items()
            if isinstance(one, Offered)
        }
        return _of_row(state, row, private=private) | menus_only | always
    release: Offers = {"list.release": left()} if mode == "inbox" else {}
    return {BACK: back(tr("list.back"))} | release | always


def _of_row(state: WorkshopState, problem: Problem, *, private: bool) -> Offers:
    offers: Offers = {
        "row": Beside(FootArea.LEFT, tr("list.panel", number=problem.number)),
        "list.correct": left(),
        "list.park": left(),
        "row.remove": left(tr("list.remove")),
        "list.said_by": Offered(enabled=not state.workshop.anonymous),
    }
    if private:
        offers["list.hold_row"] = left()
    return offers


def _of_page(state: WorkshopState, *, private: bool, worksheet: int) -> Offers:
    later = state.workshop.shown_later
    anonymous = state.workshop.anonymous
    sheet = tr("list.worksheet", number=worksheet) if worksheet else tr("list.no_worksheet")
    offers: Offers = {
        "list.writing": left(),
        "list.paste": left(),
        ("list.sheet", 0): left(sheet)._replace(icon="document"),
        ("list.sheet", 1): Offered(tr("list.worksheet_before"), enabled=worksheet > 0),
        "list.later": Offered(tr("list.now" if later else "list.later")),
    }
    if later:
        offers["list.later"] = left(tr("list.now"))._replace(icon="eye")
    if private:
        offers["list.file"] = Offered()
    if private and state.inbox:
        offers["list.inbox"] = left(tr("list.inbox.open", n=len(state.inbox)))
    if state.parking_lot:
        offers["list.parking"] = left(tr("list.parking.open", n=len(state.parking_lot)))
    if not state.listed and not anonymous:
        offers["leaves"] = Beside(FootArea.LEFT, tr("list.leaves"), icon="document")
    nameless = without_speaker(state)
    if nameless and state.participants and not anonymous:
        offers["list.nameless"] = left(tr("list.nameless", n=nameless))
    return offers
