"""Commands on the customer's set-up: importing files, and removing a part."""

from dataclasses import replace

from workshop_app.domain.setup_json import to_facts, to_left_out
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Remove
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.store.store import Store


class ImportSetup(Command):
    """Store the content of files of the customer's Mackerel; returns the ids of the parts.

    A part of the same kind and subject is replaced and keeps its position and id.
    """

    previews: tuple[SetupPreview, ...]
    taken_at: str
    """When the files were read, ISO."""

    step = Step.PREPARE

    @property
    def copied_before(self) -> str:
        return "import"

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        open_workshop(store, workshop_id)
        parts = {(part.kind, part.subject): part for part in store.all(SetupPart, workshop_id)}
        for preview in self.previews:
            key = preview.kind, preview.subject
            told = {
                "taken_at": self.taken_at,
                "facts": to_facts(preview.facts),
                "left_out": to_left_out(preview.left_out),
            }
            if key in parts:
                parts[key] = replace(parts[key], **told)
                store.update(parts[key])
            else:
                named = {"kind": preview.kind, "subject": preview.subject}
                parts[key] = store.add(SetupPart, workshop_id, **named, **told)
        return tuple(parts[each.kind, each.subject].id for each in self.previews)


class RemoveSetup(Remove):
    """Remove a part: the content of one file, or of files that were read together."""

    step = Step.PREPARE
    placed = "record_id"
    record = SetupPart
