"""The foot bar of Appraise while no panel is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.actions.table import find, key_of
from ui.components.page import FootContent
from ui.widgets.action_button import ActionButton
from ui.widgets.key_note import KeyNote
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_HINTS = (("criterion", ("Up", "Down")), ("answer", ("1", "2", "3")), ("ground", ("Enter",)))
_ENDS = ("request", "not_ours", "kept", "open", "plain")


class AppraiseFoot(QObject):
    """Notes on keys, panels, and the button that moves on, from left to right.

    ``actions`` maps the names of the buttons to their actions. The buttons keep their places while
    one answers, or go into the menu: those that come and go with the answers are left of the
    others, and the primary one is as wide as any of its texts. What can be done for a request goes
    into the menu last.

    Signals:
        more_requested: More of the current ground is to be shown.
        next_requested: The primary button was pressed.
    """

    more_requested = Signal()
    next_requested = Signal()

    def __init__(self, actions: Mapping[str, BoundAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = [KeyNote(keys, tr(f"appraise.hint.{name}")) for name, keys in _HINTS]
        words = tr("appraise.foot.more_ground")
        self._more = ActionButton(
            words, key=find("moving.pages").keys_for(1)[0], kind="quiet", keyless=True
        )
        self._rules = ActionButton(action=actions["rules"], kind="quiet")
        self._text = ActionButton(action=actions["request_text"], kind="secondary")
        voices = actions.get("voices")
        self._voices = ActionButton(action=voices, kind="quiet") if voices else None
        self._make = ActionButton(action=actions["request"], kind="secondary")
        self._handed = ActionButton(action=actions["handed_over"], kind="quiet")
        self._change = ActionButton(action=actions["overrule"], kind="secondary")
        self._next = ActionButton(key=key_of("everywhere.primary"), kind="primary")
        self._more.clicked.connect(self.more_requested)
        self._next.clicked.connect(self.next_requested)
        buttons = (
            self._more, self._rules, self._text, self._handed, self._make, self._change,
            *([self._voices] if self._voices else []),
        )  # fmt: skip
        for widget in (*self._keys, *buttons, self._next):
            widget.setParent(parent)
            widget.hide()

    def content(self, *, more_ground: bool, has_request: bool, wants_request: bool) -> FootContent:
        """Return the content; ``more_ground`` adds the button for more of the current ground."""
        right: list[QWidget] = [*self._keys]
        if more_ground:
            right.append(self._more)
        if has_request:
            right += (self._handed, self._text)
        elif wants_request:
            right.append(self._make)
        if self._voices is not None:
            right.append(self._voices)
        right += (self._rules, self._change)
        return FootContent(right=right, primary=self._next)

    def show_next_question(self) -> None:
        """Show that the primary button leads to a question on a later page; it is outlined."""
        self._next.setText(tr("appraise.foot.next_question"))
        self._next.set_kind("secondary")

    def show_solve(self, kind: OutcomeKind) -> None:
        """Show that the primary button leads to Solve, where an outcome of ``kind`` is chosen."""
        self._next.setText(_solve_words(kind))
        self._next.set_kind("primary")

    def show_next(self, another: bool, ends: str, undecided: int) -> None:
        """Show where the primary button leads: to ``another`` problem, or to the next step.

        ``ends`` is what becomes of the current problem: the kind of outcome that is recorded,
        ``kept`` if its verdict has none, ``open`` without a verdict, or ``plain`` if it has an
        outcome. ``undecided`` is the number of problems that then have none; it is shown if the
        button only leads to the next step. The button is filled unless the current problem has no
        verdict.
        """
        self._next.setText(_next_words(another, ends, undecided))
        self._next.set_kind("secondary" if ends == "open" else "primary")

    def reserve_width(self, another: bool, others: int) -> None:
        """Make the primary button wide enough for every answer to the current questions.

        ``others`` is the number of undecided problems without the current one.
        """
        texts = [
            _next_words(another, ends, undecided)
            for ends in _ENDS
            for undecided in {others, others + (ends in ("kept", "open"))}
        ]
        solve = map(_solve_words, (OutcomeKind.SOLUTION, OutcomeKind.CARD))
        self._next.set_alternatives((*texts, *solve, tr("appraise.foot.next_question")))


def _next_words(another: bool, ends: str, undecided: int) -> str:
    """Return the text of the primary button; see `AppraiseFoot.show_next`."""
    step = tr(f"steps.name.{Step.WRAP_UP}")
    if another:
        return tr(f"appraise.foot.{ends}_next")
    if ends == "open" or (ends == "plain" and undecided):
        return tr("appraise.foot.open_step", n=undecided, step=step)
    return tr(f"appraise.foot.{ends}_step", step=step)


def _solve_words(kind: OutcomeKind) -> str:
    return tr(f"appraise.foot.{kind}_solve", step=tr(f"steps.name.{Step.SOLVE}"))
