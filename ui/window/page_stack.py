"""Holds the pages that have been built, for one mode and one language at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from ui.actions.binding import bind
from ui.components import places
from ui.components.page import Page
from ui.components.section import Section
from ui.components.window_api import WindowApi
from ui.forms.field_texts import FieldTexts
from ui.forms.unsent import Slot
from ui.forms.unsent_line import UnsentLine
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField
from ui.widgets.typing_guard import follow_focus
from ui.window.withheld_page import WithheldPage, withholds
from workshop_app.domain.changes import Changes
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.window.private_question import PrivateQuestion

_QUESTION = "private question"
_MARGIN_ABOVE = 24  # px kept visible above the focused widget


class ScrolledPage(QScrollArea):
    """Lets a page with large text scroll vertically, and keeps the focus widget visible."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # PySide loads the types of all widgets when it wraps one that Qt created.
        self.setViewport(QWidget())
        self.setWidget(page)
        dress_bars(self)
        follow_focus(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._follow_later)

    def _follow_later(self) -> None:
        """Scroll after the layout, since widgets that appear above move the focus widget down."""
        QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or not self.isAncestorOf(now):
            return
        if now.height() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + now.mapTo(self, QPoint(0, 0)).y() - _MARGIN_ABOVE)
        else:
            self.ensureWidgetVisible(now, 0, _MARGIN_ABOVE)
        self._begin_with_whole_widget(now)

    def _begin_with_whole_widget(self, focused: QWidget) -> None:
        """Scroll on, at most to the focus widget, until none is cut at the upper edge."""
        page, bar = self.widget(), self.verticalScrollBar()
        if page is None or not page.isAncestorOf(focused):
            return
        shown = [one for one in page.findChildren(QWidget)
                 if one.isVisible() and page.isAncestorOf(one)]  # fmt: skip
        around = {one.parentWidget() for one in shown}
        tops = [(one.mapTo(page, QPoint()).y(), one) for one in shown if one not in around]
        spans = [(top, top + one.height()) for top, one in tops]
        last = focused.mapTo(page, QPoint()).y()
        starts = (bar.value(), *sorted(end for _, end in spans if bar.value() < end <= last))
        whole = (y for y in starts if not any(top < y < end for top, end in spans))
        bar.setValue(next(whole, bar.value()))


class Unentered(NamedTuple):
    """Where text waits to be entered: its page, the section if it has some, and the line.

    Of text that is in no visible line, there is the slot instead.
    """

    page: str
    section: str = ""
    line: EntryLine | None = None
    slot: Slot | None = None

    @property
    def words(self) -> str:
        """The name of the place as its tab or step shows it."""
        if self.section:
            return tr(f"{self.page}.section.{self.section}")
        return tr(places.find(self.page).title_key)


