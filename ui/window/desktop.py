"""The displays of the computer as the window sees them, and whether two show the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

WALL, CONSOLE, OFF = "wall", "console", "off"
"""What a further display is for: the room (at first), the facilitator, or nothing for the room."""


@dataclass(frozen=True)
class Display:
    """A display. ``key`` names the device, not its number, so that it is known again."""

    key: str
    geometry: QRect
    primary: bool = False
    screen: QScreen | None = field(default=None, compare=False)


class Desktop(QObject):
    """Where the displays come from; ``changed`` when one came, went, moved or was resized."""

    changed = Signal()

    def displays(self) -> tuple[Display, ...]:
        """All displays there are now."""
        raise NotImplementedError


class QtDesktop(Desktop):
    """The displays as Qt tells of them."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.screenAdded.connect(self._watch)
        app.screenAdded.connect(self.changed)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)
        for screen in app.screens():
            self._watch(screen)

    def displays(self) -> tuple[Display, ...]:
        first, screens = QGuiApplication.primaryScreen(), QGuiApplication.screens()
        keys = keys_of([(_device(screen), screen.name()) for screen in screens])
        return tuple(
            Display(key, screen.geometry(), screen is first, screen)
            for key, screen in zip(keys, screens, strict=True)
        )

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)


def _device(screen: QScreen) -> str:
    device = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part for part in device if part)


def keys_of(displays: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """A key for each display, made of its device (maker, model, serial) and its socket.

    The socket tells apart those that tell no serial, or none at all.
    """
    devices = [device for device, _ in displays]
    return tuple(
        device if device and devices.count(device) == 1 else f"{device} {socket}".strip()
        for device, socket in displays
    )


def mirrored(displays: Sequence[Display]) -> bool:
    """Whether two displays show the same part of the desktop.

    Many systems make one display of two that show the same; then there is nothing to tell.
    """
    places = [display.geometry for display in displays]
    return any(one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :])


def for_the_wall(displays: Sequence[Display], roles: Mapping[str, str]) -> Display | None:
    """The display for the room: a further one, or the primary one where the two were swapped.

    ``roles`` tells what each further display is for. None with one display, with two that show
    the same, or where the further one was switched off for the room.
    """
    if len(displays) < 2 or mirrored(displays):
        return None
    used = [d for d in displays if not d.primary and roles.get(d.key, WALL) != OFF]
    straight = next((d for d in used if roles.get(d.key, WALL) == WALL), None)
    swapped = next((d for d in displays if d.primary), None) if used else None
    return straight or swapped


def for_the_console(displays: Sequence[Display], wall: Display) -> Display:
    """The display for the facilitator: the primary one, unless that is the room's."""
    rest = [display for display in displays if display.key != wall.key]
    return next((display for display in rest if display.primary), rest[0])


def display_at(displays: Iterable[Display], point: QPoint) -> Display | None:
    """The display that a point of the desktop is on."""
    return next((display for display in displays if display.geometry.contains(point)), None)
