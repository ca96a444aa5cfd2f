"""The panel in which the text of a card, or of an answer of the room, is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.components.page import WindowApi
from ui.components.task_panel import TaskPanel
from ui.widgets.badge import Badge
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import EditCard

_FIELDS = ("title", "text")


class CardWordsPanel(TaskPanel):
    """Enter moves from the title to the text; Ctrl+Enter saves both as one undo step.

    ``current_card`` returns the card to edit; without one the panel cancels itself.
    """

    def __init__(self, api: WindowApi, current_card: Callable[[], PlayedCard | None]) -> None:
        self._current_card = current_card
        self._card: PlayedCard | None = None
        super().__init__(api)

    def build(self) -> None:
        self.badge = Badge(OutcomeKind.CARD, tr("solve.edit_card.heading"))
        self.sheet = self.add_sheet(self.badge, "card")
        title = self.add_entry("title", tr("solve.card.title"))
        text = self.add_entry("text", tr("solve.card.text"), line_breaks=True)
        self.add_primary(tr("solve.edit_card.do"))
        title.entered.connect(lambda _text: text.setFocus())
        for widget in (title, text, self.error):
            self.sheet.content.addWidget(widget)

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        self.problem = problem
        self._card = self._current_card()
        if self._card is None:
            self.cancelled.emit()
            return
        own = "answer" if self._card.kind is CardKind.ANSWER else "card"
        self.badge.set_outcome(self._card.outcome, tr("solve.edit_card.heading"))
        for name in _FIELDS:
            words = tr(f"solve.{own}.{name}")
            self.entries[name].set_words(words, words)
        self.restore(draft if draft.get("card") == self._card.id else {})

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        if self._card is None:
            return
        unchanged = not self.typed()
        cards = state.cards_of(problem.id)
        self._card = next((card for card in cards if card.id == self._card.id), None)
        if self._card is None:
            self.cancelled.emit()
        elif unchanged:
            self.restore({})

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        if not draft and self._card is not None:
            for name in _FIELDS:
                self.entries[name].set_text(getattr(self._card, name))

    def typed(self) -> dict[str, str]:
        card = self._card
        if card is None or all(self.entries[n].text() == getattr(card, n) for n in _FIELDS):
            return {}
        return {"card": card.id} | {name: self.entries[name].text() for name in _FIELDS}

    def do(self) -> None:
        title = self.entered("title")
        text = self.entered("text")
        card = self._card
        if self.problem is None or card is None:
            return
        if not title:
            own = "answer" if card.kind is CardKind.ANSWER else "card"
            self.error.show_sentence(tr(f"solve.{own}.needs_title"))
            self.focus_start()
            return
        if (title, text) != (card.title, card.text):
            if self.api.execute(EditCard(card.id, title, text, self.problem.id)) is None:
                return
            self.api.toast(tr("solve.done.card_edited"), undo=True)
        self.finished.emit()
