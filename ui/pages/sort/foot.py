"""The foot bar of the page: what can be done with the problem in hand, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.components.page import FootContent
from ui.pages.sort.panel import SortPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.split_panel import SplitPanel
from ui.widgets.action_button import ActionButton
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Hands(Protocol):
    """What the buttons do."""

    def open(self, name: str) -> None:
        """Open a panel."""

    def merge(self) -> None:
        """Merge what is ticked."""

    def unmerge(self) -> None:
        """Undo a merge."""

    def start_theme(self) -> None:
        """Begin a theme."""

    def park(self) -> None:
        """Keep a problem for another time."""

    def open_parking(self) -> None:
        """Show what is kept for another time."""

    def skip(self) -> None:
        """Leave the step out."""

    def finish(self) -> None:
        """Go on."""

    def handle_escape(self) -> bool:
        """Leave a panel."""
        ...


class SortFoot:
    """Makes the buttons once; ``content`` picks those that fit what is open."""

    def __init__(self, hands: Hands) -> None:
        self._reword = _button("reword.open", "pen", "Alt+W", lambda: hands.open("reword"))
        self._theme = _button("new_theme", "plus", "Alt+N", hands.start_theme)
        self._merge = _button("merge", "merge", "Alt+M", hands.merge)
        self._split = _button("split.open", "split", "Alt+S", lambda: hands.open("split"))
        self._unmerge = _button("unmerge", "undo", "Alt+U", hands.unmerge, "note")
        self._park = ActionButton(tr("list.park"), "archive", "Alt+P", "note", keyless=True)
        self._park.clicked.connect(hands.park)
        self._parking = ActionButton("", "archive", "Alt+L", "note")
        self._parking.clicked.connect(hands.open_parking)
        self._parked = False
        self._skip = _button("skip", "arrow-right", "Alt+K", hands.skip, "note")
        self._details = _button(
            "details.open", None, "Alt+D", lambda: hands.open("details"), "quiet"
        )
        self._back = ActionButton(tr("sort.back"), "arrow-left", "Esc", keyless=True)
        self._back.clicked.connect(hands.handle_escape)
        self._next = ActionButton("", key="Ctrl+Enter", kind="primary")
        self._next.clicked.connect(hands.finish)
        for button in self._all():
            button.hide()

    def show_state(self, state: WorkshopState) -> bool:
        """Say what leaving out would do, and what there is to act on; True for other buttons."""
        self._skip.setText(tr("sort.take_up" if state.workshop.sort_skipped else "sort.skip"))
        self._parking.setText(tr("list.parking.open", n=len(state.parking_lot)))
        before, self._parked = self._parked, bool(state.parking_lot)
        some = bool(state.listed)
        for button in (
            self._park,
            self._reword,
            self._merge,
            self._split,
            self._unmerge,
            self._details,
        ):
            button.setEnabled(some)
        return before != self._parked

    def content(self, panel: SortPanel | None) -> FootContent:
        """What stands in the bar while a panel, or none, is open."""
        if panel is None:
            self._next.setText(tr("sort.next"))
            left: list[QWidget] = [
                self._reword,
                self._theme,
                self._merge,
                self._split,
                self._unmerge,
                self._park,
                *([self._parking] if self._parked else []),
                self._skip,
            ]
            return FootContent(left=left, right=[self._details], primary=self._next)
        if isinstance(panel, (RewordPanel, SplitPanel)):
            key = "reword" if isinstance(panel, RewordPanel) else "split"
            self._next.setText(tr(f"sort.{key}.do"))
            return FootContent(left=[self._back], primary=self._next)
        return FootContent(left=[self._back])

    def _all(self) -> tuple[ActionButton, ...]:
        return (
            self._reword,
            self._theme,
            self._merge,
            self._split,
            self._unmerge,
            self._park,
            self._parking,
            self._skip,
            self._details,
            self._back,
            self._next,
        )


def _button(
    words: str, icon: str | None, key: str, then: Callable[[], object], kind: str = "secondary"
) -> ActionButton:
    button = ActionButton(tr(f"sort.{words}"), icon, key, kind)
    button.clicked.connect(lambda _on=False: then())
    return button
