"""What the room's display shows while the facilitator works: live, frozen or black."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtCore import Qt as QtNames
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.discard import discard
from ui.widgets.plain_field import PlainField
from ui.widgets.typing_guard import is_text_field
from ui.window.break_overlay import BreakOverlay
from ui.window.page_stack import PageStack
from ui.window.step_timer import StepTimer
from workshop_app.domain.audience_view import AudienceView, Break, StepClock
from workshop_app.domain.audience_view_builder import Front, build_audience_view
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import on_language_changed, tr
from workshop_app.services.session import Session

if TYPE_CHECKING:
    from ui.audience.window import AudienceWindow

_BY_KEY: dict[int, int] = {QtNames.Key.Key_PageDown: 1, QtNames.Key.Key_PageUp: -1}
_BEAT = 150
"""Milliseconds. What is in front changes with any key: the wall looks, pages need not tell."""


Holds = dict[str, str]
"""``frozen``, ``black`` or both, each with the time of day since when."""


class Console(Protocol):
    """What is asked of the facilitator's window."""

    session: Session
    shelf: PageStack
    timer: StepTimer
    rest: BreakOverlay

    def say_error(self, sentence: str) -> None:
        """Say a sentence under the bar."""

    def toast(self, sentence: str) -> None:
        """Say in one sentence what was done."""


