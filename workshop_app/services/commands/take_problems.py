"""The command that takes single problems over from a workshop file, and what it relies on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from workshop_app.domain.ids import new_id
from workshop_app.domain.participant_names import name_key
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, chooses
from workshop_app.domain.workshop import Participant
from workshop_app.domain.workshop_fields import private_fields
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.import_workshop import free_id
from workshop_app.services.commands.participants import insert_participant
from workshop_app.services.commands.removal import remove_request
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.snapshot import load_alone
from workshop_app.store.store import Store

OF_PROBLEM = ("cards", "appraisals", "requests", "actions")
"""The parts whose records are taken over with their problem; an action refers to a card."""
_STAY = ("number", "worksheet", "merged_into", "split_from", "answer_id")
"""The fields of a problem that is here, too, which a file does not change, with `position`."""


def same_problems(here: WorkshopState, file: WorkshopState) -> dict[str, str]:
    """Return the ids of the problems in a file that are here, too, each with the id here.

    An import may have replaced ids; then number and first wording are the same.
    """
    ids = {each.id: each.id for each in here.problems}
    said = {(each.number, each.first_wording): each.id for each in here.problems}
    found: dict[str, str] = {}
    for each in sorted(file.problems, key=lambda one: one.id not in ids):
        same = ids.get(each.id) or said.get((each.number, each.first_wording), "")
        if same and same not in found.values():
            found[each.id] = same
    return found


def people_of(file: WorkshopState, problem_ids: Collection[str]) -> tuple[Participant, ...]:
    """Return the people of a file who said these problems or have an action for them."""
    ids = {each.speaker_id for each in file.problems if each.id in problem_ids}
    ids |= {each.owner_id for each in file.actions if each.problem_id in problem_ids}
    return tuple(who for who in file.participants if who.id in ids)


def person_here(here: Sequence[Participant], who: Participant) -> str:
    """Return the id of the participant who is `who` of a file, or an empty text."""
    named = [one.id for one in here if name_key(one.name) == name_key(who.name)]
    return who.id if any(one.id == who.id for one in here) else next(iter(named), "")


@dataclass(frozen=True)
class TakeProblems(Command):
    """Take problems of a file over, with answers, request, appraisal and actions; returns the ids.

    A problem that is here, too, becomes as in the file, with its number and votes. What the file
    lacks of its answers, request and appraisal is removed; actions and, if the file has none,
    private notes stay. Another one is added, with its number if that was never used here, and
    whose people are not here are added.
    """

    state: WorkshopState
    problem_ids: tuple[str, ...]

    kind = "take_problems"
    step = Step.LIST

    @property
    def copied_before(self) -> str:
        return "import"

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        here = load_alone(store, open_workshop(store, workshop_id).id)
        return _Taking(store, here, self.state, self.problem_ids).take()


class _Taking:
    def __init__(
        self, store: Store, here: WorkshopState, file: WorkshopState, wanted: Collection[str]
    ) -> None:
        self._store = store
        self._here = here
        self._file = file
        self._problems = [each for each in file.problems if each.id in wanted]
        new = {each.id: free_id(store, each) for each in self._problems}
        self._ids: dict[str, dict[str, str]] = {part: {} for part in (*OF_PROBLEM, "news")}
        """The ids here of the records of the file, by part."""
        self._ids["problems"] = new | same_problems(here, file)
        self._numbers = {
            part: (last, {last, *(one.number for one in getattr(here, part))})
            for part, last in (
                ("problems", here.workshop.last_problem),
                ("requests", here.workshop.last_request),
            )
        }
        """The highest number of what was removed, and all numbers that are known."""
        self._positions = {
            part: max((one.position for one in getattr(here, part)), default=-1)
            for part in ("problems", "cards", "actions", "news")
        }

    def take(self) -> tuple[str, ...]:
        taken = [each for each in self._problems if not self._is_free("problems", each.number)]
        for each in (*(one for one in self._problems if one not in taken), *taken):
            self._take_problem(each)
        for part, each in product(OF_PROBLEM, self._problems):
            self._take_part(part, each.id)
        return tuple(self._ids["problems"][each.id] for each in self._problems)

    def _take_problem(self, theirs: Problem) -> None:
        workshop = self._here.workshop
        ids = self._ids["problems"]
        ours = self._here.problem(ids[theirs.id])
        theme = next((one.name for one in self._file.themes if one.id == theirs.theme_id), "")
        theme_id = AddTheme(theme).apply(self._store, workshop.id) if theme else None
        answers = {one.id for one in self._here.answers}
        at = ours.theme_position if ours is not None and ours.theme_id == theme_id else 0
        values = {
            "id": ids[theirs.id],
            "speaker_id": None if workshop.anonymous else self._person(theirs.speaker_id),
            "theme_id": theme_id,
            "theme_position": at,
            "chosen": theirs.chosen or not chooses(workshop.kind),
            "merged_into": ids.get(theirs.merged_into or ""),
            "split_from": ids.get(theirs.split_from or ""),
            "answer_id": theirs.answer_id if theirs.answer_id in answers else None,
        }
        self._write("problems", theirs, ours, values)

    def _take_part(self, part: str, problem_id: str) -> None:
        target = self._ids["problems"][problem_id]
        mine = {one.id: one for one in getattr(self._here, part) if one.problem_id == target}
        for theirs in getattr(self._file, part):
            if theirs.problem_id != problem_id:
                continue
            ours = mine.pop(theirs.id, None)
            if ours is None and part in ("appraisals", "requests") and mine:
                _, ours = mine.popitem()
            values: dict[str, Any] = {"problem_id": target}
            if part == "actions":
                values["owner_id"] = self._person(theirs.owner_id)
                values["card_id"] = self._ids["cards"].get(theirs.card_id or "")
            self._write(part, theirs, ours, values)
            if part == "requests":
                self._take_news(theirs.id)
        if part == "requests" and mine:
            remove_request(self._store, self._here.workshop.id, target)
        elif part != "actions":
            for one in mine.values():
                self._store.delete(one)
            for action in self._here.actions:
                if action.card_id in mine:
                    self._store.update(replace(action, card_id=None))

    def _take_news(self, request_id: str) -> None:
        known = {one.id for one in self._here.news}
        values = {"request_id": self._ids["requests"][request_id]}
        for each in self._file.news:
            if each.request_id == request_id and each.id not in known:
                self._write("news", each, None, values)

    def _write(
        self,
        part: str,
        theirs: Any,  # noqa: ANN401 - a record of any part
        ours: Any,  # noqa: ANN401 - the like, or None
        values: dict[str, Any],
    ) -> None:
        """Write a record of the file over one here, or as a new one."""
        if ours is None:
            values = {"id": free_id(self._store, theirs)} | values
            if part in self._positions:
                values["position"] = self._positions[part] = self._positions[part] + 1
            if part in self._numbers:
                values["number"] = self._new_number(part, theirs.number)
        else:
            names = [name for name in private_fields(type(ours)) if not getattr(theirs, name)]
            names += [name for name in ("id", "position", *_STAY) if hasattr(ours, name)]
            values |= {name: getattr(ours, name) for name in names}
        record = replace(theirs, workshop_id=self._here.workshop.id, **values)
        (self._store.insert if ours is None else self._store.update)(record)
        self._ids[part][theirs.id] = record.id

    def _is_free(self, part: str, number: int) -> bool:
        last, known = self._numbers[part]
        return number > last and number not in known

    def _new_number(self, part: str, wanted: int) -> int:
        """Return a number that stands in no paper of this workshop: the wanted one, or the next."""
        _, known = self._numbers[part]
        number = wanted if self._is_free(part, wanted) else max(known) + 1
        known.add(number)
        return number

    def _person(self, person_id: str | None) -> str | None:
        who = self._file.participant(person_id)
        if who is None:
            return None
        workshop = open_workshop(self._store, self._here.workshop.id)
        here = self._store.all(Participant, workshop.id)
        free = new_id() if who.id in self._store.forgotten_ids() else free_id(self._store, who)
        new = replace(who, id=free, workshop_id=workshop.id, can_do_ids=())
        return person_here(here, who) or insert_participant(self._store, workshop, new, here)
