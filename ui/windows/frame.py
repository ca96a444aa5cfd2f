"""Where the parts of the facilitator's window stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.windows.presenter import PresenterWindow


def arrange(window: PresenterWindow) -> None:
    """Bar and strips over rail and page, the foot under the page."""
    centre = QWidget()
    grid = QGridLayout(centre)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    strips = QVBoxLayout()
    strips.setSpacing(0)
    for strip in (window.band, window.held, window.notice):
        strips.addWidget(strip)
    grid.addWidget(window.bar, 0, 0, 1, 2)
    grid.addLayout(strips, 1, 0, 1, 2)
    grid.addWidget(window.rail, 2, 0, 2, 1)
    grid.addWidget(window.shelf, 2, 1)
    grid.addWidget(window.foot, 3, 1)
    grid.addWidget(window.sleep, 4, 0, 1, 2)
    grid.setRowStretch(2, 1)
    grid.setColumnStretch(1, 1)
    window.setCentralWidget(centre)
    window.band.hide()