class AudienceController(QObject):
    """Feeds the audience window. ``changed``: live or not, held or not, another page.

    Of the workshop only a ``AudienceView`` goes over. While frozen nothing goes over at all.
    """

    changed = Signal()
    private_wanted = Signal()
    """The facilitator's window is about to show what is private."""
    swap_wanted = Signal()
    switch_wanted = Signal()
    letters_wanted = Signal(int)

    def __init__(self, console: Console, window: QWidget) -> None:
        super().__init__(window)
        self._console, self._window = console, window
        self._audience: AudienceWindow | None = None
        self._asked: Holds = {}
        self._listening = False
        self._front = Front()
        self._offered = (False, False)
        self._shown: tuple[object, ...] = ()
        self._workshop_id = ""
        self.available = False
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._look)
        console.timer.ticked.connect(self._tick)
        self._stop_translating = on_language_changed(self._translate)

    # -- state

    @property
    def audience(self) -> AudienceWindow | None:
        """The window on the room's display, while there is one."""
        return self._audience

    @property
    def live(self) -> bool:
        """Whether the room has a display of its own."""
        return self._audience is not None

    @property
    def held(self) -> str:
        """``frozen`` or ``black`` while the room does not see the work; else empty."""
        return next((how for how in ("black", "frozen") if how in self._asked), "")

    @property
    def asked(self) -> Holds:
        """All by which the room's picture is held: a frozen one may lie under black."""
        return self._asked

    @property
    def held_since(self) -> str:
        """The time of day since when."""
        return self._asked.get(self.held, "")

    @property
    def later(self) -> bool:
        """Whether the list is shown later: the room sees only how many there are."""
        state = self._console.session.state
        return state is not None and state.workshop.shown_later

    @property
    def in_list(self) -> bool:
        """Whether the list is in front, which can be shown later."""
        return self._front.step is Step.LIST

    def set_available(self, available: bool) -> None:
        """A second display is there, whether or not it is used for the room."""
        if available != self.available:
            self.available = available
            self.changed.emit()

    # -- doing

    def begin(self, audience: AudienceWindow, asked: Holds | None = None) -> None:
        """Go live in a window; ``asked`` is how the facilitator held the picture before."""
        self._audience, self._asked, self._shown = audience, dict(asked or {}), ()
        audience.turned.connect(self._turned)
        self._beat.start()
        self.refresh()
        self._tick()
        self.changed.emit()

    def end(self) -> AudienceWindow | None:
        """Blank the room's display and let go of its window, which is returned."""
        audience, self._audience = self._audience, None
        if audience is None:
            return None
        audience.set_black(True)
        audience.turned.disconnect(self._turned)
        self._beat.stop()
        self._asked = {}
        self._listen()
        self.changed.emit()
        return audience

    def close(self) -> None:
        """The facilitator's window is closed: so is the room's."""
        audience = self.end()
        self._stop_translating()
        if audience is not None:
            audience.close()
            discard(audience)

    def toggle_freeze(self) -> None:
        """Let the room keep its picture, or see the work again; what is black shows a picture."""
        self._hold(() if self.held == "frozen" else ("frozen",))

    def toggle_black(self) -> None:
        """Black for the room, or what it saw before: the work, or a still picture."""
        self._hold(self._asked.keys() ^ {"black"})

    def release(self) -> bool:
        """Show the work again, or what lies frozen under black; False when nothing was held."""
        if not self.live or not self._asked:
            return False
        self._hold(self._asked.keys() - {self.held})
        return True

    def reveal(self) -> None:
        """Show what is held back from the room; in the list show it, or only how many there are.

        Where letters are keys they still are afterwards, though the page is built anew.
        """
        page, typing = self._console.shelf.page, is_text_field(QApplication.focusWidget())
        was_later = self.later
        step = page.step if page is not None else None
        if page is None or not page.reveal():
            self._console.toast(tr("audience.room.nothing_held"))
            return
        if was_later and not self.later and step is not Step.LIST:
            self._console.toast(tr("audience.room.revealed"))
        if not typing and self._console.shelf.page is not None:
            self._console.shelf.page.setFocus()
        self.refresh()
        self.changed.emit()

    def turn(self, by: int) -> bool:
        """Turn the wall's page and bring its first row in hand; False when there is none."""
        if self._audience is None or self._asked or not self._audience.turn(by):
            return False
        ids = self._audience.wall.ids_on(self._audience.page)
        page = self._console.shelf.page
        if ids and page is not None:
            page.show_record(ids[0])
        return True

    def refresh(self) -> None:
        """Show what is in front now, if it is another thing than before."""
        if self._audience is None:
            return
        state = self._console.session.state
        self._guard(state)
        if "frozen" in self._asked:
            return
        front = self._page_front()
        if front is not None:
            self._front = front
        offered = (self.in_list, self.later)
        if offered != self._offered:
            self._offered = offered
            self.changed.emit()
        until = self._console.rest.until
        shown = (self._front, state, until)
        if _same(shown, self._shown):
            return
        self._shown = shown
        view = build_audience_view(state, self._front)
        if until:
            view = AudienceView(step=view.step, picture=Break(until=until))
        self._audience.show_view(view, self._front.record_id)
        self._tick()

    # -- parts

    def _page_front(self) -> Front | None:
        """What the page has in front; a step with nothing in front is shown as it begins."""
        page = self._console.shelf.page
        front = page.front() if page is not None else None
        if front is None and page is not None and page.step is not None:
            return Front(step=page.step)
        return front

    def _look(self) -> None:
        self.refresh()
        self._tick()

    def _turned(self) -> None:
        self._listen()
        self.changed.emit()

    def _listen(self) -> None:
        """Hear the paging keys of the whole window, but only while there are pages to turn."""
        app = QApplication.instance()
        wanted = self._audience is not None and self._audience.pages > 1
        if app is None or wanted == self._listening:
            return
        self._listening = wanted
        if wanted:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _guard(self, state: WorkshopState | None) -> None:
        """Another workshop may be another customer's: the room sees it only when asked to."""
        opened = state.workshop.id if state is not None else ""
        if not opened or opened == self._workshop_id:
            return
        other, self._workshop_id = bool(self._workshop_id), opened
        if other:
            self._front = Front()
            self._hold(("black",))
            QTimer.singleShot(0, self, self._say_other)

    def _say_other(self) -> None:
        if self.held == "black":
            self._console.say_error(tr("audience.said.other"))

    def _hold(self, asked: Iterable[str]) -> None:
        if self._audience is None:
            return
        now = time_of_day()
        self._asked = {how: self._asked.get(how, now) for how in asked}
        self._audience.set_black("black" in self._asked)
        if not self._asked:
            self._shown = ()
            self.refresh()
            self._tick()
        self.changed.emit()

    def _tick(self) -> None:
        if self._audience is None or "frozen" in self._asked:
            return
        self._audience.show_clock(self._clock())

    def _clock(self) -> StepClock | None:
        """The time left in the break, or else in the step where it has any."""
        timer, rest = self._console.timer, self._console.rest
        if rest.until:
            left = rest.seconds_left()
            return StepClock(seconds_left=left, state="calm" if left > 0 else "late")
        if not timer.planned:
            return None
        return StepClock(seconds_left=timer.seconds_left(), state=timer.state())

    def _translate(self) -> None:
        if self._audience is not None and "frozen" not in self._asked:
            self._audience.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """PgDn and PgUp turn the wall first, wherever the keyboard is in the window."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            by = _BY_KEY.get(event.key(), 0)
            if by and watched.window() is self._window:
                return self._page_key(event, by)
        return False

    def _page_key(self, event: QKeyEvent, by: int) -> bool:
        field = QApplication.focusWidget()
        if isinstance(field, PlainField) and field.composing:
            return False  # the key belongs to the input method
        if event.modifiers() & ~QtNames.KeyboardModifier.KeypadModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._can_turn(by):
            event.accept()  # it comes back as a key press, and no key of the page acts on it
            return True
        return event.type() == QEvent.Type.KeyPress and self.turn(by)

    def _can_turn(self, by: int) -> bool:
        audience = self._audience
        if audience is None or self._asked:
            return False
        return 0 <= audience.page + by < audience.pages


def time_of_day() -> str:
    """What the clock on the wall says now."""
    return datetime.now().strftime("%H:%M")


def _same(shown: tuple[object, ...], before: tuple[object, ...]) -> bool:
    """Whether two are equal; workshops are compared by identity, since every change makes one."""
    if len(shown) != len(before):
        return False
    front, state, until = shown
    return state is before[1] and until == before[2] and front == before[0]
