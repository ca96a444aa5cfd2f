"""The fields of one participant."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.presence import change_presence, correct_presence
from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form, by_command
from ui.pages.prepare.notes import PrivateBlock
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.labelled_field import LabelledField
from ui.widgets.menu import shortened
from ui.widgets.sheet import Sheet
from ui.widgets.text_layout import text_width
from ui.widgets.time_field import TimeField
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.workshop import Attendance, Participant
from workshop_app.i18n import language, texts, tr
from workshop_app.services.commands.participants import EditParticipant

_LINES = ("name", "reading", "team", "job", "honorific", "email")
_JAPANESE = ("reading", "honorific")
"""Fields that only the Japanese interface shows."""
_NAME = 24  # letters in the label of the note
_APART = 8
"""Px more between what is printed and what is not."""
_CONTACT = fields_with(Participant, Privacy.CONTACT)
"""Fields that are hidden from the room."""


class PersonFields(Sheet):
    """Shows a person; each field is saved by itself.

    Mail address, note and mark exist in private mode only.
    """

    def __init__(self, api: WindowApi, private: bool) -> None:
        super().__init__()
        self._api = api
        self._person: Participant | None = None
        self._private = private
        grid = QGridLayout()
        self._grid = grid
        left_out = (*(() if private else _CONTACT), *(() if language() == "ja" else _JAPANESE))
        shown = [name for name in _LINES if name not in left_out]
        rows = 2 if private else len(shown)  # the private notes leave space for two rows
        columns = max(2, math.ceil(len(shown) / rows))
        texts = {name: FieldText(tr(f"prepare.person.{name}")) for name in shown}
        hint = tr("prepare.person.thanks_hint")
        texts["thanks"] = FieldText(tr("prepare.person.thanks"), hint)
        if private:
            texts["private_note"] = FieldText("", lines=(1, 4))
        self._form = Form(Participant, texts, by_command(api, EditParticipant))
        self.lines = {name: self._form.fields[name] for name in shown}
        for index, line in enumerate(self.lines.values()):
            grid.addWidget(line, index // columns, index % columns)
            grid.setColumnStretch(index % columns, 2)
        grid.setColumnStretch(columns - 1, 3)  # an address is long
        options = [Option(kind, tr(f"prepare.attendance.{kind}")) for kind in Attendance]
        self.attendance = CheckButtons(tr("prepare.attendance_label"), options)
        self.attendance.chosen.connect(partial(self._form.save, "attendance"))
        self.thanks = self._form.fields["thanks"]
        self.add(grid, self.attendance, self.thanks)
        key = key_of("moving.delete")
        self.remove = ActionButton(tr("prepare.person_remove"), "close", key, "quiet",
                                   size="small")  # fmt: skip
        words = [tr(f"prepare.{name}") for name in ("arrived_at", "left_early_at")]
        wide = max(text_width(each, "body-quiet") for each in words) + 10
        self.time = TimeField(words[0], name="moved_at")
        self.time.set_label_beside(wide)
        self.time.setMaximumWidth(wide + 10 * theme().metrics.body)
        self.time.edited.connect(self._correct_time)
        bind(self, "prepare.moved", self._change_presence)
        self._presence = {here: self._presence_button(here) for here in (True, False)}
        foot = row(
            None,
            *self._presence.values(),
            self.time,
            STRETCH,
            self.remove,
        )
        self.add(foot)
        if private:
            self._add_private()
        theme().follow(self._fit)

    def _fit(self) -> None:
        """Reduce the space between fields in a low window, so that they fit into it."""
        close = theme().metrics.rather_low
        padding = 12 if close else 18
        gap = 6 if close else 12
        self.content.setContentsMargins(padding, padding, padding, padding)
        self.content.setSpacing(gap)
        self._grid.setSpacing(gap)

    @property
    def all_fields(self) -> Iterable[LabelledField]:
        """The fields with text."""
        return self._form.fields.values()

    def show_person(self, person: Participant | None, *, known: bool) -> None:
        """Show a person, who may be `known` from other workshops, or nothing if None."""
        self._person = person
        self.setVisible(person is not None)
        self._form.show_record(person)
        if self._private:
            name = shortened(texts().addressed(person), _NAME) if person is not None else ""
            self.note.set_label(tr("prepare.person.note_of", name=name))
        if person is None:
            return
        self.attendance.set_value(person.attendance)
        self.remove.setText(tr(f"prepare.person_{'gone' if known else 'remove'}"))
        self._show_time(person)
        for here, button in self._presence.items():
            button.setEnabled(here is not person.here)
        if self._private:
            self.ambassador.show_on(person.ambassador)

    def _show_time(self, person: Participant) -> None:
        """Show when somebody left early, or else arrived late, if that was recorded."""
        moved = person.left or person.arrived
        self.time.set_label(tr("prepare.left_early_at" if person.left else "prepare.arrived_at"))
        self.time.show_value(moved[11:16], person.id)
        self.time.setVisible(bool(moved))

    def _correct_time(self, time: str) -> None:
        if self._person is not None:
            correct_presence(self._api, self._person, time)

    def _add_private(self) -> None:
        """Add what no paper prints, apart from what is printed."""
        self.note = self._form.fields["private_note"]
        self.ambassador = CheckButton(tr("prepare.person.ambassador"), SWITCH)
        self.ambassador.toggled.connect(partial(self._form.save, "ambassador"))
        own = QWidget()
        column(own, self.note, row(None, self.ambassador, STRETCH, around=(14, 0, 0, 0)), gap=4)
        self.add(_APART, PrivateBlock(own))

    def _presence_button(self, here: bool) -> ActionButton:
        """Return the button for being here from now on, or not; disabled, it keeps its place."""
        words = tr(f"prepare.{'arrives' if here else 'leaves'}_now")
        button = ActionButton(words, "clock", key_of("prepare.moved"), "note", size="small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._change_presence)
        return button

    def _change_presence(self) -> None:
        if self._person is None:
            return
        if any(button.hasFocus() for button in self._presence.values()):
            self.attendance.setFocus()  # the next key must not press the other one
        change_presence(self._api, self._person)
