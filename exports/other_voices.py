"""Adds the voices of other workshops to the snapshot for papers, without names.

Customers become codes. Names of other customers and their people in the texts are replaced as well,
before the snapshot leaves the window's process.
"""

from collections.abc import Sequence
from dataclasses import replace

from exports.customer_mask import company_names
from exports.matching import folded, pattern_of
from exports.protected import person_names
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voices import Voice
from workshop_app.i18n import Texts
from workshop_app.services.evidence import CustomerNames, customer_codes, names_of, voices_of
from workshop_app.services.session import Session

_SHORTEST = 2


def with_voices(session: Session, state: WorkshopState, language: str) -> WorkshopState:
    """Return the snapshot of the open workshop with who said its requests; raises StoreError.

    Its customer has the code that the store gives it, as in `with_code`.
    """
    found = []
    for request in state.requests:
        problem = state.problem(request.problem_id)
        if problem is not None:
            evidence = voices_of(session, problem)
            if evidence.others:
                found += [replace(each, about=problem.id) for each in evidence.voices]
    names = names_of(session, {voice.workshop_id for voice in found if not voice.own})
    mark = Texts(language)("papers.evidence.somebody")
    said = tuple(_nameless(each, names, mark) for each in found)
    return replace(with_code(session, state), voices=said)


def with_code(session: Session, state: WorkshopState) -> WorkshopState:
    """Return the snapshot with the customer's code, the same everywhere; raises StoreError."""
    return replace(state, customer_code=customer_codes(session)[state.customer.id])


def _nameless(voice: Voice, names: Sequence[CustomerNames], mark: str) -> Voice:
    """Return a voice of another workshop without names of any of these customers and people."""
    if voice.own:
        return voice
    said = {field: str(getattr(voice, field)) for field in ("words", "concrete", "job")}
    return replace(
        voice, **{field: without_names(text, names, mark) for field, text in said.items()}
    )


def without_names(
    text: str, names: Sequence[CustomerNames], mark: str, *, keep_customers: bool = False
) -> str:
    """Return a text with codes in place of customers, and `mark` in place of their people."""
    if not keep_customers:
        for each in names:
            for name in company_names(each.customer):
                text = _replaced(text, name, each.code)
    for each in names:
        for person in each.people:
            for name in person_names(person):
                text = _replaced(text, name, mark)
    return text


def _replaced(text: str, name: str, word: str) -> str:
    if not text or len(folded(name)) < _SHORTEST:
        return text
    pattern = pattern_of(name)
    return pattern.sub(lambda _: word, folded(text)) if pattern.search(folded(text)) else text
