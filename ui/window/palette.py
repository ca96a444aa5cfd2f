"""The command palette: every action and place of the window, found by typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, live_action
from ui.components import places
from ui.components.page_memory import memory_of
from ui.rows.row import Line, Row, aside
from ui.rows.style import table
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.entry_line import EntryLine
from ui.widgets.key_hint import KeyHint
from ui.widgets.painting import inset, key_label, rounded
from ui.widgets.text import Text
from ui.window.frame_api import FrameApi
from ui.window.overlays import Overlay
from ui.window.palette_search import search
from ui.window.palette_table import PaletteOffer, offers
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.kana import fold
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, tr

_OF_PROBLEMS = (Step.LIST, Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE)
"""The pages that show the problem that was found; from others List does."""
_folded = lru_cache(maxsize=4096)(fold)
_WIDEST = 900
_ROWS = 8
_MOST_RECENT = _ROWS


class ActionPalette(Refitted, Overlay):
    """Covers the window while it is open and receives every key; it lists actions.

    What is typed also finds problems.

    Enter triggers the current line, Esc or a click outside closes it. What was used last in this
    workshop comes first, then what the page offers now.
    """

    SPOKEN_ROLE = QAccessible.Role.Dialog

    def __init__(self, frame: FrameApi) -> None:
        super().__init__(frame.window())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self._frame = frame
        self._possible: list[PaletteOffer] = []
        self._fitting: list[PaletteOffer] = []
        self._found: list[PaletteOffer] = []
        self._sheet = _PaletteSheet()
        self.entry = self._sheet.entry
        self.rows = self._sheet.rows
        self._sheet.setParent(self)
        self.setFocusProxy(self.entry)
        self.entry.changed.connect(lambda _text: self._search())
        self.entry.field.returned.connect(self._choose)
        self.rows.leave_keyboard_to(self.entry.field)
        self.rows.current_changed.connect(lambda _row: self._say_current())
        self.rows.clicked.connect(lambda _row: self._choose())
        self.focus_not_restored.connect(frame.page_stack.focus_front)

    @property
    def found(self) -> tuple[PaletteOffer, ...]:
        """The items found, best first."""
        return tuple(self._found)

    def open(self) -> None:
        """Open it, without any text."""
        self._sheet.retranslate()
        self.entry.clear()
        self._collect()
        self._search()
        self.show_over_window()
        self.fit_parts()

    def close_palette(self) -> None:
        """Close it, clear the text and restore the focus."""
        self.hide_from_window()
        self.entry.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in turns and not event.modifiers():
            self.rows.turn(turns[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape or (control and event.key() == Qt.Key.Key_K):
            self.close_palette()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_palette()
        event.accept()

    @property
    def _used(self) -> list[PaletteOffer]:
        """What was used in this workshop, the last one first."""
        remembered = memory_of(self._frame, "palette")
        return cast("list[PaletteOffer]", remembered.setdefault("used", []))

    def _collect(self) -> None:
        """Collect what can be done in this mode, and what of it the page offers now."""
        state = self._frame.session.state
        kind = ContactKind.WORKSHOP if state is None else state.workshop.kind
        self._possible = [self._named(one) for one in offers(kind) if may_do(self._frame, one)]
        bound = self._frame.window().findChildren(BoundAction)
        live = {(one.definition.id, one.argument): one for one in bound if one.is_live}

        def unsuited(offer: PaletteOffer) -> tuple[bool, bool]:
            away = offer.place != self._frame.page_name
            return away, live[offer.action, offer.argument].shown_button() is None

        now = [one for one in self._possible if (one.action, one.argument) in live]
        here = [one for one in now if one.place in (self._frame.page_name, "everywhere")]
        self._fitting = sorted(here, key=unsuited)

    def _search(self) -> None:
        self._found = search(
            self._possible, self.entry.text(), fitting=self._fitting, recent=self._used
        )
        self._found += self._problems(fold(self.entry.text()).split())
        names = Counter(offer.said(language()) for offer in self._found)
        rows = [
            self._row(number, offer, alone=names[offer.said(language())] == 1)
            for number, offer in enumerate(self._found)
        ]
        self.rows.set_rows(rows, "0")
        self.rows.turn_to_start()
        self._say_current()

    def _problems(self, words: list[str]) -> Iterator[PaletteOffer]:
        """Yield the problems with all these words, if the room may see them."""
        state, here = self._frame.session.state, self._frame.page_name
        page = here if here in _OF_PROBLEMS else Step.LIST.value
        if state is None or not words:
            return
        if state.workshop.shown_later and not self._frame.private:
            return
        for one in state.listed:
            said = f"{one.number} {one.title}"
            if all(word in _folded(said) for word in words):
                yield PaletteOffer(page, "", "", (said, said), "", record=one.id)

    def _named(self, offer: PaletteOffer) -> PaletteOffer:
        """Return the item of the primary button with the text that it has on this page."""
        button = self._frame.foot.primary
        if offer.action != PRIMARY or button is None:
            return offer
        words = button.text()
        return replace(offer, place=self._frame.page_name, words=(words, words))

    def _row(self, number: int, offer: PaletteOffer, *, alone: bool) -> Row:
        """Return a line with its place, unless it is here and ``alone`` has its name."""
        place = ""
        here = offer.place == self._frame.page_name and alone
        if not here and offer.place != "everywhere" and (offer.name or offer.section):
            place = tr(places.find(offer.place).title_key)
        keys = Line(key_label(offer.key), colour="ink2", joins=True)
        return Row(str(number), offer.said(language()), lines=(keys,), asides=aside(place))

    def _say_current(self) -> None:
        """Announce the current line and the number of lines to screen readers and in the foot."""
        current, count = self.rows.current_row, len(self._found)
        words = current.text if current is not None else tr("palette.nothing")
        number = tr("widgets.paging.span_one", first=self.rows.current + 1, total=count)
        self._sheet.count.setText(number if current is not None else words)
        self.entry.field.setAccessibleDescription(words)

    def _choose(self) -> None:
        if not self._found:
            return
        offer = self._found[self.rows.current]
        self.close_palette()
        used = self._used
        if not offer.record:
            used[:] = [offer, *(one for one in used if one != offer)][:_MOST_RECENT]
        do(self._frame, offer)

    def fit_parts(self) -> None:
        metrics = theme().metrics
        width = min(_WIDEST, self.width() - 2 * metrics.side)
        top = metrics.bar + metrics.banner + 12
        beside = self._sheet.sizeHint().height() - self.rows.sizeHint().height()
        rows = _ROWS * table("body", width).least
        height = min(beside + rows, self.height() - top - metrics.gap)
        self._sheet.setGeometry((self.width() - width) // 2, top, width, height)


class _PaletteSheet(QWidget):
    """The field, the lines below it, and a note on the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.entry = EntryLine("", icon="search", role="body", limit=200)
        self.rows = RowsView("body", table)
        self.count = Text("hint", wrap=False)
        self._do = Text("hint", wrap=False)
        self._close = Text("hint", wrap=False)
        foot = row(None, self.count, STRETCH, gap=8)
        for key, words in (("Enter", self._do), ("Esc", self._close)):
            foot.addWidget(KeyHint(key))
            foot.addWidget(words)
        column(self, self.entry, self.rows, foot, gap=10, around=(14, 14, 14, 10))

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.entry.set_words(tr("palette.label"), tr("palette.hint"))
        self._do.setText(tr("palette.do"))
        self._close.setText(tr("palette.close"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = inset(self, 1)
        rounded(painter, box, 12, "surface", "accent", 2)


PRIMARY = "everywhere.primary"
"""The action of the primary button in the foot bar; the page supplies its text."""


def may_do(window: FrameApi, offer: PaletteOffer) -> bool:
    """Return whether an item is available now: in this mode, with or without a workshop."""
    needs_workshop = offer.place != "everywhere" and places.find(offer.place).needs_workshop
    has_workshop = window.session.state is not None
    of_last_time = "last_time" in (offer.place, offer.name)
    state = window.session.state
    if of_last_time and (state is None or state.before is None):
        return False
    return (window.private or not offer.private) and (has_workshop or not needs_workshop)


def do(window: FrameApi, offer: PaletteOffer) -> bool:
    """Run an item and return True; if it is unavailable, show a message and return False."""
    if offer.place not in ("everywhere", window.page_name):
        window.go(offer.place)
    page = window.page_stack.page
    if offer.record and page is not None:
        page.go_to_record(offer.record)
        return True
    if offer.section and page is not None:
        page.show_location(offer.section)
        return True
    if not offer.name:
        return True
    if offer.leads:
        window.toast(tr("palette.then", what=offer.said(language()), key=offer.key), done=False)
        return True
    if offer.action == PRIMARY:
        button = window.foot.primary
        if button is not None and button.isEnabled():
            button.click()
            return True
    bound = _bound(window.window(), page, offer)
    if bound is not None and bound.run():
        return True
    window.toast(tr("palette.not_now", what=offer.said(language())), done=False)
    return False


def _bound(window: QWidget, page: QWidget | None, offer: PaletteOffer) -> BoundAction | None:
    """Return the action if it is available, after showing the section that contains it."""
    bound = live_action(window, offer.action, offer.argument)
    if bound is not None or page is None:
        return bound
    for name, section in getattr(page, "sections", {}).items():
        if any(one.definition.id == offer.action for one in section.findChildren(BoundAction)):
            getattr(page, "show_section")(name)  # noqa: B009 - of pages with sections, not of all
            break
    return live_action(window, offer.action, offer.argument)
