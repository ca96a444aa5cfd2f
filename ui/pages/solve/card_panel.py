"""The panel for a card: its kind, its text, and an optional action."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_each
from ui.components.field_panel import FieldPanel, FieldTask, PanelField, Values
from ui.components.page import WindowApi
from ui.components.people import name_options
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.check_line import CheckLine
from ui.widgets.date_field import DateField
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.solving import PlayCard

_KINDS = {
    CardKind.SUPPORT: "support",
    CardKind.HANDS_ON: "teach",
    CardKind.ARTICLE: "document",
    CardKind.PRESALES: "person",
    CardKind.OWN: "card",
}
_TOGGLE_NUMBER = 6
"""The number of the key that switches the action on; those before are for the kinds."""
_NOBODY = ""
"""Value of the chip for an action without an owner."""
_CRE = "cre"
"""Value of the chip of the facilitator."""


class CardPanel(FieldPanel):
    """Alt+1 to Alt+5 choose the kind, Enter moves to the next field, Ctrl+Enter plays the card."""

    def __init__(self, api: WindowApi) -> None:
        needed = tr("solve.card.needs_title")
        fields = {
            "title": PanelField(tr("solve.card.title"), needed=needed),
            "text": PanelField(tr("solve.card.text"), role="body", line_breaks=True),
        }
        super().__init__(api, FieldTask(fields, tr("solve.card.do"), self._played, bar="card"))

    def build(self) -> None:
        self.kinds = CheckButtons(
            tr("solve.card.kind"),
            [
                Option(kind, tr(f"cards.kind.{kind}"), ((icon, "card"),))
                for kind, icon in _KINDS.items()
            ],
            keys=[f"Alt+{number}" for number in range(1, len(_KINDS) + 1)],
        )
        self.action = ActionFields()
        super().build()
        self.action.submitted.connect(self.do)
        self.kinds.chosen.connect(self._kind_chosen)
        bind_each(self, "solve.kind", self._press_number)

    def parts(self) -> list[QWidget]:
        return [_heading(), self.kinds, *self.entries.values(), self.action, self.error]

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self.action.show_people(state)

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self.action.restore(draft)
        self.kinds.set_value(CardKind(draft.get("kind", CardKind.SUPPORT)))

    def typed(self) -> dict[str, str]:
        typed = super().typed() | self.action.typed()
        kind = self.kinds.value()
        return typed | {"kind": str(kind)} if typed and kind else typed

    def do(self) -> None:
        problem = self.problem
        values = self.values() if problem is not None else None
        if problem is None or values is None:
            return
        with_action = self.action.is_on
        if with_action and not self.action.is_valid():
            return
        done = self.api.execute(self._played(problem, values))
        if done is None:
            return
        if with_action:
            action = self.action.command(values["title"], problem.id, str(done.result))
            self.api.execute(action)
        words = "solve.done.card_action" if with_action else "solve.done.card"
        self.api.toast(tr(words), undo=not with_action)  # the action is a step of its own
        self.finished.emit()

    def _played(self, problem: Problem, values: Values) -> PlayCard:
        kind = CardKind(self.kinds.value() or CardKind.SUPPORT)
        return PlayCard(problem.id, kind, values["title"], values["text"], worked_on=True)

    def _press_number(self, number: int) -> None:
        if number == _TOGGLE_NUMBER:
            self.action.toggle.click()
        else:
            self.kinds.choose_number(number)

    def _kind_chosen(self, kind: object) -> None:
        self.error.show_sentence("")
        if kind is CardKind.OWN:  # a card that is still to be made needs an owner and a date
            self.action.toggle.setChecked(True)
        if not self.entered("title"):
            self.focus_start()


def _heading() -> QWidget:
    """Return the heading, with what a card is."""
    heading = QWidget()
    row(
        heading,
        Badge(OutcomeKind.CARD, tr("solve.card.heading")),
        (Text("meta", tr("solve.card.explained")), 1),
        gap=12,
        around=NO_MARGINS,
    )
    return heading


class ActionFields(QWidget):
    """A toggle, and while it is on the text, owner and due day of an action.

    Signals:
        submitted: Enter was pressed in the text.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facilitator = ""
        words = tr("solve.card.with_action")
        self.toggle = CheckButton(words, SWITCH, f"Alt+{_TOGGLE_NUMBER}")
        words = tr("solve.card.action")
        self.entry = EntryLine(words, words, role="body")
        self._owner = CheckLine(tr("solve.card.owner"))
        self.due = DateField(tr("solve.card.due"), label_width=6 * theme().metrics.body)
        self._more = QWidget()
        self._arrange()
        self.toggle.toggled.connect(self._switch)
        self.entry.entered.connect(lambda _text: self.submitted.emit())
        self._switch(False)

    @property
    def is_on(self) -> bool:
        """Whether an action is added for the card."""
        return self.toggle.isChecked()

    def show_people(self, state: WorkshopState) -> None:
        """Show the participants and the facilitator as owners."""
        self._facilitator = state.workshop.facilitator
        owners = [Option(_NOBODY, tr("solve.card.nobody"))]
        if self._facilitator:
            owners.append(Option(_CRE, self._facilitator))
        owners += name_options(state)
        self._owner.set_options(owners, self._owner.value() or _NOBODY)

    def typed(self) -> dict[str, str]:
        """Return text, owner and due day for a draft; empty while the toggle is off."""
        if not self.is_on:
            return {}
        owner = str(self._owner.value() or _NOBODY)
        return {"action": self.entry.text(), "owner": owner, "due": self.due.typed()}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the fields with what ``typed`` returned; if empty, clear and switch them off."""
        self.toggle.setChecked("action" in draft)
        self.entry.set_text(draft.get("action", ""))
        self._owner.set_value(draft.get("owner", _NOBODY))
        self.due.show_typed(draft.get("due", ""))

    def is_valid(self) -> bool:
        """Commit the typed text; return whether the day is valid, else focus it."""
        self.entry.field.commit_composed()
        self.due.flush()
        if self.due.error:
            self.due.setFocus()
        return not self.due.error

    def command(self, title: str, problem_id: str, card_id: str) -> AddAction:
        """Return the command that adds the action of a played card.

        An empty text is replaced by the title of the card.
        """
        owner = self._owner.value()
        person = str(owner) if owner not in (None, _NOBODY, _CRE) else None
        return AddAction(
            self.entry.text().strip() or title,
            owner_id=person,
            owner_name=self._facilitator if owner == _CRE else "",
            due=self.due.iso(),
            problem_id=problem_id,
            card_id=card_id,
        )

    def _switch(self, on: bool) -> None:
        self._more.setVisible(on)
        self.entry.setVisible(on)
        if on and self.toggle.hasFocus():
            self.entry.setFocus()

    def _arrange(self) -> None:
        self.due.setFixedWidth(23 * theme().metrics.body)
        row(self._more, (self._owner, 1), self.due, gap=20, around=NO_MARGINS)
        column(
            self,
            row(None, (self.toggle, 0, Qt.AlignmentFlag.AlignLeft), (self.entry, 1), gap=16),
            self._more,
            gap=8,
            around=NO_MARGINS,
        )
