"""What was in hand on the page that was left: the catalogue opens with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from ui.pages.base import Context, Page


@dataclass(frozen=True, eq=False)
class InHand:
    """A problem's id, or empty; and the words that were being typed about it, or of their own.

    Each is another one, even with the same content: a search begins anew for it.
    """

    problem_id: str = ""
    words: str = ""


_kept: WeakKeyDictionary[Context, InHand] = WeakKeyDictionary()


def keep(page: Page) -> None:
    """Remember what a page has in hand when it is left; pages beside the steps change nothing."""
    in_hand = page.in_hand() if page.isVisible() else None
    if in_hand is not None:
        _kept[page.context] = in_hand


def kept(context: Context) -> InHand | None:
    """What the page had in hand that was left last."""
    return _kept.get(context)
