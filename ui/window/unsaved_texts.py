"""What would be lost does not go unseen when the window closes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.window.notice_banner import NoticeBanner
from ui.window.page_stack import PageStack
from workshop_app.i18n import tr

_WRITING = "\0writing"
"""Stands for papers that are being written, among the texts that somebody was told of."""


class Unsaved:
    """The first attempt to close says so in one sentence; the next one closes."""

    def __init__(self, window: QWidget, shelf: PageStack, notice: NoticeBanner) -> None:
        self._window = window
        self._shelf = shelf
        self._notice = notice
        self._told: frozenset[str] = frozenset()

    def asks_for_a_second_close(self) -> bool:
        """Tell whether there is something that nobody was told of yet, and tell it."""
        too_long, begun = self._shelf.unsaved, self._shelf.begun
        writing = frozenset({_WRITING} if self._writes() else ())
        untold = (too_long | begun | writing) - self._told
        self._told = too_long | begun | writing
        if not untold:
            return False
        if too_long - begun:
            self._notice.say(tr("frame.unsaved", n=len(too_long)))
        elif begun:
            self._notice.say(tr("frame.begun", n=len(begun)))
        else:
            self._notice.say(tr("frame.writing"))
        return True

    def _writes(self) -> bool:
        """Whether papers are being written or copied."""
        from ui.components.papers.jobs import ProcessJob  # not on the start path

        return any(job.running for job in self._window.findChildren(ProcessJob))
