"""The can-do check: lines the room is asked about, and the hands counted for each."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_button
from ui.components.hands import Hands, can_do_row
from ui.components.hands_list import HandsListSection
from ui.components.who_can import WhoCan
from ui.forms.record_entry import EntryTexts, RecordLine
from ui.forms.record_list import RecordCommands
from ui.rows.row import Row
from ui.rows.style import texts
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, beside, column
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.facts.can_do import counted_checks
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.can_do import (
    AddCanDoLines,
    CountCanDo,
    EditCanDoLine,
    RemoveCanDoLine,
    TickCanDo,
)

_MOST_SUGGESTED = 5
"""The number of suggested lines added at once: counting hands takes about ten seconds a line."""


class CheckSection(HandsListSection):
    """Lines are typed or taken from participants' own lines; a number and Enter count hands.

    Private mode also ticks who can do the current line; the room sees counts only.
    """

    NAME = "check"

    def build(self) -> None:
        self._checks: dict[str, CanDoCheck] = {}
        words = EntryTexts.of("wrap_up", "check")
        self.entry = RecordLine(self.api.unsent, "wrap_up", "new-line", words, self._saved)
        self.build_hands(tr("wrap_up.check.hands"))
        self.who = WhoCan("wrap_up.person", self._tick) if self.private else None
        self._suggested: tuple[str, ...] = ()
        self._waiting = 0
        """How many further lines could be suggested."""
        self._insert = bind_button(self, "wrap_up.insert", self._take_over)
        self.take = ActionButton(action=self._insert)
        self.build_list(
            tr("wrap_up.check.rows"),
            tr("wrap_up.check.none"),
            self._strip_of(),
            style=texts,
            commands=RecordCommands(
                RemoveCanDoLine,
                lambda _id: tr("wrap_up.check.removed"),
                lambda text: AddCanDoLines((text,)),
                lambda check, text: EditCanDoLine(check, "text", text),
            ),
            entry=self.entry,
            back=self.hands,
        )
        self.records.offer({"row.edit": self.records.edit, "row.remove": self.records.remove})
        self.rows.take_keys_from(self.hands.field)
        if self.who is not None:
            self.who.leave_keyboard_to(self.hands.field)

    def refresh(self, state: WorkshopState) -> None:
        self._checks = {check.id: check for check in state.can_do}
        self.entry.show_workshop(state.workshop.id)
        lead = tr("wrap_up.check.lead", n=len(state.can_do), counted=counted_checks(state))
        self.show_rows(check_rows(state), lead)
        known = {check.text for check in state.can_do}
        lines = suggested_lines(state)
        new = tuple(line for line in lines if line not in known)
        self._suggested = new[:_MOST_SUGGESTED]
        self._waiting = len(new) - len(self._suggested)
        self.take.setVisible(bool(self._suggested))
        self._insert.setText(tr("wrap_up.check.take", n=len(self._suggested)))
        self._show_begin()
        self.show_current()

    def focus_start(self) -> bool:
        (self.hands if self._checks else self.entry).setFocus()
        return True

    def show_current(self) -> None:
        check = self._current
        if check is not None:
            self.hands.show_line(check.id, check.hands, self.state.votes.present)
        if self.who is not None:
            if check is not None:
                self.who.show_line(self.state, self.state.who_can(check.id))
            else:
                self.who.hide()

    def keeps_strip(self, has_rows: bool) -> bool:
        self.hands.setVisible(has_rows)
        return True

    def _show_begin(self) -> None:
        """Say in an empty list what to write and where, and which lines there are to add."""
        said = [tr("wrap_up.check.none_hint")]
        if self._suggested:
            said += ["", tr("wrap_up.check.suggested"), *self._suggested]
        if self._waiting:
            said.append("…")
        self._empty.show_words(tr("wrap_up.check.none"), "\n".join(said))

    @property
    def _current(self) -> CanDoCheck | None:
        return self._checks.get(self.rows.current_id() or "")

    def _saved(self, check_id: str) -> dict[str, str] | None:
        check = self._checks.get(check_id)
        return {"": check.text} if check is not None else None

    def _take_over(self) -> bool:
        if not self._suggested:
            return False
        lines = self._suggested
        if self.api.execute(AddCanDoLines(lines), done=tr("wrap_up.check.taken", n=len(lines))):
            self.hands.setFocus()
        return True

    def hands_of_lines(self) -> dict[str, int | None]:
        return {check.id: check.hands for check in self._checks.values()}

    def count_hands(self, line: str, hands: int | None) -> None:
        check = self._checks.get(line)
        if check is None or hands == check.hands:
            return
        people = max(self.state.votes.present, hands or 0)
        self.api.execute(CountCanDo(check.id, hands, people))

    def _tick(self, participant_id: str, can: bool) -> None:
        check = self._current
        if check is not None:
            self.api.execute(TickCanDo(check.id, participant_id, can))

    def _strip_of(self) -> QWidget:
        strip = QWidget()
        take = (self.take, 0, Qt.AlignmentFlag.AlignBottom)
        between = None if theme().stacked else STRETCH
        column(strip, beside(None, (self.hands, 1), between, take), self.who)
        return strip


def suggested_lines(state: WorkshopState) -> tuple[str, ...]:
    """Return suggested lines for the room: what participants wrote that they can do alone.

    The first line of each comes first, then the second ones, and so on.
    """
    rounds = zip_longest(*(who.alone for who in state.participants))
    return tuple(dict.fromkeys(line for each in rounds for line in each if line))


def check_rows(state: WorkshopState) -> list[Row]:
    """Return the lines of the can-do check with their hands."""
    now, people = tr("last_time.now"), state.votes.present
    return [
        can_do_row(each.id, each.text, (Hands(now, each.hands, each.people or people),))
        for each in state.can_do
    ]
