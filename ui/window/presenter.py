"""The facilitator's window: bar, rail, page, foot; projected or private."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.components import places
from ui.components.page import Done, Page, WindowApi
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.focus_ring import FocusRing
from ui.widgets.shortcut import Shortcut
from ui.widgets.toast import Toast
from ui.widgets.typing_guard import is_text_field
from ui.window.audience_controller import AudienceController
from ui.window.break_banner import BreakBanner
from ui.window.break_overlay import BreakOverlay
from ui.window.clocks import Clock
from ui.window.focus_restorer import FocusRestorer
from ui.window.foot_bar import FootBar
from ui.window.frame import arrange, show_place, show_rail, show_saved
from ui.window.frozen_banner import FrozenBanner
from ui.window.lock import Lock
from ui.window.notice_banner import NoticeBanner
from ui.window.overlays import BlackOverlay, FrozenOverlay
from ui.window.page_stack import PageStack
from ui.window.private_band import PrivateBand
from ui.window.rail import Rail
from ui.window.sleep_banner import SleepBanner
from ui.window.step_timer import StepTimer
from ui.window.time_recorder import TimeRecorder
from ui.window.top_bar import TopBar
from ui.window.undo_navigator import UndoNavigator
from ui.window.unsaved_texts import Unsaved
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import StoreError, StoreMoved, UserError
from workshop_app.domain.steps import Step
from workshop_app.i18n import on_language_changed, tr
from workshop_app.services.command import Command
from workshop_app.services.session import Session

if TYPE_CHECKING:
    from ui.window.palette import Palette

SMALLEST = (1024, 660)  # a screen of 768 lines less the system's own bars


class PresenterWindow(QMainWindow):
    """Frame around the pages, and what pages may ask of it (``ui.components.page.WindowApi``)."""

    def __init__(
        self,
        session: Session,
        messages: object = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.messages = messages
        self.theme = theme()
        self.private = False
        self.timer = StepTimer(clock, self)
        self.time_recorder = TimeRecorder(self.timer, lambda: self.session)
        self._name = "start"
        self._size_layout = DeferredLayout(self, self._follow_size)
        self._changes_while_frozen: int | None = None
        self.band = PrivateBand()
        self.notice = NoticeBanner()
        self.rail = Rail()
        self.shelf = PageStack(cast("WindowApi", self))
        self._unsaved = Unsaved(self, self.shelf, self.notice)
        self.room = AudienceController(self, self)
        self.bar = TopBar(self.timer, self.room)
        self.held = FrozenBanner(self.room)
        self.rest = BreakOverlay(self, self.timer)
        self.break_strip = BreakBanner(self.rest, self.room)
        self.foot = FootBar()
        self.sleep = SleepBanner(self.timer)
        self.strips = (self.band, self.held, self.break_strip, self.notice)
        arrange(self)
        self._cover = FrozenOverlay(self.shelf)
        self.black = BlackOverlay(self)
        self._palette: Palette | None = None
        self.lock = Lock(self)
        self._toast = Toast(self.shelf)
        self._ring = FocusRing(self)
        self._home = FocusRestorer(self, (self._toast, *self.strips, self.sleep), self)
        self._undo_navigator = UndoNavigator(self)
        self._connect()
        self._listen_to_keys()
        self._plan_time()
        self.setMinimumSize(*SMALLEST)
        self.setAnimated(False)
        self.theme.resize(*SMALLEST, private=False)

    # -- what pages may ask ------------------------------------------------------------

    def go(self, page_name: str) -> None:
        """Show another page by its registered name; a page of others' names needs private mode."""
        entry = places.find(page_name)
        if (entry.step and self.session.state is None) or (entry.private_only and not self.private):
            entry = places.find("start")
        if self.shelf.page is not None:
            self.shelf.page.settle()
        self._name = entry.name
        self.shelf.show_page(entry.name, self.private)
        if entry.step is not None or entry.name == "start":
            self.timer.enter(entry.step)  # in the catalogue the step's time goes on
        if self.frozen:
            self._cover.raise_()
        show_place(self)
        self.shelf.refresh_front()
        self.room.refresh()
        self.update_foot()
        asking = self._palette is not None and self._palette.isVisible()
        if self.shelf.page is not None and not self.covered and not asking:
            self.shelf.focus_front()

    def execute(self, command: Command) -> Done | None:
        """Do a command; when it is refused, say why in one sentence and return None."""
        self.bar.saved.show_saving()
        try:
            result = self.session.execute(command)
        except UserError as error:
            self.refuse(error)
            return None
        show_saved(self)
        return Done(result)

    def refuse(self, error: UserError) -> None:
        """Say in one sentence why something was refused."""
        if isinstance(error, StoreError):
            self.bar.saved.show_failed()
        else:
            show_saved(self)
        way_out = self._saving_elsewhere() if isinstance(error, StoreMoved) else None
        self.notice.say(tr(error.key, **error.values), way_out)

    def save_elsewhere(self) -> None:
        """Write the records to a file that is there, go on with that, and say where it is."""
        earlier = self.session.store.path
        try:
            path = self.session.save_elsewhere()
        except StoreError as error:
            self.notice.say(tr(error.key, **error.values), self._saving_elsewhere())
            return
        if path != earlier:
            self.rebuild()  # pages that name the file
        show_saved(self)
        done = "saved_again" if path == earlier else "saved_beside"
        self.toast(tr(f"frame.notice.{done}", file=path.name))

    def _saving_elsewhere(self) -> tuple[str, Callable[[], None]]:
        return tr("frame.notice.save_elsewhere"), self.save_elsewhere

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say in one sentence what was done; with ``undo`` it carries the undo key."""
        then = self.undo if undo else None
        self._toast.say(sentence, tr("frame.undo.button"), then, self.foot)

    def say_error(self, sentence: str) -> None:
        """Say under the bar what went wrong; it stays until the next action succeeds."""
        self.notice.say(sentence)

    def update_foot(self) -> None:
        """Ask the page in front for its foot bar again."""
        if self.shelf.page is not None:
            self.foot.show_page(self.shelf.page)
            self._toast.raise_()

    def rebuild(self) -> None:
        """Build all pages again, with what was typed kept."""
        self._return(letters_are_keys=self._throw_away_pages())

    def use_session(self, session: Session) -> None:
        """Show another store's workshops: all pages are built again on it."""
        self._stop_listening()
        for page in self.shelf.clear():
            self.foot.drop(page)
        self.session = session
        self._stop_listening = session.listen(self._changed)
        self.timer.reset()
        self._plan_time()
        self.go("start")

    def set_private(self, private: bool) -> None:
        """Change between projected and private mode; pages are built again for it."""
        if private == self.private:
            return
        if self.frozen:  # the room sees this window, and believes that it stands still
            self.say_error(tr("frame.room.frozen_first", key="F"))
            return
        if private:
            self.room.private_wanted.emit()
        letters_are_keys = self._throw_away_pages()
        self.private = private
        if not private:
            self._toast.forget()  # it may name what only private mode shows
        self.theme.set_private(private)
        self._return(letters_are_keys=letters_are_keys)

    def undo(self) -> None:
        """Take the last step back, go to where it was, and say what it was."""
        self._settle_front()
        self._undo_navigator.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        self._settle_front()
        self._undo_navigator.redo()

    @property
    def page_name(self) -> str:
        """The name of the page in front."""
        return self._name

    # -- the room ----------------------------------------------------------------------

    @property
    def frozen(self) -> bool:
        """Whether the room sees a still picture."""
        return self._changes_while_frozen is not None

    def set_frozen(self, frozen: bool) -> None:
        """Hold the large part of the page still, or let it be seen again.

        Where the room has a display of its own, that one is held, and this window goes on.
        """
        if self.room.live and frozen:
            self.room.toggle_freeze()
            return
        if frozen == self.frozen or (frozen and self.private):
            return
        self._changes_while_frozen = 0 if frozen else None
        if frozen:
            self._ring.set_muted(True)
            self._toast.hide()
            self._cover.hold()
        else:
            self._cover.release()
            self._ring.set_muted(self.lock.on)
        self.bar.hold_name(frozen)
        self.bar.room.set_frozen(self._changes_while_frozen)
        self.bar.fit()

    def set_black(self) -> None:
        """Make the window black, or the room's own display; B leads back."""
        if self.room.live:
            self.room.toggle_black()
        else:
            self.black.cover()

    @property
    def covered(self) -> bool:
        """Whether black or a break lies over the window and hears its keys."""
        return self.black.isVisible() or self.rest.isVisible()

    def open_palette(self) -> None:
        """Open the list of everything that can be done; made when it is first asked for."""
        if self._palette is None:
            from ui.window.palette import Palette

            self._palette = Palette(self)
        self._palette.open()

    # -- frame -------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        for part in (self.bar, *self.strips, self.sleep):
            part.retranslate()
        self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._size_layout.invalidate()
        else:  # before it is shown nothing is laid out or polished yet
            self._follow_size()

    def _follow_size(self) -> None:
        """Take the sizes of everything from the size of the window."""
        rail, stacked = self.theme.metrics.rail, self.theme.stacked
        self.theme.resize(self.width(), self.height())
        if stacked != self.theme.stacked:
            self.rebuild()
        if rail != self.theme.metrics.rail:
            show_rail(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._escape()
        elif event.key() == Qt.Key.Key_F5:  # a clicker begins
            self.lock.set_on(True)
        elif control and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._go_step(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif control and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_8:
            self.go(list(Step)[event.key() - Qt.Key.Key_1].value)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settle_front()
        if self._unsaved.asks_for_a_second_close():
            event.ignore()
            return
        self.timer.pause()
        self.lock.release()
        self._stop_listening()
        self._stop_translating()
        self.room.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.bar.home_wanted.connect(lambda: self.go("start"))
        self.bar.room.freeze_wanted.connect(lambda: self.set_frozen(not self.frozen))
        self.bar.room.black_wanted.connect(self.set_black)
        self.rest.black_wanted.connect(self.set_black)
        for cover in (self.black, self.rest):
            cover.keyboard_free.connect(self._home.lead)
        self.lock.changed.connect(self.bar.show_lock)
        self.lock.changed.connect(lambda on: self._ring.set_muted(on or self.frozen))
        self.rest.changed.connect(self.room.refresh)
        self.room.changed.connect(self._room_changed)
        self.band.left.connect(lambda: self.set_private(False))
        self.rail.wanted.connect(self.go)
        self.rail.papers_wanted.connect(self._show_papers)
        self.rail.undo_wanted.connect(self.undo)
        self.rail.keys_wanted.connect(lambda: self.go("keys"))
        self._stop_listening = self.session.listen(self._changed)
        self._stop_translating = on_language_changed(self.retranslate)

    def _listen_to_keys(self) -> None:
        Shortcut("Ctrl+Shift+P", self, lambda: self.set_private(not self.private))
        Shortcut("Ctrl+Shift+Z", self, self.redo)
        Shortcut("Ctrl+Y", self, self.redo)
        Shortcut("Ctrl+B", self, self.rest.toggle)
        Shortcut("Ctrl+K", self, self.open_palette)
        Shortcut("Ctrl+L", self, self.lock.toggle)
        Shortcut(".", self, self.set_black)  # what a presentation clicker sends

    def _changed(self, changes: Changes) -> None:
        self.shelf.mark_stale(changes)
        if changes == Changes.SEARCHES:  # kept on the side: nobody did anything
            self.shelf.refresh_front()
            return
        if self.time_recorder.writing:
            return
        if self._changes_while_frozen is not None:
            self._changes_while_frozen += 1
            self.bar.room.set_frozen(self._changes_while_frozen)
            self.bar.fit()
        if Changes.OPENED in changes:
            self.shelf.change_workshop()
            self.timer.reset()
        if changes & (Changes.AGENDA | Changes.OPENED):
            self._plan_time()
        if self.session.state is None and places.find(self._name).step is not None:
            self.go("start")
            return
        show_place(self)
        before = QApplication.focusWidget()
        self.shelf.refresh_front()
        self._home.lead_back(before)
        if Changes.OPENED in changes:
            self.room.refresh()  # other changes wait for its next look: typing does not

    def _plan_time(self) -> None:
        self.time_recorder.read()

    def _room_changed(self) -> None:
        """With a display of its own the room does not see this window."""
        if self.room.live:
            self.set_frozen(False)
        self.band.setVisible(self.private and not self.room.live)
        self.bar.fit()

    def _go_step(self, by: int) -> None:
        names = [entry.name for entry in places.steps()]
        if self._name in names:
            target = names.index(self._name) + by
            if 0 <= target < len(names):
                self.go(names[target])

    def _throw_away_pages(self) -> bool:
        """Make room for pages built anew; True where letters are keys: no field has them."""
        page = self.shelf.page
        letters_are_keys = page is not None and page.hasFocus()
        for gone in self.shelf.clear():
            self.foot.drop(gone)
        return letters_are_keys

    def _return(self, *, letters_are_keys: bool) -> None:
        """Show the page in front built anew; where letters were keys they still are."""
        self.go(self._name)
        if letters_are_keys and self.shelf.page is not None and not self.black.isVisible():
            self.shelf.page.setFocus()

    def _settle_front(self) -> None:
        if isinstance(self.shelf.page, Page):
            self.shelf.page.settle()

    def _show_papers(self) -> None:
        """Lead to the papers from anywhere; without a workshop there are none."""
        self.go("start" if self.session.state is None else "hand_outs")

    def _left_inner_state(self) -> bool:
        return self.shelf.page is not None and self.shelf.page.handle_escape()

    def _escape(self) -> None:
        if self.frozen:
            self.set_frozen(False)
            return
        if self.room.release() or self._left_inner_state():
            return
        typing = is_text_field(QApplication.focusWidget()) and self.shelf.page is not None
        if self.private and not (typing and self.room.live):  # seen by the room: out at once
            self.set_private(False)
        elif typing and self.shelf.page is not None:
            self.shelf.page.setFocus()  # now plain letters are keys again
