"""Texts that describe a contact."""

from __future__ import annotations

from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def day_words(iso: str) -> str:
    """Return a day in words, with the year only if it is not the current one."""
    return texts().date(iso, short=True)


def outcome_words(state: WorkshopState, *, planned: bool) -> str:
    """Return the result of a contact, in a few words."""
    if planned:
        return tr("customer.planned")
    if state.workshop.silent:
        return tr("customer.no_answer")
    if state.listed:
        return tr("customer.problems", n=len(state.listed))
    return ""


def texts_of_people(state: WorkshopState) -> str:
    """Return the names of the participants."""
    separator = tr("widgets.problem_side.and")
    return separator.join(texts().addressed(who) for who in state.participants)