class PageStack(QStackedWidget):
    """Builds pages on first use; hidden pages only record that they are outdated."""

    audience_focus_changed = Signal()
    """The focus of a page for the audience changed (``Page.audience_focus_changed``)."""

    row_menu_requested = Signal(QWidget, QPoint)
    """A row of the current page was clicked with the right button (see ``Page``)."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._pages: dict[str, Page] = {}
        self._fields: list[FieldTexts] = []
        self._workshop_id = ""
        self._nothing = QWidget()
        self.addWidget(self._nothing)

    def hasHeightForWidth(self) -> bool:
        # pages fill the window; otherwise each change in one asks all texts for heights
        return False

    @property
    def page(self) -> Page | None:
        widget = self.currentWidget()
        if isinstance(widget, ScrolledPage):
            widget = widget.widget()
        return widget if isinstance(widget, Page) else None

    @property
    def problem_in_front(self) -> str:
        """The id of the problem that fills the current page; empty if there is none."""
        page = self.page
        focus = page.audience_focus() if page is not None and page.ONE_PROBLEM else None
        return focus.record_id if focus is not None else ""

    def show_page(self, name: str, private: bool) -> Page:
        """Show a page, built on first use, without refreshing it."""
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
            self._attach(page, key)
            page.part_built.connect(lambda part: self._attach(part, key))
        self.setCurrentWidget(self._holder(page))
        return page

    def _attach(self, part: QWidget, page: str) -> None:
        """Keep what is unsaved in the named lines and fields of a page, or of a part of it."""
        unsent = self._api.unsent
        for line in part.findChildren(EntryLine):
            if line.objectName() and line.findChild(UnsentLine) is None:
                UnsentLine(unsent, line, page, self._workshop_id)
        for field in part.findChildren(LabelledField):
            if field.objectName():
                self._fields.append(FieldTexts(unsent, page, field, self._workshop_id))

    def _built(self, name: str, private: bool) -> Page:
        place = places.find(name)
        page = place.load()(self._api, private)
        if place.needs_workshop:
            bind(page, "everywhere.note", self._api.open_note)
        return page

    def _withheld(self, name: str) -> Page:
        page = WithheldPage(self._api)
        page.replace(name)
        return page

    def show_question(self) -> PrivateQuestion:
        """Bring the question before private mode to the front, instead of the page there."""
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

    @property
    def asks(self) -> bool:
        """Whether the question before private mode is in front."""
        return self.page is not None and self.page is self._pages.get(_QUESTION)

    def name_front(self, words: str) -> None:
        """Set the accessible name of the current page."""
        if self.page is not None:
            self.page.setAccessibleName(words)

    def refresh_front(self, select: str = "") -> None:
        """Refresh the current page, if it is outdated; ``select`` is as in `WindowApi.execute`."""
        page = self.page
        if page is not None and page.stale:
            page.stale = Changes.NONE
            if select:
                page.refresh_selecting(select)
            else:
                page.refresh()

    def focus_front(self) -> None:
        """Set the initial focus of the current page, after its refresh."""
        self.refresh_front()
        if self.page is not None:
            self.page.focus_start()

    def mark_stale(self, changes: Changes) -> None:
        """Notify every page that these kinds of records changed."""
        for page in self._pages.values():
            page.mark_stale(changes)

    def pages(self) -> tuple[Page, ...]:
        """Return all pages built."""
        return tuple(self._pages.values())

    def clear(self) -> list[Page]:
        """Discard all pages and return them; unentered text is kept for the next ones."""
        for page in self._pages.values():
            page.commit_pending()
        self._api.unsent.detach_all()
        self._fields.clear()
        taken = list(self._pages.values())
        self._pages = {}
        self.setCurrentWidget(self._nothing)  # otherwise each page would be shown once more
        for page in taken:
            holder = self._holder(page)
            self.removeWidget(holder)
            discard(holder)
        return taken

    def _holder(self, page: Page) -> QWidget:
        """Return the widget of the stack for a page: the page, or its scroll area."""
        widgets = (self.widget(index) for index in range(self.count()))
        scrolled = (one for one in widgets if isinstance(one, ScrolledPage))
        return next((one for one in scrolled if one.widget() is page), page)

    def change_workshop(self) -> None:
        """Keep what is unsaved of the previous workshop, and show that of the current one."""
        self._api.unsent.gather()
        self._workshop_id = self._api.session.workshop_id or ""
        for texts in self._fields:
            texts.workshop = self._workshop_id
        for page in self._pages.values():
            if self._workshop_id:
                page.name_lines()
            for line in page.findChildren(UnsentLine):
                line.show_workshop(self._workshop_id)

    @property
    def waiting(self) -> list[Slot]:
        """The unsaved texts of the open workshop that this mode shows; the last typed is last."""
        unsent = self._api.unsent
        return [
            slot
            for slot in unsent.begun()
            if slot.workshop == self._workshop_id
            and (self._api.private or not unsent.is_private(slot))
        ]

    @property
    def unentered(self) -> tuple[Unentered, ...]:
        """Return where text of the open workshop waits, as far as it can be shown in this mode."""
        waiting = self.waiting
        found: list[Unentered] = []
        for name, place in places.PLACES.items():
            lines = self._lines_begun(name)
            found += lines
            if not lines and (self._api.private or not place.private_only):
                found += [Unentered(name, slot=slot) for slot in waiting if slot.page == name]
        return tuple(found)

    def section_of(self, slot: Slot) -> str:
        """Return the name of the section with the editor of a slot; empty if it is in none."""
        field = self._api.unsent.field_of(slot)
        around = _section_of(field) if field is not None else None
        return around.NAME if isinstance(around, Section) else ""

    def _lines_begun(self, name: str) -> list[Unentered]:
        page = self._pages.get(name)
        if page is None:
            return []
        return [
            Unentered(name, "" if around is page else getattr(around, "NAME", ""), line)
            for line in page.findChildren(EntryLine)
            for around in [_section_of(line) or page]
            if line.begun and line.isVisibleTo(around)
        ]


def _section_of(widget: QWidget) -> QWidget | None:
    """Return the section that contains a widget, or its page if that has no sections."""
    around = widget.parentWidget()
    while around is not None and not getattr(around, "NAME", ""):
        around = around.parentWidget()
    return around
