"""Problems as rows of the list, in the words in which they were said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ui.components.people import chip_names, short_name
from ui.components.row_cache import RowMemory
from ui.widgets.rows import Mark, Row
from ui.widgets.voices import voices_in_words
from workshop_app.domain.people import speakers_by_problem
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import match_key
from workshop_app.i18n import tr

_key = lru_cache(maxsize=4096)(match_key)


def said(problem: Problem) -> str:
    """The words of a problem in this list: the first ones, or its own where it was split off."""
    return problem.title if problem.source is Source.SPLIT else problem.first_wording


def known_words(state: WorkshopState, *, held: bool) -> dict[str, int]:
    """Every wording said so far, in a form in which equals are equal, with the first number.

    Those held back in the inbox are among them with ``held`` alone: the room knows of none.
    """
    known: dict[str, int] = {}
    for problem in sorted(state.problems, key=lambda one: one.number):
        if held or not problem.held:
            known.setdefault(_key(said(problem)), problem.number)
    return known


def nameless_after(state: WorkshopState, current: str | None) -> Problem | None:
    """The next listed problem without a speaker, from the top again after the last one."""
    order = [one.id for one in state.listed]
    here = order.index(current) if current in order else -1
    nameless = [one for one in state.listed if one.speaker_id is None]
    return next((one for one in nameless if order.index(one.id) > here), None) or next(
        iter(nameless), None
    )


def number_with(words: str, known: dict[str, int]) -> int | None:
    """The number of the problem that has exactly these words, or None."""
    key = match_key(words)
    return known.get(key) if key else None


class ProblemRows:
    """One row per problem; source only in private mode, the speaker also where the room sees it."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._made = RowMemory(self._row)

    def of(self, state: WorkshopState, known: dict[str, int]) -> list[Row]:
        """The rows of a state in which these words are known."""
        merged = state.merging.counts
        names = dict(chip_names(state)) if self._private else {}
        voices = {} if self._private else speakers_by_problem(state)
        return self._made.rows(
            (
                problem,
                known[_key(said(problem))],
                merged[problem.id],
                names.get(problem.speaker_id, ""),
                voices_in_words(voices.get(problem.id, ())),
            )
            for problem in state.listed
        )

    def _row(self, problem: Problem, first: int, merged: int, name: str, who: str) -> Row:
        marks = _marks(problem, first, merged)
        if self._private:
            marks += _origin(problem, name)
        words, number = said(problem), str(problem.number)
        return Row(id=problem.id, number=number, text=words, aside=who, marks=tuple(marks))


def _marks(problem: Problem, first: int, merged: int) -> list[Mark]:
    marks: list[Mark] = []
    if first != problem.number:
        marks.append(Mark(tr("list.same_as", number=first), "copy"))
    if merged:
        marks.append(Mark(tr("list.merged", n=merged + 1), "merge"))
    if problem.first_wording_corrected:
        marks.append(Mark(tr("list.corrected"), "pen"))
    return marks


def _origin(problem: Problem, name: str) -> list[Mark]:
    marks = [Mark(tr(f"list.source.{problem.source.value}"))]
    if problem.worksheet:
        marks.append(Mark(tr("list.worksheet", number=problem.worksheet), "document"))
    return [*marks, Mark(name, "person") if name else Mark(tr("list.no_speaker"))]


def origin(state: WorkshopState, problem: Problem) -> str:
    """Who said a problem, where it came from and at what time."""
    name = short_name(state, problem.speaker_id) or tr("list.no_speaker")
    source = tr(f"list.source.{problem.source.value}")
    clock = problem.heard_at.partition("T")[2][:5]
    sheet = tr("list.worksheet", number=problem.worksheet) if problem.worksheet else ""
    return "  ".join(part for part in (name, source, sheet, clock) if part)


def near(current: str | None, before: Sequence[Row], after: Sequence[Row]) -> str | None:
    """The current row, or the one that stands where it stood before it went; else the newest."""
    ids = [row.id for row in after]
    if current in ids or not ids:
        return current if ids else None
    places = [row.id for row in before]
    place = places.index(current) if current in places else len(ids)
    return ids[min(place, len(ids) - 1)]
