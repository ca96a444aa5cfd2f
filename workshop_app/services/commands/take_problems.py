"""The command that takes single problems over from a workshop file, and what it relies on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workshop_app.domain.field_types import Privacy, without
from workshop_app.domain.participant_names import name_key
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, chooses
from workshop_app.domain.workshop import Participant
from workshop_app.domain.workshop_fields import LISTS, private_fields
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.import_workshop import free_id, with_references
from workshop_app.services.commands.participants import insert_participant
from workshop_app.services.commands.removal import remove_request
from workshop_app.services.commands.sorting import theme_named
from workshop_app.services.snapshot import load_alone
from workshop_app.store.store import Store

OF_PROBLEM = ("cards", "appraisals", "requests", "actions")
"""The parts whose records are taken over with their problem; an action refers to a card."""
_STAY = (
    "position",
    "number",
    "worksheet",
    "merged_into",
    "split_from",
    "answer_id",
    "theme_position",
)
"""The fields of a record that is here, too, which a file does not change."""


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


class TakeProblems(Command):
    """Take problems of a file over, with answers, request, appraisal and actions; returns the ids.

    A problem that is here, too, becomes as in the file, with its number and votes. What the file
    lacks of its answers, request and appraisal is removed; actions and, if the file has none,
    private notes stay. Another one is added, with its number if that was never used here, and
    whose people are not here are added.
    """

    state: WorkshopState
    problem_ids: tuple[str, ...]

    step = Step.LIST

    @property
    def copied_before(self) -> str:
        return "import"

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        here = load_alone(store, open_workshop(store, workshop_id).id)
        workshop = here.workshop
        ids = {part: {one.id: one.id for one in getattr(here, part)} for part in LISTS}
        ids["problems"] |= same_problems(here, self.state)
        pairs: list[tuple[str, Any, Any]] = []
        for part, theirs in _records(self.state, {*self.problem_ids}, here):
            ours = _same(here, part, theirs, ids)
            ids[part][theirs.id] = free_id(store, theirs) if ours is None else ours.id
            pairs.append((part, theirs, ours))
        taken = tuple(ids["problems"][each] for each in self.problem_ids)
        _remove_others(store, here, taken, {ours.id for _, _, ours in pairs if ours is not None})
        last = {"problems": workshop.last_problem, "requests": workshop.last_request}
        used = {part: {one.number for one in getattr(here, part)} for part in last}
        positions = {
            part: max((getattr(one, "position", 0) for one in getattr(here, part)), default=-1)
            for part in LISTS
        }
        for part, theirs, ours in pairs:
            record = with_references(theirs, ids[part][theirs.id], workshop, ids)
            if part == "participants" and ours is None:
                others = store.all(Participant, workshop.id)
                insert_participant(store, open_workshop(store, workshop.id), record, others)
            elif ours is None:
                positions[part] += 1
                values = {"position": positions[part]} if hasattr(record, "position") else {}
                if part in used:
                    is_free = record.number > last[part] and record.number not in used[part]
                    number = record.number if is_free else max(last[part], 0, *used[part]) + 1
                    used[part].add(number)
                    values["number"] = number
                store.insert(replace(record, **values))
            elif part not in ("participants", "themes"):
                names = [name for name in private_fields(type(ours)) if not getattr(theirs, name)]
                names += [name for name in _STAY if hasattr(ours, name)]
                store.update(record, **{name: getattr(ours, name) for name in names})
        return taken


def _records(
    file: WorkshopState, wanted: Collection[str], here: WorkshopState
) -> Iterator[tuple[str, Any]]:
    """Yield what is taken over, each with its part, in an order in which it can be written.

    Problems whose number is free here come before those that get another one.
    """
    hidden = (Privacy.SPEAKER,) if here.workshop.anonymous else ()
    problems = [without(one, *hidden) for one in file.problems if one.id in wanted]
    themes = {one.theme_id for one in problems}
    known = {one.id for one in here.news}
    yield from (("participants", who) for who in people_of(file, wanted))
    yield from (("themes", one) for one in file.themes if one.id in themes)
    numbers = {one.number for one in here.problems}
    last = here.workshop.last_problem
    for each in sorted(problems, key=lambda one: one.number <= last or one.number in numbers):
        chosen = each.chosen or not chooses(here.workshop.kind)
        yield "problems", replace(each, chosen=chosen, theme_position=0)
    for part in OF_PROBLEM:
        yield from ((part, one) for one in getattr(file, part) if one.problem_id in wanted)
    requests = {one.id for one in file.requests if one.problem_id in wanted}
    for each in file.news:
        if each.request_id in requests and each.id not in known:
            yield "news", each


def _same(here: WorkshopState, part: str, theirs: Any, ids: Mapping[str, Mapping[str, str]]) -> Any:  # noqa: ANN401 - records of any part
    """Return the record here for which one of the file stands, or None."""
    if part == "participants":
        return here.participant(person_here(here.participants, theirs))
    if part == "themes":
        return theme_named(here.themes, theirs.name)
    if part == "problems":
        return here.problem(ids[part].get(theirs.id))
    if part == "news":
        return None
    target = ids["problems"][theirs.problem_id]
    one_each = part in ("appraisals", "requests")
    mine = (one for one in getattr(here, part) if one.problem_id == target)
    return next((one for one in mine if one_each or one.id == theirs.id), None)


def _remove_others(
    store: Store, here: WorkshopState, problem_ids: Collection[str], stay: Collection[str]
) -> None:
    """Delete the answers, appraisal and request of these problems, but those that stay."""
    for part in ("cards", "appraisals", "requests"):
        for one in getattr(here, part):
            if one.problem_id not in problem_ids or one.id in stay:
                continue
            for action in here.actions:
                if action.card_id == one.id:
                    store.update(action, card_id=None)
            if part == "requests":
                remove_request(store, here.workshop.id, one.problem_id)
            else:
                store.delete(one)
