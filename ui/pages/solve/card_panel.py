"""Playing a card: its kind, what it does, and the action it becomes."""

from __future__ import annotations

from ui.components.panel import Panel, badge_heading
from ui.pages.solve.action_fields import ActionFields
from ui.pages.solve.card_kinds import CardKinds
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import PlayCard


class CardPanel(Panel):
    """Alt+1 to Alt+5 choose the kind; Enter goes on to the next field; Ctrl+Enter plays."""

    NAME = "card"

    def build(self) -> None:
        sheet = self.make_sheet("card", badge_heading(OutcomeKind.CARD, tr("solve.card.heading")))
        self.kinds = CardKinds()
        title = self.add_entry("title")
        text = self.add_entry("text", "body", breaks=True)
        self.action = ActionFields()
        self.action.submitted.connect(self.do)
        self.kinds.chosen.connect(self._kind_chosen)
        title.entered.connect(lambda _text: text.setFocus())
        for widget in (self.kinds, title, text, self.action, self.error):
            sheet.content.addWidget(widget)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self.action.show_people(state)

    def restore(self, typed: dict[str, str]) -> None:
        super().restore(typed)
        if not typed:
            self.action.reset()
        self.kinds.set_kind(CardKind(typed.get("kind", CardKind.SUPPORT)))

    def typed(self) -> dict[str, str]:
        typed = super().typed()
        kind = self.kinds.kind()
        return typed | {"kind": kind.value} if typed and kind else typed

    def do(self) -> None:
        title, text, kind = self.said("title"), self.said("text"), self.kinds.kind()
        if self.problem is None or kind is None:
            return
        if not title:
            self.error.show_sentence(tr("solve.card.needs_title"))
            self.focus_start()
            return
        action = self.action.wanted
        if action and not self.action.is_right():
            return
        done = self.api.execute(PlayCard(self.problem.id, kind, title, text))
        if done is None:
            return
        if action:
            self.api.execute(self.action.command(title, self.problem.id, str(done.result)))
        self.api.toast(tr("solve.done.card_action" if action else "solve.done.card"), undo=True)
        self.finished.emit()

    def _kind_chosen(self, _kind: object) -> None:
        self.error.show_sentence("")
        if not self.said("title"):
            self.focus_start()
