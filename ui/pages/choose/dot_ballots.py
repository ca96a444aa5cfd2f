"""An open round by dots: ballots are typed in one after the other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import cast

from ui.actions.binding import bind, bind_buttons
from ui.actions.offered import Offered, Offers
from ui.components.problem_notes import origin_aside
from ui.components.window_api import WindowApi
from ui.pages.choose.part import ChoosePart
from ui.pages.choose.small_count import SmallCount
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import paper
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, flow
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import PutBallot, PutDots

_MOST = 9_999
_MOST_DOTS = 99


class DotBallots(ChoosePart):
    """The user types the numbers of a ballot, or of a problem and how many dots it gets.

    ``2 10 4`` means one dot for each, ``4×2`` two dots for problem 4 (`parse_ballot`), ``4 0``
    removes them. Enter in the empty line goes to the next ballot. A click on a problem types its
    number. Only the current ballot is shown, never a sum.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__(api)
        self.line = EntryLine(tr("choose.dots.line"), role="body", limit=40)
        self._ballot = Text("body-bold", wrap=False)
        enter = bind(self, "choose.hand", self._enter, listens=False)
        self._next = ActionButton(action=enter, size="small")
        before, _after = bind_buttons(self, "choose.ballot", self._go)
        self._before = ActionButton(tr("choose.dots.before"), action=before, size="small")
        self._left = Text("body-bold", wrap=False)
        self._given = Text("body-quiet", wrap=False)
        self._progress = Text("body-quiet", wrap=False)
        self.fields = {
            "present": SmallCount(tr("choose.count.present"), _MOST),
            "dots": SmallCount(tr("choose.dots.each_person"), _MOST_DOTS),
            "dots_each": SmallCount(tr("choose.dots.each_problem"), _MOST_DOTS),
        }
        self.error = ErrorLine()
        self.rows = PagedList(tr("choose.count.list"), style=paper)
        self.rows.row_actions = ("choose.field", "choose.heard")
        self._arrange()
        self._connect()

    @property
    def voter(self) -> int:
        """The number of the current ballot, from 1."""
        return cast("int", self.memory.get("voter", 1))

    def show_round(self) -> None:
        """Show the problems of the round and the current ballot, but no sum."""
        state = self.state
        rows = [
            Row(p.id, p.title, before=(Number(str(p.number)),), asides=origin_aside(p))
            for p in state.votes.candidates
        ]
        self.rows.show_rows(rows)
        self.rows.set_current(self.current)
        self._show_limits(state)
        self._show_ballot(state)

    def current_id(self) -> str:
        """Return the id of the problem that got dots last."""
        return self.rows.current_id() or ""

    def focus_start(self) -> None:
        self.line.setFocus()
        self.line.field.selectAll()

    def leave(self) -> None:
        self.line.field.commit_composed()
        for field in self.fields.values():
            field.flush()
        self.commit()

    def commit(self) -> bool:
        text = self.line.text().strip()
        if not text:
            return True
        state = self.state
        ballot = parse_ballot(text, state.workshop.dots)
        if not ballot:
            self._refuse(tr("choose.dots.wrong"))
            return False
        ids = {each.number: each.id for each in state.votes.candidates}
        unknown = next((number for number in ballot if number not in ids), None)
        if unknown is not None:
            self._refuse(tr("choose.dots.no_problem", number=unknown))
            return False
        dots = {ids[number]: given for number, given in ballot.items()}
        sentence = self._over_limit(state, dots)
        if sentence:
            self._refuse(sentence)
            return False
        self.line.clear()
        self.memory["current"] = next(reversed(dots))
        put = [PutDots(problem_id, self.voter, given) for problem_id, given in dots.items()]
        self.api.execute(put[0] if len(put) == 1 else PutBallot(tuple(dots.items()), self.voter))
        return True

    def _over_limit(self, state: WorkshopState, dots: Mapping[str, int]) -> str:
        """Return why so many dots cannot be given, as a sentence; empty if they can."""
        given = state.votes.given_by(self.voter, besides=dots)
        left = max(0, state.workshop.dots - given)
        most = state.workshop.dots_each
        if most and max(dots.values()) > most:
            return tr("choose.dots.over_each", most=most)
        key = "over" if len(dots) == 1 else "over_ballot"
        return tr(f"choose.dots.{key}", n=left) if sum(dots.values()) > left else ""

    def _refuse(self, sentence: str) -> None:
        self.error.show_sentence(sentence)
        self.line.field.selectAll()

    def _enter(self) -> None:
        if self.line.text().strip():
            self.commit()
        else:
            self._go(1)

    def _type_number(self, problem_id: str) -> None:
        """Add the number of a problem to the line."""
        problem = next(p for p in self.state.votes.candidates if p.id == problem_id)
        self.line.set_text(f"{self.line.text().strip()} {problem.number}".strip())

    def _go(self, by: int) -> None:
        if not self.commit():
            return
        self.error.show_sentence("")
        most = self.state.votes.present
        voter = self.voter + by
        if by > 0 and most and voter > most:
            self.error.show_sentence(tr("choose.dots.all", n=most))
        elif voter >= 1:
            self.memory["voter"] = voter
            self.changed.emit()
        self.focus_start()

    def _show_limits(self, state: WorkshopState) -> None:
        workshop = state.workshop
        self.fields["present"].set_value(state.votes.present)
        self.fields["dots"].set_value(workshop.dots)
        self.fields["dots_each"].set_value(workshop.dots_each or None)

    def _show_ballot(self, state: WorkshopState) -> None:
        ballot = state.votes.ballot(self.voter)
        present = state.votes.present
        numbers = {problem.id: problem.number for problem in state.problems}
        self._ballot.setText(tr("choose.dots.ballot", number=self.voter))
        words = tr("choose.dots.line_of", number=self.voter), tr("choose.dots.example")
        self.line.set_words(*words)
        left = state.workshop.dots - state.votes.given_by(self.voter)
        self._left.setText(tr(f"choose.dots.{'left' if left >= 0 else 'too_many'}", n=abs(left)))
        given = sorted((numbers[one], dots) for one, dots in ballot.items() if one in numbers)
        words = [tr("choose.dots.given_one", number=one, dots=dots) for one, dots in given]
        self._given.setText("  ".join(words))
        done = len(state.votes.voters)
        self._progress.setText(tr("choose.dots.progress", n=done, total=max(present, done)))
        self._show_typing()

    def offered(self) -> Offers:
        words = tr("choose.dots.put" if self.line.text().strip() else "choose.dots.next")
        return {
            ("choose.ballot", -1): Offered(enabled=self.voter > 1),
            "choose.hand": Offered(words),
        }

    def _show_typing(self, *_: object) -> None:
        if self.line.text().strip():
            self.error.show_sentence("")

    def _arrange(self) -> None:
        metrics = theme().metrics
        self.line.setFixedWidth(9 * metrics.body)
        buttons = (self._next, self._before)
        parts = (self._ballot, self.line, *buttons, self._left, self._given, self._progress)
        entry = flow(None, *parts, gap=12)
        limits = flow(None, *self.fields.values(), gap=20)
        sides = (metrics.edge, 4, metrics.margin, 4)
        lines = column(None, entry, self.error, limits, gap=4, around=sides)
        column(self, lines, (self.rows, 1), gap=0)

    def _connect(self) -> None:
        self.line.field.returned.connect(self._enter)
        self.line.changed.connect(self._show_typing)
        self.line.changed.connect(lambda _text: self.api.update_foot())
        self.rows.leave_keyboard_to(self.line.field)
        self.rows.current_changed.connect(self.go_to)
        self.rows.clicked.connect(self._type_number)
        for name, field in self.fields.items():
            field.value_changed.connect(partial(self.limit, name))
        bind(self, "choose.field", self.focus_start)


_PAIR = re.compile(r"(\d{1,9})(?P<sign>[\s.:;x*=・：×-]+)(\d{1,9})")
_LIST = re.compile(r"\d{1,9}(?:[\s,.、。・]+\d{1,9})*")


def parse_ballot(text: str, most: int) -> dict[int, int]:
    """Return the dots that a text gives, by number of the problem, also with full-width digits.

    ``4 2`` means two dots for 4, and any other list one dot for each of its numbers, as ``4, 2``.
    Two numbers are a list, too, if the second is more dots than a person has (``most``), unless a
    sign as in ``4×9`` says what is meant. Empty for anything else.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    pair = _PAIR.fullmatch(plain)
    if pair is not None and (int(pair[3]) <= most or pair["sign"].strip()):
        return {int(pair[1]): int(pair[3])}
    return Counter(map(int, re.findall(r"\d+", plain))) if _LIST.fullmatch(plain) else {}
