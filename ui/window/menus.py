"""The menus of the window: all actions, those of a row, of the room's screen, of the timer.

They consist of declared actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import readings
from ui.actions.binding import BoundAction
from ui.components import places
from ui.components.page import Page
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.typing_guard import is_plain_key
from ui.window.foot_bar import button_entry
from ui.window.frame_api import FrameApi
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.queries import has_workshops

if TYPE_CHECKING:
    from ui.rows.view import RowsView


_NEW_FOR = 3
"""Number of workshops in which the menu says how all keys are shown."""
_OF_ALL_PAGES = ("everywhere", "moving")


class WindowMenus(QObject):
    """Opens one menu at a time over the window, unless the room is to see something else."""

    def __init__(self, frame: FrameApi) -> None:
        super().__init__(frame.window())
        self._frame = frame
        self.menu = window_menu(frame.window())
        self.menu.may_open = lambda: frame.may_open_menu

    def close(self) -> None:
        self.menu.close_menu()

    def open_all(self) -> None:
        """Open the menu of all available actions, above the foot bar."""
        page = self._page
        if page is not None:
            groups = [self._here(page), self._rows(page), self._room(), self._record()]
            self.menu.open_within(groups, self._area())

    def open_presence(self) -> bool:
        """Open the menu of who arrives or leaves now; return False without a participant."""
        from ui.components.presence import change_presence  # on use

        state = self._frame.session.state
        people = state.participants if state is not None else ()
        groups = []
        for here, key in ((False, "arrives_now"), (True, "leaves_now")):
            entries = (
                MenuEntry(texts().addressed(one), partial(change_presence, self._frame, one))
                for one in people
                if one.here is here
            )
            groups.append(MenuGroup(tuple(entries), tr(f"prepare.{key}")))
        if people:
            self.menu.open_within([one for one in groups if one.entries], self._area())
        return bool(people)

    def _area(self) -> QRect:
        """Return the place of menus that belong to no control: over the page."""
        stack = self._frame.page_stack
        corner = stack.mapTo(self._frame.window(), QPoint(0, 0))
        side = theme().metrics.side
        return QRect(corner, stack.size()).adjusted(side, 8, -side, -8)

    def open_room(self, anchor: QWidget) -> None:
        """Open the menu for what the room sees, below its indicator."""
        self.menu.open_beside([self._room()._replace(title="")], anchor)

    def open_row(self, source: QWidget, point: QPoint) -> bool:
        """Open the menu of the current row of a list at a global position; return False if none."""
        page = self._page
        if page is None:
            return False
        group = MenuGroup(tuple(_row_entries(page, source)))
        if not group.entries:
            return False
        self.menu.open_at([group], self._frame.window().mapFromGlobal(point))
        return self.menu.isVisible()

    def open_row_by_key(self) -> bool:
        """Open the menu of the current row of the list that has the focus, or of the first list."""
        page = self._frame.page_stack.page
        if page is None:
            return False
        source = page.row_source(QApplication.focusWidget())
        if source is not None:
            return self.open_row(source, _below_current_row(source))
        source = _main_list(page)
        return source is not None and self.open_row(source, _below_current_row(source))

    def copy(self, *, whole: bool) -> bool:
        """Copy a list's current row as text, or the `whole` list with tabs between columns."""
        page = self._frame.page_stack.page
        source = _main_list(page) if page is not None else None
        view = _view_of(source) if source is not None else None
        if view is None or view.current_row is None:
            return False
        rows = ["\t".join(row.columns) for row in view.rows]
        QGuiApplication.clipboard().setText("\n".join(rows) if whole else view.current_row.text)
        self._frame.toast(tr("frame.copied"))
        return True

    @property
    def _page(self) -> Page | None:
        """The current page, with what it offers now."""
        self._frame.update_foot()
        return self._frame.page_stack.page

    def _here(self, page: Page) -> MenuGroup:
        """Return the page's actions except row actions, and what does not fit in the foot bar."""
        of_rows = {action_id for one in _lists(page) for action_id in page.actions_for_row(one)}
        entries = [
            button_entry(one)
            for one in self._frame.foot.overflow
            if one.isEnabled() and not _is_of_place(one)
        ]
        ids = [one.definition.id for one in page.findChildren(BoundAction) if _is_of_page(one)]
        entries += _entries(page, [one for one in dict.fromkeys(ids) if one not in of_rows])
        primary = self._frame.foot.primary
        if primary is not None and primary.isEnabled():
            entries.append(button_entry(primary))
        title = self._place_name()
        if not has_workshops(self._frame.session, _NEW_FOR):
            title = tr("menu.hold_alt", place=title)
        return MenuGroup(tuple(entries), title)

    def _rows(self, page: Page) -> MenuGroup:
        source = _main_list(page)
        if source is None:
            return MenuGroup(())
        entries = tuple(_row_entries(page, source))
        view = _view_of(source)
        if view is not None and view.current < 0:
            entries = tuple(one._replace(enabled=False) for one in entries)
            return MenuGroup(entries, tr("menu.of_row"), tr("menu.no_row"))
        return MenuGroup(entries, tr("menu.of_row"))

    def _room(self) -> MenuGroup:
        frame = self._frame
        ids = ["freeze", "black"] if not frame.private or frame.audience.live else []
        state = frame.session.state
        if state is not None and state.workshop.shown_later:
            ids.append("later")
        if state is not None:
            ids += ["timer", "rest"]
        ids.append("lock")
        if frame.audience.available:
            ids.append("audience_display")
        words = {"timer": tr("menu.timer_stop")} if frame.timer.running else {}
        if frame.private:
            words["private"] = tr("menu.projected")
        entries = [self._everywhere(name, words.get(name, "")) for name in ("private", *ids)]
        if not frame.private:
            entries.append(MenuEntry(tr("menu.check"), self._check_screen, "screen"))
        return MenuGroup(tuple(entries), tr("menu.room"))

    def _record(self) -> MenuGroup:
        customer = ["customer"] if self._frame.private else []
        ids = [*customer, "catalogue", "settings", "palette", "keys", "manual"]
        undo = []
        if self._frame.session.state is not None:
            present = ["presence"] if self._frame.session.state.participants else []
            ids = ["redo", "papers", "participant", *present, *customer]
            ids += ["catalogue", "setup", "settings", "palette", "keys", "manual"]
            on_board = self._frame.page_name == "requests"
            done = self._frame.session.next_undo(others=on_board) is not None
            reason = "" if done else tr("menu.nothing_done")
            undo = [self._everywhere("undo")._replace(enabled=done, reason=reason)]
            if self._frame.session.state.before is not None:
                ids.insert(1, "last_time")
            if self._frame.page_name in set(Step):
                ids.insert(1, "script")
        if self._frame.private:
            ids.insert(ids.index("settings"), "requests")
        news = MenuEntry(tr("menu.news"), lambda: self._frame.go_to("manual", "news"), "book")
        entries = (*undo, *(self._everywhere(name) for name in ids), news)
        return MenuGroup(entries, tr("menu.record"))

    def _everywhere(self, name: str, words: str = "") -> MenuEntry:
        """Return the entry of an action of the window itself."""
        action_id = f"everywhere.{name}"
        bound = self._frame.window().findChildren(BoundAction, action_id)
        pages = self._frame.page_stack
        entry = _entry(
            next(one for one in bound if one.argument is None and not pages.isAncestorOf(one.owner))
        )
        return entry._replace(words=words or entry.words, enabled=True)

    def _place_name(self) -> str:
        return tr(places.find(self._frame.page_name).title_key)

    def _check_screen(self) -> None:
        self._frame.go_to("start", places.CHECK + self._frame.page_name)


