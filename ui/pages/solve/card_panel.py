"""The panel for a card: its kind, its text, who delivers it, and by when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_each
from ui.components.field_panel import FieldPanel, FieldTask, PanelField, Values
from ui.components.owners import owner_fields, owners
from ui.components.window_api import Done, WindowApi
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, row
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.check_line import CheckLine
from ui.widgets.date_field import DateField
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


class CardPanel(FieldPanel):
    """Alt+1 to Alt+5 choose the kind, Enter moves to the next field, Ctrl+Enter plays the card.

    Whoever is chosen for it, or the day, is that of an action that delivers the card.
    """

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
        self.owner = CheckLine(tr("solve.card.owner"), nobody=tr("solve.card.nobody"))
        self.due = DateField(tr("solve.card.due"))
        self.due.set_label_beside(6 * theme().metrics.body)
        self.due.setFixedWidth(23 * theme().metrics.body)
        super().build()
        self.kinds.chosen.connect(self._kind_chosen)
        bind_each(self, "solve.kind", self.kinds.choose_number)

    def parts(self) -> list[QWidget]:
        delivery = QWidget()
        place = column if theme().stacked else row
        place(delivery, (self.owner, 1), self.due, gap=20)
        return [_heading(), self.kinds, *self.entries.values(), delivery, self.error]

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self.owner.set_options(owners(state), self.owner.value())

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self.owner.set_value(draft.get("owner") or None)
        self.due.show_typed(draft.get("due", ""))
        self.kinds.set_value(CardKind(draft.get("kind", CardKind.SUPPORT)))

    def typed(self) -> dict[str, str]:
        typed = super().typed()
        typed |= {"owner": str(self.owner.value() or ""), "due": self.due.typed()}
        kind = self.kinds.value()
        return typed | {"kind": str(kind)} if any(typed.values()) and kind else {}

    def do(self) -> None:
        values = self.values()
        self.due.flush()
        if self.due.error:
            self.due.setFocus()
        elif values is not None:
            done = self.api.execute(self._played(self.problem, values))
            if done is not None:
                is_alone = self._deliver(values["title"], self.problem.id, str(done.result)) is None
                self.api.toast(tr("solve.done.card"), undo=is_alone)
                self.finished.emit()

    def _deliver(self, title: str, problem_id: str, card_id: str) -> Done | None:
        """Add the action that delivers a card if somebody or a day is chosen: one more step."""
        who, name = owner_fields(self.owner.value())
        due = self.due.value()
        if not (who or name or due):
            return None
        return self.api.execute(AddAction(title, who, name, due, problem_id, card_id))

    def _played(self, problem: Problem, values: Values) -> PlayCard:
        kind = CardKind(self.kinds.value() or CardKind.SUPPORT)
        return PlayCard(problem.id, kind, values["title"], values["text"], worked_on=True)

    def _kind_chosen(self) -> None:
        self.error.show_sentence("")
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
    )
    return heading
