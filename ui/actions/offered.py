"""What a page offers at present, as a value: foot bar, menus, palette and key caps follow it."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from workshop_app.i18n import tr

BACK = "moving.escape"
PRIMARY = "everywhere.primary"


class FootArea(Enum):
    """Where an action has a button in the foot bar."""

    NONE = auto()
    """It has none: menus list it, and its keys work."""
    LEFT = auto()
    """The ways of the current thing, and texts between them."""
    RIGHT = auto()
    """Texts before the primary button."""
    PRIMARY = auto()


class Offered(NamedTuple):
    """How a bound action is offered at present.

    Args:
        text: Replaces the declared text.
        enabled: Whether it can be done.
        reason: Why it cannot be done, for menus.
        area: Where its button is in the foot bar.
        filled: Whether the primary button is filled; otherwise it is outlined.
        icon: Replaces the declared icon in that button; None for no icon.
        alternatives: Texts for which that button has room, so that a change moves nothing.
        key: Which of several keys that button shows, if not the first.
        row: Whether the menu of a row lists it, if it is among the list's ``row_actions``;
            otherwise the menu of all actions lists it as one of the page.

    """

    text: str = ""
    enabled: bool = True
    reason: str = ""
    area: FootArea = FootArea.NONE
    filled: bool = True
    icon: str | None = ""
    alternatives: tuple[str, ...] = ()
    key: str = ""
    row: bool = True


class Beside(NamedTuple):
    """What the foot bar shows beside the buttons.

    That is ``text``, with ``icon`` before it; without a text it is the widget of this name in
    ``foot_widgets`` of the part that offers it.
    """

    area: FootArea
    text: str = ""
    icon: str = ""


Key = str | tuple[str, int]
"""The id of an action, with the argument if it has one, or any name of something ``Beside``."""
Offers = dict[Key, Offered | Beside]
"""In the order of the foot bar. Actions that are not in it are offered as they are declared."""


def left(text: str = "") -> Offered:
    """Return a way at the left of the foot bar."""
    return Offered(text, area=FootArea.LEFT)


def primary(text: str = "", *, filled: bool = True) -> Offered:
    """Return the primary button; it is only outlined unless ``filled``."""
    return Offered(text, area=FootArea.PRIMARY, filled=filled)


def back(text: str = "") -> Offered:
    """Return the button at the left that does the same as Esc, with the word of all pages."""
    return Offered(text or tr("frame.back"), area=FootArea.LEFT, icon="arrow-left")
