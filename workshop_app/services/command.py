"""The base class of commands: one user action, applied to the store."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, dataclass_transform

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import MOST_DISMISSED, Workshop
from workshop_app.store.store import Store


class StepPlace(NamedTuple):
    """Where the effect of a command is visible, so that undo can go there."""

    step: Step
    record_id: str = ""


@dataclass_transform(frozen_default=True)
class Command:
    """One user action. Each subclass becomes a frozen dataclass with the arguments as fields.

    `kind` identifies the action in the log: the name of the class, so that it is never renamed
    (``add_problem`` of `AddProblem`). Its text is ``undo.kind.<kind>``. `step` is the step in which
    the effect is visible.
    """

    kind: ClassVar[str]
    step: ClassVar[Step]
    placed: ClassVar[str] = ""
    """The field with the id of the record at which the effect is visible, or with several ids."""
    merged_by: ClassVar[tuple[str, ...]] = ()
    """The fields of which commands with the same values in quick succession are one undo step."""
    logged: ClassVar[bool] = True
    """False if the data that the command removes must not remain in the action log."""

    def __init_subclass__(cls) -> None:
        cls.kind = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        dataclass(frozen=True)(cls)

    @property
    def copied_before(self) -> str:
        """Why a copy is made before it (an `Occasion` of `store.copies`); empty means no copy."""
        return ""

    @property
    def forgets(self) -> Mapping[str, str]:
        """The fields by table whose values the command removes from the whole action log."""
        return {}

    def apply(self, store: Store, workshop_id: str) -> object:
        """Apply it to the open workshop and return a result for the caller, such as a new id.

        Raises InvalidInput or NotFound; the whole action is then rolled back.
        """
        raise NotImplementedError

    @property
    def merge_key(self) -> str:
        """Commands with the same key in quick succession are one undo step; empty disables this."""
        values = [str(getattr(self, name)) for name in self.merged_by]
        return ":".join((self.kind, *values)) if values else ""

    @property
    def place(self) -> StepPlace:
        """Where the effect is visible: at a record, the first of several, or in the step alone."""
        record = getattr(self, self.placed) if self.placed else ""
        if isinstance(record, tuple):
            record = record[0] if record else ""
        return StepPlace(self.step, record)


def open_workshop(store: Store, workshop_id: str) -> Workshop:
    """Return the open workshop; raises InvalidInput when none is open."""
    if not workshop_id:
        raise InvalidInput("errors.no_workshop")
    return store.get(Workshop, workshop_id)


def dismiss(store: Store, workshop_id: str, hint: str) -> None:
    """Add a hint to those that the open workshop no longer gives."""
    workshop = open_workshop(store, workshop_id)
    if hint not in workshop.dismissed:
        dismissed = (*workshop.dismissed, hint)[-MOST_DISMISSED:]
        store.update(workshop, dismissed=dismissed)
