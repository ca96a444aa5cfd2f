"""The menus of the window: all that can be done here, of a row, of the room's screen, of the timer.

They are made of the declared actions and hold no words of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import readings
from ui.actions.binding import BoundAction
from ui.components.page import Page
from ui.widgets.menu import Menu, MenuEntry, MenuGroup
from ui.widgets.paged_view import PagedView
from ui.window.frame_api import FrameApi
from ui.window.palette_search import latin
from workshop_app.i18n import language


class WindowMenus(QObject):
    """Opens one menu at a time over the window, unless the room is to see something else."""

    def __init__(self, frame: FrameApi) -> None:
        super().__init__(frame.window())
        self._frame = frame
        self.menu = Menu(frame.window())

    def close(self) -> None:
        """Put an open menu away."""
        self.menu.close_menu()

    def open_row(self, source: QWidget, point: QPoint) -> bool:
        """Open the menu of the current row of a list at a point of the screen; False for none."""
        page = self._frame.page_stack.page
        if page is None or not self._frame.may_open_menu:
            return False
        group = MenuGroup(tuple(_entries(page, page.actions_for_row(source))))
        if not group.entries:
            return False
        self.menu.open_at([group], self._frame.window().mapFromGlobal(point))
        return True

    def open_row_by_key(self) -> bool:
        """Open the menu of the current row of the list that has the keyboard, or the first one."""
        page = self._frame.page_stack.page
        if page is None:
            return False
        source = page.row_source(QApplication.focusWidget())
        if source is not None:
            return self.open_row(source, _below_current_row(source))
        for view in page.findChildren(PagedView):
            if view.isVisible() and view.current >= 0 and page.row_source(view) is not None:
                return self.open_row(page.row_source(view) or view, _below_current_row(view))
        return False


def _below_current_row(source: QWidget) -> QPoint:
    """A point of the screen at the lower left of a list's current row."""
    view = source if isinstance(source, PagedView) else source.findChild(PagedView)
    if view is not None:
        box = view.accessible_box(view.current).toRect()
        if not box.isEmpty():
            return view.mapToGlobal(box.bottomLeft())
    return source.mapToGlobal(QPoint(0, source.height()))


def _entries(page: Page, ids: Sequence[str]) -> Iterable[MenuEntry]:
    """The entries for actions of a page that are bound and can be seen, in the order of ``ids``."""
    bound = page.findChildren(BoundAction)
    for action_id in ids:
        seen: set[int | None] = set()
        for one in bound:
            if one.definition.id == action_id and one.argument not in seen and one.is_offered:
                seen.add(one.argument)
                yield _entry(one, page.reason_against(action_id))


def _entry(bound: BoundAction, reason: str) -> MenuEntry:
    definition = bound.definition
    initials = ""
    if language() == "ja":
        kana = readings.of_action(definition.place, definition.name)
        initials = kana[:1] + latin(kana.replace(" ", ""))[:1]
    return MenuEntry(
        bound.text(),
        bound.run,
        bound.icon_name,
        bound.key,
        enabled=bound.is_live and not reason,
        reason=reason,
        initials=initials,
    )
