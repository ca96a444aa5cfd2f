"""The bar at the foot: ways out at the left, details, and the one primary button at the end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QWidget

from ui.pages.base import FootContent, Page
from ui.theme.icons import icon
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.shortcut import Shortcut
from workshop_app.i18n import tr


class FootBar(QWidget):
    """Holds one row of widgets per page; they belong to the page and go with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[Page, FootRow] = {}
        self._stack = QStackedLayout(self)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: Page) -> None:
        """Show what the page puts into the bar; asks the page again."""
        content = page.foot()
        row = self._rows.get(page)
        if row is None or row.content != content:
            self.drop(page, keep=True)
            row = FootRow(content)
            self._rows[page] = row
            self._stack.addWidget(row)
        self._stack.setCurrentWidget(row)
        row.fit()

    def drop(self, page: Page, *, keep: bool = False) -> None:
        """Forget a page; with ``keep`` its widgets go back to it."""
        row = self._rows.pop(page, None)
        if row is None:
            return
        self._stack.removeWidget(row)
        if keep:
            row.give_back(page)
        row.setParent(None)
        row.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme().colour("line"))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.foot)


class FootRow(QWidget):
    """The widgets of one page in the bar; ways out that do not fit go into one menu."""

    def __init__(self, content: FootContent) -> None:
        super().__init__()
        self.content = content
        self._ways = [w for w in content.left if isinstance(w, ActionButton)]
        self._menu_button = ActionButton(tr("frame.foot.ways_out"), "more", size="small")
        self._menu_button.clicked.connect(self._open_menu)
        self._hidden: list[ActionButton] = []
        self._keys: list[Shortcut] = []
        row = QHBoxLayout(self)
        side = theme().metrics.side
        row.setContentsMargins(side, 1, side, 0)
        row.setSpacing(10)
        for widget in content.left:
            row.addWidget(widget)
            widget.show()
        row.addWidget(self._menu_button)
        self._menu_button.hide()
        row.addStretch(1)
        for widget in content.right:
            row.addWidget(widget)
            widget.show()
        if content.primary is not None:
            row.addSpacing(4)
            row.addWidget(content.primary)
            content.primary.show()

    def fit(self) -> None:
        """Put as few ways out as needed into the menu."""
        layout = self.layout()
        for count in range(len(self._ways) + 1):
            self._hide_last(count)
            layout.activate()
            if layout.minimumSize().width() <= self.width():
                break
        self._sync_keys()

    def give_back(self, page: Page) -> None:
        """Return the widgets to the page, hidden."""
        primary = [self.content.primary] if self.content.primary else []
        for widget in (*self.content.left, *self.content.right, *primary):
            widget.hide()
            widget.setParent(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _hide_last(self, count: int) -> None:
        shown = len(self._ways) - count
        self._hidden = self._ways[shown:]
        for number, button in enumerate(self._ways):
            button.setVisible(number < shown)
        for widget in self.content.left:
            if widget not in self._ways:  # words before the ways out go with the last of them
                widget.setVisible(shown > 0 or not self._ways)
        self._menu_button.setVisible(bool(self._hidden))

    def _sync_keys(self) -> None:
        """Keys of buttons in the menu go on working."""
        for shortcut in self._keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._keys = [
            Shortcut(button.key, self._menu_button, button.click)
            for button in self._hidden
            if button.key
        ]

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for button in self._hidden:
            words = button.text().replace("&", "&&")
            action = menu.addAction(f"{words}\t{button.key}" if button.key else words)
            if button.icon_name:
                action.setIcon(icon(button.icon_name))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        top = self._menu_button.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(top.x(), top.y() - menu.sizeHint().height() - 4))
