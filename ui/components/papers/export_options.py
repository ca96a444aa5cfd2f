"""Export options of the open workshop; kept in memory only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from ui.components.page_memory import memory_of
from ui.components.window_api import WindowApi
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.services.queries import other_customers
from workshop_app.services.session import Session
from workshop_app.services.unchecked_answers import problems_to_search

if TYPE_CHECKING:
    from exports.protected import Guard

MASKED = "masked"
RELEASED = "released"


@dataclass
class ExportOptions:
    """The options of one workshop; None is what the workshop says.

    ``decisions`` on each protected term that was found: `MASKED` or `RELEASED`. ``answers`` are the
    ids of what the search takes for answers, by the words searched for, and ``ticked`` the ids of
    the problems of which papers name it. ``previewed`` is
    the paper previewed last, ``previewed_reader`` the code of the participant whose pages the next
    preview begins with.
    """

    chosen_language: str | None = None
    coded: bool | None = None
    names_customer: bool = False
    password: str = ""
    decisions: dict[str, str] = field(default_factory=dict)
    answers: dict[tuple[str, ...], str] = field(default_factory=dict)
    ticked: set[str] = field(default_factory=set)
    anyway: set[str] = field(default_factory=set)
    """Papers that are written although they say nothing new."""
    previewed: str = "summary"
    previewed_reader: str = ""

    def language(self, state: WorkshopState) -> str:
        """Return the language of the papers."""
        return self.chosen_language or state.workshop.language

    def anonymous(self, state: WorkshopState) -> bool:
        """Return whether people are replaced by codes."""
        return state.workshop.anonymous if self.coded is None else self.coded

    def found_answers(self, state: WorkshopState) -> tuple[UncheckedAnswer, ...]:
        """Return what was found for the problems that nobody has discussed."""
        return tuple(
            UncheckedAnswer(problem_id=each.id, catalogue_id=found)
            for each in problems_to_search(state)
            if (found := self.answers.get(state.phrasings_of(each)))
        )

    def unchecked(self, state: WorkshopState) -> tuple[UncheckedAnswer, ...]:
        """Return those of them that papers name."""
        return tuple(each for each in self.found_answers(state) if each.problem_id in self.ticked)

    def guard(self, session: Session, state: WorkshopState) -> Guard:
        """Return what the papers must not contain, and the decisions about it."""
        from exports.protected import Guard  # on use: it knows the files of a set-up

        others = other_customers(session, state.customer.id)
        return Guard(others, anonymous=self.anonymous(state), **by_decision(self.decisions))


def by_decision(decisions: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the terms that were decided as `MASKED` and as `RELEASED`."""
    return {
        kind: tuple(text for text, what in decisions.items() if what == kind)
        for kind in (MASKED, RELEASED)
    }


def export_options(api: WindowApi) -> ExportOptions:
    """Return the options that all pages share which export or preview the open workshop."""
    kept = memory_of(api, "export_options").setdefault("", ExportOptions())
    return cast("ExportOptions", kept)
