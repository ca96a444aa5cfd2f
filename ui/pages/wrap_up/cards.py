"""The section of played cards: who delivers what by when, and what was delivered already."""

from __future__ import annotations

from ui.components import cards_section


class WrapUpCardsSection(cards_section.CardsSection):
    """The cards of this workshop; what helped is asked again at the next visit."""

    NAME = "cards"
