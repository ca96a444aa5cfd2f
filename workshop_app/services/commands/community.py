"""Commands on pointers to the community."""

from dataclasses import replace
from typing import Any

from workshop_app.domain.ids import new_id
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, Remove, cleaned, cleaners
from workshop_app.store.store import Store


class AddPointer(Command):
    """Add a pointer to the papers, or choose the same one that is there; returns its id.

    One that is in another workshop is the same.
    """

    title: str
    address: str = ""
    date: str = ""
    language: str = ""
    """By default that of the workshop."""

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> str:
        said = _said(self, open_workshop(store, workshop_id).language)
        new = Pointer(id="", workshop_id=workshop_id, position=0, **said, shared_id=new_id())
        for each in store.all(Pointer):
            if each.line == new.line:
                new = replace(new, shared_id=each.shared_id)
                if each.workshop_id == workshop_id:
                    store.update(each, chosen=True)
                    return each.id
        return store.add(Pointer, workshop_id, **said, shared_id=new.shared_id).id


class ChangePointer(Command):
    """Change what a pointer says, in all workshops whose papers were not written yet, too."""

    pointer_id: str
    title: str
    address: str = ""
    date: str = ""
    language: str = ""
    """By default as it is."""

    step = Step.WRAP_UP
    placed = "pointer_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        pointer = store.get(Pointer, self.pointer_id)
        said = _said(self, pointer.language)
        store.update(pointer, **said)
        others = store.some(Pointer, None, "shared_id", [pointer.shared_id])
        for each in others:
            if each.id != pointer.id and not store.get(Workshop, each.workshop_id).exported_at:
                store.update(each, **said)


class EditPointer(Edit):
    """Set whether the papers contain a pointer."""

    step = Step.WRAP_UP
    record = Pointer
    fields = cleaners(Pointer, "chosen")


class RemovePointer(Remove):
    """Remove a pointer from the workshop."""

    step = Step.WRAP_UP
    record = Pointer


def _said(command: AddPointer | ChangePointer, language: str) -> dict[str, Any]:
    """Return what a pointer says, by default in this language; raises InvalidInput."""
    return cleaned(command, Pointer) | {"language": command.language or language}
