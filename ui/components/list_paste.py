"""Imports lists by pasting, from a file or by drag and drop, with a preview."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ui.components.paste_preview import LONGEST_NAME, PastePreview
from ui.components.suggestions import answer_marks
from ui.components.timestamps import now
from ui.components.window_api import WindowApi
from ui.widgets.column_heads import ColumnHead
from ui.widgets.menu import shortened
from workshop_app.domain.errors import UserError
from workshop_app.domain.problem import Source
from workshop_app.domain.speaker_matching import Person
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.imports.files import has_bullets, of_contact, preview_of, read_list_file
from workshop_app.services.imports.mackerel.refused import is_json
from workshop_app.services.imports.speakers import Said, Speakers, addition
from workshop_app.services.imports.table import (
    ColumnRole,
    ImportedTable,
    TableRow,
    read_cells,
)
from workshop_app.services.imports.text import ListLine, mark_repeats
from workshop_app.services.queries import people_of_customer

_LINES = "lines"
_TABLE = "table"


@dataclass(frozen=True)
class BegunPaste:
    """The ticked lines of a preview that was left, and the table they come from, if any.

    `named` tells whether the list says who said them.
    """

    lines: tuple[ListLine, ...]
    named: bool = False
    table: ImportedTable | None = None

    def parts(self) -> dict[str, str]:
        """Return the content as texts, for `of`."""
        lines = [
            (
                line.text, line.speaker if self.named else None,
                line.day, line.score, line.team, line.note,
            )
            for line in self.lines
        ]  # fmt: skip
        table = self.table
        return {
            _LINES: json.dumps(lines, ensure_ascii=False),
            _TABLE: "" if table is None else json.dumps(table, ensure_ascii=False),
        }

    @classmethod
    def of(cls, parts: Mapping[str, str]) -> BegunPaste | None:
        """Return what `parts` described; None if it is nothing, or damaged."""
        try:
            told = json.loads(parts[_LINES])
            lines = tuple(
                ListLine(text, number, speaker or "", *others)
                for number, (text, speaker, *others) in enumerate(told, 1)
            )
            named = any(speaker is not None for _, speaker, *_ in told)
            if not parts.get(_TABLE):
                return cls(lines, named)
            rows, *others = json.loads(parts[_TABLE])
            return cls(lines, named, ImportedTable(tuple(TableRow(*row) for row in rows), *others))
        except (ValueError, TypeError, KeyError):
            return None


def clipboard_text() -> str:
    """Return the clipboard's text, or empty."""
    return QGuiApplication.clipboard().text()


