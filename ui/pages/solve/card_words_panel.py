"""The panel in which the text of a card, or of an answer of the room, is edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.components.field_panel import FieldPanel, FieldTask, PanelField, Values
from ui.components.window_api import WindowApi
from ui.widgets.badge import Badge
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import EditCard

_CARD = "card"
"""The part of the draft with the id of the card."""


class CardWordsPanel(FieldPanel):
    """Enter moves from the title to the text; Ctrl+Enter saves both as one undo step.

    ``current_card`` returns the card to edit; without one the panel cancels itself.
    """

    def __init__(self, api: WindowApi, current_card: Callable[[], PlayedCard | None]) -> None:
        self._current_card = current_card
        self._card: PlayedCard | None = None
        super().__init__(
            api,
            FieldTask(
                _fields("card"),
                tr("solve.edit_card.do"),
                self._edited,
                done=lambda _problem: tr("solve.done.card_edited"),
                saved=lambda _problem: self._words(),
                bar="card",
            ),
        )

    def heading(self) -> QWidget:
        self.badge = Badge(OutcomeKind.CARD, tr("solve.edit_card.heading"))
        return self.badge

    def open(self, state: WorkshopState, problem: Problem, draft: Values) -> None:
        self._card = card = self._current_card()
        if card is None:
            self.cancelled.emit()
            return
        self.badge.set_outcome(card.outcome, tr("solve.edit_card.heading"))
        self.set_fields(_fields("answer" if card.kind is CardKind.ANSWER else "card"))
        super().open(state, problem, draft if draft.get(_CARD) == card.id else {})

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        card = self._card
        if card is not None:
            cards = state.cards_of(problem.id)
            self._card = next((one for one in cards if one.id == card.id), None)
        super().show_problem(state, problem)
        if self._card is None:
            self.cancelled.emit()

    def typed(self) -> dict[str, str]:
        typed = super().typed()
        return {_CARD: self._card.id} | typed if typed and self._card is not None else {}

    def _words(self) -> Values:
        card = self._card
        return {} if card is None else {"title": card.title, "text": card.text}

    def _edited(self, problem: Problem, values: Values) -> EditCard | None:
        """Return the command that saves both texts, unless they are as they were."""
        card = self._card
        if card is None or values == self._words():
            return None
        return EditCard(card.id, values["title"], values["text"], problem.id)


def _fields(kind: str) -> dict[str, PanelField]:
    needed = tr(f"solve.{kind}.needs_title")
    return {
        "title": PanelField(tr(f"solve.{kind}.title"), needed=needed),
        "text": PanelField(tr(f"solve.{kind}.text"), line_breaks=True),
    }
