"""The can-do check, asked again: hands of the previous visit, and now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.hands import Hands, can_do_row
from ui.components.hands_list import HandsListSection
from ui.components.who_can import WhoCan
from ui.rows.row import Row
from ui.rows.style import texts
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.text import Text
from workshop_app.domain.facts.then_now import AskedLine, asked_again, asked_lines, check_now
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.can_do import CountCanDoAgain, TickCanDoAgain


class AloneSection(HandsListSection):
    """A number and Enter record how many hands go up, and move on to the next line.

    The room sees numbers only. Private mode names who wrote a line of their own at the previous
    visit, or was ticked for it, and ticks who can do it now.
    """

    NAME = "alone"

    def build(self) -> None:
        self._lines: dict[str, AskedLine] = {}
        self.build_hands(tr("last_time.alone.now_field"))
        self.who = WhoCan("last_time.person", self._tick) if self.private else None
        strip = QWidget()
        self._who = Text("body-quiet") if self.private else None
        column(
            strip,
            row(
                None, (self.hands, 1), (self._who, 1) if self._who is not None else STRETCH, gap=16
            ),
            self.who,
        )
        self.build_list(tr("last_time.alone.rows"), tr("last_time.alone.none"), strip, style=texts)
        self.rows.leave_keyboard_to(self.hands.field)
        self.rows.clicked.connect(lambda _id: self.hands.field.selectAll())
        if self.who is not None:
            self.who.leave_keyboard_to(self.hands.field)
        self.setFocusProxy(self.hands)

    def refresh(self, state: WorkshopState) -> None:
        lines = asked_lines(state, with_own=self.private)
        self._lines = {line.id: line for line in lines}
        lead = tr("last_time.alone.lead", n=len(lines), counted=asked_again(lines))
        self.show_rows(asked_rows(state, private=self.private), lead)
        self.show_current()

    def show_current(self) -> None:
        line = self._current
        if line is None:
            return
        self.hands.show_line(line.id, line.hands_now, self.state.votes.present)
        if self._who is not None:
            self._who.setText(self._said_by(line))
        if self.who is not None:
            check = check_now(self.state, line)
            self.who.show_line(self.state, self.state.who_can(check.id) if check else ())

    def _said_by(self, line: AskedLine) -> str:
        before = self.state.before
        people = before.participants if before is not None else ()
        named = [
            who.name for who in people if line.text in who.alone or line.origin_id in who.can_do_ids
        ]
        if not named:
            return ""
        return tr("last_time.alone.said_by", who=tr("widgets.problem_side.and").join(named))

    @property
    def _current(self) -> AskedLine | None:
        return self._lines.get(self.rows.current_id() or "")

    def hands_of_lines(self) -> dict[str, int | None]:
        return {key: line.hands_now for key, line in self._lines.items()}

    def count_hands(self, line: str, hands: int | None) -> None:
        asked = self._lines.get(line)
        if asked is None or hands == asked.hands_now:
            return
        people = max(self.state.votes.present, hands or 0)
        self.api.execute(CountCanDoAgain(asked.text, hands, people, asked.origin_id))

    def _tick(self, participant_id: str, can: bool) -> None:
        line = self._current
        if line is not None:
            self.api.execute(TickCanDoAgain(line.text, participant_id, can, line.origin_id))


def asked_rows(state: WorkshopState, *, private: bool) -> list[Row]:
    """Return the lines of the can-do check with the hands then and now."""
    lines = asked_lines(state, with_own=private)
    return [_row(line, state.votes.present) for line in lines]


def _row(line: AskedLine, people: int) -> Row:
    then = Hands(tr("last_time.then"), line.hands_then, line.people_then)
    now = Hands(tr("last_time.now"), line.hands_now, line.people_now or people)
    return can_do_row(line.id, line.text, (then, now))