def _is_of_place(button: ActionButton) -> bool:
    """Return whether its action is declared for a place, and so not for several pages."""
    action = button.action
    return isinstance(action, BoundAction) and action.definition.place not in _OF_ALL_PAGES


def _is_of_page(bound: BoundAction) -> bool:
    """Return whether menus list an action of the page: it has a short name or an icon."""
    definition = bound.definition
    named = bool(definition.label or definition.icon) and definition.place != "row"
    return named and definition.place != "everywhere"


def _lists(page: Page) -> list[QWidget]:
    """Return the visible lists of a page that have row actions."""
    from ui.rows.view import RowsView  # not on the start path

    sources = (page.row_source(one) for one in page.findChildren(RowsView) if one.isVisible())
    return [one for one in dict.fromkeys(sources) if one is not None]


def _main_list(page: Page) -> QWidget | None:
    """Return the list that has the focus, or the first one."""
    return page.row_source(QApplication.focusWidget()) or next(iter(_lists(page)), None)


def _view_of(source: QWidget) -> RowsView | None:
    from ui.rows.view import RowsView  # not on the start path

    return source if isinstance(source, RowsView) else source.findChild(RowsView)


def _row_entries(page: Page, source: QWidget) -> Iterable[MenuEntry]:
    return _entries(page, page.actions_for_row(source), source)


def _below_current_row(source: QWidget) -> QPoint:
    """Return the global position at the lower left of a list's current row."""
    view = _view_of(source)
    if view is not None:
        box = view.accessible_box(view.current).toRect()
        if not box.isEmpty():
            return view.mapToGlobal(box.bottomLeft())
    return source.mapToGlobal(QPoint(0, source.height()))


def _entries(page: Page, ids: Sequence[str], source: QWidget | None = None) -> Iterable[MenuEntry]:
    """Return entries for the visible bound actions of a page, in the order of ``ids``.

    If several lists bind an action, the one bound by ``source`` is used.
    """
    own = source.findChildren(BoundAction) if source is not None else []
    bound = [*own, *page.findChildren(BoundAction)]
    for action_id in ids:
        seen: set[int | None] = set()
        for one in bound:
            if one.definition.id == action_id and one.argument not in seen and one.is_offered:
                seen.add(one.argument)
                yield _entry(one)


def _entry(bound: BoundAction) -> MenuEntry:
    from ui.window.palette_table import NO_ACTIONS
    from workshop_app.domain.kana import latin  # not on the start path

    definition = bound.definition
    initials = ""
    if language() == "ja" and definition.place not in NO_ACTIONS:
        kana = readings.of_action(definition.place, definition.name)
        initials = kana[:1] + latin(kana.replace(" ", ""))[:1]
    return MenuEntry(
        bound.text(),
        bound.run,
        bound.icon_name,
        next((key for key in bound.keys if not is_plain_key(key)), bound.key),
        enabled=bound.is_live and not bound.reason,
        reason=bound.reason,
        initials=initials,
    )
