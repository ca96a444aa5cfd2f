"""The displays of the computer: which is for the audience, and whether two are mirrored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

AUDIENCE = "wall"
PRESENTER = "console"
OFF = "off"
"""Roles of a secondary display in the settings; by default it is the audience's."""


@dataclass(frozen=True)
class Display:
    """A display. ``key`` identifies the device, so that it is recognised when reconnected."""

    key: str
    geometry: QRect
    primary: bool = False
    screen: QScreen | None = field(default=None, compare=False)


class Desktop(QObject):
    """Lists the displays; ``changed`` is emitted when one was added, removed, moved or resized."""

    changed = Signal()

    def displays(self) -> tuple[Display, ...]:
        """Return all displays."""
        raise NotImplementedError


class QtDesktop(Desktop):
    """The displays as Qt lists them."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.screenAdded.connect(self._watch)
        app.screenAdded.connect(self.changed)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)
        for screen in app.screens():
            self._watch(screen)

    def displays(self) -> tuple[Display, ...]:
        primary = QGuiApplication.primaryScreen()
        screens = QGuiApplication.screens()
        keys = keys_of([(_device(screen), screen.name()) for screen in screens])
        return tuple(
            Display(key, screen.geometry(), screen is primary, screen)
            for key, screen in zip(keys, screens, strict=True)
        )

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)


def _device(screen: QScreen) -> str:
    device = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part for part in device if part)


def keys_of(displays: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return a key for each display, made of its device (maker, model, serial) and its port.

    The port is part of the key only if devices have no name, or the same.
    """
    devices = [device for device, _ in displays]
    return tuple(
        device if device and devices.count(device) == 1 else f"{device} {socket}".strip()
        for device, socket in displays
    )


def mirrored(displays: Sequence[Display]) -> bool:
    """Return whether two displays show the same part of the desktop.

    Many systems report mirrored displays as one, which cannot be detected.
    """
    areas = [display.geometry for display in displays]
    return any(one.intersects(other) for n, one in enumerate(areas) for other in areas[n + 1 :])


def audience_display(displays: Sequence[Display], roles: Mapping[str, str]) -> Display | None:
    """Return the audience display: a secondary one, or the primary one if they were swapped.

    ``roles`` maps keys of secondary displays to their roles. Returns None with a single display,
    with mirrored ones, or if the secondary one was switched off for the audience.
    """
    if len(displays) < 2 or mirrored(displays):
        return None
    used = [d for d in displays if not d.primary and roles.get(d.key, AUDIENCE) != OFF]
    straight = next((d for d in used if roles.get(d.key, AUDIENCE) == AUDIENCE), None)
    swapped = next((d for d in displays if d.primary), None) if used else None
    return straight or swapped


def presenter_display(displays: Sequence[Display], audience: Display) -> Display:
    """Return the presenter's display: the primary one, unless that is the audience's."""
    others = [display for display in displays if display.key != audience.key]
    return next((display for display in others if display.primary), others[0])


def display_at(displays: Iterable[Display], point: QPoint) -> Display | None:
    """Return the display that contains a point of the desktop."""
    return next((display for display in displays if display.geometry.contains(point)), None)
