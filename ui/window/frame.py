"""Where the parts of the facilitator's window stand, and what they say of the page in front."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.components import places
from ui.window.audience_controller import AudienceController
from ui.window.foot_bar import FootBar
from ui.window.notice_banner import NoticeBanner
from ui.window.page_stack import PageStack
from ui.window.private_band import PrivateBand
from ui.window.rail import Rail
from ui.window.sleep_banner import SleepBanner
from ui.window.top_bar import TopBar
from workshop_app.i18n import language, texts, tr
from workshop_app.services.session import Session


class Framed(Protocol):
    """The facilitator's window as its parts make it."""

    session: Session
    private: bool
    room: AudienceController
    bar: TopBar
    band: PrivateBand
    notice: NoticeBanner
    rail: Rail
    shelf: PageStack
    foot: FootBar
    sleep: SleepBanner

    @property
    def strips(self) -> tuple[QWidget, ...]:
        """What may stand under the bar, from above."""
        ...

    @property
    def page_name(self) -> str:
        """The name of the page in front."""
        ...

    def setCentralWidget(self, widget: QWidget, /) -> None:
        """Put the parts into the window."""

    def setWindowTitle(self, words: str, /) -> None:
        """Name the window."""


def arrange(window: Framed) -> None:
    """Bar and strips over rail and page, the foot under the page."""
    centre = QWidget()
    grid = QGridLayout(centre)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    strips = QVBoxLayout()
    strips.setSpacing(0)
    for strip in window.strips:
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


def show_place(window: Framed) -> None:
    """Say in bar, rail and title where one is; the title names no customer."""
    entry, state = places.find(window.page_name), window.session.state
    on_step = entry.step is not None
    name = tr(f"steps.name.{entry.name}") if on_step else tr("frame.app")
    title = state.workshop.title if state and on_step else ""
    detail = ""
    if state and on_step and window.private:
        detail = "  ".join((state.customer.name, texts().date(state.workshop.date))).strip()
    window.bar.timer.set_private(window.private)
    window.bar.show_place(name, title, start=not on_step, detail=detail)
    window.bar.room.set_private(window.private)
    window.band.setVisible(window.private and not window.room.live)
    show_saved(window)
    show_rail(window)
    words = name if on_step else tr(f"frame.place.{entry.name}")
    window.setWindowTitle(tr("frame.window", step=words))
    window.shelf.name_front(words)


def show_rail(window: Framed) -> None:
    """Show the steps, or the places beside them, and what each still lacks."""
    on_step = places.find(window.page_name).step is not None
    entries = places.steps() if on_step else places.in_rail(window.private)
    window.rail.show_entries(entries, language())
    window.rail.show_state(window.session.state, window.page_name)


def show_saved(window: Framed) -> None:
    """Say when it was saved, and take back what went wrong before."""
    on_step = places.find(window.page_name).step is not None
    window.bar.saved.show_saved(window.session.saved_at if on_step else None)
    window.notice.clear()
