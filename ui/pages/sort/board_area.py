"""The board, with the name of a theme being typed, a row of all themes, and a suggestion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.sort.board_layout import GAP
from ui.pages.sort.board_view import BoardView
from ui.pages.sort.hint_line import HintLine
from ui.pages.sort.theme_line import ThemeLine
from ui.pages.sort.theme_row import ThemeRow
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout

_NARROWEST_LINE = 240  # px
_STACKED_SHARE = 0.55  # of the window's height


class BoardArea(QWidget):
    """The suggestion is shown below the themes, only if it fits completely.

    The row of all themes is shown if there is space for it. If the board has several pages, space
    is left below the problems for that row and for the name of a new theme, so that neither needs
    another page or covers a problem.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = BoardView()
        self.view.setParent(self)
        self.line = ThemeLine(self)
        self.themes = ThemeRow()
        self.themes.setParent(self)
        self.hint = HintLine()
        self.hint.setParent(self)
        self.view.take_drops_at(self.themes)
        self._hinted = False
        self._line_height = 0
        self._parts_layout = DeferredLayout(self, self._lay_out)
        self.view.page_changed.connect(self._parts_layout.invalidate)
        self.line.moved.connect(self._parts_layout.invalidate)
        self.hint.changed.connect(self._parts_layout.invalidate)
        self.view.drag.active_changed.connect(self._parts_layout.invalidate)
        theme().changed.connect(self._restyle)
        self._restyle()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        (self.view if self.line.isHidden() else self.line.entry).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_height = 0
        self._parts_layout.invalidate()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._parts_layout.invalidate()
        return super().event(event)

    def _restyle(self) -> None:
        """Reserve space for some rows if the page scrolls, since the note is below the board."""
        share = _STACKED_SHARE if theme().stacked and theme().metrics.private else 0
        self.setMinimumHeight(max(2 * theme().metrics.row, round(theme().height * share)))
        self._parts_layout.invalidate()

    def _lay_out(self) -> None:
        self.view.setGeometry(self.rect())
        wide = self.width()
        hint = max(self.hint.sizeHint().height(), self.hint.heightForWidth(wide)) + GAP
        several = self.view.page_count > 1
        below = max(self.themes.sizeHint().height(), self._height_for_line()) + GAP
        if not self.hint.search.busy:  # otherwise another one may replace it
            self._hinted = self.hint.hint is not None
        if self._hinted:
            below = max(below, self.themes.sizeHint().height() + GAP + hint)
        self.view.set_reserve(below)
        themes = self.themes.sizeHint().height() + GAP
        place_for_new = self.view.columns.line + GAP
        used = themes + place_for_new + (hint if self._hinted else 0)
        if not several and (self.themes.is_empty or self.view.free_height < used):
            themes = 0
        self.themes.setVisible(themes > 0)
        self.themes.setGeometry(0, self.height() - themes + GAP, wide, max(0, themes - GAP))
        self.hint.setGeometry(0, self.height() - themes - hint + GAP, wide, hint - GAP)
        dragging = self.view.drag.active  # the place for a new theme is shown there
        self.hint.set_room(self.view.free_height >= hint + themes and not dragging)
        self.view.floor = self.themes.y() - GAP if themes else None
        if not self.line.isHidden():
            self._place_line()

    def _height_for_line(self) -> int:
        """Return the height in px to keep free for the name of a new theme.

        A name that is being typed takes more lines in a narrow field, which the board's pages
        decide on; so the height does not shrink while a theme is named, and not change while one is
        renamed. Otherwise each could undo the other.
        """
        if self.line.theme_id and self._line_height:
            return self._line_height
        needed = self.line.height_in(self.width())
        self._line_height = needed if self.line.isHidden() else max(needed, self._line_height)
        return self._line_height

    def _place_line(self) -> None:
        columns = self.view.columns
        narrow = min(self.width(), max(columns.name_width, _NARROWEST_LINE))
        box = self.view.name_box(self.line.theme_id) if self.line.theme_id else QRect()
        parts = self.view.parts
        top = box.top() if box.isValid() else (parts[-1].bottom + GAP if parts else 0)
        is_new = not box.isValid()
        width = self.width() if is_new else narrow
        if is_new:
            first = high = self.line.height_in(width)
        else:  # it grows upwards if there is space, so that the button keeps its place
            first, high, most = self.line.heights_below(width)
            if min(top, self.height() - first) + first < most:
                first = high = most
        lowest = self.height() - first
        self.line.set_wide(is_new, at_bottom=top > lowest)
        self.line.setGeometry(0, max(0, min(top, lowest) + first - high), width, high)
