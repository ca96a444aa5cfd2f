"""The request to the product team: the why apart from the how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What goes to the product team about one problem (the card *update of Mackerel*)."""

    id: str
    workshop_id: str
    problem_id: str
    number: int
    title: str
    why: str = ""
    situation: str = ""
    impact: str = ""
    """How often it happens and who is hurt."""
    workaround: str = ""
    """What they do today."""
    good_enough: str = ""
    wished_how: str = ""
    own_words: str = ""
    nearest_id: str = ""
    """Catalogue id of the nearest existing answer."""
    shortfall: str = ""
    """Why the nearest answer falls short."""
