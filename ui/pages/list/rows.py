"""Problems as rows of List, in their first wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ui.rows.cells import Number, Words
from ui.rows.row import Row, aside, detail
from ui.widgets.spaced import spaced
from ui.widgets.voices import first_voice_in_words, voices_in_words
from workshop_app.domain.audience_view import Speaker
from workshop_app.domain.participant_names import speakers_by_problem
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import match_key
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import came_from, way_name

_key = lru_cache(maxsize=4096)(match_key)
_by_number = attrgetter("number")


class KnownWords:
    """Finds repeats: wordings with the same ``match_key`` as an earlier one.

    Problems of the inbox count only with ``inbox``, since the audience does not know of them.
    """

    def __init__(self, problems: Sequence[Problem] = (), *, inbox: bool = False) -> None:
        self._first_by_key: dict[str, int] = {}
        self.first_numbers: dict[str, int] = {}
        """By problem id the number of the first problem with its words, often its own."""
        for problem in sorted(problems, key=_by_number):
            if inbox or not problem.held:
                number = problem.number
                first = self._first_by_key.setdefault(_key(problem.said), number)
                self.first_numbers[problem.id] = first

    def number_of(self, words: str) -> int | None:
        """Return the number of the first problem with these words, or None."""
        key = match_key(words)
        return self._first_by_key.get(key) if key else None


class ListRows:
    """One row per problem.

    Private mode shows where a problem came from and who said it; projected mode who said it, if
    that is shown. Of several people the first one is named, with the
    number of the others; the current row names all of them.
    """

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._cache = RowCache(self._row)

    def rows(self, state: WorkshopState, known: KnownWords) -> list[Row]:
        """Return the rows of a state."""
        merged = state.merging.counts
        voices = speakers_by_problem(state, for_room=not self._private)
        first_numbers = known.first_numbers
        return self._cache.rows(
            (problem, first_numbers[problem.id], merged[problem.id], voices.get(problem.id, ()))
            for problem in state.listed
        )

    def _row(self, problem: Problem, first: int, merged: int, said_by: tuple[Speaker, ...]) -> Row:
        name = first_voice_in_words(said_by)
        marks = _marks(problem, first, merged)
        who = ""
        if self._private:
            marks += _origin_marks(problem, name)
        elif name:
            who = name
        return Row(
            problem.id,
            problem.said,
            before=(Number(str(problem.number)),),
            asides=aside(who),
            after=tuple(marks),
            opened=detail(voices_in_words(said_by) if len(said_by) > 1 else "", "people"),
        )


def _marks(problem: Problem, first: int, merged: int) -> list[Words]:
    marks: list[Words] = []
    if first != problem.number:
        marks.append(Words(tr("list.same_as", number=first), "copy"))
    if merged:
        marks.append(Words(tr("list.merged", n=merged + 1), "merge"))
    if problem.first_wording_corrected:
        marks.append(Words(tr("list.corrected"), "pen"))
    if earlier := came_from(texts(), problem):
        marks.append(Words(earlier, "undo"))
    return marks


def _origin_marks(problem: Problem, name: str) -> list[Words]:
    marks = [Words(_source(problem))]
    if problem.worksheet:
        marks.append(Words(tr("list.worksheet", number=problem.worksheet), "document"))
    return [*marks, Words(name, "person") if name else Words(tr("widgets.chips.nobody"))]


def _source(problem: Problem) -> str:
    """Return where a problem came from, or the day or the way it was heard at an earlier one."""
    if problem.source is Source.EARLIER:
        return way_name(texts(), problem.method)
    if problem.source is Source.ROOM and problem.heard_at and "T" not in problem.heard_at:
        return texts().date(problem.heard_at, year=False, short=True)
    return tr(f"list.source.{problem.source.value}")


def origin(problem: Problem, name: str) -> str:
    """Return the speaker (``name``, may be empty), source, way of listening and time."""
    source = _source(problem)
    clock = problem.heard_at.partition("T")[2][:5]
    sheet = tr("list.worksheet", number=problem.worksheet) if problem.worksheet else ""
    method = way_name(texts(), problem.method)
    said_by = name or tr("widgets.chips.nobody")
    return spaced(*dict.fromkeys((said_by, source, method, sheet, clock)))


def next_nameless(state: WorkshopState, current: str | None) -> Problem | None:
    """Return the next listed problem without a speaker, wrapping around."""
    listed = state.listed
    here = next((place for place, one in enumerate(listed) if one.id == current), -1)
    in_turn = (*listed[here + 1 :], *listed[: here + 1])
    return next((one for one in in_turn if one.speaker_id is None), None)


def next_number(state: WorkshopState) -> int:
    """Return the number that the next problem gets."""
    return 1 + max(state.workshop.last_problem, *(one.number for one in state.problems), 0)


class RowCache:
    """``make(problem, ...)`` creates a row from the facts that it shows."""

    def __init__(self, make: Callable[..., Row]) -> None:
        self._make = make
        self._made: dict[str, tuple[tuple[Any, ...], Row]] = {}

    def rows(self, shown: Iterable[tuple[Any, ...]]) -> list[Row]:
        """Return a row for each tuple of facts, a problem first; equal facts give the same row."""
        made: dict[str, tuple[tuple[Any, ...], Row]] = {}
        for facts in shown:
            problem: Problem = facts[0]
            before = self._made.get(problem.id)
            same = before is not None and before[0] == facts
            made[problem.id] = before if before and same else (facts, self._make(*facts))
        self._made = made
        return [row for _, row in made.values()]
