"""Ends a message when what it is about is no longer in front."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.components.page import WindowApi
from ui.widgets.toast import Toast
from ui.window.page_stack import PageStack


class MessageTie(QObject):
    """Ties each message to the page in front, and to the problem that fills it, if one does.

    What an action says as it leads on belongs to where it leads: the tie is made after it.
    """

    def __init__(self, api: WindowApi, toast: Toast, page_stack: PageStack) -> None:
        super().__init__(toast)
        self._api = api
        self._toast = toast
        self._page_stack = page_stack
        self._about: tuple[str, str] | None = None
        page_stack.audience_focus_changed.connect(self.check)

    def tie(self) -> None:
        """Tie the message that is shown, once the action that it tells of is over."""
        self._about = None
        QTimer.singleShot(0, self, self._tie)

    def check(self) -> None:
        """Hide the message if something else is in front than when it was tied."""
        if self._about is not None and self._about != self._in_front:
            self._about = None
            self._toast.hide()

    def _tie(self) -> None:
        self._about = self._in_front

    @property
    def _in_front(self) -> tuple[str, str]:
        page = self._page_stack.page
        focus = page.audience_focus() if page is not None and page.ONE_PROBLEM else None
        return self._api.page_name, focus.record_id if focus is not None else ""
