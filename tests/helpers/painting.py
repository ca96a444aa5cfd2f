"""Painting of the windows under test.

Painting takes about half of the time of a test of pages, and few tests look at what is painted in
between. A window therefore paints once, at the end of its test, so that an error in what it painted
last fails the test; code that renders a widget into an image works all the same. With
``--exhaustive`` each window paints whenever Qt asks it to, as it does for a user.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_always = False


def paint_always(always: bool) -> None:
    """Let all windows paint like in the program (``--exhaustive``)."""
    global _always  # noqa: PLW0603 - one setting of the whole run
    _always = always


def paint_at_end(window: "QWidget") -> None:
    """Do not paint a window until `paint_now`; call it before the window is shown."""
    window.setUpdatesEnabled(_always)


def paint_now(window: "QWidget") -> None:
    """Paint a window as it is; it paints like in the program from then on."""
    if not window.updatesEnabled():
        window.setUpdatesEnabled(True)
        window.repaint()


@contextmanager
def painted_at_end(window: "QWidget") -> Iterator[None]:
    """Paint a window once, at the end of the block."""
    paint_at_end(window)
    yield
    paint_now(window)
