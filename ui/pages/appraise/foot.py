"""The foot bar of Appraise while no panel is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import BoundAction
from ui.actions.table import find, key_of
from ui.components.page import FootContent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_HINTS = (("criterion", ("Up", "Down")), ("answer", ("1", "2", "3")), ("ground", ("Enter",)))
_SPACE = 10


class AppraiseFoot(QObject):
    """Key hints at the left, panels at the right, and the button that moves on.

    ``actions`` maps the names of the buttons to their actions.

    Signals:
        more_requested: More of the current ground is to be shown.
        next_requested: The primary button was pressed.
    """

    more_requested = Signal()
    next_requested = Signal()

    def __init__(self, actions: Mapping[str, BoundAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._hints = _hints()
        words = tr("appraise.foot.more_ground")
        self._more = ActionButton(
            words, key=find("moving.pages").keys_for(1)[0], kind="quiet", keyless=True
        )
        self._rules = ActionButton(action=actions["rules"], kind="quiet")
        self._text = ActionButton(action=actions["request_text"], kind="quiet")
        voices = actions.get("voices")
        self._voices = ActionButton(action=voices, kind="quiet") if voices else None
        self._make = ActionButton(action=actions["request"], kind="quiet")
        self._handed = ActionButton(action=actions["handed_over"], kind="quiet")
        self._change = ActionButton(action=actions["overrule"], kind="secondary")
        self._next = ActionButton(key=key_of("everywhere.primary"), kind="primary")
        self._more.clicked.connect(self.more_requested)
        self._next.clicked.connect(self.next_requested)
        buttons = (
            self._more, self._rules, self._text, self._handed, self._make, self._change,
            *([self._voices] if self._voices else []),
        )  # fmt: skip
        for widget in (self._hints, *buttons, self._next):
            widget.setParent(parent)
            widget.hide()

    def content(self, *, more_ground: bool, has_request: bool, wants_request: bool) -> FootContent:
        """Return the content; the key hints are omitted if they do not fit.

        ``more_ground`` adds the button for more of the current ground.
        """
        right: list[QWidget] = [self._more] if more_ground else []
        if has_request:
            right.append(self._handed)  # the first to move into the menu if space is short
        if self._voices is not None:
            right.append(self._voices)
        right.append(self._rules)
        if has_request:
            right.append(self._text)
        elif wants_request:
            right.append(self._make)
        right.append(self._change)
        taken = sum(widget.sizeHint().width() + _SPACE for widget in (*right, self._next))
        metrics = theme().metrics
        room = theme().width - metrics.rail - 2 * metrics.side - taken - 3 * _SPACE
        fits = self._hints.sizeHint().width() <= room
        return FootContent(left=[self._hints] if fits else [], right=right, primary=self._next)

    def show_next_question(self) -> None:
        """Show that the primary button leads to a question on a later page; it is outlined."""
        self._next.setText(tr("appraise.foot.next_question"))
        self._next.set_kind("secondary")

    def show_solve(self, kind: OutcomeKind) -> None:
        """Show that the primary button leads to Solve, where an outcome of ``kind`` is chosen."""
        words = tr(f"appraise.foot.{kind}_solve", step=tr(f"steps.name.{Step.SOLVE}"))
        self._next.setText(words)
        self._next.set_kind("primary")

    def show_next(self, another: bool, ends: str, undecided: int) -> None:
        """Show where the primary button leads: to ``another`` problem, or to the next step.

        ``ends`` is what becomes of the current problem: the kind of outcome that is recorded,
        ``kept`` if its verdict has none, ``open`` without a verdict, or ``plain`` if it has an
        outcome. ``undecided`` is the number of problems that then have none. The button is filled
        unless the current problem has no verdict.
        """
        step = tr(f"steps.name.{Step.WRAP_UP}")
        if another:
            words = tr(f"appraise.foot.{ends}_next")
        elif ends == "open" or (ends == "plain" and undecided):
            words = tr("appraise.foot.open_step", n=undecided, step=step)
        else:
            words = tr(f"appraise.foot.{ends}_step", step=step)
            if undecided:
                words = tr("appraise.foot.left", words=words, n=undecided)
        self._next.setText(words)
        self._next.set_kind("secondary" if ends == "open" else "primary")


def _hints() -> QWidget:
    hints = QWidget()
    row = QHBoxLayout(hints)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for place, (name, keys) in enumerate(_HINTS):
        if place:
            row.addSpacing(8)
        for key in keys:
            row.addWidget(KeyHint(key))
        row.addWidget(Text("meta", tr(f"appraise.hint.{name}"), wrap=False))
    return hints
