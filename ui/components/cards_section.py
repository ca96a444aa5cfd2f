"""Played cards: who delivers what by when, whether it was delivered, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.components.asked_list import AskedListSection
from ui.components.earlier_words import words_of_day
from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form, by_command
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.date_field import DateField
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.facts.commitments import action_for
from workshop_app.domain.facts.then_now import (
    contact_of,
    delivered_cards,
    deliveries,
    is_delivered,
)
from workshop_app.domain.outcome import Helped, OutcomeKind, PlayedCard
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.visits import EditDelivery
from workshop_app.typed_day import WithoutYear

_FIELDS = {
    "owner_name": "owner",
    "due": "due",
    "delivered_on": "delivered_on",
    "link": "link",
}
"""The keys of the texts of a card's fields."""
_LOOKS = {
    Helped.YES: ("circle-check", "solution"),
    Helped.PARTLY: ("circle", "solution"),
    Helped.NO: ("circle-slash", "ink2"),
}


class CardsSection(AskedListSection):
    """Cards of a workshop; the current card's fields are below the list, saved while typing."""

    NAME = "cards"
    COMMAND: ClassVar[type[EditDelivery]] = EditDelivery

    def build(self) -> None:
        self._cards: dict[str, PlayedCard] = {}
        self.fields = DeliveryFields(self.api, self.COMMAND)
        self.arrange()

    def arrange(self) -> None:
        """Place the list and the fields."""
        self.build_list(tr("cards.delivery.rows"), tr("cards.delivery.none"), self.fields)

    def shown_cards(self, state: WorkshopState) -> tuple[PlayedCard, ...]:
        """Return the cards in their order, by default those of the open workshop."""
        return delivered_cards(state)

    def rows_of(self, state: WorkshopState) -> list[Row]:
        """Return the rows of the list."""
        return card_rows(state, self.shown_cards(state))

    def lead_of(self, cards: Sequence[PlayedCard]) -> str:
        """Return how many solutions there are, and how many of the other cards were delivered."""
        told, promised, delivered = deliveries(cards)
        return spaced(
            tr("cards.delivery.told", n=told) if told else "",
            tr("cards.delivery.lead", n=promised, delivered=delivered) if promised else "",
        )

    def refresh(self, state: WorkshopState) -> None:
        cards = self.shown_cards(state)
        self._cards = {card.id: card for card in cards}
        self.show_rows(self.rows_of(state), self.lead_of(cards))
        self.show_current()

    def show_current(self) -> None:
        card = self.current
        if card is not None:
            action = action_for(contact_of(self.state, card), card)
            asked = self.asks_whether_it_helped(card)
            self.fields.show_card(card, is_asked=asked, by_action=action is not None)

    def asks_whether_it_helped(self, card: PlayedCard) -> bool:
        """Return whether a card was delivered, or the question has already been answered.

        The room is asked about a solution at the next visit, since nobody knows on the same day.
        """
        known = self.private or card.outcome is not OutcomeKind.SOLUTION
        return (is_delivered(card) and known) or card.helped is not None

    @property
    def current(self) -> PlayedCard | None:
        """The card whose fields are shown."""
        return self._cards.get(self.rows.current_id() or "")


