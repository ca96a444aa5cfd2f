"""What List offers at present."""

from __future__ import annotations

from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Offered, Offers, back, left, right
from ui.actions.offered import primary as primary_button
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import tr


def offered(
    state: WorkshopState, mode: str, *, private: bool, filled: bool, with_sentence: bool
) -> Offers:
    """Return what is offered in the list, silent writing, ``inbox`` or ``parking``.

    ``filled``: the primary button of the foot bar is the one of the page. ``with_sentence``: there
    is space for the sentence on what leaves the room.
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
        return _in_list(state, private=private, with_sentence=with_sentence) | always
    release: Offers = {"list.release": left()} if mode == "inbox" else {}
    return {BACK: back(tr("list.back"))} | release | always


def _in_list(state: WorkshopState, *, private: bool, with_sentence: bool) -> Offers:
    later = state.workshop.shown_later
    anonymous = state.workshop.anonymous
    reveal = left(tr("list.now" if later else "list.later"))
    offers: Offers = {"list.writing": left(), "list.paste": left()}
    if private:
        offers["list.file"] = left()
    offers["list.later"] = reveal._replace(icon="eye" if later else "eye-off")
    if private and state.inbox:
        offers["list.inbox"] = left(tr("list.inbox.open", n=len(state.inbox)), "note")
    if state.parking_lot:
        offers["list.parking"] = left(tr("list.parking.open", n=len(state.parking_lot)), "note")
    if with_sentence and not anonymous:
        offers["leaves"] = Beside(FootArea.LEFT)
    nameless = sum(problem.speaker_id is None for problem in state.listed)
    if nameless and state.participants and not anonymous:
        offers["list.nameless"] = right(tr("list.nameless", n=nameless), "note")
    return offers
