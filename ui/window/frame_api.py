"""Interface of the facilitator's window for its own parts, in addition to that for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.window.audience_controller import AudienceController
from ui.window.foot_bar import FootBar
from ui.window.overlays import BlackOverlay
from ui.window.page_stack import PageStack
from ui.window.step_timer import StepTimer
from ui.window.top_bar import TopBar

if TYPE_CHECKING:
    from ui.window.private_question import PrivateQuestion


class FrameApi(WindowApi, Protocol):
    """The window as its own parts use it."""

    page_stack: PageStack
    audience: AudienceController
    bar: TopBar
    black_overlay: BlackOverlay
    foot: FootBar
    timer: StepTimer

    @property
    def covered(self) -> bool:
        """Whether an overlay covers the window and receives its keys."""
        ...

    @property
    def frozen(self) -> bool:
        """Whether the window shows the audience a frozen picture."""
        ...

    def show_private_question(self) -> PrivateQuestion:
        """Show the question before private mode instead of the current page."""
        ...

    @property
    def may_open_menu(self) -> bool:
        """Whether a menu may be shown: not over black, a break, a frozen or a locked window."""
        ...

    def window(self) -> QWidget:
        """The window itself."""
        ...

    def set_black(self) -> None:
        """Make the window black, or the audience display."""
