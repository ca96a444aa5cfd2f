"""Commands on what people can do alone: the lines, and the hands counted for them."""

from dataclasses import dataclass, replace

from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.ids import new_id
from workshop_app.domain.steps import Step
from workshop_app.domain.text import required_line
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners, count
from workshop_app.services.commands.visits import of_same_customer
from workshop_app.store.store import Store


@dataclass(frozen=True)
class AddCanDoLines(Command):
    """Add lines to ask the room about, in this order; those that are there already stay.

    Returns the id of the last one of them.
    """

    lines: tuple[str, ...]

    kind = "add_can_do_lines"
    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> str:
        open_workshop(store, workshop_id)
        lines = tuple(dict.fromkeys(required_line(line) for line in self.lines))
        if not lines:
            raise InvalidInput("errors.empty")
        known = {check.text: check for check in store.all(CanDoCheck, workshop_id)}
        for line in lines:
            if line not in known:
                known[line] = _new(store, workshop_id, line)
                store.insert(known[line])
        return known[lines[-1]].id


@dataclass(frozen=True)
class EditCanDoLine(Edit):
    """Set the words of a line."""

    kind = "edit_can_do_line"
    step = Step.WRAP_UP
    record = CanDoCheck
    fields = cleaners(CanDoCheck, "text")


@dataclass(frozen=True)
class RemoveCanDoLine(Command):
    """Remove a line with its count."""

    check_id: str

    kind = "remove_can_do_line"
    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        store.delete(store.get(CanDoCheck, self.check_id))


@dataclass(frozen=True)
class CountCanDo(Command):
    """Store how many hands went up for a line, and how many people were there.

    `hands` None takes the count back.
    """

    check_id: str
    hands: int | None
    people: int = 0

    kind = "count_can_do"
    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        store.update(_counted(store.get(CanDoCheck, self.check_id), self.hands, self.people))

    @property
    def merge_key(self) -> str:
        return f"{self.kind}:{self.check_id}"

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.check_id)


@dataclass(frozen=True)
class CountCanDoAgain(Command):
    """Store how many hands go up by now for a line of the visit before.

    `origin_id` is the record of the line, if it has one. The line becomes one of the open
    workshop; taking the count back with `hands` None removes it again.
    """

    text: str
    hands: int | None
    people: int = 0
    origin_id: str | None = None

    kind = "count_can_do_again"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        text = required_line(self.text)
        open_workshop(store, workshop_id)
        if self.origin_id is not None:
            earlier = store.get(CanDoCheck, self.origin_id)
            of_same_customer(store, workshop_id, earlier.workshop_id)
            text = earlier.text
        own = next((each for each in store.all(CanDoCheck, workshop_id) if self._is(each)), None)
        if self.hands is None:
            if own is not None:
                store.delete(own)
            return
        if own is None:
            own = replace(_new(store, workshop_id, text), origin_id=self.origin_id)
            store.insert(own)
        store.update(_counted(own, self.hands, self.people))

    @property
    def merge_key(self) -> str:
        return f"{self.kind}:{self.origin_id or self.text}"

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.origin_id or self.text)

    def _is(self, check: CanDoCheck) -> bool:
        if self.origin_id is not None:
            return check.origin_id == self.origin_id
        return check.text == required_line(self.text)


def _new(store: Store, workshop_id: str, line: str) -> CanDoCheck:
    others = store.all(CanDoCheck, workshop_id)
    position = max((each.position for each in others), default=-1) + 1
    return CanDoCheck(id=new_id(), workshop_id=workshop_id, position=position, text=line)


def _counted(check: CanDoCheck, hands: int | None, people: int) -> CanDoCheck:
    if hands is None:
        return replace(check, hands=None, people=0)
    return replace(check, hands=count(hands), people=max(count(people), count(hands)))
