"""Texts that are saved nowhere do not go unseen when the window closes."""

from __future__ import annotations

from ui.windows.notice_strip import NoticeStrip
from ui.windows.page_shelf import PageShelf
from workshop_app.i18n import tr


class Unsaved:
    """The first attempt to close says so in one sentence; the next one closes."""

    def __init__(self, shelf: PageShelf, notice: NoticeStrip) -> None:
        self._shelf = shelf
        self._notice = notice
        self._told: frozenset[str] = frozenset()

    def asks_for_a_second_close(self) -> bool:
        """Tell whether there is a text that nobody was told of yet, and tell it."""
        too_long, begun = self._shelf.unsaved, self._shelf.begun
        if not (too_long | begun) - self._told:
            return False
        self._told = too_long | begun
        if too_long - begun:
            self._notice.say(tr("frame.unsaved", n=len(too_long)))
        else:
            self._notice.say(tr("frame.begun", n=len(begun)))
        return True