class ListPaste(PastePreview):
    """A preview that reads texts by lines, and spreadsheet cells and CSV files by columns.

    In a table it guesses the columns of problems, speakers and more; users can change the roles in
    the column headers. Without a column of speakers, a line itself may name who said it. A name
    that may mean several people is asked for; without an answer the speaker stays open. New people
    are added if the switch is on, as it is unless people meet. In projected mode neither speakers,
    samples of columns nor answers are shown, and an anonymous workshop stores no speakers.
    """

    def __init__(self, api: WindowApi, *, divide: str, paging_keys: bool = True) -> None:
        marks = answer_marks(lambda: api.answers) if api.private else None
        super().__init__(marks, divide=divide, paging_keys=paging_keys)
        self._api = api
        self._table: ImportedTable | None = None
        self._of_unseen = False
        self._had_bullets = False
        self._listed: tuple[ListLine, ...] = ()
        self._with_speakers = False
        self._speakers = Speakers((), ())
        self._decided: dict[Said, Person | None] = {}
        self._adds_people: bool | None = None
        self.columns.role_chosen.connect(self._set_role)
        self.columns.switch.toggled.connect(self._set_headings)
        self.people.role_chosen.connect(self._decide)
        self.people.switch.toggled.connect(self._set_adds_people)

    def show_text(self, text: str, *, unseen: bool = False) -> bool:
        """Show the preview of a text; returns False if it is empty or an error was shown."""
        if is_json(text):
            self._api.say_error(tr("paste.of_mackerel"))
            return False
        return self._show(read_cells(text) or text, unseen=unseen)

    def show_files(self, paths: Sequence[Path], *, unseen: bool = False) -> bool:
        """Show the preview of a file; an error says why it cannot be read.

        For another number of ``paths`` than one an error is shown.
        """
        if len(paths) != 1:
            self._api.say_error(tr("paste.one_file" if paths else "paste.no_file"))
            return False
        try:
            content = read_list_file(paths[0])
        except UserError as error:
            values = error.values
            if not self._api.private:  # file names are not shown to the room
                values = {**values, "file": tr("paste.this_file")}
            self._api.say_error(tr(error.key, **values))
            return False
        return self._show(content, unseen=unseen)

    def choose_file(self, *, unseen: bool = False) -> bool:
        """Ask for a file in the system's dialog and show its preview; return False if not shown."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("prepare.advance_file"), "", tr("prepare.advance_filter")
        )
        return bool(name) and self.show_files([Path(name)], unseen=unseen)

    def begun(self) -> BegunPaste | None:
        """Return the state for `resume`; None if no line is ticked."""
        lines = self.ticked()
        return BegunPaste(lines, self._with_speakers, self._table) if lines else None

    def resume(self, begun: BegunPaste, *, unseen: bool = False) -> None:
        """Continue with the lines of a preview that was left."""
        self._table = begun.table
        self._had_bullets = False
        self._of_unseen = unseen
        self._show_read(mark_repeats(begun.lines, self._state.problems), begun.named)
        self.focus_start()

    def addition(
        self,
        lines: Sequence[ListLine],
        *,
        source: Source = Source.ROOM,
        speaker_id: str | None = None,
        held: bool = False,
    ) -> AddProblems:
        """Return the command that adds the accepted lines.

        ``speaker_id`` is the speaker of a list without speakers; in other lists, lines whose
        speaker is not known have none.
        """
        return addition(
            lines,
            self._speakers if self._with_speakers else None,
            texts(),
            source=source,
            adds_people=self._adds,
            speaker_id=speaker_id,
            heard_at=now(),
            held=held,
        )

    @property
    def _adds(self) -> bool:
        """Whether unknown speakers become participants; people who meet are usually all listed."""
        if self._adds_people is None:
            return not self._state.workshop.kind.is_talk
        return self._adds_people

    def clear(self) -> None:
        self._table = None
        self._decided = {}
        self._adds_people = None
        super().clear()

    @property
    def _state(self) -> WorkshopState:
        return self._api.session.open_state

    def _show(self, content: ImportedTable | str, *, unseen: bool) -> bool:
        people, talk = self._state.participants, self._state.workshop.kind.is_talk
        content = of_contact(content, people, of_talk=talk)
        lines = preview_of(content, self._state.problems, people).lines
        if not lines:
            self._api.toast(tr("paste.nothing"), done=False)
            return False
        self._of_unseen = unseen
        self._had_bullets = has_bullets(content)
        several = isinstance(content, ImportedTable) and len(content.columns) > 1
        self._table = content if several and isinstance(content, ImportedTable) else None
        if self._table is None:
            self._show_read(lines, self._has_speakers(lines))
        else:
            self._show_table(self._table)
        self.focus_start()
        return True

    def _show_table(self, table: ImportedTable) -> None:
        if self._state.workshop.anonymous:
            table = table.without(ColumnRole.SPEAKER, ColumnRole.TEAM)
        self._table = table
        lines = table.preview(self._state.problems, self._state.participants).lines
        self._show_read(lines, table.speaker is not None or self._has_speakers(lines))

    def _has_speakers(self, lines: Sequence[ListLine]) -> bool:
        return not self._state.workshop.anonymous and any(line.speaker for line in lines)

    def _show_read(self, lines: Sequence[ListLine], with_speakers: bool) -> None:
        self._listed = tuple(lines)
        self._with_speakers = with_speakers
        if self._table is None:
            self.columns.hide()
        else:
            self._show_columns(self._table)
        self._show_people()
        self.show_lines(
            self._listed,
            unseen=self._of_unseen,
            named=self._api.private and with_speakers,
            remarks=self._all_remarks(),
        )

    def _all_remarks(self) -> list[str]:
        remarks = [tr("paste.bullets")] if self._had_bullets else []
        by_column = self._table is not None and self._table.speaker is not None
        if not by_column and any(line.speaker for line in self._listed):
            remarks.append(tr("paste.names_kept" if self._with_speakers else "paste.names_taken"))
        if by_column and not self._api.private and (found := self._known_speakers()):
            remarks.append(tr("paste.speakers", n=found))
        if new := self._speakers.newcomers:
            remarks.append(tr("paste.newcomers" if self._adds else "paste.strangers", n=len(new)))
            if self._api.private:
                remarks.append(tr("paste.new_names", names="  ".join(map(_named, new))))
        if undecided := self._speakers.undecided:
            remarks.append(tr("paste.undecided", n=len(undecided)))
        return remarks

    def _known_speakers(self) -> int:
        """Return the number of people who are recorded as having said a line."""
        people = {self._speakers.person(line, adds_people=self._adds) for line in self._listed}
        return len(people - {None})

    def _show_people(self) -> None:
        """Show the names that may mean several people, and whether new people are added."""
        state = self._state
        self._speakers = Speakers(
            self._listed if self._with_speakers else (),
            state.participants,
            people_of_customer(self._api.session, state).values(),
            self._decided,
        )
        asked = self._speakers.asked if self._api.private else ()
        heads = [
            ColumnHead(
                index,
                _named_said(*said),
                self._decision(said),
                [
                    *((str(n), _named(who)) for n, who in enumerate(self._speakers.options[said])),
                    ("", tr("paste.nobody")),
                ],
                used=said not in self._speakers.undecided,
            )
            for index, said in enumerate(asked)
        ]
        new = len(self._speakers.newcomers)
        self.people.switch.setText(tr("paste.add_people", n=new))
        self.people.show_columns(heads, on=self._adds)
        self.people.switch.setVisible(bool(new))
        self.people.setVisible(bool(heads or new))

    def _decision(self, said: Said) -> str:
        who = self._decided.get(said)
        return "" if who is None else str(self._speakers.options[said].index(who))

    def _decide(self, index: int, option: str) -> None:
        said = self._speakers.asked[index]
        self._decided[said] = self._speakers.options[said][int(option)] if option else None
        self._show_decided()

    def _set_adds_people(self, on: bool) -> None:
        self._adds_people = on
        self._show_decided()

    def _show_decided(self) -> None:
        """Show what follows from a decision about people; ticks stay as they are."""
        self._show_people()
        self.show_remarks(self._all_remarks())

    def _show_columns(self, table: ImportedTable) -> None:
        private = self._api.private
        named = (ColumnRole.SPEAKER, ColumnRole.TEAM)
        left_out = named if self._state.workshop.anonymous else ()
        if self._state.workshop.kind.is_talk:
            left_out += (ColumnRole.SCORE,)
        roles = [
            (role.value, tr(f"paste.role.{role.value}"))
            for role in ColumnRole
            if role not in left_out
        ]
        heads = [
            ColumnHead(
                column,
                table.heading(column) or tr("paste.nth_column", n=number),
                table.role(column).value,
                roles,
                table.role(column) is not ColumnRole.UNUSED,
                table.sample(column) if private and not table.heading(column) else "",
            )
            for number, column in enumerate(table.columns, 1)
        ]
        self.columns.show_columns(heads, on=table.has_headings)

    def _set_role(self, column: int, role: str) -> None:
        if self._table is not None:
            self._show_table(self._table.with_role(column, ColumnRole(role)))

    def _set_headings(self, on: bool) -> None:
        if self._table is not None:
            self._show_table(self._table.with_headings(on))


def _named(who: Person) -> str:
    return _named_said(who.name, who.team)


def _named_said(name: str, team: str) -> str:
    said = tr("paste.in_team", name=name, team=team) if team else name
    return shortened(said, LONGEST_NAME)
