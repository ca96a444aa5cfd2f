"""What is unsaved in an entry line: its text, and the choices that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Slot, Unsent
from ui.widgets.entry_line import EntryLine


class Choice(NamedTuple):
    """How a choice beside a line is read and shown, as a text; "" is no choice."""

    read: Callable[[], str]
    show: Callable[[str], object]


class UnsentLine(QObject):
    """The content of a line for one workshop and record at a time.

    The line's object name is the name of the editor; it may change. A line with ``choices`` or with
    several records has a fixed name, ``editor``, and its page calls ``begin`` when it shows a
    workshop: until then the line is empty. Call ``end`` when the content was saved or given up.
    """

    def __init__(
        self,
        unsent: Unsent,
        line: EntryLine,
        page: str,
        workshop: str = "",
        *,
        editor: str = "",
        choices: Mapping[str, Choice] | None = None,
    ) -> None:
        super().__init__(line)
        self._unsent = unsent
        self._line = line
        self._choices = choices or {}
        self._given: Mapping[str, str] = {}
        self._waits = bool(editor)
        """Whether the page has not begun yet to show the workshop."""
        self._slot = Slot(workshop, page, editor or line.objectName())
        unsent.attach(self)
        if not self._waits:
            self._bring_back()

    @property
    def record(self) -> str:
        """The id of the record that is edited; empty for a new one."""
        return self._slot.record

    @property
    def workshop(self) -> str:
        """The id of the workshop whose content is shown; empty before ``begin``."""
        return "" if self._waits else self._slot.workshop

    def show_workshop(self, workshop: str) -> None:
        """Show the content for another workshop; `Unsent.gather` must have kept the previous one.

        It is looked up by the current object name of the line, which may have changed.
        """
        if workshop == self._slot.workshop:
            return
        editor = self._line.objectName()
        self._waits = not editor
        slot = self._slot._replace(workshop=workshop, editor=editor or self._slot.editor, record="")
        self._change(slot, {})

    def begin(self, workshop: str, record: str, given: Mapping[str, str]) -> None:
        """Keep the content for its record, and show another record.

        ``given`` are its saved text and choices by part; unsaved ones take precedence.
        """
        self.keep()
        self._waits = False
        self._change(self._slot._replace(workshop=workshop, record=record), given)

    def end(self) -> None:
        """Drop the content, and show an empty line for a new record."""
        self._unsent.drop(self._slot)
        self._change(self._slot._replace(record=""), {})

    def edited(self, workshop: str, exists: Callable[[str], bool]) -> str:
        """Return the id of the record of a workshop that was being edited; empty for none.

        What was unsaved of records that do not exist any more is dropped.
        """
        slot = self._slot._replace(workshop=workshop)
        for record in filter(None, self._unsent.records(*slot[:3])):
            if exists(record):
                return record
            self._unsent.drop(slot._replace(record=record))
        return ""

    def keep(self) -> None:
        if self._waits:
            return
        editor = self._line.objectName() or self._slot.editor
        if editor != self._slot.editor:
            self._unsent.drop(self._slot)
            self._slot = self._slot._replace(editor=editor)
        parts = self._parts()
        if self.is_changed or self.record:
            begun = self.is_changed and bool(self.record or parts[""])
            self._unsent.put(self._slot, parts, begun=begun)
        else:
            self._unsent.drop(self._slot)

    def field_of(self, slot: Slot) -> QWidget | None:
        return self._line if slot[1:3] == self._slot[1:3] else None

    @property
    def is_changed(self) -> bool:
        """Whether text or choices differ from those that are saved."""
        parts = self._parts().items()
        return any(text.strip() != self._given.get(part, "").strip() for part, text in parts)

    def _parts(self) -> dict[str, str]:
        typed = self._line.begun or bool(self.record)
        text = {"": self._line.text() if typed else ""}
        return text | {name: choice.read() for name, choice in self._choices.items()}

    def _change(self, slot: Slot, given: Mapping[str, str]) -> None:
        self._slot = slot
        self._given = given
        self._line.set_text(given.get("", ""))
        if not self._waits:
            self._bring_back()

    def _bring_back(self) -> None:
        kept = self._unsent.parts(self._slot)
        for name, choice in self._choices.items():
            choice.show(kept.get(name, self._given.get(name, "")))
        text = kept.get("", "")
        if text and (self.record or not self._line.text()):
            self._line.bring_back(text)
