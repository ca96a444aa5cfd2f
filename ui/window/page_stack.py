"""Holds the pages that have been built, for one mode and one language at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.components import places
from ui.components.page import Page, WindowApi
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.window.drafts import Drafts
from ui.window.scrolled_page import ScrolledPage
from ui.window.withheld_page import WithheldPage, withholds
from workshop_app.domain.changes import Changes


class PageStack(QStackedWidget):
    """Builds a page when it is first shown; hidden pages only remember that they are stale."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._pages: dict[str, Page] = {}
        self._drafts = Drafts()
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
        kept_as = f"{name} withheld" if withheld else name
        page = self._pages.get(kept_as)
        if page is None:
            page = self._withheld(name) if withheld else self._built(name, private)
            self._pages[kept_as] = page
            self.addWidget(page if theme().text_scale <= 1 else ScrolledPage(page))
            self._workshop_id = self._api.session.workshop_id or ""
            self._drafts.restore(self._workshop_id, kept_as, page)
        self.setCurrentWidget(self._holder(page))
        return page

    def _built(self, name: str, private: bool) -> Page:
        return places.find(name).load()(self._api, private)

    def _withheld(self, name: str) -> Page:
        page = WithheldPage(self._api)
        page.stand_for(name)
        return page

    def name_front(self, words: str) -> None:
        """Say to screen readers where one is."""
        if self.page is not None:
            self.page.setAccessibleName(words)

    def refresh_front(self) -> None:
        """Let the page in front show the workshop, if something changed since it did."""
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

    def pages(self) -> tuple[Page, ...]:
        """All pages built."""
        return tuple(self._pages.values())

    def clear(self) -> list[Page]:
        """Take all pages away, typed text kept for their successors; returns them."""
        for name, page in self._pages.items():
            page.settle()
            self._drafts.keep(self._workshop_id, name, page)
        taken = list(self._pages.values())
        self._pages = {}
        self.setCurrentWidget(self._nothing)  # else each page would be shown before it goes
        for page in taken:
            holder = self._holder(page)
            self.removeWidget(holder)
            discard(holder)
        return taken

    def _holder(self, page: Page) -> QWidget:
        """What stands in the shelf for a page: itself, or what it scrolls in."""
        held = (self.widget(place) for place in range(self.count()))
        scrolled = (one for one in held if isinstance(one, ScrolledPage))
        return next((one for one in scrolled if one.widget() is page), page)

    def change_workshop(self) -> None:
        """Put away what was typed about the workshop before, and bring back what waits for this."""
        for name, page in self._pages.items():
            self._drafts.keep(self._workshop_id, name, page)
            for entry in page.findChildren(EntryLine):
                if entry.objectName() and entry.begun:
                    entry.clear()
        self._workshop_id = self._api.session.workshop_id or ""
        for name, page in self._pages.items():
            self._drafts.restore(self._workshop_id, name, page)

    @property
    def begun(self) -> frozenset[str]:
        """What was typed and not entered, wherever it stands."""
        return self._drafts.begun(self.pages())

    @property
    def unsaved(self) -> frozenset[str]:
        """Texts of records that are too long to be saved, wherever they stand."""
        return self._drafts.too_long(self.pages())
