"""Places the windows on the displays when displays are added, removed or mirrored.

The order is always the same: the audience display turns black, private mode ends, the windows are
placed, and one sentence explains why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow

from ui.window.audience_controller import Overrides, time_of_day
from ui.window.desktop import (
    AUDIENCE,
    OFF,
    PRESENTER,
    Desktop,
    Display,
    audience_display,
    display_at,
    mirrored,
    presenter_display,
)
from ui.window.main_window import MainWindow
from workshop_app.i18n import tr
from workshop_app.settings import WALL_LETTERS

if TYPE_CHECKING:
    from ui.audience.window import AudienceWindow

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


class Displays(QObject):
    """Opens the audience window on a second display automatically, and follows every change.

    ``save_settings``: the role or the text size of a display was changed.
    """

    def __init__(
        self, window: MainWindow, desktop: Desktop, save_settings: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desktop = desktop
        self._save_settings = save_settings
        self._controller = window.audience
        self._black_overlay = window.black_overlay
        self.audience_display: Display | None = None
        self._audience_window: AudienceWindow | None = None
        self._swapped = False
        """Whether the two were exchanged: that lasts only while the other display is there."""
        self._kept_overrides: Overrides = {}
        """How the picture was overridden when its display was removed, to restore it."""
        self._black_overlay.lifted.connect(self._forget_overrides)
        desktop.changed.connect(self._changed)
        window.installEventFilter(self)
        self._controller.private_requested.connect(self._leave_audience_display)
        self._controller.swap_requested.connect(self.swap)
        self._controller.switch_requested.connect(self.switch)
        self._controller.text_size_step_requested.connect(self.step_text_size)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._keep_keyboard)
        self._arrange()

    def swap(self) -> None:
        """Swap the two windows; private mode ends first."""
        display = self.audience_display
        if display is None:
            return
        displays = self._desktop.displays()
        secondary = presenter_display(displays, display) if display.primary else display
        self._set_role(secondary.key, AUDIENCE if display.primary else PRESENTER)
        self._blacken()
        self._window.set_private(False)
        self._arrange()

    def switch(self) -> None:
        """Use the second display for the audience, or not; the choice is saved."""
        used = self.audience_display is not None
        for display in self._secondary_displays():
            self._set_role(display.key, OFF if used else AUDIENCE)
        if used:
            self._leave("off")
        else:
            self._arrange()

    def step_text_size(self, by: int) -> None:
        """Change the audience's text size by a step; the size is stored per display."""
        display = self.audience_display
        audience_window = self._audience_window
        if display is None or audience_window is None:
            return
        step = WALL_LETTERS.index(self._text_size_on(display)) + by
        percent = WALL_LETTERS[max(0, min(step, len(WALL_LETTERS) - 1))]
        if percent != self._text_size_on(display):
            self._window.settings.wall_letters[display.key] = percent
            self._save_settings()
            audience_window.set_text_size(percent)
        self._window.toast(tr("audience.said.letters", percent=percent))

    def _text_size_on(self, display: Display) -> int:
        return self._window.settings.wall_letters.get(display.key, WALL_LETTERS[0])

    def follow_window(self) -> None:
        """End private mode if any part of the presenter's window is on the audience display.

        The window is not moved, because the user may be dragging it.
        """
        if self._window.private and self._overlaps_audience_display():
            self._window.set_private(False)
            self._window.say_error(tr("audience.said.together"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in _MOVES:
            self.follow_window()
        return False

    def _leave_audience_display(self) -> None:
        """Move the presenter's window off the audience display before it shows private fields."""
        if self.audience_display is not None and self._overlaps_audience_display():
            self._move_away(self._desktop.displays(), self.audience_display)

    def _overlaps_audience_display(self) -> bool:
        """Return whether any of the window's content is there; its frame shows nothing private."""
        display = self.audience_display
        if display is None or not self._window.isVisible():
            return False
        return self._window.geometry().intersects(display.geometry)

    def _keep_keyboard(self, focused: QWindow | None) -> None:
        """Return the focus to the presenter's window, whichever window was activated."""
        audience_window = self._controller.audience_window
        if audience_window is None or focused is None:
            return
        if focused is audience_window.windowHandle():
            self._window.activateWindow()

    # -- changes of displays

    def _changed(self) -> None:
        self._window.private_entry.forget()  # a projector may be connected now
        displays = self._desktop.displays()
        before = self.audience_display
        if before is None:
            if mirrored(displays) and self._window.private:
                self._window.set_private(False)
                self._window.say_error(tr("audience.said.mirrored"))
            self._arrange()
            self._stay_black()
            return
        same = next((display for display in displays if display.key == before.key), None)
        if mirrored(displays):
            self._leave("mirrored")
            self._stay_black("mirrored")
        elif same is None or len(displays) < 2 or (self._swapped and not self._is_chosen(same)):
            other = same is not None and audience_display(displays, self._window.settings.displays)
            why = "moved" if other else "gone"
            self._leave(why)
            self._arrange()  # a third display may take over
            self._stay_black(why)
        elif same.geometry != before.geometry:
            self._blacken()
            self._window.set_private(False)
            self._arrange(same)
            self._window.say_error(tr("audience.said.resized"))
        else:
            self._arrange(same)  # the audience keeps its display when another one is added

    def _leave(self, why: str) -> None:
        """Make the display black, end private mode, go back to one screen, and show the reason."""
        self._blacken()
        self._kept_overrides = self._controller.overrides
        self._controller.end()
        if self._audience_window is not None:
            self._audience_window.hide()
        self.audience_display = None
        self._window.set_private(False)
        self._window.say_error(tr(f"audience.said.{why}"))
        self._update_availability()

    def _stay_black(self, why: str = "") -> None:
        """Keep black what the audience was not to see, on the presenter's window, too.

        Many systems report mirrored displays as one, so the audience may see this window now.
        """
        controller = self._controller
        black = self._black_overlay
        if not self._kept_overrides or black.isVisible():
            return
        if controller.live or controller.available:
            return
        reason = "still_black" if "black" in self._kept_overrides else "no_picture"
        kept = tr(f"audience.said.{reason}")
        black.cover(kept)
        first = tr(f"audience.said.{why}") if why else ""
        self._window.say_error(tr("audience.said.both", first=first, second=kept).strip())

    def _forget_overrides(self) -> None:
        """Reset the overrides, since the presenter shows this window again."""
        self._kept_overrides = {}

    def _begin(self, audience_window: AudienceWindow) -> None:
        """Go live with the previous overrides of either window; this window shows the work."""
        overrides = self._kept_overrides
        black = self._black_overlay.isVisible()
        frozen = self._window.frozen
        if (black and not self._black_overlay.why) or (frozen and not overrides):
            overrides = {**overrides, "black": time_of_day()}
        self._controller.begin(audience_window, overrides)
        audience_window.set_black("black" in overrides)  # not before: it has an outdated picture
        self._kept_overrides = {}
        if black:
            self._black_overlay.uncover()
        if frozen:
            self._window.say_error(tr("audience.said.no_still"))

    def _blacken(self) -> None:
        if self._audience_window is not None:
            self._audience_window.set_black(True)

    # -- placement

    def _arrange(self, display: Display | None = None) -> None:
        """Place both windows on their displays.

        ``display`` is the audience's, selected again by default.
        """
        displays = self._desktop.displays()
        target = display or audience_display(displays, self._window.settings.displays)
        if display is None:
            self._swapped = target is not None and target.primary
        self._update_availability()
        if target is None:
            return
        self._make_room(displays, target)
        audience_window = self._audience_window or self._make_audience_window()
        self.audience_display = target
        audience_window.set_text_size(self._text_size_on(target))
        _fill(audience_window, target)
        if not self._controller.live:
            self._begin(audience_window)
        elif self._controller.override != "black":
            audience_window.set_black(False)

    def _is_chosen(self, display: Display) -> bool:
        """Return whether a display would be selected for the audience now."""
        chosen = audience_display(self._desktop.displays(), self._window.settings.displays)
        return chosen is not None and chosen.key == display.key

    def _make_audience_window(self) -> AudienceWindow:
        from ui.audience.window import AudienceWindow  # not needed to start on one screen

        audience_window = AudienceWindow()
        self._audience_window = audience_window
        audience_window.closed.connect(self._audience_window_closed)
        return audience_window

    def _audience_window_closed(self) -> None:
        if self.audience_display is not None:
            self._leave("closed")

    def _make_room(self, displays: tuple[Display, ...], audience: Display) -> None:
        """Move the presenter's window off the audience display; private mode ends first."""
        window = self._window
        here = display_at(displays, window.frameGeometry().center())
        if here is not None and not window.geometry().intersects(audience.geometry):
            return
        if window.private:
            window.set_private(False)
            window.say_error(tr("audience.said.together"))
        self._move_away(displays, audience)

    def _move_away(self, displays: tuple[Display, ...], audience: Display) -> None:
        """Move the presenter's window to its display, keeping its size if possible."""
        window = self._window
        target = presenter_display(displays, audience)
        maximized = window.isMaximized() or window.isFullScreen()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMaximized)
        if target.screen is not None:
            window.setScreen(target.screen)
        area = target.screen.availableGeometry() if target.screen else target.geometry
        size = window.size().boundedTo(area.size())
        window.setGeometry(QRect(area.topLeft(), size))
        if maximized:
            window.showMaximized()

    def _secondary_displays(self) -> list[Display]:
        return [display for display in self._desktop.displays() if not display.primary]

    def _set_role(self, key: str, role: str) -> None:
        self._window.settings.displays[key] = role
        self._save_settings()

    def _update_availability(self) -> None:
        displays = self._desktop.displays()
        self._controller.set_available(len(displays) > 1 and not mirrored(displays))


def _fill(audience_window: AudienceWindow, display: Display) -> None:
    """Fill a display with the audience window."""
    if display.screen is None:
        audience_window.setGeometry(display.geometry)
        audience_window.show()
        return
    if audience_window.geometry() != display.geometry:
        audience_window.hide()  # some systems cannot move a full-screen window
    audience_window.setScreen(display.screen)
    audience_window.setGeometry(display.geometry)
    # not showFullScreen, which would activate the window
    audience_window.setWindowState(Qt.WindowState.WindowFullScreen)
    audience_window.show()
