"""The names of catalogue answers in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers


def entry_names(ids: Iterable[str], answers: Answers) -> str:
    """The names of the answers with these catalogue ids; one that is gone says so."""
    known = (answers.solution(each) for each in ids)
    names = (each.text(language()).name if each else tr("solve.trail.gone") for each in known)
    return tr("solve.list.and").join(names)
