"""The base of every command: one thing a user does, done by `apply` on the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.store.store import Store


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where a command has its effect, so that undo can lead there."""

    step: Step
    record_id: str = ""


@dataclass(frozen=True)
class Command:
    """One user action. Subclasses are frozen dataclasses with the arguments as fields.

    `kind` names the action in the log and its words in ``locale/*/undo.toml``; `step` is the step
    in which its effect is seen.
    """

    kind: ClassVar[str]
    step: ClassVar[Step]
    logged: ClassVar[bool] = True
    """False where what the command removes must be gone for good, from the action log too."""

    @property
    def forgets(self) -> Mapping[str, str]:
        """By table the field whose values must be gone for good, from the whole action log too."""
        return {}

    def apply(self, store: Store, workshop_id: str) -> object:
        """Do it on the open workshop and return what the caller needs, such as a new id.

        Raises InvalidInput or NotFound; then the whole action is rolled back.
        """
        raise NotImplementedError

    @property
    def merge_key(self) -> str:
        """Commands with the same key in quick succession are one undo step; empty never merges."""
        return ""

    @property
    def place(self) -> StepPlace:
        """Where the effect is seen."""
        return StepPlace(self.step, "")


def open_workshop(store: Store, workshop_id: str) -> Workshop:
    """Return the workshop a command works on; raises InvalidInput when none is open."""
    if not workshop_id:
        raise InvalidInput("errors.no_workshop")
    return store.get(Workshop, workshop_id)
