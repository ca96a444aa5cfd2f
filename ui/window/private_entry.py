"""How the user enters private mode."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.actions.table import find
from ui.window.frame_api import FrameApi
from ui.window.overlays import BlackExit
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.window.private_question import PrivateQuestion


class PrivateEntry:
    """Enters private mode, directly if the audience has a separate display.

    If the audience may see this window, a question comes first, and the window goes black before
    private fields are built. A user who confirms that nothing is projected is not asked again until
    the window closes or a display is connected or removed.
    """

    def __init__(self, frame: FrameApi) -> None:
        self._frame = frame
        self._nothing_projected = False
        self._connected: PrivateQuestion | None = None
        self._then: Callable[[], object] | None = None

    def request(self, then: Callable[[], object] | None = None) -> bool:
        """Enter private mode, or ask first; return False if the question is shown already.

        ``then`` is called in private mode, unless the user leaves the question.
        """
        frame = self._frame
        self._then = then
        question = self._question()
        if question is not None:
            if not question.nothing_projected:
                return False
            self._confirm()
            return True
        if frame.frozen or frame.audience.live or self._nothing_projected:
            self._set_private()  # which refuses while the picture is frozen
            return True
        question = frame.show_private_question()
        if question is not self._connected:
            self._connected = question
            question.confirmed.connect(self._confirm)
            question.cancelled.connect(self._cancel)
        return True

    def forget(self) -> None:
        """Ask again: the displays changed, so something may be projected now."""
        self._nothing_projected = False

    def _question(self) -> PrivateQuestion | None:
        """Return the question if it is the current page."""
        from ui.window.private_question import PrivateQuestion  # not on the start path

        page = self._frame.page_stack.page
        return page if isinstance(page, PrivateQuestion) else None

    def _set_private(self, *, black: bool = False) -> None:
        then, self._then = self._then, None
        self._frame.set_private(True)
        if black:  # after which the page has the keyboard
            self._frame.black_overlay.uncover()
        if then is not None and self._frame.private:
            then()

    def _cancel(self) -> None:
        self._then = None
        self._leave()

    def _leave(self) -> None:
        self._frame.go(self._frame.page_name)

    def _confirm(self) -> None:
        """Enter private mode where nothing is projected, else make the window black first."""
        question = self._question()
        alone = question is not None and question.nothing_projected
        self._leave()
        if alone:
            self._nothing_projected = True
            self._set_private()
            return
        key = find("everywhere.private").keys[0]
        leave = BlackExit(tr("private.leave.on"), key, partial(self._set_private, black=True))
        self._frame.black_overlay.cover_before(leave)
