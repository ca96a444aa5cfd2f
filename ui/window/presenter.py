"""The presenter's window: top bar, banners, rail, page and foot bar; projected or private."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from ui.actions.binding import BoundAction, bind, bind_all, bind_button, bind_each
from ui.actions.meanings import Meaning
from ui.actions.table import key_of
from ui.components import places
from ui.components.window_api import Done, WindowApi
from ui.forms.unsent import Slot, Unsent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.entry_line import EntryLine
from ui.widgets.focus_ring import FocusRing
from ui.widgets.key_caps import KeyCaps
from ui.widgets.spaced import spaced
from ui.widgets.typing_guard import follow_focus, is_text_field
from ui.window.audience_controller import AudienceController
from ui.window.banners import (
    NoticeBanner,
    OfferBanner,
    PrivateBanner,
    break_banner,
    frozen_banner,
    sleep_banner,
)
from ui.window.break_overlay import BreakOverlay
from ui.window.clocks import TimerClock
from ui.window.close_guard import CloseGuard
from ui.window.coach import Coach
from ui.window.draft_keeper import DraftKeeper
from ui.window.focus_restorer import FocusRestorer
from ui.window.foot_bar import FootBar
from ui.window.frozen_picture import FrozenPicture
from ui.window.lock import Lock
from ui.window.menus import WindowMenus
from ui.window.message_tie import MessageTie
from ui.window.next_problem_offer import NextProblemOffer
from ui.window.overlays import BlackExit, BlackOverlay
from ui.window.page_stack import PageStack, Unentered
from ui.window.private_entry import PrivateEntry
from ui.window.rail import Rail
from ui.window.shortening_offer import ShorteningOffer
from ui.window.step_timer import StepTimer
from ui.window.time_recorder import TimeRecorder
from ui.window.top_bar import TopBar
from ui.window.undo_navigator import UndoNavigator
from workshop_app.crash import report, reported
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import StoreError, StoreMoved, UserError
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import language, on_language_changed, texts, tr
from workshop_app.services import queries
from workshop_app.services.command import Command
from workshop_app.services.session import Session

if TYPE_CHECKING:
    from ui.window.frame_api import FrameApi
    from ui.window.palette import ActionPalette
    from ui.window.private_question import PrivateQuestion

SMALLEST = (1024, 660)  # a screen of 768 lines minus the system's own bars


class PresenterWindow(QMainWindow):
    """The frame around the pages; implements ``ui.components.window_api.WindowApi``."""

    _offered_at = ("", "")
    """The page and the problem for which the offers were last updated."""

    _selecting = ""
    _last_unentered: Unentered | None = None
    """What the page selects after the command that is being executed."""

    _was_live = False
    """Whether the audience had a display of its own when the pages were built."""

    _refreshing = False
    """Whether the current page is being refreshed; what it offers is shown afterwards."""

    def __init__(
        self,
        session: Session,
        *,
        clock: TimerClock | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.theme = theme()
        self.theme.resize(*SMALLEST, desk=False)
        self.private = False
        self.page_name = "start"
        self._size_layout = DeferredLayout(self, self._follow_size)
        self._changes_while_frozen: int | None = None
        self._ending = self._could_not_save = False
        self._returned_by_escape = False
        """Whether Esc has just led out of private mode; another one leaves the field alone."""
        api = cast("WindowApi", self)
        self.timer = StepTimer(clock, self)
        self.time_recorder = TimeRecorder(self.timer, lambda: self.session)
        self.rail = Rail(
            undo=bind_button(self, "everywhere.undo", self.undo),
            papers=bind_button(self, "everywhere.papers", self._show_papers),
            menu=bind(self, "everywhere.menu", self._open_menu),
        )
        self.foot = FootBar()
        self.page_stack = PageStack(api)
        self.draft_keeper = DraftKeeper(api, self)
        self.break_overlay = BreakOverlay(self, self.timer)
        self.audience = AudienceController(
            self, api, self.page_stack, self.timer, self.break_overlay
        )
        self.bar = TopBar(
            self.timer,
            self.audience,
            bind(self, "everywhere.freeze", self._toggle_freeze),
            bind(self, "everywhere.black", self.set_black),
            bind(self, "everywhere.unentered", self.go_to_unentered),
        )
        self.private_banner = PrivateBanner()
        self.frozen_banner = frozen_banner(self.audience, lambda: self._has_console)
        self.break_banner = break_banner(self.break_overlay, self.audience)
        self.notice_banner = NoticeBanner()
        self.sleep_banner = sleep_banner(self, self.timer)
        self.coach = Coach(cast("FrameApi", self))
        self.shortening = ShorteningOffer(self, api, self.timer)
        self.next_problem = NextProblemOffer(self, api, self.timer)
        self.banners = (
            self.private_banner,
            self.coach.banner,
            self.frozen_banner,
            self.break_banner,
        )
        self.banners_of_page = (self.notice_banner, self.sleep_banner)
        self._arrange()
        self._frozen_picture = FrozenPicture(self.page_stack, self.rail, self.bar, self.foot)
        self.black_overlay = BlackOverlay(self)
        self.private_entry = PrivateEntry(cast("FrameApi", self))
        self._palette: ActionPalette | None = None
        self.lock = Lock(cast("FrameApi", self))
        self.menus = WindowMenus(cast("FrameApi", self))
        self._toast = self.foot.toast
        self._message_tie = MessageTie(api, self._toast, self.page_stack)
        self._ring = FocusRing(self)
        self._close_guard = CloseGuard(self, self.unsent)
        self._focus_restorer = FocusRestorer(
            self,
            self.page_stack,
            (self._toast, *self.banners, *self.banners_of_page, *self.offers),
            lambda: self.covered,
        )
        self._undo_navigator = UndoNavigator(api, self.page_stack)
        self._connect()
        self._bind_actions()
        self.time_recorder.read()
        self.setMinimumSize(*SMALLEST)
        self.setAnimated(False)

    # -- WindowApi ---------------------------------------------------------------------

    def go(self, page_name: str) -> None:
        """Show another page by its registered name; some exist in private mode only."""
        entry = places.find(page_name)
        without = entry.shown_step and self.session.state is None
        if without or (entry.private_only and not self.private):
            entry = places.find("start")
        if entry.step is not None and self.session.state is not None:
            kind = self.session.state.workshop.kind
            entry = places.find(nearest_step(kind, entry.step).value)
        if self.page_stack.page is not None:
            self.page_stack.page.commit_pending()
        self.menus.close()
        self.page_name = entry.name
        self.page_stack.show_page(entry.name, self.private)
        if entry.shown_step is not None or entry.name == "start":
            self.timer.enter(entry.shown_step)  # outside the steps, the step's timer continues
        self._show_place()
        self._refresh_front()
        self.audience.refresh()
        palette_open = self._palette is not None and self._palette.isVisible()
        if self.page_stack.page is not None and not self.covered and not palette_open:
            self.page_stack.focus_front()
        self.coach.show_step()
        self._message_tie.check()
        self._update_offers(again=True)

    def go_to(self, page_name: str, location: str) -> None:
        """Show another page, and a location within it by name."""
        self.go(page_name)
        if location and self.page_stack.page is not None:
            self.page_stack.page.show_location(location)

    @property
    def time_runs(self) -> bool:
        """Whether the timer is running."""
        return self.timer.running

    def run_timer(self, run: bool) -> None:
        """Start the timer of the current step, if it has one, or pause it."""
        if self.timer.running != run:
            self.timer.toggle()

    def time_step(self, step: Step | None) -> None:
        """Measure and show the time of a step from now on; None for no time."""
        self.timer.enter(step)

    def execute(self, command: Command, *, select: str = "", done: str = "") -> Done | None:
        """Execute a command; if it is refused, show the reason and return None.

        ``select`` is what the current page then selects, ``done`` is what is said then.
        """
        self._returned_by_escape = False
        before = self.session.state
        self._undo_navigator.begin()
        self._selecting = select
        try:
            result = self.session.execute(command)
        except UserError as error:
            self.refuse(error)
            return None
        finally:
            self._selecting = ""
        if self.session.state is before:  # nothing changed, so nothing was shown yet
            self._show_saved()
        self._undo_navigator.remember()
        self._say_kept()
        if done:
            self.toast(done, undo=True)
        return Done(result)

    def _say_kept(self) -> None:
        """Report a disk error although the action is stored."""
        reason = self.session.disk_warning
        if reason:
            self.say_error(tr("errors.store_kept", reason=reason))

    def refuse(self, error: UserError) -> None:
        """Show in one sentence why something was refused."""
        if isinstance(error, StoreError):
            self.bar.saved.show_failed()
        else:
            self._show_saved()
        self.notice_banner.say(tr(error.key, **error.values))
        if isinstance(error, StoreMoved):
            self._offer_saving_elsewhere()

    def save_elsewhere(self) -> None:
        """Write the records to another file, continue with that, and show its path."""
        earlier = queries.store_path(self.session)
        try:
            path = self.session.save_elsewhere()
        except StoreError as error:
            self.notice_banner.say(tr(error.key, **error.values))
            self._offer_saving_elsewhere()
            return
        if path != earlier:
            self.rebuild()  # pages that name the file
        self._show_saved()
        key = "saved_again" if path == earlier else "saved_beside"
        self.toast(tr(f"frame.notice.{key}", file=path.name))

    def _offer_saving_elsewhere(self) -> None:
        self.notice_banner.offer(tr("frame.notice.save_elsewhere"), self.save_elsewhere)

    def unentered(self) -> tuple[str, ...]:
        """Return the names of the pages and editors where typed text waits to be entered."""
        return tuple(dict.fromkeys(one.words for one in self.page_stack.unentered))

    def go_to_unentered(self) -> bool:
        """Go to a field with typed text that waits, to each in turn; return False without any."""
        found = self.page_stack.unentered
        if not found:
            return False
        last = self._last_unentered
        one = found[(found.index(last) + 1) % len(found)] if last in found else found[0]
        self._last_unentered = one
        if one.slot is not None:
            self.show_unsent(one.slot)
        elif one.line is not None:
            self.go_to(one.page, one.section)
            one.line.setFocus()
        return True

    def show_unsent(self, slot: Slot) -> None:
        """Go to the field with unsaved content, and give it the keyboard unless that is covered."""
        before = QApplication.focusWidget()
        self.go(slot.page)
        page = self.page_stack.page
        if page is None:
            return
        page.build_rest()
        if section := self.page_stack.section_of(slot):
            page.show_location(section)
        page.show_unsent(slot)
        field = self.unsent.field_of(slot)
        if self.covered and before is not None:
            before.setFocus()  # the overlay, as panels take the keyboard when they are opened
        if field is None or self.covered:
            return
        if page.beside is not None and page.beside.folded and not field.isVisible():
            page.beside.open()  # the note
        field.setFocus()

    def toast(self, sentence: str, *, undo: bool = False, done: bool = True) -> None:
        """Show in one sentence what was ``done``, or why not; ``undo`` adds the undo button.

        The button is only shown if the last command changed something, and the message disappears
        with the next step, which the button would undo instead.
        """
        action = self._undo_offered if self._undo_navigator.offer(undo) else None
        self._toast.say(sentence, tr("frame.undo.button"), action, done=done)
        self._message_tie.tie()

    def _undo_offered(self) -> None:
        """Undo the step that the message names; if typed text becomes a step first, say that."""
        self._commit_pending()
        if self._undo_navigator.keeps_offer:
            self._undo_navigator.undo()
        else:
            self.toast(tr("undo.typed_first"), undo=True)

    def say_error(self, sentence: str) -> None:
        """Show an error under the top bar until the next action succeeds."""
        self.notice_banner.say(sentence)

    def update_foot(self) -> None:
        """Show what the current page offers now, in its actions and in the foot bar.

        A page asks for it, too, while it is deleted with the window.
        """
        if not isValid(self.page_stack):
            return
        if self.page_stack.page is not None and not self._refreshing:
            self.foot.show_page(self.page_stack.page)
            self._show_return_link()
            self._show_console()
            self._unentered_layout.invalidate()

    @property
    def offers(self) -> tuple[OfferBanner, ...]:
        """The lines below the page."""
        return self.shortening, self.next_problem

    @property
    def _has_console(self) -> bool:
        """Whether the side panel of the page shows clock and room."""
        side = self.page_stack.page.beside if self.page_stack.page is not None else None
        return side is not None and side.has_room

    def _show_console(self) -> None:
        """Leave clock and room to the side panel of the page, if that shows them."""
        side = self.page_stack.page.beside if self.page_stack.page is not None else None
        self.bar.leave_to_page(self._has_console)
        self.frozen_banner.refresh()
        self.bar.audience_status.show_note(
            there=side is not None and side.has_note, folded=side is not None and side.folded
        )

    @cached_property
    def unsent(self) -> Unsent:
        """What was typed or chosen and is in no record yet."""
        return Unsent(lambda: self.private, self._records_there)

    def _records_there(self, ids: Collection[str]) -> Collection[str]:
        try:
            return queries.records_there(self.session, ids)
        except StoreError:
            return ids

    def rebuild(self) -> None:
        """Rebuild all pages, keeping unsaved text."""
        if self.page_stack.page is not None:
            self._rebuild_after(lambda: None)

    def use_session(self, session: Session) -> None:
        """Switch to another store; all pages are rebuilt."""
        self._stop_listening()
        self._discard_pages()
        self.draft_keeper.save()
        self.session = session
        self._stop_listening = session.listen(self._changed)
        self.timer.reset()
        self.time_recorder.read()
        self.go("start")

    def set_private(self, private: bool) -> None:
        """Switch between projected and private mode; pages are rebuilt."""
        if private == self.private:
            return
        if self.frozen:  # the audience sees this window and believes it to be a frozen picture
            self.say_error(tr("frame.room.frozen_first", key=Meaning.FREEZE))
            return
        if private:
            self.audience.private_requested.emit()

        def switch() -> None:
            self.private = private
            if private:
                self.unsent.release()
            else:
                self._toast.forget()  # it may contain private names
            self.theme.set_desk(private or self.audience.live)

        self._rebuild_after(switch)

    def request_private(self, then: Callable[[], object] | None = None) -> None:
        """Enter private mode like a user, with a confirmation if the audience sees this window."""
        self.private_entry.request(then)

    def black_before(self, words: str, key: str, do: Callable[[], object]) -> None:
        """Make the window black; ``do`` is called when ``key`` or the button ``words`` is pressed.

        If the audience has a separate display, ``do`` is called immediately. The window stays black
        until the user uncovers it.
        """
        self.menus.close()
        if self.audience.live:
            do()
            return

        def leave() -> None:
            self.black_overlay.cover(with_escape=True)
            do()

        self.black_overlay.cover_before(BlackExit(words, key, leave))

    def say_on_black(self, sentence: str) -> bool:
        """Show a message on the black window; return False if it is not black."""
        black = self.black_overlay.isVisible()
        if black:
            self.black_overlay.cover(sentence, with_escape=True)
        return black

    def show_private_question(self) -> PrivateQuestion:
        """Show the question before private mode instead of the current page."""
        self._commit_pending()
        self._toast.hide()
        question = self.page_stack.show_question()
        self._show_place()
        self._refresh_front()
        self.page_stack.focus_front()
        return question

    def undo(self) -> None:
        """Undo the last step, go to where it was, and show what it was."""
        self._commit_pending()
        self._undo_navigator.undo()

    def redo(self) -> None:
        """Redo the last undone step."""
        self._commit_pending()
        self._undo_navigator.redo()

    @property
    def has_audience_display(self) -> bool:
        return self.audience.live

    def room_console(self) -> QWidget | None:
        """Return new controls of the audience display for a page, or None if there is none."""
        if not self.audience.live:
            return None
        from ui.window.room_console import RoomConsole  # not needed to start on one screen

        actions = self.bar.audience_status.preview.of_room
        return RoomConsole(self.timer, self.audience, actions, self.script)

    def script(self) -> str:
        """Return what the facilitator may say at the current step; empty for nothing."""
        return ""

    # -- what the audience sees ---------------------------------------------------------

    @property
    def frozen(self) -> bool:
        """Whether this window shows the audience a frozen picture."""
        return self._changes_while_frozen is not None

    def set_frozen(self, frozen: bool) -> None:
        """Freeze the picture of the page, or show the page again.

        If the audience has a separate display, that one is frozen instead.
        """
        if self.audience.live and frozen:
            self.audience.toggle_freeze()
            return
        if frozen == self.frozen or (frozen and self.private):
            return
        self._changes_while_frozen = 0 if frozen else None
        if frozen:
            self.menus.close()
            self._ring.set_muted(True)
            self.coach.set_muted(True)
            self._toast.hide()
            self._frozen_picture.freeze()
        else:
            self._frozen_picture.release()
            self._ring.set_muted(self.lock.on)
            self.coach.set_muted(False)
        self.bar.audience_status.set_frozen(self._changes_while_frozen)
        self.bar.fit()

    def _toggle_freeze(self) -> bool:
        if self.private and not self.audience.live:
            return False
        self.set_frozen(not self.frozen)
        return True

    def _press_room(self, anchor: QWidget) -> None:
        """Open the menu for what the room sees; in a locked window, which has none, freeze it."""
        if self.lock.on:
            self._toggle_freeze()
        else:
            self.menus.open_room(anchor)

    def open_note(self) -> None:
        """Go to the private note of the page, else to those on people; enters private mode."""
        beside = self.page_stack.page.beside if self.page_stack.page is not None else None
        if not self.private:
            self.request_private(self.open_note)
        elif beside is None or not beside.open():
            self.go_to(Step.PREPARE, places.NOTE)

    def set_black(self) -> None:
        """Make the window black, or the audience display if there is one; B returns."""
        if self.audience.live:
            self.audience.toggle_black()
        else:
            self.menus.close()
            self.black_overlay.cover(with_escape=not self.lock.on)

    @property
    def covered(self) -> bool:
        """Whether an overlay (black, or a break) covers the window and receives its keys."""
        return self.black_overlay.isVisible() or self.break_overlay.isVisible()

    @property
    def may_open_menu(self) -> bool:
        """Whether a menu may be shown: not over black, a break, a frozen or a locked window."""
        return not (self.covered or self.frozen or self.lock.on)

    @cached_property
    def key_caps(self) -> KeyCaps:
        """The keys of all controls, which a held Alt or Ctrl shows."""
        return KeyCaps(self, self._may_show_keys)

    def _may_show_keys(self) -> bool:
        """Whether keys may be shown over the controls; menus and the palette name their own."""
        named = (self.menus.menu, self._palette)
        return self.may_open_menu and not any(one is not None and one.isVisible() for one in named)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.key_caps.watch()

    def open_palette(self) -> None:
        self.menus.close()
        if self._palette is None:
            from ui.window.palette import ActionPalette

            self._palette = ActionPalette(cast("FrameApi", self))
        self._palette.open()

    # -- frame -------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Show everything in the current language."""
        for bound in self.findChildren(BoundAction):
            bound.retranslate()
        for part in (self.bar, *self.banners, *self.banners_of_page, *self.offers):
            part.retranslate()
        self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._size_layout.invalidate()
        else:  # before it is shown nothing is laid out or polished yet
            self._follow_size()

    def _follow_size(self) -> None:
        """Derive all sizes from the size of the window."""
        rail = self.theme.metrics.rail
        stacked = self.theme.stacked
        self.theme.resize(self.width(), self.height())
        if stacked != self.theme.stacked:
            self.rebuild()
        if rail != self.theme.metrics.rail:
            self._show_rail()
        self._show_console()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._escape()
        # a clicker starts the presentation, and no page handled the key
        elif event.key() == Qt.Key.Key_F5:
            self.lock.set_on(True)
        elif not (self._paste_into_page(event) or self._type_into_page(event)):
            super().keyPressEvent(event)

    def _paste_into_page(self, event: QKeyEvent) -> bool:
        """Paste into the page's entry line what no field takes, or say that a field is needed."""
        page = self.page_stack.page
        if page is None or not event.matches(QKeySequence.StandardKey.Paste):
            return False
        lines = (one for one in page.findChildren(EntryLine) if one.isVisible())
        line = max(lines, key=lambda one: one.mapToGlobal(QPoint(0, 0)).y(), default=None)
        if line is not None:
            line.setFocus()
            line.field.paste()
        elif not self.menus.menu.isVisible():
            self.toast(tr("frame.paste_nowhere"), done=False)
        return True

    def _type_into_page(self, event: QKeyEvent) -> bool:
        """Write a letter that is no key into the page's first field; return False if there is none.

        The page as a whole has the focus after Esc in a field, and after a click beside all fields.
        """
        page = self.page_stack.page
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if page is None or modifiers or not event.text().strip() or not event.text().isprintable():
            return False
        if QApplication.focusWidget() is not page:
            return False
        by_mouse = page.focused_by_mouse
        page.focus_start()
        field = QApplication.focusWidget()
        if not is_text_field(field) or field is None:
            reason = (
                Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.OtherFocusReason
            )
            page.setFocus(reason)
            return False
        QApplication.sendEvent(field, event)
        return True

    def end(self) -> None:
        """Save what is typed and close without a question, as when the system shuts down."""
        self._ending = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        try:
            self._commit_pending()
            self.draft_keeper.save()
            warning = "" if self._ending else self._close_guard.warning()
        except Exception as error:  # noqa: BLE001 - reported; the next attempt closes all the same
            report(error)
            warning = "" if self._ending or self._could_not_save else tr("errors.unexpected")
            self._could_not_save = True
        if warning:
            self.notice_banner.say(warning)
            return
        parts = (
            self.draft_keeper.close,
            self.timer.pause,
            self.lock.release,
            self._stop_listening,
            self._stop_translating,
            self.audience.close,
        )
        for close in parts:
            with reported():
                close()
        super().closeEvent(event)

    def _arrange(self) -> None:
        """Arrange top bar and banners above rail and page, and the foot bar below the page.

        The banners of the page are above the page alone, so that the rail and the foot bar do
        not move.
        """
        page = column(
            None, *self.banners_of_page, (self.page_stack, 1), *self.offers, self.foot, gap=0
        )
        centre = QWidget()
        below = row(None, self.rail, (page, 1), gap=0)
        column(centre, self.bar, *self.banners, (below, 1), gap=0)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.bar.home.clicked.connect(lambda: self.go("start"))
        self.break_overlay.black_requested.connect(self.set_black)
        for overlay in (self.black_overlay, self.break_overlay, self.menus.menu):
            overlay.focus_not_restored.connect(self._focus_restorer.restore)
        self.break_overlay.changed.connect(self.menus.close)
        self.page_stack.row_menu_requested.connect(self.menus.open_row)
        self.page_stack.audience_focus_changed.connect(self._update_offers)
        self.bar.audience_status.menu_requested.connect(self._press_room)
        self.bar.audience_status.lock.clicked.connect(self.open_note)
        self.lock.changed.connect(self.menus.close)
        self.lock.changed.connect(self.bar.show_lock)
        self.lock.changed.connect(self.foot.set_locked)
        self.bar.lock.clicked.connect(self.lock.toggle)
        self.lock.changed.connect(lambda on: self._ring.set_muted(on or self.frozen))
        self.audience.changed.connect(self._audience_changed)
        self.timer.started.connect(self._timer_started)
        self.private_banner.buttons[0].clicked.connect(lambda: self.set_private(False))
        self.rail.page_requested.connect(self.go)
        self._unentered_layout = DeferredLayout(self, self._show_unentered)
        self.draft_keeper.typing.connect(self._unentered_layout.invalidate)
        self._return_link_layout = DeferredLayout(self, self._show_return_link)
        follow_focus(self._show_return_link_later)
        self._stop_listening = self.session.listen(self._changed)
        self._stop_translating = on_language_changed(self.retranslate)

    def _bind_actions(self) -> None:
        effects: dict[str, Callable[[], object]] = {
            "everywhere.private": self._toggle_private,
            "everywhere.redo": self.redo,
            "everywhere.rest": self.break_overlay.toggle,
            "everywhere.palette": self.open_palette,
            "everywhere.row_menu": self.menus.open_row_by_key,
            "everywhere.copy_row": partial(self.menus.copy, whole=False),
            "everywhere.copy_table": partial(self.menus.copy, whole=True),
            "everywhere.participant": self._add_participant,
            "everywhere.presence": self.menus.open_presence,
            "everywhere.lock": self.lock.toggle,
        }
        lock = bind_all(self, effects)["everywhere.lock"]
        lock.setShortcut(QKeySequence(lock.key))  # F5 is free for a page, see keyPressEvent
        bind_each(self, "everywhere.neighbour", self._go_step)
        bind_each(self, "everywhere.step", self._go_to_number)

    def _open_menu(self) -> None:
        self.menus.open_all()

    def _toggle_private(self) -> bool:
        if self.private:
            self.set_private(False)
            return True
        return self.private_entry.request()

    def _timer_started(self) -> None:
        self.page_stack.mark_stale(Changes.AGENDA)
        self._refresh_front()

    def _refresh_front(self) -> None:
        """Refresh the current page, and then show what it offers, once."""
        self._refreshing = True
        try:
            self.page_stack.refresh_front(self._selecting)
        finally:
            self._refreshing = False
        self.update_foot()

    def _changed(self, changes: Changes) -> None:
        """Update frame, page and audience's view once after a command."""
        if not self._undo_navigator.keeps_offer:
            self._toast.withdraw_button()
        self.draft_keeper.changed()
        self.page_stack.mark_stale(changes)
        if changes == Changes.SEARCHES:  # the search log is not a user action
            self._refresh_front()
            return
        if self.time_recorder.writing:
            return
        if self._changes_while_frozen is not None:
            self._changes_while_frozen += 1
            self.bar.audience_status.set_frozen(self._changes_while_frozen)
            self.bar.fit()
        if Changes.OPENED in changes:
            self.page_stack.change_workshop()
            self.timer.reset()
        if changes & (Changes.AGENDA | Changes.WORKSHOP | Changes.OPENED):
            self.time_recorder.read()
        place = places.find(self.page_name)
        if self.session.state is None and place.shown_step is not None:
            self.go("start")
            return
        if place.step is not None and place not in places.steps(self.session.state):
            self.go(self.page_name)  # the contact's kind does not have this step any more
            return
        self._show_place()
        before = QApplication.focusWidget()
        self._refresh_front()
        self.next_problem.refresh()
        self._focus_restorer.restore_after(before)
        if Changes.OPENED in changes:  # immediately: it may be another customer's workshop
            self.audience.refresh()
        else:
            self.audience.request_refresh()

    def _update_offers(self, *, again: bool = False) -> None:
        """Show or hide the offers if another page or problem is in front, or ``again``."""
        in_front = self.page_stack.problem_in_front
        if again or (self.page_name, in_front) != self._offered_at:
            self._offered_at = (self.page_name, in_front)
            self.next_problem.in_front = in_front if self.page_name == Step.SOLVE else None
            for offer in self.offers:
                offer.show_if_due()

    def _show_place(self) -> None:
        """Show page, workshop and mode in top bar, rail and title; the title names no customer."""
        place = places.find(self.page_name)
        state = self.session.state
        on_step = place.shown_step is not None
        name = tr("frame.app" if self.page_name == "start" else place.title_key)
        about = [state.workshop.title] if state and on_step else []
        if state and on_step and self.private:
            about += [state.customer.name, texts().date(state.workshop.date)]
        self.bar.timer.set_private(self.private)
        self.bar.show_place(name, start=not on_step, about=spaced(*about))
        self.bar.audience_status.set_private(self.private)
        self.private_banner.setVisible(self.private and not self.audience.live)
        self._show_saved()
        self._show_rail()
        words = tr(place.title_key)
        self.setWindowTitle(tr("frame.window", step=words))
        self.page_stack.name_front(words)

    def _show_rail(self) -> None:
        """Show the steps, or the places outside them, and what each step lacks."""
        place = places.find(self.page_name)
        step = place.shown_step
        steps = step is not None or place.beside_steps
        shown = places.steps(self.session.state) if steps else places.in_rail(self.private)
        self.rail.show_entries(shown, language())
        self.rail.show_state(self.session.state, step.value if step else self.page_name)

    def _show_return_link_later(self) -> None:
        """Update it after the event: a dialog that loses the focus may be half deleted by then.

        PySide crashes in ``findChildren`` while Qt deletes a descendant's children.
        """
        self._return_link_layout.invalidate()

    def _show_return_link(self) -> None:
        """Show Esc in the private banner only if no other visible button has it."""
        if not self.private:
            return
        keys = [
            button.key
            for part in (self.page_stack.page, self.foot, self.frozen_banner)
            if part is not None
            for button in part.findChildren(ActionButton)
            if button.isVisible()
        ]
        self.private_banner.show_key(escape=key_of("moving.escape") not in keys)

    def _show_saved(self) -> None:
        """Show when the workshop was saved, and clear the previous error."""
        on_step = places.find(self.page_name).shown_step is not None
        self.bar.saved.show_saved(self.session.saved_at if on_step else None)
        self.notice_banner.clear()
        self._unentered_layout.invalidate()

    def _show_unentered(self) -> None:
        """Name where typed text waits, instead of saying that everything is saved."""
        named = self.unentered() if places.find(self.page_name).shown_step is not None else ()
        if named:
            self.bar.saved.show_unentered(tr("frame.saved.places").join(named))
        elif self.bar.saved.names_unentered:
            self.bar.saved.show_saved(self.session.saved_at)

    def _audience_changed(self) -> None:
        self.break_overlay.set_elsewhere(self.audience.live)
        if self.audience.live:  # the audience does not see this window any more
            self.set_frozen(False)
        if self.audience.live != self._was_live:
            self._was_live = self.audience.live
            said = self.notice_banner.sentence
            self._rebuild_after(lambda: self.theme.set_desk(self.private or self._was_live))
            if said:
                self.notice_banner.say(said)
        self.private_banner.setVisible(self.private and not self.audience.live)
        self.bar.fit()

    def _go_to_number(self, number: int) -> bool:
        names = [entry.name for entry in places.steps(self.session.state)]
        if number > len(names):
            return False
        self.go(names[number - 1])
        return True

    def _go_step(self, by: int) -> bool:
        names = [entry.name for entry in places.steps(self.session.state)]
        step = places.find(self.page_name).shown_step
        target = names.index(step.value) + by if step is not None and step.value in names else -1
        if step is not None and step.value != self.page_name and by < 0:
            target += 1  # back to the step that it belongs to
        if not 0 <= target < len(names):
            return False
        self.go(names[target])
        return True

    def _discard_pages(self) -> bool:
        """Discard all pages; return True if the page itself had the focus, not a field of it."""
        page = self.page_stack.page
        page_had_focus = page is not None and page.hasFocus()
        for gone in self.page_stack.clear():
            self.foot.drop(gone)
        return page_had_focus

    def _rebuild_after(self, change: Callable[[], object]) -> None:
        """Rebuild all pages after a change of what they are built for, keeping unsaved text."""
        has_page = self.page_stack.page is not None
        focus_page = self._discard_pages()
        change()
        if has_page:  # otherwise the first page is built when it is requested
            self._show_rebuilt(focus_page=focus_page)

    def _show_rebuilt(self, *, focus_page: bool) -> None:
        """Rebuild and show the current page; ``focus_page`` keeps letters working as keys."""
        self.go(self.page_name)
        if focus_page and self.page_stack.page is not None and not self.black_overlay.isVisible():
            self.page_stack.page.setFocus()

    def _commit_pending(self) -> None:
        if self.page_stack.page is not None:
            self.page_stack.page.commit_pending()

    def _add_participant(self) -> bool:
        """Go to the field for a further participant; return False without a workshop."""
        if self.session.state is None:
            return False
        self.go_to(Step.PREPARE.value, "people")
        return True

    def _show_papers(self) -> None:
        """Go to the hand-outs; without a workshop, to the start page."""
        self.go("start" if self.session.state is None else "hand_outs")

    def _escape(self) -> None:
        """Leave the innermost state: frozen picture, page's own state, private mode or field."""
        if self.frozen:
            self.set_frozen(False)
            return
        page = self.page_stack.page
        if self.audience.release():
            return
        if page is not None and page.beside is not None and page.beside.close():
            return
        if page is not None and page.handle_escape():
            self._returned_by_escape = self.page_stack.page is not page
            return
        if not self.private and self.coach.leave():
            return
        typing = is_text_field(QApplication.focusWidget()) and page is not None
        if self.private and not (
            typing and self.audience.live
        ):  # visible to the audience: leave immediately
            self.set_private(False)
            self._returned_by_escape = not self.private
        elif self._returned_by_escape:
            self._returned_by_escape = False
            self.page_stack.focus_front()
        elif typing and page is not None:
            page.setFocus()  # plain letters are keys again
