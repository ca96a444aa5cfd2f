"""Private mode: all themes side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.sort.groups import Group, GroupRows
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.key_action import key_action
from ui.widgets.long_text import LongText
from ui.widgets.paged_list import PagedList
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_NARROWEST = 280  # px for a theme
_NO_ROW = ""  # the id of no row


class ThemeColumn(Sheet):
    """One theme among the others: number, name, count and its problems, page by page."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    pressed = Signal(str)

    def __init__(self, group_id: str) -> None:
        super().__init__(padding=12)
        self.group_id = group_id
        self._name = LongText("section", most_lines=2)
        self._count = Text("meta", "")
        self.list = PagedList("", role="list", footer=False, paging_keys=False)
        self._rows = GroupRows(private=True)
        self._more = Text("hint", "")
        for widget, stretch in ((self._name, 0), (self._count, 0), (self.list, 1), (self._more, 0)):
            self.content.addWidget(widget, stretch)
        self.list.page_changed.connect(self._say_more)

    def show_group(
        self,
        state: WorkshopState,
        group: Group,
        ticked: Collection[str],
        current: str | None,
        *,
        is_current: bool,
    ) -> None:
        """Show the group; the current one has the coloured border."""
        name = f"{group.number} {group.name}" if group.number else group.name
        self._name.set_text(name)
        self.setAccessibleName(name)
        self._count.setText(tr("sort.count", n=len(group.problems)))
        self.list.set_label(group.name)
        self.list.set_rows(self._rows.rows(state, group, ticked), current)
        self.set_border("accent" if is_current else None)
        self._say_more()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.group_id)
        super().mousePressEvent(event)

    def _say_more(self) -> None:
        others = self.list.rows_before() + self.list.rows_after()
        self._more.setText(tr("sort.more", n=others) if others else "")


class AllGroups(QWidget):
    """As many columns as fit around the current theme; ``group_chosen(id)`` for another one.

    The unsorted problems have no column while there are none.
    """

    group_chosen = Signal(str)
    current_changed = Signal(str)
    activated = Signal(str)
    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[str, ThemeColumn] = {}
        self._shown: list[str] = []
        self._current = ""
        self._columns_layout = DeferredLayout(self, self._place)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        key_action("PgUp", self, lambda: self.list.view.turn(-1))
        key_action("PgDown", self, lambda: self.list.view.turn(1))

    @property
    def list(self) -> PagedList:
        """The list of the current theme."""
        return self._columns[self._current].list

    def show_groups(
        self,
        state: WorkshopState,
        groups: Sequence[Group],
        group: Group,
        ticked: Collection[str],
        current: str | None,
    ) -> None:
        """Show all groups; ``group`` is the current one and ``current`` its current problem."""
        self._keep_columns([one.id for one in groups])
        self._current = group.id
        self._shown = [one.id for one in groups if one.number or one.problems or one.id == group.id]
        for one in groups:
            is_current = one.id == group.id
            self._columns[one.id].show_group(
                state, one, ticked, current if is_current else _NO_ROW, is_current=is_current
            )
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns_layout.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for group_id, column in self._columns.items():
                if watched is column.list.view and group_id != self._current:
                    self.group_chosen.emit(group_id)
        return super().eventFilter(watched, event)

    def _keep_columns(self, ids: list[str]) -> None:
        for group_id in [one for one in self._columns if one not in ids]:
            column = self._columns.pop(group_id)
            self._row.removeWidget(column)
            discard(column)
        for group_id in ids:
            if group_id not in self._columns:
                column = ThemeColumn(group_id)
                column.pressed.connect(self.group_chosen)
                column.list.view.installEventFilter(self)
                column.list.current_changed.connect(self.current_changed)
                column.list.activated.connect(self.activated)
                column.list.ticked.connect(self.ticked)
                self._columns[group_id] = column
        for place, group_id in enumerate(ids):
            self._row.insertWidget(place, self._columns[group_id], 1)

    def _place(self) -> None:
        if not self._shown:
            return
        fitting = max(1, (self.width() + 12) // (round(_NARROWEST * theme().text_scale) + 12))
        here = self._shown.index(self._current)
        first = max(0, min(here - fitting // 2, len(self._shown) - fitting))
        visible = self._shown[first : first + fitting]
        for group_id, column in self._columns.items():
            column.setVisible(group_id in visible)