class DeliveryFields(QWidget):
    """Whether a card helped, when it was delivered, where it is, by whom and by when.

    An answer given in the room needs nobody to deliver it: a sentence replaces the three
    fields, unless one of them has been filled in. Whether a card helped is asked later than who
    delivers it (``CardsSection.asks_whether_it_helped``).
    """

    def __init__(self, api: WindowApi, command: type[EditDelivery]) -> None:
        super().__init__()
        self._card: PlayedCard | None = None
        options = [Option(each, tr(f"cards.helped.{each}")) for each in Helped]
        self.helped = CheckButtons(tr("cards.delivery.helped"), options)
        self.helped.chosen.connect(self._answer)
        asked = QWidget()
        self._question = Text("meta")
        column(asked, self._question, self.helped, STRETCH, gap=4)
        texts = {name: FieldText(tr(f"cards.delivery.{key}")) for name, key in _FIELDS.items()}
        self._form = Form(PlayedCard, texts, by_command(api, command))
        self.owner, self.due, self.delivered, self.link = self._form.fields.values()
        if isinstance(self.delivered, DateField):
            self.delivered.without_year = WithoutYear.PAST
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        first = (self.delivered, self.owner, self.due)
        self._told = Text("body-quiet")
        self._told.hide()
        if theme().stacked:
            for index, part in enumerate((self._told, *first, self.link, asked)):
                grid.addWidget(part, index, 0)
            return
        for part in (*first, self.link, self.helped):  # the list above keeps its height
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        grid.addWidget(self._told, 0, 1, 1, 2)
        for index, part in enumerate(first):
            grid.addWidget(part, 0, index)
        grid.addWidget(self.link, 1, 0)
        grid.addWidget(asked, 1, 1, 1, 2)
        for number in range(3):
            grid.setColumnStretch(number, 1)

    def show_card(self, card: PlayedCard, *, is_asked: bool, by_action: bool) -> None:
        """Show the fields of a card; ``is_asked``: whether it helped can be answered.

        ``by_action``: an action delivers it, which tells by whom and until when.
        """
        self._card = card
        told = not is_promised(card)
        self._told.setText(tr(f"cards.delivery.{'no_delivery' if told else 'by_action'}"))
        self._told.setVisible(told or by_action)
        for field in (self.owner, self.due):
            field.setVisible(not (told or by_action))
        self.delivered.setVisible(not told)
        self._form.show_record(card)
        self.helped.set_value(card.helped)
        self.link.setVisible(is_asked or not told or bool(card.link))
        self.helped.setVisible(is_asked)
        words = tr(f"cards.delivery.{'helped' if is_asked else 'helped_later'}")
        self._question.setText(words if is_asked or not told else "")

    def _answer(self, helped: object) -> None:
        """Record an answer; the same one again removes it."""
        given = None if self._card is not None and helped == self._card.helped else helped
        self._form.save("helped", given)


def is_promised(card: PlayedCard) -> bool:
    """Return whether there is anything to deliver, which an answer given in the room is not."""
    is_help = card.outcome is not OutcomeKind.SOLUTION
    return is_help or bool(card.owner_name or card.due or card.delivered_on)


def delivery_words(card: PlayedCard) -> str:
    """Return the status of a card in a few words; empty for an answer, told at once."""
    if card.helped is not None:
        return tr(f"cards.helped.{card.helped}")
    if card.delivered_on:
        return tr("cards.delivery.done", day=_day(card.delivered_on))
    return "" if card.outcome is OutcomeKind.SOLUTION else until_words(card.due)


def until_words(due: str) -> str:
    """Return until when something was promised, if that is known."""
    return tr("cards.delivery.until", day=_day(due)) if due else tr("cards.delivery.promised")


def _day(iso: str) -> str:
    """Return a day so short that it takes one line beside a long text."""
    if theme().metrics.narrow:
        return texts().brief_date(iso)
    return texts().date(iso, year=False, short=True)


def card_rows(state: WorkshopState, cards: Iterable[PlayedCard]) -> list[Row]:
    """Return cards that were promised or told, here or earlier, and how each went."""
    return [_row(state, contact_of(state, card), card) for card in cards]


def _row(state: WorkshopState, contact: WorkshopState, card: PlayedCard) -> Row:
    icon = "circle-check" if is_delivered(card) else "circle-dashed"
    colour = "ink2"
    if card.helped is not None:
        icon, colour = _LOOKS[card.helped]
    problem = contact.problem(card.problem_id)
    action = action_for(contact, card)
    due = action.due if action is not None else card.due
    about = tr("cards.delivery.about", number=problem.number) if problem is not None else ""
    owner = contact.owner_of(action, texts().addressed) if action is not None else ""
    who = owner or card.owner_name
    kind = "" if who else tr(f"cards.kind.{card.kind}")
    parts = (kind, about, who, card.link)
    return Row(
        card.id,
        words_of_day(state, card, card.title),
        before=(Icon(icon, colour),),
        asides=aside(delivery_words(replace(card, due=due))),
        lines=detail(spaced(*parts), "card"),
    )
