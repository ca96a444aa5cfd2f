"""Commands on the can-do check: its lines, hands counted for them, and who can do them."""

from dataclasses import replace

from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.errors import InvalidInput, NotFound
from workshop_app.domain.steps import Step
from workshop_app.domain.text import required_line
from workshop_app.domain.workshop import Participant
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import Edit, Remove, cleaners, count
from workshop_app.services.commands.visits import of_same_customer
from workshop_app.store.store import Store


class AddCanDoLines(Command):
    """Add lines to ask the room about, in this order; existing ones are kept.

    Returns the id of the last of them.
    """

    lines: tuple[str, ...]

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> str:
        open_workshop(store, workshop_id)
        lines = tuple(dict.fromkeys(required_line(line) for line in self.lines))
        if not lines:
            raise InvalidInput("errors.empty")
        known = {check.text: check for check in store.all(CanDoCheck, workshop_id)}
        for line in lines:
            if line not in known:
                known[line] = store.add(CanDoCheck, workshop_id, text=line)
        return known[lines[-1]].id


class EditCanDoLine(Edit):
    """Set the words of a line."""

    step = Step.WRAP_UP
    record = CanDoCheck
    fields = cleaners(CanDoCheck, "text")


class RemoveCanDoLine(Remove):
    """Remove a line with its count and its ticks."""

    step = Step.WRAP_UP
    record = CanDoCheck

    def apply(self, store: Store, workshop_id: str) -> None:
        for who in store.all(Participant, workshop_id):
            if self.record_id in who.can_do_ids:
                left = tuple(each for each in who.can_do_ids if each != self.record_id)
                store.update(who, can_do_ids=left)
        super().apply(store, workshop_id)


class CountCanDo(Command):
    """Store how many hands went up for a line, and how many people were there.

    A `hands` of None removes the count.
    """

    check_id: str
    hands: int | None
    people: int = 0

    step = Step.WRAP_UP
    placed = "check_id"
    merged_by = ("check_id",)

    def apply(self, store: Store, workshop_id: str) -> None:
        store.update(_counted(store.get(CanDoCheck, self.check_id), self.hands, self.people))


class CountCanDoAgain(Command):
    """Store how many hands go up now for a line of the previous visit.

    `origin_id` is the record of the line, if it has one. A line of the open workshop is created for
    it, and removed again if the count is removed with a `hands` of None and nobody is ticked.
    """

    text: str
    hands: int | None
    people: int = 0
    origin_id: str | None = None

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        asked = _Asked(store, workshop_id, self.text, self.origin_id)
        if self.hands is not None:
            store.update(_counted(asked.own_or_new(), self.hands, self.people))
        elif asked.own is not None:
            store.update(_counted(asked.own, None, 0))
            asked.remove_if_empty()

    @property
    def merge_key(self) -> str:
        return f"{self.kind}:{self.origin_id or self.text}"

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.origin_id or self.text)


class TickCanDo(Command):
    """Note for the facilitator that somebody can do a line, or remove the note."""

    check_id: str
    participant_id: str
    can: bool

    step = Step.WRAP_UP
    placed = "check_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        _tick(store, workshop_id, self.check_id, self.participant_id, can=self.can)


class TickCanDoAgain(Command):
    """Note that somebody can now do a line of the previous visit, or remove the note.

    A line of the open workshop is created as by `CountCanDoAgain`, and removed if neither a count
    nor a tick is left.
    """

    text: str
    participant_id: str
    can: bool
    origin_id: str | None = None

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        asked = _Asked(store, workshop_id, self.text, self.origin_id)
        if not self.can and asked.own is None:
            return
        own = asked.own_or_new()
        _tick(store, workshop_id, own.id, self.participant_id, can=self.can)
        asked.remove_if_empty()

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.origin_id or self.text)


class _Asked:
    """A line of the previous visit, and the line of the open workshop that asks it again."""

    def __init__(self, store: Store, workshop_id: str, text: str, origin_id: str | None) -> None:
        """Find the line; raises InvalidInput if it belongs to another customer."""
        self._store = store
        self._workshop_id = workshop_id
        self._origin_id = origin_id
        self._text = required_line(text)
        open_workshop(store, workshop_id)
        if origin_id is not None:
            earlier = store.get(CanDoCheck, origin_id)
            of_same_customer(store, workshop_id, earlier.workshop_id)
            self._text = earlier.text

    @property
    def own(self) -> CanDoCheck | None:
        """The line of the open workshop, if there is one."""
        checks = self._store.all(CanDoCheck, self._workshop_id)
        if self._origin_id is not None:
            return next((each for each in checks if each.origin_id == self._origin_id), None)
        return next((each for each in checks if each.text == self._text), None)

    def own_or_new(self) -> CanDoCheck:
        """Return the line of the open workshop; it is added if there is none."""
        own = self.own
        if own is None:
            known = {"text": self._text, "origin_id": self._origin_id}
            own = self._store.add(CanDoCheck, self._workshop_id, **known)
        return own

    def remove_if_empty(self) -> None:
        """Remove the line of the open workshop if it has neither a count nor a tick."""
        own = self.own
        people = self._store.all(Participant, self._workshop_id)
        if own and own.hands is None and not any(own.id in who.can_do_ids for who in people):
            self._store.delete(own)


def _tick(store: Store, workshop_id: str, check_id: str, participant_id: str, *, can: bool) -> None:
    if open_workshop(store, workshop_id).anonymous:
        raise InvalidInput("errors.nobody_named")
    check = store.get(CanDoCheck, check_id)
    who = store.get(Participant, participant_id)
    if {check.workshop_id, who.workshop_id} != {workshop_id}:
        raise NotFound("errors.gone")
    others = tuple(each for each in who.can_do_ids if each != check.id)
    store.update(who, can_do_ids=(*others, check.id) if can else others)


def _counted(check: CanDoCheck, hands: int | None, people: int) -> CanDoCheck:
    if hands is None:
        return replace(check, hands=None, people=0)
    return replace(check, hands=count(hands), people=max(count(people), count(hands)))
