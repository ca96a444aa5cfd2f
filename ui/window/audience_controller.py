"""Controls what the audience display shows while the presenter works: live, frozen or black."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtCore import Qt as QtNames
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.components.window_api import WindowApi
from ui.widgets.discard import discard
from ui.widgets.plain_field import PlainField
from ui.widgets.timers import call_after
from ui.widgets.typing_guard import follow_focus, is_text_field
from ui.window.break_overlay import BreakOverlay
from ui.window.page_stack import PageStack
from ui.window.step_timer import StepTimer
from workshop_app.domain.audience_focus import CLOSING, AudienceFocus
from workshop_app.domain.steps import Step
from workshop_app.i18n import on_language_changed, tr

if TYPE_CHECKING:
    from ui.audience.window import AudienceWindow
    from workshop_app.domain.audience_view import AudienceView, StepClock
    from workshop_app.domain.state import WorkshopState

_TURN_BY: dict[int, int] = {QtNames.Key.Key_PageDown: 1, QtNames.Key.Key_PageUp: -1}
_REFRESH_DELAY_MS = 30
"""Delay in ms before the audience's view is built, so that no key press waits for its layout."""

Overrides = dict[str, str]
"""What replaces the live picture: ``frozen``, ``black`` or both, each with the time of day."""


class AudienceController(QObject):
    """Feeds the audience window with an ``AudienceView`` of the current page's focus.

    ``changed``: live or not, overridden or not, or another page of the view. While the picture is
    frozen, nothing is passed on.
    """

    changed = Signal()
    private_requested = Signal()
    """Emitted before the presenter's window shows private fields."""
    swap_requested = Signal()
    switch_requested = Signal()
    text_size_step_requested = Signal(int)

    def __init__(
        self,
        window: QWidget,
        api: WindowApi,
        page_stack: PageStack,
        timer: StepTimer,
        break_overlay: BreakOverlay,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._api = api
        self._page_stack = page_stack
        self._timer = timer
        self._break = break_overlay
        self.audience_window: AudienceWindow | None = None
        """The window on the audience display, or None."""
        self.overrides: Overrides = {}
        """All overrides of the live picture: a frozen one may be below black."""
        self._filtered: QWidget | None = None
        self._focus = AudienceFocus()
        self._list_options = (False, False)
        self._shown: tuple[AudienceFocus, WorkshopState | None, str] | None = None
        self._workshop_id = ""
        self.available = False
        """Whether there is a second display, used for the audience or not."""
        self._refresh_timer = call_after(self, _REFRESH_DELAY_MS, self.refresh)
        page_stack.audience_focus_changed.connect(self.request_refresh)
        break_overlay.changed.connect(self.refresh)
        break_overlay.ticked.connect(self._show_clock)
        follow_focus(self._filter_keys)
        timer.ticked.connect(self._show_clock)
        self._stop_translating = on_language_changed(self._retranslate)

    # -- state

    @property
    def live(self) -> bool:
        """Whether the audience has a separate display."""
        return self.audience_window is not None

    @property
    def override(self) -> str:
        """``black`` or ``frozen`` if that replaces the live picture; else empty."""
        return next((kind for kind in ("black", "frozen") if kind in self.overrides), "")

    @property
    def override_since(self) -> str:
        """The time of day at which the live picture was replaced."""
        return self.overrides.get(self.override, "")

    @property
    def shown_later(self) -> bool:
        """Whether the audience only sees the number of problems."""
        state = self._api.session.state
        return state is not None and state.workshop.shown_later

    @property
    def in_list(self) -> bool:
        """Whether the current page is List, whose problems can be shown later."""
        return self._focus.step is Step.LIST

    def set_available(self, available: bool) -> None:
        """Set whether there is a second display."""
        if available != self.available:
            self.available = available
            self.changed.emit()

    # -- actions

    def begin(self, audience_window: AudienceWindow, overrides: Overrides | None = None) -> None:
        """Go live in a window, with the live picture replaced according to ``overrides``."""
        self.audience_window = audience_window
        self.overrides = dict(overrides or {})
        self._shown = None
        audience_window.turned.connect(self._turned)
        self.refresh()
        self._show_clock()
        self.changed.emit()

    def end(self) -> AudienceWindow | None:
        """Make the audience display black and release its window, which is returned."""
        audience_window = self.audience_window
        self.audience_window = None
        if audience_window is None:
            return None
        audience_window.set_black(True)
        audience_window.turned.disconnect(self._turned)
        self._refresh_timer.stop()
        self.overrides = {}
        self._filter_keys()
        self.changed.emit()
        return audience_window

    def close(self) -> None:
        """Close the audience window, since the presenter's window is closed."""
        audience_window = self.end()
        self._stop_translating()
        if audience_window is not None:
            audience_window.close()
            discard(audience_window)

    def toggle_freeze(self) -> None:
        """Freeze the audience's picture, or show the live picture again; both end black."""
        self._override_with(() if self.override == "frozen" else ("frozen",))

    def toggle_black(self) -> None:
        """Toggle black; ending it shows the live or the frozen picture again."""
        self._override_with(self.overrides.keys() ^ {"black"})

    def release(self) -> bool:
        """Show the live picture, or the one frozen under black; return False if it was live."""
        if not self.live or not self.overrides:
            return False
        self._override_with(self.overrides.keys() - {self.override})
        return True

    def reveal(self) -> None:
        """Show the audience what is hidden; in the list, show it or only the number of problems.

        If letters worked as keys they still do afterwards, although the page is rebuilt.
        """
        page = self._page_stack.page
        typing = is_text_field(QApplication.focusWidget())
        was_later = self.shown_later
        step = page.step if page is not None else None
        if page is None or not page.reveal():
            self._api.toast(tr("audience.room.nothing_held"), done=False)
            return
        if was_later and not self.shown_later and step is not Step.LIST:
            self._api.toast(tr("audience.room.revealed"))
        if not typing and self._page_stack.page is not None:
            self._page_stack.page.setFocus()
        self.refresh()
        self.changed.emit()

    def can_turn(self, by: int) -> bool:
        """Return whether the view has another page ``by`` pages on, and is live."""
        audience_window = self.audience_window
        if audience_window is None or self.overrides:
            return False
        return 0 <= audience_window.page + by < audience_window.pages

    def turn(self, by: int) -> bool:
        """Turn to another page of the view and select its first record; return False at the end."""
        audience_window = self.audience_window
        if audience_window is None or self.overrides or not audience_window.turn(by):
            return False
        ids = audience_window.view_layout.ids_on(audience_window.page)
        page = self._page_stack.page
        if ids and page is not None:
            page.show_record(ids[0])
            self._api.update_foot()
        return True

    def request_refresh(self) -> None:
        """Refresh after a short delay, once for all requests until then."""
        if self.live and not self._refresh_timer.isActive():
            self._refresh_timer.start()

    def refresh(self) -> None:
        """Show the current page's focus, if it changed."""
        self._refresh_timer.stop()
        if self.audience_window is None:
            return
        state = self._api.session.state
        self._blacken_other_workshop(state)
        if "frozen" in self.overrides:
            return
        self._focus = self._page_focus() or self._focus
        list_options = (self.in_list, self.shown_later)
        if list_options != self._list_options:
            self._list_options = list_options
            self.changed.emit()
        until = self._break.until
        shown = (self._focus, state, until)
        if self._is_shown(shown):
            return
        self._shown = shown
        self.audience_window.show_view(self._view_of(self._focus), self._focus.record_id)
        self._show_clock()

    # -- parts

    def _view_of(self, focus: AudienceFocus) -> AudienceView:
        from workshop_app.domain.audience_view import AudienceView, Break  # not on the start path
        from workshop_app.domain.audience_view_builder import build_audience_view

        view = build_audience_view(self._api.session.state, focus)
        if self._break.until:
            return AudienceView(step=view.step, picture=Break(until=self._break.until))
        return view

    def _page_focus(self) -> AudienceFocus | None:
        """Return the focus of the current page; a step without one is shown as it begins.

        Once the workshop was ended, the start page does not show its agenda again.
        """
        page = self._page_stack.page
        focus = page.audience_focus() if page is not None else None
        if self._focus.section == CLOSING and focus is not None and focus.step is None:
            return self._focus
        if focus is None and page is not None and page.step is not None:
            return AudienceFocus(step=page.step)
        return focus

    def _is_shown(self, wanted: tuple[AudienceFocus, WorkshopState | None, str]) -> bool:
        """Compare snapshots by identity, since every command creates a new one."""
        if self._shown is None:
            return False
        focus, state, until = self._shown
        return wanted[1] is state and wanted[2] == until and wanted[0] == focus

    def _turned(self) -> None:
        self._filter_keys()
        self.changed.emit()

    def _filter_keys(self) -> None:
        """Filter the paging keys wherever the focus is, but only while there are pages to turn."""
        wanted = self.audience_window is not None and self.audience_window.pages > 1
        focus = (QApplication.focusWidget() or self._window) if wanted else None
        if focus is self._filtered:
            return
        if self._filtered is not None and isValid(self._filtered):
            self._filtered.removeEventFilter(self)
        self._filtered = focus
        if focus is not None:
            focus.installEventFilter(self)

    def _blacken_other_workshop(self, state: WorkshopState | None) -> None:
        """Go black for another workshop, which may be another customer's, until released."""
        opened = state.workshop.id if state is not None else ""
        if not opened or opened == self._workshop_id:
            return
        is_other = bool(self._workshop_id)
        self._workshop_id = opened
        if is_other:
            self._focus = AudienceFocus()
            self._override_with(("black",))
            QTimer.singleShot(0, self, self._say_other_workshop)

    def _say_other_workshop(self) -> None:
        if self.override == "black":
            self._api.say_error(tr("audience.said.other"))

    def _override_with(self, kinds: Iterable[str]) -> None:
        if self.audience_window is None:
            return
        now = time_of_day()
        self.overrides = {kind: self.overrides.get(kind, now) for kind in kinds}
        self.audience_window.set_black("black" in self.overrides)
        if not self.overrides:
            self._shown = None
            self.refresh()
            self._show_clock()
        self.changed.emit()

    def _show_clock(self) -> None:
        if self.audience_window is not None and "frozen" not in self.overrides:
            self.audience_window.show_clock(self._clock())

    def _clock(self) -> StepClock | None:
        """The time left in the break, or else in the step where it has any."""
        from workshop_app.domain.audience_view import StepClock  # not on the start path

        if self._break.until:
            return self._break.clock
        if not self._timer.planned:
            return None
        return StepClock(seconds_left=self._timer.seconds_left(), state=self._timer.state())

    def _retranslate(self) -> None:
        if self.audience_window is not None and "frozen" not in self.overrides:
            self.audience_window.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            by = _TURN_BY.get(event.key(), 0)
            if by and watched.window() is self._window:
                return self._filter_page_key(event, by)
        return False

    def _filter_page_key(self, event: QKeyEvent, by: int) -> bool:
        """Handle PgDn and PgUp for the audience's view first, wherever the focus is."""
        field = QApplication.focusWidget()
        if isinstance(field, PlainField) and field.composing:
            return False  # the key belongs to the input method
        if event.modifiers() & ~QtNames.KeyboardModifier.KeypadModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self.can_turn(by):
            event.accept()  # it returns as a key press, without triggering a shortcut of the page
            return True
        return event.type() == QEvent.Type.KeyPress and self.turn(by)


def time_of_day() -> str:
    """Return the time of day, such as ``15:20``."""
    return datetime.now().strftime("%H:%M")
