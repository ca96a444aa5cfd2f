"""Which window is on which display, also when one comes, goes, or shows the same as the other.

The rule in all of it: the room's display goes blank first, private fields close next, then the
windows are placed, and last one sentence says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from ui.window.audience_controller import AudienceController, Holds, time_of_day
from ui.window.desktop import (
    CONSOLE,
    OFF,
    WALL,
    Desktop,
    Display,
    display_at,
    for_the_console,
    for_the_wall,
    mirrored,
)
from ui.window.overlays import BlackOverlay
from workshop_app.i18n import tr
from workshop_app.settings import WALL_LETTERS, Settings

if TYPE_CHECKING:
    from ui.audience.window import AudienceWindow

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


class Console(Protocol):
    """What is asked of the facilitator's window."""

    private: bool
    room: AudienceController
    settings: Settings
    black: BlackOverlay

    @property
    def frozen(self) -> bool:
        """Whether it shows a still picture of itself."""
        ...

    def set_private(self, private: bool) -> None:
        """Change between projected and private mode."""

    def say_error(self, sentence: str) -> None:
        """Say a sentence under the bar."""

    def toast(self, sentence: str) -> None:
        """Say in one sentence what was done."""


class Displays(QObject):
    """Opens the audience window on a second display by itself, and follows every change.

    ``keep`` is called when the choice for a display changed, which the settings hold.
    """

    def __init__(
        self,
        console: Console,
        window: QWidget,
        desktop: Desktop,
        keep: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._console, self._window, self._desktop, self._keep = console, window, desktop, keep
        self._room = console.room
        self._wall: Display | None = None
        self._audience: AudienceWindow | None = None
        self._swapped = False
        """Whether the two changed places: the wall stays only while the other one is there."""
        self._asked: Holds = {}
        """How the picture was held when its display went: so it comes back."""
        console.black.lifted.connect(self._asked_back)
        desktop.changed.connect(self._changed)
        window.installEventFilter(self)
        self._room.private_wanted.connect(self._stand_apart)
        self._room.swap_wanted.connect(self.swap)
        self._room.switch_wanted.connect(self.switch)
        self._room.letters_wanted.connect(self.step_letters)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._keep_keys)
        self._arrange()

    @property
    def wall(self) -> Display | None:
        """The display on which the audience window is."""
        return self._wall

    def swap(self) -> None:
        """Let the two windows change places; private fields close before."""
        wall, displays = self._wall, self._desktop.displays()
        if wall is None:
            return
        further = for_the_console(displays, wall) if wall.primary else wall
        self._remember(further.key, WALL if wall.primary else CONSOLE)
        self._blank()
        self._console.set_private(False)
        self._arrange()

    def switch(self) -> None:
        """Use the second display for the room, or for nothing; the choice is kept."""
        if self._wall is not None:
            for display in self._further():
                self._remember(display.key, OFF)
            self._leave("off")
        else:
            for display in self._further():
                self._remember(display.key, WALL)
            self._arrange()

    def step_letters(self, by: int) -> None:
        """Make the room's letters a step larger or smaller; each display keeps its own size."""
        wall, audience = self._wall, self._audience
        if wall is None or audience is None:
            return
        place = WALL_LETTERS.index(self._letters_on(wall)) + by
        percent = WALL_LETTERS[max(0, min(place, len(WALL_LETTERS) - 1))]
        if percent != self._letters_on(wall):
            self._console.settings.wall_letters[wall.key] = percent
            self._keep()
            audience.set_letters(percent)
        self._console.toast(tr("audience.said.letters", percent=percent))

    def _letters_on(self, display: Display) -> int:
        return self._console.settings.wall_letters.get(display.key, WALL_LETTERS[0])

    def follow_console(self) -> None:
        """The facilitator's window was moved or resized: any of it on the room's display is public.

        It stays where it is: nothing pulls at a window in somebody's hand.
        """
        if self._console.private and self._reaches_the_wall():
            self._console.set_private(False)
            self._console.say_error(tr("audience.said.together"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of each move of the facilitator's window, also within a display."""
        if watched is self._window and event.type() in _MOVES:
            self.follow_console()
        return False

    def _stand_apart(self) -> None:
        """Private fields are about to come: before, the window leaves the room's display."""
        if self._wall is not None and self._reaches_the_wall():
            self._move_away(self._desktop.displays(), self._wall)

    def _reaches_the_wall(self) -> bool:
        """Whether any of the window is on the room's display; its frame tells nothing private."""
        wall, window = self._wall, self._window
        if wall is None or not window.isVisible():
            return False
        return window.geometry().intersects(wall.geometry)

    def _keep_keys(self, focused: QWindow | None) -> None:
        """The keyboard stays with the facilitator, whatever the system or the mouse wants."""
        audience = self._room.audience
        if audience is not None and focused is not None and focused is audience.windowHandle():
            self._window.activateWindow()

    # -- what happens to displays

    def _changed(self) -> None:
        displays, before = self._desktop.displays(), self._wall
        if before is None:
            if mirrored(displays) and self._console.private:
                self._console.set_private(False)
                self._console.say_error(tr("audience.said.mirrored"))
            self._arrange()
            self._keep_black()
            return
        same = next((display for display in displays if display.key == before.key), None)
        if mirrored(displays):
            self._leave("mirrored")
            self._keep_black("mirrored")
        elif same is None or len(displays) < 2 or (self._swapped and not self._chosen(same)):
            moved = same is not None and for_the_wall(displays, self._console.settings.displays)
            self._leave(why := "moved" if moved else "gone")
            self._arrange()  # a third display may take over
            self._keep_black(why)
        elif same.geometry != before.geometry:
            self._blank()
            self._console.set_private(False)
            self._arrange(same)
            self._console.say_error(tr("audience.said.resized"))
        else:
            self._arrange(same)  # the room's display stays the room's, whatever else came

    def _leave(self, why: str) -> None:
        """Blank, close what is private, go back to one screen, and say why."""
        self._blank()
        self._asked = self._room.asked
        self._room.end()
        if self._audience is not None:
            self._audience.hide()
        self._wall = None
        self._console.set_private(False)
        self._console.say_error(tr(f"audience.said.{why}"))
        self._note_availability()

    def _keep_black(self, why: str = "") -> None:
        """What the room was not to see it does not see on this window either.

        Two displays that show the same are one to many systems, so it may be looking.
        """
        black = self._console.black
        if not self._asked or self._room.live or self._room.available or black.isVisible():
            return
        kept = tr(f"audience.said.{'still_black' if 'black' in self._asked else 'no_picture'}")
        black.cover(kept)
        first = tr(f"audience.said.{why}") if why else ""
        self._console.say_error(tr("audience.said.both", first=first, second=kept).strip())

    def _asked_back(self) -> None:
        """The facilitator shows this window again: nothing is to be held any more."""
        self._asked = {}

    def _begin(self, audience: AudienceWindow) -> None:
        """Go live, held as it was asked for anywhere; this window shows the work then."""
        console, asked, still = self._console, self._asked, self._console.frozen
        black = console.black.isVisible()
        if (black and not console.black.why) or (still and not asked):
            asked = {**asked, "black": time_of_day()}
        self._room.begin(audience, asked)
        audience.set_black("black" in asked)  # only now: its last picture is old
        self._asked = {}
        if black:
            console.black.uncover()
        if still:
            console.say_error(tr("audience.said.no_still"))

    def _blank(self) -> None:
        if self._audience is not None:
            self._audience.set_black(True)

    # -- placing

    def _arrange(self, wall: Display | None = None) -> None:
        """Put both windows where they belong now; all is done again from what there is.

        Without ``wall`` the display for the room is chosen anew.
        """
        displays = self._desktop.displays()
        target = wall or for_the_wall(displays, self._console.settings.displays)
        self._swapped = self._swapped if wall else target is not None and target.primary
        self._note_availability()
        if target is None:
            return
        self._make_room(displays, target)
        audience = self._audience or self._make_audience()
        self._wall = target
        audience.set_letters(self._letters_on(target))
        _cover(audience, target)
        if not self._room.live:
            self._begin(audience)
        elif self._room.held != "black":
            audience.set_black(False)

    def _chosen(self, display: Display) -> bool:
        """Whether a display would be the room's if it were chosen now."""
        chosen = for_the_wall(self._desktop.displays(), self._console.settings.displays)
        return chosen is not None and chosen.key == display.key

    def _make_audience(self) -> AudienceWindow:
        from ui.audience.window import AudienceWindow  # not on the start path of one screen

        self._audience = audience = AudienceWindow()
        audience.closed.connect(lambda: self._wall is not None and self._leave("closed"))
        return audience

    def _make_room(self, displays: tuple[Display, ...], wall: Display) -> None:
        """Move the facilitator's window off the display that is the room's, not in private."""
        window = self._window
        here = display_at(displays, window.frameGeometry().center())
        if here is not None and not window.geometry().intersects(wall.geometry):
            return
        if self._console.private:
            self._console.set_private(False)
            self._console.say_error(tr("audience.said.together"))
        self._move_away(displays, wall)

    def _move_away(self, displays: tuple[Display, ...], wall: Display) -> None:
        """Put the facilitator's window on its own display, as large as it was where it fits."""
        window, target = self._window, for_the_console(displays, wall)
        whole = window.isMaximized() or window.isFullScreen()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMaximized)
        if target.screen is not None:
            window.setScreen(target.screen)
        place = target.screen.availableGeometry() if target.screen else target.geometry
        size = window.size().boundedTo(place.size())
        window.setGeometry(QRect(place.topLeft(), size))
        if whole:
            window.showMaximized()

    def _further(self) -> list[Display]:
        return [display for display in self._desktop.displays() if not display.primary]

    def _remember(self, key: str, role: str) -> None:
        self._console.settings.displays[key] = role
        self._keep()

    def _note_availability(self) -> None:
        displays = self._desktop.displays()
        self._room.set_available(len(displays) > 1 and not mirrored(displays))


def _cover(audience: AudienceWindow, display: Display) -> None:
    """Fill a display with the audience window."""
    if display.screen is None:
        audience.setGeometry(display.geometry)
        audience.show()
        return
    if audience.geometry() != display.geometry:
        audience.hide()  # a window that fills a display does not move on every system
    audience.setScreen(display.screen)
    audience.setGeometry(display.geometry)
    audience.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would want the keys
    audience.show()
