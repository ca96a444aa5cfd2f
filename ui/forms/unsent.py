"""What was typed or chosen and is in no record yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from workshop_app.domain.ids import record_id_in
from workshop_app.services.draft_file import Draft

_LONGEST = 300_000
"""The letters of the longest text that survives the program, such as a pasted list."""
_FIELD = "field "


class Slot(NamedTuple):
    """What identifies an editor's content."""

    workshop: str
    page: str
    editor: str
    """The name of the editor on the page."""
    record: str = ""
    """The id of the record that the content is about; empty for a new one."""

    @property
    def is_of_field(self) -> bool:
        """Whether it has refused content of a field of a record."""
        return self.editor.startswith(_FIELD)

    @property
    def name(self) -> str:
        """The name of the line, panel or field."""
        return self.editor.removeprefix(_FIELD)


def field_slot(workshop: str, page: str, name: str, record: str) -> Slot:
    """Return the slot of what a field of a record refused."""
    return Slot(workshop, page, _FIELD + name, record)


class Editor(Protocol):
    """A widget, or a part of one, into which somebody types or which offers a choice."""

    def keep(self) -> None:
        """Put the present content into `Unsent`, or drop it if nothing is left to be saved."""

    def field_of(self, slot: Slot) -> QWidget | None:
        """Return the widget with this content; None if another editor has it, or it is closed."""
        ...


class Content(NamedTuple):
    """The texts and choices of an editor by part; the part "" is its main text."""

    parts: Mapping[str, str]
    begun: bool
    """Whether losing it would lose work; false for a bare choice, and for an unchanged text."""
    private: bool
    """Whether it was typed in private mode; after a restart it is only shown there."""


class Unsent:
    """The unsaved content of one window.

    ``records_there`` returns which of some ids belong to existing records.

    It is not a widget: private texts are here while the pages of projected mode are shown. Editors
    attach themselves. `gather` asks them for their content before pages are discarded, the file of
    drafts is written, or the window is closed.
    """

    def __init__(
        self,
        private_mode: Callable[[], bool],
        records_there: Callable[[Collection[str]], Collection[str]],
    ) -> None:
        self._private_mode = private_mode
        self._records_there = records_there
        self._kept: dict[Slot, Content] = {}
        self._waiting: dict[Slot, Content] = {}
        """Private content of an earlier run of the program."""
        self._editors: list[Editor] = []
        self._restored: set[str] = set()
        """The workshops with content of an earlier run that were not opened since."""
        self.touched: Callable[[], object] = lambda: None
        """Called when a choice changed, which no field reports."""

    # -- editors

    def attach(self, editor: Editor) -> None:
        """Ask an editor for its content from now on, until `detach_all`."""
        self._editors.append(editor)

    def detach_all(self) -> None:
        """Gather the content of all editors and ask none of them again."""
        self.gather()
        self._editors.clear()

    def gather(self) -> None:
        """Ask all editors for their present content."""
        for editor in self._editors:
            editor.keep()

    def field_of(self, slot: Slot) -> QWidget | None:
        """Return the widget with the content of a slot; None if it is closed, or not built."""
        fields = (editor.field_of(slot) for editor in self._editors)
        return next((one for one in fields if one is not None), None)

    # -- content

    def parts(self, slot: Slot) -> Mapping[str, str]:
        """Return the content of a slot by part; empty if there is none."""
        kept = self._kept.get(slot)
        return kept.parts if kept is not None else {}

    def records(self, workshop: str, page: str, editor: str) -> tuple[str, ...]:
        """Return the ids of the records about which an editor has content; "" for a new one."""
        return tuple(slot.record for slot in self._kept if slot[:3] == (workshop, page, editor))

    def put(
        self, slot: Slot, parts: Mapping[str, str], *, begun: bool = True, public: bool = False
    ) -> None:
        """Keep the content of an editor; without any text or choice it is dropped.

        ``public`` content is shown in projected mode, too, if it was chosen in private mode.
        """
        if not any(parts.values()):
            self._kept.pop(slot, None)
            return
        before = self._kept.get(slot)
        if before is None or before.parts != parts:
            self._kept.pop(slot, None)  # the last one is that which was changed last
            private = self._private_mode() or (before is not None and before.private)
        else:
            private = before.private
        self._kept[slot] = Content(dict(parts), begun, private and not public)

    def drop(self, slot: Slot) -> None:
        """Drop the content of a slot, since it was saved or given up."""
        self._kept.pop(slot, None)

    def is_private(self, slot: Slot) -> bool:
        """Return whether the content of a slot was typed in private mode."""
        kept = self._kept.get(slot)
        return slot in self._waiting or (kept is not None and kept.private)

    def forget(self, workshop: str) -> None:
        """Drop all content of a workshop that no editor shows."""
        for kept in (self._kept, self._waiting):
            for slot in [slot for slot in kept if slot.workshop == workshop]:
                del kept[slot]

    def begun(self) -> Mapping[Slot, str]:
        """Return the texts that closing the window would lose, with their slots.

        The one that was changed last is the last. Texts about a record that was removed are only
        kept for when its removal is undone: nothing leads to them.
        """
        self.gather()
        begun = {slot: kept for slot, kept in self._kept.items() if kept.begun}
        removed = self._removed(begun)
        return {
            slot: "\n".join(kept.parts.values())
            for slot, kept in begun.items()
            if record_id_in(slot.record) not in removed
        }

    def _removed(self, slots: Iterable[Slot]) -> frozenset[str]:
        """Return the ids of records that slots are about and that were removed.

        Records of a workshop in another store, such as the sample's, do not count as removed.
        """
        workshops = {record_id_in(slot.record): slot.workshop for slot in slots}
        workshops.pop("", None)
        there = self._records_there({*workshops, *workshops.values()})
        return frozenset(
            record
            for record, workshop in workshops.items()
            if workshop in there and record not in there
        )

    # -- the file of drafts

    def drafts(self) -> Iterator[Draft]:
        """Return what is to survive the program, in a file of limited size."""
        self.gather()
        for slot, kept in (*self._waiting.items(), *self._kept.items()):
            for part, text in kept.parts.items():
                if text and len(text) <= _LONGEST:
                    yield Draft(*slot, part, text, kept.private, kept.begun)

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take over the drafts of an earlier run; private ones wait for private mode."""
        for draft in drafts:
            slot = Slot(draft.workshop, draft.page, draft.place, draft.record)
            into = self._waiting if draft.private else self._kept
            before = into.get(slot, Content({}, begun=False, private=draft.private))
            parts = {**before.parts, draft.part: draft.text}
            into[slot] = Content(parts, before.begun or draft.begun, draft.private)
            self._restored.add(draft.workshop)
        if self._private_mode():
            self.release()

    def is_first_opening(self, workshop: str) -> bool:
        """Return whether a workshop with content of an earlier run is opened the first time."""
        first = workshop in self._restored
        self._restored.discard(workshop)
        return first

    def release(self) -> None:
        """Make the waiting private content available, since private mode begins.

        Text typed since then into the same editor takes precedence.
        """
        for slot in [slot for slot in self._waiting if slot not in self._kept]:
            self._kept[slot] = self._waiting.pop(slot)
