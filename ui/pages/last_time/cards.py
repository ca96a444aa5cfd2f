"""The cards played at the previous visit: whether they were delivered, and whether they helped."""

from __future__ import annotations

from ui.actions.binding import bind_each
from ui.components.cards_section import CardsSection
from workshop_app.domain.facts.then_now import last_cards
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.state import WorkshopState
from workshop_app.services.commands.visits import EditEarlierDelivery


class LastTimeCardsSection(CardsSection):
    """1, 2 and 3 record whether the current card helped, if it is due by this visit."""

    COMMAND = EditEarlierDelivery

    def build(self) -> None:
        super().build()
        bind_each(self.rows, "last_time.answer", self._answer_number)

    def shown_cards(self, state: WorkshopState) -> tuple[PlayedCard, ...]:
        return last_cards(state)

    def asks_whether_it_helped(self, card: PlayedCard) -> bool:
        is_due = card.due <= self.state.workshop.date
        return is_due or super().asks_whether_it_helped(card)

    def _answer_number(self, number: int) -> bool:
        card = self.current
        is_asked = card is not None and self.asks_whether_it_helped(card)
        if is_asked:
            self.fields.helped.choose_number(number)
        return is_asked
