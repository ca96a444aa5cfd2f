"""Hides a message when its subject is not shown any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.components.window_api import WindowApi
from ui.window.page_stack import PageStack
from ui.window.toast import Toast


class MessageTie(QObject):
    """Ties each message to the current page, and to the problem that fills it, if any.

    The message of an action that changes the page belongs to the new page: it is tied afterwards.
    """

    def __init__(self, api: WindowApi, toast: Toast, page_stack: PageStack) -> None:
        super().__init__(toast)
        self._api = api
        self._toast = toast
        self._page_stack = page_stack
        self._about: tuple[str, str] | None = None
        page_stack.audience_focus_changed.connect(self.check)

    def tie(self) -> None:
        """Tie the visible message, after the action that it is about."""
        self._about = None
        QTimer.singleShot(0, self, self._tie)

    def check(self) -> None:
        """Hide the message if something else is shown than when it was tied."""
        if self._about is not None and self._about != self._in_front:
            self._about = None
            self._toast.hide()

    def _tie(self) -> None:
        self._about = self._in_front

    @property
    def _in_front(self) -> tuple[str, str]:
        return self._api.page_name, self._page_stack.problem_in_front
