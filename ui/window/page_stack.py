"""Holds the pages that have been built, for one mode and one language at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from ui.components import places
from ui.components.page import Page, WindowApi
from ui.theme.sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.window.drafts import Drafts
from ui.window.withheld_page import WithheldPage, withholds
from workshop_app.domain.changes import Changes
from workshop_app.services.draft_file import Draft

if TYPE_CHECKING:
    from ui.window.private_question import PrivateQuestion

_QUESTION = "private question"
_MARGIN_ABOVE = 24  # px kept visible above the focused widget


class ScrolledPage(QScrollArea):
    """Lets a page with large text scroll vertically, and keeps the focused widget in view."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        dress_bars(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._follow_later)

    def _follow_later(self) -> None:
        """What appears above the focused widget pushes it down, once the layout is done."""
        QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or not self.isAncestorOf(now):
            return
        if now.height() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + now.mapTo(self, QPoint(0, 0)).y() - _MARGIN_ABOVE)
        else:
            self.ensureWidgetVisible(now, 0, _MARGIN_ABOVE)


class PageStack(QStackedWidget):
    """Builds a page when it is first shown; hidden pages only remember that they are stale."""

    audience_focus_changed = Signal()
    """A page has something else in front for the audience (``Page.audience_focus_changed``)."""

    row_menu_requested = Signal(QWidget, QPoint)
    """A row of the page in front was clicked with the right button (``Page``)."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._pages: dict[str, Page] = {}
        self.drafts = Drafts()
        self._workshop_id = ""
        self._nothing = QWidget()
        self.addWidget(self._nothing)

    def hasHeightForWidth(self) -> bool:
        return False  # pages fill the window; else each change in one asks all texts for heights

    @property
    def page(self) -> Page | None:
        """The page in front."""
        widget = self.currentWidget()
        if isinstance(widget, ScrolledPage):
            widget = widget.widget()
        return widget if isinstance(widget, Page) else None

    def show_page(self, name: str, private: bool) -> Page:
        """Bring a page to the front, built if need be; it is not refreshed here."""
        withheld = withholds(self._api.session.state, name, private=private)
        key = f"{name} withheld" if withheld else name
        page = self._pages.get(key)
        if page is None:
            page = self._withheld(name) if withheld else self._built(name, private)
            page.audience_focus_changed.connect(self.audience_focus_changed)
            page.row_menu_requested.connect(self.row_menu_requested)
            self._pages[key] = page
            self.addWidget(page if theme().text_scale <= 1 else ScrolledPage(page))
            self._workshop_id = self._api.session.workshop_id or ""
            self.drafts.restore(self._workshop_id, key, page)
        self.setCurrentWidget(self._holder(page))
        return page

    def _built(self, name: str, private: bool) -> Page:
        return places.find(name).load()(self._api, private)

    def _withheld(self, name: str) -> Page:
        page = WithheldPage(self._api)
        page.replace(name)
        return page

    def show_question(self) -> PrivateQuestion:
        """Bring the question before private mode to the front, in place of the page there."""
        from ui.window.private_question import PrivateQuestion  # not on the start path

        before = self.page
        focus = before.audience_focus() if before is not None else None
        page = self._pages.get(_QUESTION)
        if not isinstance(page, PrivateQuestion):
            page = PrivateQuestion(self._api)
            self._pages[_QUESTION] = page
            self.addWidget(page if theme().text_scale <= 1 else ScrolledPage(page))
        page.ask(focus)
        self.setCurrentWidget(self._holder(page))
        return page

    def name_front(self, words: str) -> None:
        """Name the page in front for screen readers."""
        if self.page is not None:
            self.page.setAccessibleName(words)

    def refresh_front(self) -> None:
        """Let the page in front show the workshop again, if something changed since."""
        page = self.page
        if page is not None and page.stale:
            page.stale = Changes.NONE
            page.refresh(page.session.state)

    def focus_front(self) -> None:
        """Put the keyboard where work begins on the page in front, which shows the workshop."""
        self.refresh_front()
        if self.page is not None:
            self.page.focus_start()

    def mark_stale(self, changes: Changes) -> None:
        """Tell every page that these kinds of things changed."""
        for page in self._pages.values():
            page.mark_stale(changes)

    def typed(self) -> tuple[Draft, ...]:
        """All words that were typed into lines and fields and are in no record."""
        return tuple(self.drafts.all(self._workshop_id, self._pages))

    def pages(self) -> tuple[Page, ...]:
        """All pages built."""
        return tuple(self._pages.values())

    def clear(self) -> list[Page]:
        """Discard all pages and return them; their typed text is kept for the pages built next."""
        for name, page in self._pages.items():
            page.commit_pending()
            self.drafts.keep(self._workshop_id, name, page)
        taken = list(self._pages.values())
        self._pages = {}
        self.setCurrentWidget(self._nothing)  # else each page would be shown once more
        for page in taken:
            holder = self._holder(page)
            self.removeWidget(holder)
            discard(holder)
        return taken

    def _holder(self, page: Page) -> QWidget:
        """The widget of the stack that shows a page: the page, or what it scrolls in."""
        widgets = (self.widget(place) for place in range(self.count()))
        scrolled = (one for one in widgets if isinstance(one, ScrolledPage))
        return next((one for one in scrolled if one.widget() is page), page)

    def change_workshop(self) -> None:
        """Keep what was typed in the workshop before, and restore what was typed in this one."""
        for name, page in self._pages.items():
            self.drafts.keep(self._workshop_id, name, page)
            for entry in page.findChildren(EntryLine):
                if entry.objectName() and entry.begun:
                    entry.clear()
        self._workshop_id = self._api.session.workshop_id or ""
        for name, page in self._pages.items():
            self.drafts.restore(self._workshop_id, name, page)

    @property
    def begun(self) -> frozenset[str]:
        """Texts that were typed and not entered, in shown pages and drafts."""
        return self.drafts.begun(self.pages())

    @property
    def unsaved(self) -> frozenset[str]:
        """Texts of records that are too long to be saved, in shown pages and drafts."""
        return self.drafts.too_long(self.pages())
